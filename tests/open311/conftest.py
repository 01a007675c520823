"""An open round, and a system that may send to it."""

import pytest
from sqlalchemy import select

from dialog.schema import metadata
from tests.factories import make_round
from tests.open311.factories import make_system


@pytest.fixture
def round(session):
    made = make_round(session)
    session.commit()
    return made


@pytest.fixture
def key(session, round):
    made = make_system(session)
    session.commit()
    return made


@pytest.fixture
def every_cell(session):
    """Everything that the database holds, as one text."""

    def read() -> str:
        session.expire_all()
        rows = (session.execute(select(table)).all() for table in metadata.sorted_tables)
        return "\n".join(str(tuple(row)) for table in rows for row in table)

    return read
