"""Pages where analysts order and write the document of a draft."""

from collections.abc import Callable

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.picture.content import from_document
from dialog.picture.documents.actions import ChangedMeanwhile, IsLocked, keep_paper
from dialog.picture.documents.blocks import EASY_TAG, TEXT, VERSIONS, Block, Paper
from dialog.picture.documents.choices import VERSION_NAMES, addable, block_name, text_languages
from dialog.picture.documents.editing import (
    NoSuchBlock,
    add_block,
    change_block,
    move_block,
    remove_block,
    write_block,
)
from dialog.picture.documents.headings import HEADINGS
from dialog.picture.documents.names import KINDS
from dialog.picture.documents.prompts import PROMPTS
from dialog.picture.documents.queries import paper_of
from dialog.picture.models import Draft
from dialog.picture.queries import NoSuchDraft, edition_of_draft, find_draft
from dialog.web.requests import db_session

bp = Blueprint("documents", __name__)
LONGEST = 20_000  # characters of a text in one language
CHANGES: dict[str, Callable[[Paper, str], Paper]] = {
    "up": lambda paper, id: move_block(paper, id, -1),
    "down": lambda paper, id: move_block(paper, id, 1),
    "remove": remove_block,
    "hide": lambda paper, id: change_block(paper, id, hidden=True),
    "show": lambda paper, id: change_block(paper, id, hidden=False),
    "publish": lambda paper, id: change_block(paper, id, public=True),
    "keep": lambda paper, id: change_block(paper, id, public=False),
    "lengthen": lambda paper, id: change_block(paper, id, short=False),
    "shorten": lambda paper, id: change_block(paper, id, short=True),
    "easy": lambda paper, id: change_block(paper, id, easy=True),
    "not-easy": lambda paper, id: change_block(paper, id, easy=False),
}


@bp.get("/drafts/<int:draft_id>/document")
def document(draft_id: int) -> str:
    session, draft = db_session(), found_draft(draft_id)
    picture = from_document(draft.content)
    paper, revision = paper_of(session, draft, picture)
    return render_template(
        "analyst/document.html",
        draft=draft,
        paper=paper,
        revision=revision,
        headings=HEADINGS,
        prompts=PROMPTS,
        name_of=lambda block: block_name(picture, block.kind, block.of),
        written=written,
        addable=addable(picture),
        edition=edition_of_draft(session, draft_id),
        versions=[(version, VERSION_NAMES[version]) for version in VERSIONS],
        kinds=list(KINDS),
        languages_to_choose=[pair for pair in text_languages() if pair[0] != EASY_TAG],
    )


@bp.post("/drafts/<int:draft_id>/document/blocks/<block_id>")
def change(draft_id: int, block_id: str) -> Response:
    what = request.form.get("do", "")
    if what not in CHANGES:
        abort(400)
    return _keep(draft_id, lambda paper: CHANGES[what](paper, block_id), what=f"{what} {block_id}", at=block_id)


@bp.post("/drafts/<int:draft_id>/document/blocks")
def add(draft_id: int) -> Response:
    kind, _colon, of = request.form.get("block", "").partition(":")
    section, picture = request.form.get("section", ""), from_document(found_draft(draft_id).content)
    if f"{kind}:{of}" not in dict(addable(picture)):
        abort(400)
    return _keep(draft_id, lambda paper: add_block(paper, section, kind, of), what=f"add {kind} {of}", at=section)


@bp.get("/drafts/<int:draft_id>/document/blocks/<block_id>")
def text(draft_id: int, block_id: str) -> str:
    draft = found_draft(draft_id)
    paper, revision = paper_of(db_session(), draft, from_document(draft.content))
    section, block = _text_block(paper, block_id)
    return _text_page(draft, section, block, dict(block.words or {}), revision)


@bp.post("/drafts/<int:draft_id>/document/blocks/<block_id>/text")
def write(draft_id: int, block_id: str) -> Response | tuple[str, int]:
    given = {tag: request.form.get(f"text-{tag}", "") for tag, _name in text_languages()}
    if long := {tag for tag, words in given.items() if len(words) > LONGEST}:
        draft = found_draft(draft_id)
        paper, _revision = paper_of(db_session(), draft, from_document(draft.content))
        return _text_page(draft, *_text_block(paper, block_id), given, _revision_given(), long), 422
    return _keep(draft_id, lambda paper: write_block(paper, block_id, given), what=f"write {block_id}", at=block_id)


def found_draft(draft_id: int) -> Draft:
    try:
        return find_draft(db_session(), draft_id)
    except NoSuchDraft:
        abort(404)


def written(block: Block) -> list[str]:
    """The languages that a text is written in, as they are called."""
    words = block.words or {}
    return [name for tag, name in text_languages() if words.get(tag)]


def _keep(draft_id: int, changed: Callable[[Paper], Paper], *, what: str, at: str) -> Response:
    """Change the document as somebody saw it, and go back to where they were."""
    session, draft, revision = db_session(), found_draft(draft_id), _revision_given()
    paper, is_now = paper_of(session, draft, from_document(draft.content))
    try:
        if is_now != revision:
            raise ChangedMeanwhile(draft_id)
        keep_paper(session, draft, changed(paper), revision=revision, what=what, at=now(), by=staff_id())
    except NoSuchBlock:
        abort(404)
    except ChangedMeanwhile:
        flash(_("Somebody else has changed the document meanwhile. Look at it as it is now, and try again."), "error")
    except IsLocked:
        flash(_("This draft has been released: its document never changes. Make a new draft."), "error")
    else:
        session.commit()
    return redirect(url_for(".document", draft_id=draft_id, _anchor=at), 303)


def _revision_given() -> int:
    try:
        return int(request.form["revision"])
    except (KeyError, ValueError):
        abort(400)


def _text_block(paper: Paper, block_id: str) -> tuple[str, Block]:
    found = paper.find(block_id)
    if found is None or found[1].kind != TEXT:
        abort(404)
    return found[0].id, found[1]


def _text_page(
    draft: Draft,
    section: str,
    block: Block,
    words: dict[str, str],
    revision: int,
    long: set[str] = frozenset(),  # type: ignore[assignment]
) -> str:
    return render_template(
        "analyst/document_text.html",
        draft=draft,
        section=section,
        block=block,
        words=words,
        revision=revision,
        heading=HEADINGS[section],
        prompt=PROMPTS[section],
        text_languages=text_languages(),
        longest=LONGEST,
        errors={tag: _("Write at most %(number)s characters.", number=LONGEST) for tag in long},
    )
