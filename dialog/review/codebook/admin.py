"""Pages where administrators write the codebook further and publish its next version."""

from collections.abc import Callable
from datetime import date
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.languages import LANGUAGES, STAFF_LANGUAGES
from dialog.review.codebook import editing
from dialog.review.codebook.actions import (
    ChangedMeanwhile,
    DraftThere,
    NoReason,
    NothingChanged,
    begin_draft,
    change_draft,
    discard_draft,
    publish,
)
from dialog.review.codebook.book import Code, Codebook, Guide, LocalFocus, UnknownCode
from dialog.review.codebook.differences import Undecided, changes
from dialog.review.codebook.document import read_document
from dialog.review.codebook.forms import TooLong, guide_from, label_from, same_from
from dialog.review.codebook.models import CodebookDraft
from dialog.review.codebook.queries import (
    NoSuchVersion,
    codebook_in_force,
    codebook_of_version,
    draft_of_codebook,
    versions,
)
from dialog.review.codebook.telling import CHANGE_WORDS, SERIES_WORDS, language_words, problem_sentence
from dialog.web.requests import db_session

bp = Blueprint("codebook", __name__)
Answer = str | Response | tuple[str, int]
Problems = list[tuple[str, str]]


@bp.get("/codebook")
def overview() -> str:
    session = db_session()
    draft = draft_of_codebook(session)
    book = read_document(draft.document) if draft else codebook_in_force(session)
    return render_template(
        "admin/codebook.html",
        draft=draft,
        book=book,
        changes={one.id: CHANGE_WORDS[one.kind] for one in _changes(draft)} if draft else {},
        versions=versions(session),
    )


@bp.post("/codebook/draft")
def begin() -> Response:
    session = db_session()
    try:
        begin_draft(session, by=staff_id(), at=now())
    except DraftThere:
        return _back()
    session.commit()
    flash(_("The next version is begun. Nobody sees it before you publish it."))
    return _back()


@bp.post("/codebook/draft/discard")
def discard() -> Response:
    session = db_session()
    try:
        discard_draft(session, _draft(), revision=_revision(), by=staff_id())
    except ChangedMeanwhile:
        return _refused()
    session.commit()
    flash(_("The draft is given up. The codebook stays as it is."))
    return _back()


@bp.get("/codebook/draft/codes")
def new_code() -> str:
    return _code_page(None, [])


@bp.post("/codebook/draft/codes")
def add_code() -> Answer:
    topic = request.form.get("topic", "")

    def add(book: Codebook) -> Codebook:
        label, guide = label_from(request.form), guide_from(request.form, kept=Guide())
        if topic:
            return editing.add_subcode(book, topic, label, guide)
        return editing.add_topic(book, label, guide)

    return _change(add, _("The code is added."), page=lambda problems: _code_page(None, problems))


@bp.get("/codebook/draft/codes/<id>")
def code(id: str) -> str:
    return _code_page(id, [])


@bp.post("/codebook/draft/codes/<id>")
def change_code(id: str) -> Answer:
    def reword(book: Codebook) -> Codebook:
        guide = guide_from(request.form, kept=book.code(id).guide)
        return editing.reword(book, id, label_from(request.form), guide)

    return _change(reword, _("The code is changed."), page=lambda problems: _code_page(id, problems))


@bp.post("/codebook/draft/codes/<id>/use")
def use_code(id: str) -> Answer:
    """Retire it, take it into use again, or take out what has never been published."""
    wanted, published = request.form.get("do", ""), codebook_in_force(db_session())
    steps: dict[str, tuple[Callable[[Codebook], Codebook], str]] = {
        "retire": (lambda book: editing.retire(book, id), _("The code is not used any more from the next version.")),
        "restore": (lambda book: editing.restore(book, id), _("The code is used again from the next version.")),
        "drop": (lambda book: editing.drop(book, id, published=published), _("The code is taken out.")),
    }
    change, done = steps.get(wanted) or abort(400)
    return _change(change, done, page=lambda problems: _code_page(id, problems))


@bp.get("/codebook/draft/focuses")
def new_focus() -> str:
    return _focus_page(None, [])


@bp.post("/codebook/draft/focuses")
def add_focus() -> Answer:
    def add(book: Codebook) -> Codebook:
        return editing.add_focus(book, label_from(request.form), request.form.getlist("codes"))

    return _change(add, _("The focus area is added."), page=lambda problems: _focus_page(None, problems))


@bp.get("/codebook/draft/focuses/<id>")
def focus(id: str) -> str:
    return _focus_page(id, [])


@bp.post("/codebook/draft/focuses/<id>")
def change_focus(id: str) -> Answer:
    def change(book: Codebook) -> Codebook:
        codes, retired = request.form.getlist("codes"), request.form.get("retired") == "yes"
        return editing.change_focus(book, id, label_from(request.form), codes, retired=retired)

    return _change(change, _("The focus area is changed."), page=lambda problems: _focus_page(id, problems))


@bp.get("/codebook/draft/publish")
def confirm() -> str:
    return _publishing([])


@bp.post("/codebook/draft/publish")
def publish_it() -> Answer:
    session, form = db_session(), request.form
    try:
        published = publish(
            session,
            _draft(),
            revision=_revision(),
            reason=form.get("reason", ""),
            same=same_from(form),
            on=date.today(),
            by=staff_id(),
        )
    except NoReason:
        return _publishing([("reason", _("Write why there is a new version."))]), 422
    except Undecided as undecided:
        sentence = _("Say whether it means the same as before.")
        return _publishing([(f"same_{id}", f"{id}: {sentence}") for id in undecided.ids]), 422
    except NothingChanged:
        return _publishing([("", _("Nothing has been changed."))]), 422
    except ChangedMeanwhile:
        return _refused()
    session.commit()
    flash(_("Version %(version)s is published. Texts are coded with it from now on.", version=published.version))
    return _back()


@bp.get("/codebook/versions/<int:version>")
def version(version: int) -> str:
    session = db_session()
    try:
        book = codebook_of_version(session, version)
    except NoSuchVersion:
        abort(404)
    kept = next((one for one in versions(session) if one.version == version), None)
    return render_template(
        "admin/codebook_version.html",
        book=book,
        kept=kept,
        change_words=CHANGE_WORDS,
        series_words=SERIES_WORDS,
    )


def _change(change: Callable[[Codebook], Codebook], done: str, *, page: Callable[[Problems], str]) -> Answer:
    session = db_session()
    try:
        change_draft(session, _draft(), change, revision=_revision(), by=staff_id(), at=now())
    except ChangedMeanwhile:
        session.rollback()
        return _refused()
    except editing.NoSuchFocus:
        abort(404)
    except (editing.NoLabel, editing.SameLabel, editing.StillUsed, UnknownCode, TooLong) as problem:
        session.rollback()
        return page([problem_sentence(problem)]), 422
    session.commit()
    flash(done)
    return _back()


def _code_page(id: str | None, problems: Problems) -> str:
    draft = _draft()
    book, in_force = read_document(draft.document), codebook_in_force(db_session())
    found = next((one for one in book.codes if one.id == id), None)
    if id and found is None:
        abort(404)
    return render_template(
        "admin/codebook_code.html",
        code=found,
        is_published=bool(found) and any(one.id == id for one in in_force.codes),
        topics=[one for one in book.topics() if not one.retired],
        **_form(draft, problems, _written(found)),
    )


def _focus_page(id: str | None, problems: Problems) -> str:
    draft = _draft()
    book = read_document(draft.document)
    found = next((one for one in book.focuses if one.id == id), None)
    if id and found is None:
        abort(404)
    chosen = request.form.getlist("codes") if problems else (found.codes if found else ())
    return render_template(
        "admin/codebook_focus.html", focus=found, book=book, chosen=chosen, **_form(draft, problems, _written(found))
    )


def _form(draft: CodebookDraft, problems: Problems, written: dict[str, str]) -> dict[str, Any]:
    """What the forms have in common: what stands in them, and the languages of their fields."""
    return {
        "draft": draft,
        "problems": problems,
        "typed": request.form if problems else written,
        "staff_languages": [LANGUAGES[tag] for tag in STAFF_LANGUAGES],
        "language_name": language_words,
        "other_languages": [one for tag, one in LANGUAGES.items() if tag not in STAFF_LANGUAGES],
    }


def _written(found: Code | LocalFocus | None) -> dict[str, str]:
    """What stands in the fields to begin with."""
    if found is None:
        return {"topic": request.args.get("topic", "")}
    fields = {f"label_{tag}": text for tag, text in found.text.items()}
    if isinstance(found, Code):
        guide = found.guide
        for name, words in (("definition", guide.definition), ("here", guide.here), ("elsewhere", guide.elsewhere)):
            fields |= {f"{name}_{tag}": text for tag, text in words.items()}
        fields |= {f"examples_{tag}": ", ".join(words) for tag, words in guide.examples.items()}
    return fields


def _publishing(problems: Problems) -> str:
    draft = _draft()
    return render_template(
        "admin/codebook_publish.html",
        draft=draft,
        changes=_changes(draft),
        change_words=CHANGE_WORDS,
        problems=problems,
        typed=request.form,
    )


def _changes(draft: CodebookDraft) -> list[Any]:
    return changes(codebook_in_force(db_session()), read_document(draft.document))


def _draft() -> CodebookDraft:
    return draft_of_codebook(db_session()) or abort(404)


def _revision() -> int:
    written = request.form.get("revision", "")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0


def _back() -> Response:
    return redirect(url_for(".overview"), 303)


def _refused() -> Response:
    flash(
        _("Somebody else has changed the draft meanwhile. Nothing was written: look at it, and do it again."), "error"
    )
    return _back()
