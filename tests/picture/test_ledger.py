"""Whatever leaves of a round, under any name, is protected against all that ever left of it."""

from dataclasses import replace
from itertools import product
from random import Random
from typing import Any

import pytest
from sqlalchemy.orm import Session

from dialog.areas.queries import area_tree, areas_in
from dialog.audit.queries import latest_events
from dialog.picture.actions import DraftTooOld, release_picture
from dialog.picture.area_items import AreaItems
from dialog.picture.content import tables_from
from dialog.picture.counting import count
from dialog.picture.coverage.actions import count_coverage
from dialog.picture.disclosure import Rule, is_small_gathering
from dialog.picture.ids import VOICES
from dialog.picture.ledger import ever_left, everything_told, rounding_before
from dialog.picture.observations import Observations
from dialog.picture.plan import Plan
from dialog.picture.summaries.actions import TooMuchToTell, keep_coverage, keep_summary
from dialog.picture.summaries.models import LeftTables, NeverUndone
from dialog.picture.summaries.parts import CHANNEL, OCCASION, Part
from dialog.picture.tables import Cell, Dimension, Item, Key, RawTable, SafeTable, State
from dialog.picture.universes import Frame, universes
from dialog.picture.voices import hear
from dialog.review.codebook.queries import codebook_in_force
from dialog.survey.models import Round
from dialog.survey.queries import questionnaire_of
from tests.factories import make_round
from tests.picture.attack import attack, gathered, knowledge
from tests.picture.speaking import TODAY, draft, picture_of, release, respond

MEETING, SCHOOL = Part(OCCASION, "1", "meeting"), Part(OCCASION, "2", "school")
RULE = Rule()


@pytest.fixture
def round(session: Session) -> Round:
    return make_round(session)


def said(session: Session, round: Round, times: int, answer: str, *, part: Part | None = None, **more: Any) -> None:
    respond(session, round, times, answers={"Q10": answer, **more}, channel=part.channel if part else "web")


def raw_of(session: Session, round: Round, part: Part) -> tuple[int, list[RawTable]]:
    """The voices of a part, which is all that came by its channel, and their one-way tables in the plan's shapes."""
    questions = [one for one in questionnaire_of(round).columns() if one.is_counted]
    areas = areas_in(session, round.area_id, round.division)
    items = AreaItems(areas, area_tree(session).parents, root_id=round.area_id, kind=round.area_kind)
    heard = hear(session, round.id, questions, on=TODAY)
    observed = universes(heard, Frame(items, questions, [], codebook_in_force(session)))[VOICES]
    came = observed.placed["channel"]
    place = [item.id for item in came.dimension.items].index(part.channel)
    mask = came.member[came.codes, place]
    own = Observations(int(mask.sum()), {name: one.only(mask) for name, one in observed.placed.items()})
    plan = Plan(round.slug, "2026-10-01/2026-12-31", questions, {VOICES: own})
    shapes = plan.shapes(small=True) if is_small_gathering(own.size) else plan._answers()
    raw = [count(one.heading, one.dimensions, own, one.columns) for one in shapes if len(one.dimensions) == 1]
    return own.size, raw


def tell(session: Session, round: Round, part: Part) -> tuple[SafeTable, ...]:
    voices, raw = raw_of(session, round, part)
    return tables_from(
        keep_summary(session, round=round, part=part, voices=voices, raw=raw, rule=RULE, on=TODAY).tables
    )


def figure(tables: tuple[SafeTable, ...], id: str, item: str) -> Cell:
    return next(one for one in tables if one.heading.id.endswith(id))[(item,)]


def test_a_summary_leaves_protected_and_stands_in_the_ledger(session: Session, round: Round) -> None:
    said(session, round, 30, "yes", part=MEETING)
    said(session, round, 3, "no", part=MEETING)
    told = tell(session, round, MEETING)
    assert figure(told, "Q10", "yes").value is not None or figure(told, "Q10", "all").value == 33
    assert figure(told, "Q10", "no").state is State.WITHHELD
    assert [one.part for one in everything_told(session, round.id)] == [MEETING]
    assert "summary left" in [event.action for event in latest_events(session)]


def test_the_rest_of_a_round_is_not_found_by_subtracting_an_occasion(session: Session, round: Round) -> None:
    said(session, round, 20, "yes", part=MEETING)
    said(session, round, 20, "no", part=MEETING)
    assert figure(tell(session, round, MEETING), "Q10", "yes").value == 20
    said(session, round, 2, "yes")  # two more on the web, who say yes
    said(session, round, 40, "no")
    assert figure(picture_of(session, round).tables, "Q10", "yes").state is State.WITHHELD


def test_nor_by_subtracting_two_occasions_that_are_large_enough_each(session: Session, round: Round) -> None:
    for part in (MEETING, SCHOOL):
        said(session, round, 20, "yes", part=part)
        said(session, round, 20, "no", part=part)
        tell(session, round, part)
    said(session, round, 2, "yes")
    said(session, round, 40, "no")
    assert figure(picture_of(session, round).tables, "Q10", "yes").state is State.WITHHELD


def test_an_occasion_told_after_the_edition_does_not_leave_the_few_others_alone(session: Session, round: Round) -> None:
    said(session, round, 20, "yes", part=MEETING)
    said(session, round, 20, "no", part=MEETING)
    said(session, round, 2, "yes")
    said(session, round, 40, "no")
    release(session, round)
    told = tell(session, round, MEETING)
    assert figure(told, "Q10", "yes").state is State.WITHHELD


def test_two_occasions_of_like_size_do_not_hide_each_other(session: Session, round: Round) -> None:
    for part in (MEETING, SCHOOL):
        said(session, round, 20, "yes", part=part)
        said(session, round, 21, "no", part=part)
    tell(session, round, MEETING)
    assert figure(tell(session, round, SCHOOL), "Q10", "yes").value == 20


def test_an_occasion_is_part_of_its_channel(session: Session, round: Round) -> None:
    said(session, round, 20, "yes", part=MEETING)
    said(session, round, 21, "no", part=MEETING)
    tell(session, round, MEETING)
    said(session, round, 3, "yes", part=MEETING)  # at another meeting
    said(session, round, 20, "no", part=MEETING)
    told = tell(session, round, Part(CHANNEL, "meeting", "meeting"))
    assert figure(told, "Q10", "yes").state is State.WITHHELD


@pytest.mark.parametrize(
    ("changes", "voices"),
    [({"background": True}, 19), ({"items": 5}, 19), ({"second": True}, 19), ({"second": True}, 200)],
)
def test_small_gatherings_get_one_way_tables_of_few_categories_without_background(
    session: Session, round: Round, changes: dict[str, Any], voices: int
) -> None:
    _, (raw, *_) = _anything(session, round)
    items = (raw.dimensions[0].items[0], *(Item(f"i{n}", {"en": "x"}) for n in range(changes.get("items", 2))))
    own = Dimension("question:x", {"en": "x"}, items, background=changes.get("background", False))
    dimensions = (own, replace(own, id="question:y")) if changes.get("second") else (own,)
    counts = dict.fromkeys(product(*([item.id for item in one.items] for one in dimensions)), 0)
    table = RawTable(raw.heading, dimensions, counts)
    with pytest.raises(TooMuchToTell):
        keep_summary(session, round=round, part=MEETING, voices=voices, raw=[table], rule=RULE, on=TODAY)


def _anything(session: Session, round: Round) -> tuple[int, list[RawTable]]:
    said(session, round, 12, "yes", part=MEETING)
    return raw_of(session, round, MEETING)


def test_a_draft_made_before_a_summary_left_is_too_old_to_release(session: Session, round: Round) -> None:
    said(session, round, 40, "yes", part=MEETING)
    made = draft(session, round)
    tell(session, round, MEETING)
    with pytest.raises(DraftTooOld):
        release_picture(session, made, on=TODAY)


def test_what_was_told_of_can_not_be_changed(session: Session, round: Round) -> None:
    said(session, round, 40, "yes", part=MEETING)
    tell(session, round, MEETING)
    session.query(LeftTables).one().name = "another"
    with pytest.raises(NeverUndone):
        session.flush()


def test_a_count_of_who_answered_joins_the_ledger_when_it_is_told(session: Session, round: Round) -> None:
    respond(session, round, 40)
    count_coverage(session, round=round, rule=RULE, on=TODAY)
    assert ever_left(session, round.id) == []
    keep_coverage(session, round=round, on=TODAY)
    assert rounding_before(session, round.id) == 0
    respond(session, round, 2)
    areas = next(one for one in picture_of(session, round).tables if one.heading.id == "area")
    assert areas[("north",)].state is State.WITHHELD


@pytest.mark.parametrize("seed", range(4))
def test_no_reader_of_editions_summaries_and_coverage_together_finds_a_few_voices(
    session: Session, round: Round, seed: int
) -> None:
    """Summary, coverage, edition, summary, edition: then all of it is one puzzle, with the rest of the round in it."""
    chance = Random(seed)
    some(session, round, chance, MEETING, 26)
    first = tell(session, round, MEETING)
    some(session, round, chance, None, 14)
    count_coverage(session, round=round, rule=RULE, on=TODAY)
    keep_coverage(session, round=round, on=TODAY)
    release(session, round)
    some(session, round, chance, SCHOOL, 24)
    second = tell(session, round, SCHOOL)
    some(session, round, chance, None, chance.randint(0, 9))
    later = picture_of(session, round).tables
    raw = together(session, round)
    public = told_of(raw, {"all": later, "meeting": first, "school": second})
    voices = gathered([raw], [public])
    known = knowledge(voices, 5, 10, [])
    known.needed.update({name: 1 for name, true in voices.true.items() if not 0 < true < 5})
    assert list(attack(voices, known)) == []


def some(session: Session, round: Round, chance: Random, part: Part | None, number: int) -> None:
    for _ in range(number):
        said(session, round, 1, chance.choices(["yes", "partly", "no"], [6, 3, 2])[0], part=part)


def together(session: Session, round: Round) -> RawTable:
    """Who came by which of the three ways, by what they answered: as no table ever leaves."""
    by_part = {
        part.channel: _q10(raw_of(session, round, part)[1]) for part in (MEETING, SCHOOL, Part(CHANNEL, "web", "web"))
    }
    answers = next(iter(by_part.values())).dimensions[0]
    names = [Item("all", {"en": "All"}, None), *(Item(name, {"en": name}) for name in by_part)]
    parts = Dimension("part", {"en": "part"}, tuple(names))
    counts: dict[Key, int] = {
        (name, item): table.counts[(item,)] for name, table in by_part.items() for item in ids(answers)
    }
    counts |= {("all", item): sum(counts[(name, item)] for name in by_part) for item in ids(answers)}
    return RawTable(next(iter(by_part.values())).heading, (parts, answers), counts)


def ids(dimension: Dimension) -> list[str]:
    return [item.id for item in dimension.items]


def _q10(tables: list[RawTable]) -> RawTable:
    return next(one for one in tables if one.heading.id == "Q10")


def told_of(raw: RawTable, told: dict[str, tuple[SafeTable, ...]]) -> SafeTable:
    """Each row as it was told; of those who came by no occasion nothing ever was."""
    cells = dict.fromkeys(raw.counts, Cell(None, State.WITHHELD))
    for row, tables in told.items():
        table = next(one for one in tables if one.heading.id.endswith("Q10"))
        cells |= {(row, *key): cell for key, cell in table.cells.items()}
    return SafeTable(raw.heading, raw.dimensions, cells)
