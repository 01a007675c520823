"""Finding what a code stands for."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.receipts.models import Receipt


def receipt_of(session: Session, code_hash: str) -> Receipt | None:
    return session.get(Receipt, code_hash)


def has_code(session: Session, response_id: UUID) -> bool:
    """Whether whoever sent a response was given a code: not on paper, and not once its term is over."""
    found = select(Receipt.code_hash).where(Receipt.response_id == response_id)
    return session.scalar(found.limit(1)) is not None
