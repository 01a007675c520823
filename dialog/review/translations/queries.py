"""Reading translations, and seeing whether they still fit."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.review.masking import masked_text
from dialog.review.queries import LEFT_OUT
from dialog.review.translations.models import Translation
from dialog.texts.models import Text


class NoSuchTranslation(LookupError):
    """The text has no translation into that language."""


def source_of(text: Text) -> str:
    """What may be translated of a text: with […] for what is hidden."""
    return masked_text(text.original, text.masks, say=lambda _label: LEFT_OUT)


def translations_of(session: Session, text_id: UUID) -> Sequence[Translation]:
    """By language."""
    kept = select(Translation).where(Translation.text_id == text_id)
    return session.scalars(kept.order_by(Translation.language)).all()


def find_translation(session: Session, text_id: UUID, language: str) -> Translation:
    """Raises NoSuchTranslation."""
    if (found := session.get(Translation, (text_id, language))) is None:
        raise NoSuchTranslation(language)
    return found


def translations_into(session: Session, text_ids: Sequence[UUID], language: str) -> dict[UUID, Translation]:
    """By text, in one query."""
    kept = select(Translation).where(Translation.text_id.in_(text_ids), Translation.language == language)
    return {one.text_id: one for one in session.scalars(kept)}
