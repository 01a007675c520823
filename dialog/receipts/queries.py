"""Finding what a code stands for."""

from sqlalchemy.orm import Session

from dialog.receipts.models import Receipt


def receipt_of(session: Session, code_hash: str) -> Receipt | None:
    return session.get(Receipt, code_hash)
