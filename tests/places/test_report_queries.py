"""The report form asks the database as often, however many areas, names and places there are."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from tests.factories import make_round
from tests.forms import hidden_fields
from tests.places.factories import make_name, make_place

PAGE = "/sv/report"
SAID = {"feeling": "unsafe", "area": "north", "words": "Vid ån"}
ASKED: dict[str, Callable[[FlaskClient], object]] = {
    "the form": lambda client: client.get(PAGE),
    "a search": lambda client: client.post(PAGE, data={"do": "search", "q": "Kvarngatan"}),
    "places nearby": lambda client: client.post("/sv/report/nearby.json", data={"area": "north"}),
    "sending": lambda client: client.post(PAGE, data=SAID | hidden_fields(client.get(PAGE).text)),
}


@pytest.fixture
def statements(app: Flask) -> Callable[[Callable[[], object]], int]:
    """How many statements something needs, once it has been done before."""

    def count(do: Callable[[], object]) -> int:
        engine, seen = app.extensions["sessions"].kw["bind"], []
        do()

        def note(*arguments: object) -> None:
            seen.append(arguments[2])

        event.listen(engine, "before_cursor_execute", note)
        do()
        event.remove(engine, "before_cursor_execute", note)
        return len(seen)

    return count


@pytest.mark.parametrize("what", ASKED)
def test_more_rows_need_no_more_queries(
    client: FlaskClient, session: Session, statements: Callable[[Callable[[], object]], int], what: str
) -> None:
    make_round(session)
    make_name(session, "Kvarngatan")
    make_place(session)
    session.commit()
    few = statements(lambda: ASKED[what](client))
    fill(session)
    assert statements(lambda: ASKED[what](client)) == few


def fill(session: Session) -> None:
    root = session.scalars(select(Area.id).where(Area.code == "9999")).one()
    for number in range(60):
        session.add(
            Area(division="test", code=f"x{number}", kind="district", parent_id=root, names={"sv": f"Nr {number}"})
        )
        make_name(session, f"Kvarngatan {number}")
        make_place(session, f"Stigen {number}")
    session.commit()
