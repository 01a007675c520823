"""Giving receipts."""

from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from dialog.receipts.models import Receipt


class KeyReused(Exception):
    """The same filling was sent once before with other words; the first one arrived."""


def keep_receipt(
    session: Session, *, code_hash: str, body_hash: str, response_id: UUID | None = None, report_id: UUID | None = None
) -> None:
    """Remember what a code stands for. Raises IntegrityError when there is one with the same code."""
    row = {"code_hash": code_hash, "body_hash": body_hash, "response_id": response_id, "report_id": report_id}
    session.execute(insert(Receipt.__table__), row)  # type: ignore[arg-type]


def arrived_before(session: Session, *, code_hash: str, body_hash: str) -> bool:
    """Whether this very submission is stored already. Raises KeyReused when another one has its key."""
    receipt = session.get(Receipt, code_hash)
    if receipt and receipt.body_hash != body_hash:
        raise KeyReused
    return receipt is not None
