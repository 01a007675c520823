"""Pages where a reviewer reads, masks, codes and decides about one text."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import abort, render_template, request, url_for
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from dialog.accounts.gates import now, staff_id
from dialog.review import actions
from dialog.review.changes import (
    VOICE_DECISIONS,
    Answer,
    Decisions,
    Problems,
    asked_decision,
    carry_out,
    wrong_fields,
)
from dialog.review.codebook import CODEBOOK, STANCES
from dialog.review.coding import add_code, remove_code, span_of
from dialog.review.duplicates import short_id, similar_texts, text_by_short_id
from dialog.review.forms import CodingForm, DuplicateForm, HideForm, number_from, same_filters
from dialog.review.frame import frame, head
from dialog.review.lines import lines_of
from dialog.review.masking import LABELS, Span
from dialog.review.models import Coding
from dialog.review.queries import NoSuchText, find_text, own_codings, voice_of
from dialog.review.reading import pieces
from dialog.review.sentences import code_words, label_name, stance_words, topic_of
from dialog.review.statuslog import hold_text
from dialog.review.suspects import find_suspects
from dialog.texts.cleaning import clean_text
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


def show(text_id: UUID) -> str:
    return _page(text_id, [])


def decide(text_id: UUID) -> Answer:
    decision, done = asked_decision(DECISIONS)
    return _change(text_id, lambda session, text: decision(session, text, by=staff_id(), at=now()), done)


def judge_voice(text_id: UUID) -> Answer:
    judge, done = asked_decision(VOICE_DECISIONS)
    return _change(
        text_id, lambda session, text: judge(session, voice_of(session, text), by=staff_id(), at=now()), done
    )


def hide(text_id: UUID) -> Answer:
    form = HideForm()
    if not form.validate():
        return _page(text_id, wrong_fields(form)), 422

    def hide_them(session: Session, text: Text) -> None:
        words, label = str(form.words.data), str(form.label.data)
        actions.hide_words(session, text, words=words, label=label, by=staff_id(), at=now())

    return _change(text_id, hide_them, _l("The words are hidden."), field="words")


def show_again(text_id: UUID) -> Answer:
    start = number_from(request.form.get("start", ""))

    def show_them(session: Session, text: Text) -> None:
        actions.show_words(session, text, start=-1 if start is None else start, by=staff_id(), at=now())

    return _change(text_id, show_them, _l("The words are shown again."))


def code(text_id: UUID) -> Answer:
    form = CodingForm()
    if not form.validate():
        return _page(text_id, wrong_fields(form)), 422

    def add_codes(session: Session, text: Text) -> None:
        stance, words = str(form.stance.data), str(form.code_words.data)
        for chosen in dict.fromkeys(form.codes.data):
            add_code(session, text, code=chosen, stance=stance, words=words, by=staff_id(), at=now())

    return _change(text_id, add_codes, _l("The text is coded."), field="code_words")


def uncode(text_id: UUID) -> Answer:
    chosen, stance = (clean_text(request.form.get(name, "")) for name in ("code", "stance"))
    start = number_from(request.form.get("start", "")) or 0

    def remove_it(session: Session, text: Text) -> None:
        remove_code(session, text, code=chosen, stance=stance, start=start, by=staff_id(), at=now())

    return _change(text_id, remove_it, _l("The code is removed."))


def show_similar(text_id: UUID) -> str:
    return _similar(text_id, [])


def mark_duplicate(text_id: UUID) -> Answer:
    form = DuplicateForm()

    def mark(session: Session, text: Text) -> None:
        of = text_by_short_id(session, form.short_id, round_id=text.round_id)
        actions.mark_duplicate_text(session, text, of=of, by=staff_id(), at=now())

    return _change(text_id, mark, _l("The text is marked as a duplicate."), field="of", page=_similar)


def _change(
    text_id: UUID, change: Callable[[Session, Text], None], done: object, *, page: Page | None = None, field: str = ""
) -> Answer:
    return carry_out(
        lambda session: change(session, hold_text(session, text_id)),
        done,
        page=lambda problems: (page or _page)(text_id, problems),
        back=url_for(".text", text_id=text_id, **same_filters()),
        field=field,
    )


def _page(text_id: UUID, problems: Problems) -> str:
    session = db_session()
    text = _text_or_404(session, text_id)
    return render_template("staff/text.html", text=text, **frame(session, text, problems), **_reading(session, text))


def _reading(session: Session, text: Text) -> dict[str, Any]:
    """The words, marked, and what one's own codes and the proposals to hide say of them."""
    codings = own_codings(session, text.id, coder_id=staff_id())
    spans = sorted({span for coding in codings if (span := span_of(coding, text))})
    suspects = find_suspects(text.original, [(mask["start"], mask["end"]) for mask in text.masks])
    return {
        "pieces": pieces(text.original, text.masks, suspects, spans),
        "suspects": [(one, text.original[one.start : one.end]) for one in suspects],
        "labels": LABELS,
        "label_options": [(label, label_name(label)) for label in LABELS],
        "chosen_codes": request.form.getlist("codes"),
        "codings": [_chip(coding, span_of(coding, text), spans) for coding in codings],
        "codebook": CODEBOOK,
        "stances": STANCES,
        "duplicate_number": short_id(text.duplicate_of) if text.duplicate_of else "",
    }


def _chip(coding: Coding, span: Span | None, spans: list[Span]) -> dict[str, Any]:
    """One coding in words; `passage` counts the coded passages of the text, 0 is the whole."""
    return {
        "code": coding.code,
        "stance": coding.stance,
        "start": coding.start,
        "topic": topic_of(coding.code),
        "words": code_words(coding.code),
        "stance_words": stance_words(coding.stance),
        "passage": spans.index(span) + 1 if span else 0,
    }


def _similar(text_id: UUID, problems: Problems) -> str:
    session = db_session()
    text = _text_or_404(session, text_id)
    return render_template(
        "staff/similar.html",
        item=text,
        similar=lines_of(session, similar_texts(session, text)),
        **head(session, text, problems),
    )


def _text_or_404(session: Session, text_id: UUID) -> Text:
    try:
        return find_text(session, text_id)
    except NoSuchText:
        abort(404)
