"""Storing what a resident sends exactly once, however often it arrives."""

from collections.abc import Callable
from typing import TypedDict
from uuid import UUID

from flask import current_app
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from dialog.receipts.actions import KeyReused, arrived_before, keep_receipt
from dialog.receipts.codes import code_for, hash_of, spaced
from dialog.web.tokens import body_hash

__all__ = ["KeyReused", "Stored", "store_once"]


class Stored(TypedDict, total=False):
    """What was stored: one of the two."""

    response_id: UUID
    report_id: UUID


def store_once(session: Session, *, key: str, store: Callable[[], Stored]) -> str:
    """Store, commit, and hand back the receipt's code in fours; a repeat changes nothing and gets the same code.

    Raises KeyReused when another body came with the same key, and whatever `store` raises.
    """
    secret = current_app.config["SECRET_KEY"]
    code = code_for(key, secret)
    code_hash, body = hash_of(code, secret), body_hash()
    if not arrived_before(session, code_hash=code_hash, body_hash=body):
        try:
            keep_receipt(session, code_hash=code_hash, body_hash=body, **store())
            session.commit()
        except IntegrityError:  # the same submission arrived twice at the same moment
            session.rollback()
            if not arrived_before(session, code_hash=code_hash, body_hash=body):
                raise
    return spaced(code)
