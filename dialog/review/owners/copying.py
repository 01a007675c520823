"""What of a report may leave the house: what was reviewed and masked, and where it is roughly."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review.masking import masked_text
from dialog.review.queries import LEFT_OUT
from dialog.review.translations.actions import is_outdated, language_of
from dialog.review.translations.models import CHECKED, Translation
from dialog.review.translations.queries import translations_into
from dialog.texts.models import ACCEPTED, Text

PLACE = "place"  # the question whose answer says where exactly it is


@dataclass(frozen=True)
class Said:
    """One text without what is hidden, and what a person checked that it says in the language of the house."""

    text_id: UUID
    question: str
    language: str
    words: str
    translation: str = ""


def texts_for_copy(session: Session, report: Report, *, exact: bool) -> Sequence[Text]:
    """Those that were accepted and are not held back; what says where it is in words only with the exact point."""
    chosen = select(Text).where(Text.report_id == report.id, Text.status == ACCEPTED, ~Text.held, Text.original != "")
    if not exact:
        chosen = chosen.where(Text.question != PLACE)
    return session.scalars(chosen.order_by(Text.question, Text.id)).all()


def said_in(session: Session, texts: Sequence[Text], *, language: str) -> list[Said]:
    """What a copy says of these texts, with translations into a language where there are any."""
    translated = translations_into(session, [text.id for text in texts], language)
    return [_said(text, translated.get(text.id)) for text in texts]


def _said(text: Text, translation: Translation | None) -> Said:
    words = masked_text(text.original, text.masks, say=lambda _label: LEFT_OUT)
    fits = translation is not None and translation.state == CHECKED and not is_outdated(translation, text)
    return Said(text.id, text.question, language_of(text), words, translation.body if translation and fits else "")
