"""What the box for codes beside a text shows: one's own codes, the codebook, the sentences to choose among."""

from typing import Any

from flask import request
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dialog.review.codebook.book import STANCES, Code, Codebook, stance_text
from dialog.review.codebook.showing import code_words, codebook, stance_words, topic_of
from dialog.review.coding.spans import parts, within, written
from dialog.review.masking import Span, masked_text
from dialog.review.models import Coding
from dialog.review.queries import own_codings
from dialog.review.suggesting.showing import suggested
from dialog.texts.models import NEW, Text
from dialog.web.pages import say
from dialog.web.requests import page_language


def coding_of(
    session: Session, text: Text, *, by: int, code_url: str, uncode_url: str, is_open: bool, is_blind: bool = False
) -> dict[str, Any]:
    """All that staff/text_coding.html needs. `is_open`: codes can be added now; `is_blind`: nothing is suggested.

    `spans` are the coded stretches, in the order in which they are numbered.
    """
    codings = own_codings(session, text.id, coder_id=by)
    spans = within([(one.start, one.end) for one in codings], len(text.original))
    return {
        "code_url": code_url,
        "uncode_url": uncode_url,
        "is_open": is_open,
        "accepts": text.status == NEW,
        "codings": [_chip(one, spans) for one in codings],
        "spans": spans,
        "topics": _topics(codebook().in_use()),
        "stances": [(id, say(stance_text(id))) for id in STANCES],
        "parts": _parts(text),
        "suggestions": suggested(text, besides={one.code for one in codings}) if is_open and not is_blind else [],
        "chosen": request.form.getlist("codes"),
        "chosen_parts": request.form.getlist("code_parts"),
    }


def _chip(coding: Coding, spans: list[Span]) -> dict[str, Any]:
    """One coding in words; `passage` counts the coded passages of the text, 0 is the whole."""
    span = (coding.start, coding.end)
    return {
        "code": coding.code,
        "stance": coding.stance,
        "start": coding.start,
        "end": coding.end,
        "note": coding.note,
        "topic": topic_of(coding.code),
        "words": code_words(coding.code),
        "stance_words": stance_words(coding.stance),
        "passage": spans.index(span) + 1 if span in spans else 0,
    }


def _topics(book: Codebook) -> list[dict[str, Any]]:
    """Topics with their subcodes, each with its label and the words that find it."""
    return [
        {"id": topic.id, "label": topic.text, "codes": [_choice(one) for one in (topic, *book.under(topic.id))]}
        for topic in book.topics()
    ]


def _choice(code: Code) -> dict[str, Any]:
    finds = " · ".join(code.guide.examples.get(page_language(), ()))
    return {"id": code.id, "label": code.text, "definition": code.guide.definition, "finds": finds}


def _parts(text: Text) -> list[tuple[str, str]]:
    """The sentences of the text, as a form sends them and as they read with what is hidden left out."""
    found = parts(text.original)
    return [(written(span), _masked(text, span)) for span in found] if len(found) > 1 else []


def _masked(text: Text, span: Span) -> str:
    start, end = span
    masks = [{**one, "start": one["start"] - start, "end": one["end"] - start} for one in text.masks]
    return masked_text(text.original[start:end], masks, say=lambda label: _(label))
