"""Asking a database for many values in one statement with one parameter: quicker than a list of thousands of them."""

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, BigInteger, Select, Uuid, bindparam, func, select
from sqlalchemy.orm import Session
from sqlalchemy.types import TypeEngine


def among_ids(session: Session, ids: Iterable[UUID]) -> Select[Any]:
    """A subquery for `column.in_(…)`: all of these ids."""
    return _among(session, list(ids), Uuid())


def among_numbers(session: Session, numbers: Iterable[int]) -> Select[Any]:
    """A subquery for `column.in_(…)`: all of these whole numbers."""
    return _among(session, list(numbers), BigInteger())


def _among(session: Session, values: list[Any], type_: TypeEngine[Any]) -> Select[Any]:
    if session.get_bind().dialect.name == "postgresql":
        return select(func.unnest(bindparam(None, values, type_=ARRAY(type_))))
    written = json.dumps([one.hex if isinstance(one, UUID) else one for one in values])
    return select(func.json_each(written).table_valued("value").c.value)
