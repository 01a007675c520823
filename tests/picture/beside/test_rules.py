"""What is taken of a source when nobody has chosen, what words mean, and where marks lie."""

from hypothesis import given
from hypothesis import strategies as st

from dialog.picture.beside.guessing import guessed_code
from dialog.picture.beside.scatter import HEIGHT, WIDTH, scatter
from dialog.picture.beside.things import (
    MOST_CATEGORIES,
    MOST_PERIODS,
    Held,
    Thing,
    category_of,
    is_total,
    is_total_of_a_time,
    latest_periods,
    time_of,
    usual_choices,
)
from dialog.picture.statistics.quadrants import Felt, Quadrant, quadrants
from dialog.review.codebook.shipped import SHIPPED
from tests.picture.test_quadrants import Crimes

PERIODS = st.sampled_from(["2023", "2024", "2025", "2024-Q1", "2024-Q2", "2024-09", "2022–2024", "2023–2025", "2020"])


@given(st.sets(PERIODS))
def test_periods_are_the_latest_few_of_one_sort_in_order(periods: set[str]):
    found = latest_periods(periods)
    assert len(found) <= MOST_PERIODS and list(found) == sorted(found) and set(found) <= periods
    assert len({len(one) for one in found}) <= 1
    assert bool(found) == bool(periods)


def test_spans_that_overlap_are_left_out_where_one_tells_of_another():
    assert latest_periods({"2022–2024", "2023–2025", "2020–2021"}, apart=True) == ("2020–2021", "2023–2025")


def test_periods_go_on_in_the_sort_that_has_left_before():
    assert latest_periods({"2025", "2025-Q1"}, like=["2024-Q4"]) == ("2025-Q1",)


def test_times_of_the_day_are_known_by_their_words_and_other_groups_of_people_are_left_out():
    assert [time_of(one) for one in ("Kvällstid", "natt", "På dagen", "Måndag", "Stöld")] == [
        "evening", "night", "day", "", "",
    ]  # fmt: skip
    assert category_of("Stöld", "natt") == "Stöld – natt"
    assert category_of("Stöld", "kvinnor") is None
    assert (
        is_total_of_a_time("Totalt – natt") and is_total_of_a_time("Kväll") and not is_total_of_a_time("Stöld – natt")
    )


def test_totals_are_known_by_their_words():
    for said in ("", "Totalt", "Samtliga brott", "Totalt antal brott", "Total", "Brott totalt"):
        assert is_total(said), said
    for said in ("Stöld", "Våldsbrott", "Totalförsvar"):
        assert not is_total(said), said


def test_problems_are_guessed_from_their_names_and_never_from_what_is_good():
    guesses = {"Trafikbrott": "T1", "Våldsbrott": "T7", "Bostadsinbrott": "T6", "Narkotikabrott": "T2", "Klotter": "T5"}
    assert {said: guessed_code(said, SHIPPED) for said in guesses} == guesses
    assert guessed_code("Fråga 1 – Ordningsstörningar / Trafikbrott", SHIPPED) == "T1"
    assert {guessed_code(said, SHIPPED) for said in ("Totalt", "Trygg i trafiken", "Brott mot person")} == {None}


@given(st.lists(st.tuples(st.text(max_size=4), st.sampled_from(["count", "per 1000"])), unique=True, max_size=40))
def test_what_is_usual_is_a_few_categories_with_all_of_their_units(things: list[tuple[str, str]]):
    held = [Held(Thing(category, unit, ""), 3, ("2025",)) for category, unit in things]
    chosen = {thing for thing, choice in usual_choices(held, {}).items() if choice.shown}
    categories = {thing.category for thing in chosen}
    assert len(categories) <= MOST_CATEGORIES
    assert chosen == {one.thing for one in held if one.thing.category in categories}


NUMBERS = st.integers(0, 100)


@given(st.lists(st.tuples(NUMBERS, st.floats(0, 500) | st.none()), max_size=20))
def test_every_area_that_is_known_has_its_mark_inside_the_drawing(areas: list[tuple[int, float | None]]):
    told = [Felt(str(number), {}, unsafe, 100) for number, (unsafe, _) in enumerate(areas)]
    found = quadrants(told, Crimes({str(number): rate for number, (_, rate) in enumerate(areas)}))
    drawing = scatter(found)
    known = [number for number, one in enumerate(found.standings, 1) if one.quadrant is not Quadrant.UNKNOWN]
    assert (drawing is None) == (found.middle_felt is None)
    if drawing:
        assert [one.number for one in drawing.marks] == known
        assert all(0 <= one.x <= WIDTH and 0 <= one.y <= HEIGHT for one in drawing.marks)
