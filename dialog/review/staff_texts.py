"""Pages where a reviewer reads, masks, codes and decides about one text."""

from collections.abc import Callable
from uuid import UUID

from flask import abort, render_template, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from dialog.accounts.gates import now, staff_id
from dialog.audit.looks import look
from dialog.review import actions
from dialog.review.alike.shown import alike_key
from dialog.review.changes import (
    VOICE_DECISIONS,
    Answer,
    Decisions,
    Problems,
    asked_decision,
    carry_out,
    wrong_fields,
)
from dialog.review.coding.forms import CodingForm, UncodingForm
from dialog.review.duplicates import short_id, similar_texts, text_by_short_id
from dialog.review.forms import DuplicateForm, HideForm, number_from, same_filters
from dialog.review.frame import frame, go_on, goes_on, head
from dialog.review.lines import lines_of
from dialog.review.queries import NoSuchText, find_text, voice_of
from dialog.review.reading import pieces
from dialog.review.statuslog import hold_text
from dialog.review.text_parts import parts_of
from dialog.review.waiting.kinds import TEXT
from dialog.review.waiting.paging import position_of
from dialog.review.waiting.taking import release
from dialog.texts.models import Text
from dialog.web.requests import db_session

Page = Callable[[UUID, Problems], str]
DECISIONS: Decisions = {
    "accept": (actions.accept, _l("The text is accepted.")),
    "set_aside": (actions.set_aside, _l("The text is set aside.")),
    "reopen": (actions.reopen, _l("The text is back in the queue.")),
    "clear": (actions.clear_for_quoting, _l("The text may be quoted.")),
    "withdraw": (actions.withdraw_clearance, _l("The text may not be quoted any more.")),
}

SEEN_FIRST = _l("You have seen it first. It is held back until somebody else has accepted it too.")


def show(text_id: UUID) -> str:
    page = page_of_text(text_id, [])
    look(db_session(), TEXT, text_id, by=staff_id())
    db_session().commit()
    return page


def decide(text_id: UUID) -> Answer:
    """A decision leads on to the next in the queue, if that is asked for."""
    decision, done = asked_decision(DECISIONS)
    outcome: list[object] = []

    def decide_it(session: Session, text: Text) -> None:
        outcome.append(decision(session, text, by=staff_id(), at=now()))
        if goes_on() or outcome == [False]:  # somebody else is to see it now
            release(session, text.id, by=staff_id())

    said = LazyString(lambda: str(SEEN_FIRST if outcome == [False] else done))
    return change_text(text_id, decide_it, said, leads_on=goes_on())


def judge_voice(text_id: UUID) -> Answer:
    judge, done = asked_decision(VOICE_DECISIONS)
    return change_text(
        text_id, lambda session, text: judge(session, voice_of(session, text), by=staff_id(), at=now()), done
    )


def hide(text_id: UUID) -> Answer:
    form = HideForm()
    if not form.validate():
        return page_of_text(text_id, wrong_fields(form)), 422

    def hide_them(session: Session, text: Text) -> None:
        words, label = str(form.words.data), str(form.label.data)
        actions.hide_words(session, text, words=words, label=label, by=staff_id(), at=now())

    return change_text(text_id, hide_them, _l("The words are hidden."), field="words")


def show_again(text_id: UUID) -> Answer:
    start = number_from(request.form.get("start", ""))

    def show_them(session: Session, text: Text) -> None:
        actions.show_words(session, text, start=-1 if start is None else start, by=staff_id(), at=now())

    return change_text(text_id, show_them, _l("The words are shown again."))


def code(text_id: UUID) -> Answer:
    form = CodingForm()
    if not form.validate():
        return page_of_text(text_id, wrong_fields(form)), 422

    def add_codes(session: Session, text: Text) -> None:
        form.add_to(session, text, by=staff_id(), at=now())

    return change_text(text_id, add_codes, _l("The text is coded."), field="code_words")


def uncode(text_id: UUID) -> Answer:
    form = UncodingForm()

    def remove_it(session: Session, text: Text) -> None:
        form.take_from(session, text, by=staff_id(), at=now())

    return change_text(text_id, remove_it, _l("The code is removed."))


def show_similar(text_id: UUID) -> str:
    return _similar(text_id, [])


def mark_duplicate(text_id: UUID) -> Answer:
    form = DuplicateForm()

    def mark(session: Session, text: Text) -> None:
        of = text_by_short_id(session, form.short_id, round_id=text.round_id)
        actions.mark_duplicate_text(session, text, of=of, by=staff_id(), at=now())

    return change_text(text_id, mark, _l("The text is marked as a duplicate."), field="of", page=_similar)


def change_text(
    text_id: UUID,
    change: Callable[[Session, Text], object],
    done: object,
    *,
    page: Page | None = None,
    field: str = "",
    leads_on: bool = False,
) -> Answer:
    position = position_of(_text_or_404(db_session(), text_id))
    here = url_for(".text", text_id=text_id, **same_filters())

    def change_it(session: Session) -> None:
        change(session, hold_text(session, text_id))

    return carry_out(
        change_it,
        done,
        page=lambda problems: (page or page_of_text)(text_id, problems),
        back=(lambda: go_on(db_session(), position)) if leads_on else here,
        field=field,
        item=(TEXT, text_id),
    )


def page_of_text(text_id: UUID, problems: Problems) -> str:
    session = db_session()
    text = _text_or_404(session, text_id)
    parts = parts_of(session, text)
    return render_template(
        "staff/text.html",
        text=text,
        pieces=pieces(text.original, text.masks, [one for one, _words in parts["suspects"]], parts["coding"]["spans"]),
        duplicate_number=short_id(text.duplicate_of) if text.duplicate_of else "",
        **frame(session, text, problems),
        **parts,
    )


def _similar(text_id: UUID, problems: Problems) -> str:
    session = db_session()
    text = _text_or_404(session, text_id)
    return render_template(
        "staff/similar.html",
        item=text,
        similar=lines_of(session, similar_texts(session, text, key=alike_key())),
        **head(session, text, problems),
    )


def _text_or_404(session: Session, text_id: UUID) -> Text:
    try:
        return find_text(session, text_id)
    except NoSuchText:
        abort(404)
