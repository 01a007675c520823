"""A document says what has changed since the round before: as far as it can be compared, and visibly where it can't."""

from sqlalchemy.orm import Session

from dialog.picture.documents.kinds import possible
from dialog.picture.documents.pieces import Grid, Note, Piece, Points, Prose
from dialog.picture.documents.queries import bound_draft
from dialog.picture.documents.view import Wanted, view_of
from dialog.survey.models import Round
from tests.factories import make_round
from tests.picture.speaking import draft, respond
from tests.picture.test_changes import ANSWERS, later, listened
from tests.survey.test_comparability import with_text


def told(session: Session, round: Round) -> list[Piece]:
    """The section about changes, in English."""
    bound = bound_draft(session, draft(session, round))
    view = view_of(bound.picture, bound.paper, bound.stamp, Wanted(language="en"))
    return [piece for chapter in view.chapters if chapter.id == "change" for piece in chapter.pieces]


def lines(pieces: list[Piece], title: str) -> dict[str, list[str]]:
    """The table of that title: its rows by name."""
    grid = next(one for one in pieces if isinstance(one, Grid) and one.title == title)
    return {name.text: [figure.text for figure in figures] for name, figures in grid.rows}


def points(pieces: list[Piece]) -> dict[str, str]:
    return {point.name.text: point.words.text for one in pieces if isinstance(one, Points) for point in one.points}


def notes(pieces: list[Piece]) -> str:
    return " ".join(one.text for one in pieces if isinstance(one, Note))


def test_what_goes_on_stands_beside_what_was_with_shares_of_those_who_answered(session: Session):
    listened(session)
    round = later(session)
    respond(session, round, 50, answers=ANSWERS)
    found = told(session, round)
    problems = next(one.title for one in found if isinstance(one, Grid) and "roblem" in one.title)
    assert ["40 of 100", "50 of 50", "40 → 100"] in lines(found, problems).values()
    assert lines(found, "Voices")["All voices"] == ["100", "50"]
    assert lines(found, "Voices")["Norrby"] == ["40", "50"]
    assert "Västerby" not in lines(found, "Voices")  # nobody has said anything there, either time
    opening = next(one for one in found if isinstance(one, Prose))
    assert "edition 1" in opening.parts[0].lines[0][0].text
    assert "31 December 2026" in opening.parts[1].lines[0][0].text
    assert "no margin of error" in notes(found)


def test_what_was_reworded_or_drawn_anew_is_a_break_with_its_reason_and_no_trend(session: Session):
    listened(session)
    round = later(session, with_text("Q6", "sv", "Brukar du undvika platser?"))
    round.division = "drawn anew"
    respond(session, round, 50, answers=ANSWERS)
    found = told(session, round)
    reasons = set(points(found).values())
    assert "Asked in other words than then." in reasons
    assert "The areas have other borders than then, although they may be called the same." in reasons
    assert list(lines(found, "Voices")) == ["All voices"]
    assert not any("–" in one.title for one in found if isinstance(one, Grid))  # nothing of an area


def test_people_who_came_by_other_ways_are_warned_of_before_any_figure(session: Session):
    listened(session)
    round = later(session)
    respond(session, round, 30, answers=ANSWERS)
    respond(session, round, 30, answers=ANSWERS, channel="school")
    found = told(session, round)
    assert "by other ways than then" in notes(found)
    assert points(found)["At school"] == "0 of 100 voices then, 50 now"
    kinds = [type(one) for one in found]
    assert kinds.index(Points) < kinds.index(Grid)


def test_an_edition_of_the_same_round_is_compared_with_another_caution(session: Session):
    round = listened(session)
    respond(session, round, 20, answers=ANSWERS)
    found = told(session, round)
    assert "not that a problem has grown" in notes(found)
    assert lines(found, "Voices")["All voices"] == ["100", "120"]


def test_the_first_picture_of_all_has_no_section_about_changes(session: Session):
    round = make_round(session)
    respond(session, round, 30)
    assert told(session, round) == []
    assert ("change", "") not in possible(bound_draft(session, draft(session, round)).picture)
