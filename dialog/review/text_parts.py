"""The parts of the page of one text: each a template, and what gives it its data. A part is added here alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for
from sqlalchemy.orm import Session

from dialog.accounts.gates import staff_id
from dialog.review.alike.shown import alike_of_text
from dialog.review.answering.showing import answering_of_text
from dialog.review.around import suspects_of
from dialog.review.coding.about_text import coding_of
from dialog.review.forms import same_filters
from dialog.review.holding.shown import held_of
from dialog.review.masking import LABELS
from dialog.review.notes.showing import notes_shown
from dialog.review.queries import is_voice_set_aside, voice_of
from dialog.review.sentences import label_name
from dialog.review.translations.showing import translations_shown
from dialog.texts.models import ACCEPTED, NEW, Text

BESIDE, ASIDE, BELOW = "beside", "aside", "below"  # under the words, beside them, or under both


@dataclass(frozen=True)
class Part:
    """`data` gives names that the template uses; all parts of the page share them."""

    template: str
    place: str
    data: Callable[[Session, Text], Mapping[str, Any]]


def _hiding(session: Session, text: Text) -> dict[str, Any]:
    """What is hidden, and what may have to be."""
    return {
        "suspects": [(one, text.original[one.start : one.end]) for one in suspects_of(session, text)],
        "labels": LABELS,
        "label_options": [(label, label_name(label)) for label in LABELS],
    }


def _coding(session: Session, text: Text) -> dict[str, Any]:
    """What the box for codes shows."""
    is_closed = text.held or is_voice_set_aside(session, voice_of(session, text))
    is_open = text.status in (NEW, ACCEPTED) and not is_closed
    code_url = url_for("staff.review.code_text", text_id=text.id, **same_filters())
    uncode_url = url_for("staff.review.uncode_text", text_id=text.id, **same_filters())
    return {
        "coding": coding_of(session, text, by=staff_id(), is_open=is_open, code_url=code_url, uncode_url=uncode_url)
    }


def _held(session: Session, text: Text) -> dict[str, Any]:
    """Whether a second person has to see it."""
    return {"held": held_of(session, text, reader=staff_id())}


PARTS = (
    Part("staff/text_hiding.html", BESIDE, _hiding),
    Part("staff/text_personal.html", BESIDE, _held),
    Part("staff/text_coding.html", ASIDE, _coding),
    Part("staff/text_translations.html", BESIDE, translations_shown),
    Part("staff/text_answers.html", ASIDE, answering_of_text),
    Part("staff/notes.html", ASIDE, notes_shown),
    Part("staff/text_alike.html", BELOW, alike_of_text),
)


def parts_of(session: Session, text: Text) -> dict[str, Any]:
    """The templates by place, and what they need."""
    data: dict[str, Any] = {}
    for part in PARTS:
        data |= part.data(session, text)
    places = (BESIDE, ASIDE, BELOW)
    return {**data, "parts": {place: [one.template for one in PARTS if one.place == place] for place in places}}
