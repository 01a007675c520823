"""What residents leave holds no name, address, time of day or key to staff, and its ids tell nothing of when."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import DateTime, Table, Time, Uuid
from sqlalchemy.orm import Session

from dialog.schema import metadata
from dialog.survey.actions import submit_response
from dialog.survey.models import Round
from tests.factories import make_round

RESIDENT = (
    *("response", "report", "text", "receipt", "exact_point", "photo", "photo_original", "me_too"),
    *("imported_report", "place_report"),
)
PERSONAL = {"email", "name", "ip", "address", "user_agent", "phone", "staff_id", "user_id", "created_at", "updated_at"}

tables = pytest.mark.parametrize("table", [metadata.tables[name] for name in RESIDENT], ids=RESIDENT)


@tables
def test_no_column_is_personal_or_knows_the_time_of_day(table: Table) -> None:
    assert not PERSONAL & set(table.columns.keys())
    assert not [column for column in table.columns if isinstance(column.type, DateTime | Time)]


@tables
def test_no_key_leads_to_staff(table: Table) -> None:
    assert not [key for key in table.foreign_keys if key.column.table.name in ("staff", "staff_session")]


@tables
def test_insertion_order_is_not_kept(table: Table) -> None:
    assert table.dialect_options["sqlite"]["with_rowid"] is False
    assert not [column for column in table.primary_key if column.autoincrement is True]


def test_ids_are_random_not_time_ordered(session: Session) -> None:
    round = make_round(session)
    ids = [_id_of_a_response(session, round) for _ in range(40)]
    assert all(UUID(str(id)).version == 4 for id in ids)
    assert ids != sorted(ids)


def _id_of_a_response(session: Session, round: Round) -> UUID:
    return submit_response(
        session,
        round=round,
        language="sv",
        channel="web",
        area_id=None,
        answers={},
        texts={},
        on=date(2026, 5, 4),
    )


def test_every_resident_id_is_a_uuid() -> None:
    for name in ("response", "report", "text"):
        assert isinstance(metadata.tables[name].c.id.type, Uuid)
