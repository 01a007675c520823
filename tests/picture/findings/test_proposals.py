"""What the figures suggest rests on figures that are shown, says how firmly, and is the same every time."""

from hypothesis import given
from hypothesis import strategies as some

from dialog.picture.beside.verdicts import Outside, compare_areas
from dialog.picture.content import Picture, Quote
from dialog.picture.findings.numbers import numbers_in
from dialog.picture.findings.proposing.everything import propose
from dialog.picture.findings.proposing.gaps import gaps
from dialog.picture.findings.proposing.proposal import Before, Proposal, Setting
from dialog.picture.findings.proposing.rising import breaks
from dialog.picture.findings.resting import figure
from dialog.picture.findings.told import CELL, GAP, MODERATE, PROBLEM, STRENGTH, STRONG, WEAK
from dialog.picture.presentation import FEW
from dialog.picture.tables import Cell, Key, State
from tests.picture.findings.drafts import AREAS, MEASURES, SHAPES, keys, picture, said, shown

EVERYBODY = {("all", "rated"): 200, ("north", "rated"): 60, ("south", "rated"): 100, ("west", "rated"): 40}
BIG = {("all", "T1"): 90, ("all", "T2"): 50, ("north", "T1"): 50, ("south", "T1"): 30, ("west", "T1"): 10}
VOICES = {("all",): 220, ("north",): 70, ("south",): 100, ("west",): 50}


def setting(*, problems=BIG, rated=EVERYBODY, is_open=False, before=None, others=(), lanes=(), quotes=(), **tables):
    told = {"area": VOICES, "problems": problems, "rated": rated} | tables
    made = picture({id: shown(values) for id, values in told.items()}, quotes)
    return Setting(made, MEASURES, is_open, before, others, lanes)


def proposed(found: Setting) -> dict[str, Proposal]:
    return {one.key: one for one in propose(found)}


def test_the_problems_with_most_voices_come_first_with_the_figures_they_rest_on():
    first, second = list(proposed(setting()).values())[:2]
    assert (first.key, second.key) == ("largest:T1", "largest:T2")
    assert "90 of the 200 voices" in first.statement["en"]
    assert {one.key for one in first.evidence} == {("all", "T1"), ("all", "rated")}


def test_what_was_written_and_quoted_about_a_problem_goes_with_it():
    quote = Quote("11111111-1111-4111-8111-111111111111", "Bilarna kör fort", "sv", "T1", "problem", None)
    found = setting(themes={("T1", "problem"): 33}, quotes=(quote,))
    one = proposed(found)["largest:T1"]
    assert "33" in one.statement["en"]
    assert quote.text in {evidence.text for evidence in one.evidence}


def test_a_problem_stands_out_where_a_much_larger_part_calls_it_big():
    found = proposed(setting())
    assert "In north, 50 of the 60 voices" in found["concentrated:T1:north"].statement["en"]
    assert not [key for key in found if key.startswith("concentrated:T1:") and not key.endswith("north")]


def test_a_share_of_too_few_voices_is_no_proposal():
    few = EVERYBODY | {("north", "rated"): FEW - 1}
    assert "concentrated:T1:north" not in proposed(setting(problems=BIG | {("north", "T1"): 20}, rated=few))


def test_the_evening_is_set_beside_the_day():
    evening = {("all", "group:safe"): 100, ("all", "group:unsafe"): 100}
    day = {("all", "group:safe"): 150, ("all", "group:unsafe"): 40}
    one = proposed(setting(**{"Q1.b-by-area": evening, "Q1.a-by-area": day}))["evening:all"]
    assert "100 of the 200" in one.statement["en"] and "40 of 190" in one.statement["en"]


def test_calm_evenings_and_what_makes_places_safe_are_strengths():
    calm = {("south", "group:safe"): 80, ("south", "group:unsafe"): 10}
    found = proposed(setting(strengths={("lighting",): 9}, **{"Q1.b-by-area": calm}))
    assert {found["calm:south"].kind, found["strength:strength:lighting"].kind} == {STRENGTH}


def test_areas_that_are_small_and_areas_that_are_withheld_are_one_gap():
    found = setting(area={("all",): 130, ("north",): 70, ("south",): 12})
    one = proposed(found)["gap:area"]
    assert "south" in one.statement["en"] and "west" in one.statement["en"] and "12" not in one.statement["en"]
    assert [gap.name["en"] for gap in gaps(found) if gap.sort == "area"] == ["south", "west"]


def test_groups_of_whom_few_answered_are_a_gap():
    found = proposed(setting(language={("all",): 220, ("sv",): 200, ("ar",): 20}))
    assert "language: ar" in found["gap:group"].statement["en"]


def test_sources_that_are_not_there_are_a_gap():
    assert "reported crime" in proposed(setting())["gap:source"].statement["en"]
    assert "reported crime" not in proposed(setting(lanes={"reported-crime"}))["gap:source"].statement["en"]


def earlier(share: int, *, kept: bool = True, same_areas: bool = True, web: int = 180) -> Before:
    tables: dict[str, dict[Key, int]] = {
        "Q2.T1": {("all",): 200, ("T1",): share, ("T1:rated",): 100},
        "channel": {("all",): 200, ("web",): web, ("paper",): 200 - web},
    }
    then = picture({id: shown(values) for id, values in tables.items()})
    return Before(3, then, {"Q2.T1": "Q2.T1"} if kept else {}, same_areas)


NOW = {
    "Q2.T1": {("all",): 200, ("T1",): 50, ("T1:rated",): 100},
    "channel": {("all",): 200, ("web",): 180, ("paper",): 20},
}


def test_what_has_risen_since_the_round_before_is_proposed_with_both_figures():
    one = proposed(setting(before=earlier(30), **NOW))["rising:T1:all"]
    assert one.kind == PROBLEM
    assert "50 of the 100" in one.statement["en"] and "30 of 100" in one.statement["en"]


def test_what_has_fallen_is_a_strength_and_what_hardly_changed_is_nothing():
    assert proposed(setting(before=earlier(70), **NOW))["falling:T1:all"].kind == STRENGTH
    assert not [key for key in proposed(setting(before=earlier(48), **NOW)) if key.startswith(("rising", "falling"))]


def test_a_question_asked_in_another_way_breaks_the_series_and_says_so():
    found = setting(before=earlier(30, kept=False), **NOW)
    assert not [key for key in proposed(found) if key.startswith("rising")]
    assert any("T1: asked in another way" in sentence["en"] for sentence in breaks(found))


def test_of_an_open_round_it_is_said_that_it_is_open_and_nothing_is_strong():
    found = proposed(setting(is_open=True, before=earlier(30), **NOW))
    assert "So far" in found["rising:T1:all"].statement["en"]
    assert "still open" in found["largest:T1"].reason["en"]
    assert STRONG not in {one.strength for one in found.values()}


def test_another_mix_of_channels_is_a_caution():
    found = setting(before=earlier(30, web=100), **NOW)
    assert "came in other ways" in proposed(found)["rising:T1:all"].reason["en"]
    assert any("came in other ways" in sentence["en"] for sentence in breaks(found))


def test_strength_grows_with_voices_and_with_ways_of_saying_it():
    many = BIG | {("all", "T1"): 150, ("all", "all"): 220, ("all", "T9"): 10}
    themes = {("T1", stance): 33 for stance in ("all", "problem", "strength", "proposal")}
    assert proposed(setting(problems=many))["largest:T1"].strength == MODERATE
    assert proposed(setting(problems=many, themes=themes))["largest:T1"].strength == STRONG
    assert proposed(setting(problems=BIG | {("all", "T1"): 20}))["largest:T1"].strength == WEAK


CRIME = Outside(
    "crime-2026", "reported-crime", said("Crime counts"), "T1", {"all": 10, "north": 14, "south": 20, "west": None}
)


def test_sources_agree_differ_or_are_unknown_area_by_area():
    verdicts = {one.area.id: one.verdict for one in compare_areas(setting().picture, CRIME)}
    assert verdicts == {"north": "agree", "south": "differ", "west": "unknown"}


def test_a_disagreement_of_sources_is_a_finding_of_its_own():
    found = proposed(setting(others=[CRIME]))
    assert found["agree:crime-2026:T1"].kind == PROBLEM
    assert found["differ:crime-2026:T1"].kind == "disagreement"
    assert "south" in found["differ:crime-2026:T1"].statement["en"]


CELLS = some.one_of(
    some.integers(5, 400).map(lambda value: Cell(value, State.SHOWN)),
    some.sampled_from([Cell(None, State.WITHHELD), Cell(None, State.NO_DATA), Cell(0, State.SHOWN)]),
)
TABLES = some.fixed_dictionaries({id: some.fixed_dictionaries(dict.fromkeys(keys(id), CELLS)) for id in SHAPES})
KEPT = {"Q2.T1": "Q2.T1"}


def any_setting(now, then, is_open: bool) -> Setting:
    outside = Outside(
        "crime", "reported-crime", said("Crime"), "T1", dict.fromkeys(("all", *AREAS), 1.0) | {"north": 2.0}
    )
    return Setting(picture(now), MEASURES, is_open, Before(1, picture(then), KEPT, True), [outside])


def figures_shown(*pictures: Picture) -> set[int]:
    return {
        cell.value or 0
        for one in pictures
        for table in one.tables
        for cell in table.cells.values()
        if cell.value is not None
    }


@given(now=TABLES, then=TABLES, is_open=some.booleans())
def test_a_proposal_never_rests_on_a_figure_that_is_not_shown(now, then, is_open: bool):
    found = any_setting(now, then, is_open)
    for one in propose(found):
        for evidence in one.evidence:
            if evidence.kind == CELL:
                assert figure(found.picture, evidence.table, evidence.key).state is State.SHOWN, one.key
        assert one.evidence or one.kind == GAP


@given(now=TABLES, then=TABLES)
def test_no_number_in_a_proposal_is_anything_but_figures_that_are_shown_or_the_sum_of_two(now, then):
    found = any_setting(now, then, False)
    shown_ones = figures_shown(found.picture, picture(then))
    allowed = shown_ones | {one + other for one in shown_ones for other in shown_ones} | {FEW}
    for one in propose(found):
        assert set(numbers_in(one.statement["en"])) <= allowed, one.statement


@given(now=TABLES, then=TABLES, is_open=some.booleans())
def test_the_same_tables_give_the_same_proposals(now, then, is_open: bool):
    once, again = (propose(any_setting(now, then, is_open)) for _ in range(2))
    assert once == again
    assert len({one.key for one in once}) == len(once)
