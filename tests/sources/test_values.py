"""What a cell of statistics says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.sources.tables.values import NONE, NOT_APPLICABLE, NOT_AVAILABLE, SECRET, Unreadable, Value, read_value
from dialog.sources.understanding.periods import period_of
from dialog.sources.understanding.units import part_of, unit_of


@pytest.mark.parametrize(
    ("said", "number"),
    [("1,53", 1.53), ("1.53", 1.53), ("1 234,5", 1234.5), ("1\u00a0234", 1234), ("1.234,5", 1234.5), ("12 %", 12),
     ("\u22123", -3), (7, 7), ("0", 0), ("1 234 567", 1234567)],
)  # fmt: skip
def test_numbers_as_people_write_them(said, number):
    assert read_value(said) == Value(float(number))


@pytest.mark.parametrize(
    ("said", "reason"),
    [("..", NOT_AVAILABLE), (".", NOT_APPLICABLE), ("-", NONE), ("–", NONE), ("", NOT_AVAILABLE), (None, NOT_AVAILABLE),
     ("<5", SECRET), ("färre än 5", SECRET), ("x", SECRET), ("NA", NOT_AVAILABLE), (float("nan"), NOT_AVAILABLE)],
)  # fmt: skip
def test_a_missing_figure_keeps_its_reason_and_is_never_zero(said, reason):
    assert read_value(said) == Value(None, reason)


@pytest.mark.parametrize("said", ["cirka 5", "1,2,3", "1_000", "inf", "2024-01-01"])
def test_what_is_neither_is_said(said):
    with pytest.raises(Unreadable, match="neither a number"):
        read_value(said)


@given(st.floats(allow_nan=False, allow_infinity=False), st.booleans())
def test_a_number_survives_a_decimal_comma(number, comma):
    said = f"{number:f}"
    assert read_value(said.replace(".", ",") if comma else said).number == float(said)


@pytest.mark.parametrize(
    ("said", "period"),
    [("2024", "2024"), (2024, "2024"), ("2024.0", "2024"), ("202409", "2024-09"), ("2024M09", "2024-09"),
     ("2024K3", "2024-Q3"), ("Kvartal 3 2024", "2024-Q3"), ("2022-2024", "2022–2024"), ("2019/20", "2019–2020"),
     ("2018-07", "2018-07"), ("2024H1", "2024-H1")],
)  # fmt: skip
def test_periods_get_one_spelling(said, period):
    assert period_of(said) == period


@pytest.mark.parametrize("said", ["", "hela tiden", "24", "2024-13", "2024-2020"])
def test_what_is_no_period_is_said(said):
    with pytest.raises(ValueError, match="period"):
        period_of(said)


@pytest.mark.parametrize(
    ("said", "unit"),
    [("Antal", "count"), ("Antal per 100 000 inv", "per 100000"), ("Antal per 1 000 invånare", "per 1000"),
     ("Andel (%) utsatta", "percent"), ("Problemindex", "index"), ("Våldsbrott", "")],
)  # fmt: skip
def test_units_as_their_words_tell(said, unit):
    assert unit_of(said) == unit


def test_limits_and_answers_are_known_by_their_words():
    said = ("KI (95 %) undre gräns", "KI (95 %) övre gräns", "Antal svarande i NTU.", "Antal", "Övre Norrland")
    assert [part_of(one) for one in said] == ["lower", "upper", "n", "value", "value"]
