"""Who answered stands beside who lives there in documents too, and a sample is not called open to everybody."""

from collections.abc import Iterator

import pytest
from sqlalchemy import update
from sqlalchemy.orm import Session

from dialog.picture.content import Picture
from dialog.picture.documents.first import first_paper
from dialog.picture.documents.pieces import Grid, Note
from dialog.picture.documents.reading import DRAWN, OPEN_TO_ALL
from dialog.picture.documents.view import Stamp, Wanted, view_of
from dialog.survey.models import Response, Round
from tests.factories import make_round
from tests.picture.beside.figures import populate
from tests.picture.speaking import TODAY, picture_of, respond


@pytest.fixture
def round(session: Session) -> Round:
    """Sixty voices from the north, twelve from the south, two from the west."""
    round = make_round(session)
    for area, number in (("north", 60), ("south", 12), ("west", 2)):
        respond(session, round, number, area=area, answers={"Q6": "never"})
    populate(session, {"all": 7_200, "north": 2_400, "south": 2_400, "west": 2_400})
    return round


def shown(picture: Picture) -> Iterator[object]:
    paper = first_paper(picture)
    for chapter in view_of(picture, paper, Stamp(TODAY, draft=1), Wanted(language="en")).chapters:
        yield from chapter.pieces


def test_voices_of_each_area_stand_beside_its_inhabitants_and_what_is_withheld_stays_so(session: Session, round: Round):
    (grid,) = (
        one for one in shown(picture_of(session, round)) if isinstance(one, Grid) and "who lives here" in one.title
    )
    said = {name.text: [figure.text for figure in figures] for name, figures in grid.rows}
    assert said["Norrby"] == ["60", "2,400", "25", "At least half of the share expected"]
    assert said["Söderby"] == ["not shown", "2,400", "not shown", "too little data"]
    assert said["Västerby"] == said["Söderby"]
    assert "Inhabitants at the end of 2025" in grid.about


@pytest.mark.parametrize("weight", [None, 2.5])
def test_only_an_open_round_is_called_open_to_everybody(session: Session, round: Round, weight: float | None):
    session.execute(update(Response).values(weight=weight))
    notes = [one.text for one in shown(picture_of(session, round)) if isinstance(one, Note)]
    assert (OPEN_TO_ALL in notes, DRAWN in notes) == (weight is None, weight is not None)
    assert any("Nobody was drawn" in one for one in notes) == (weight is None)
