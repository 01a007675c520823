"""What a cell says."""

from datetime import date, datetime

import pytest

from dialog.rows.cells import day_of, mended, number_of, past_day_of, text_of

TODAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    "written",
    [
        *("2025-03-09", "2025-3-9", "2025-03-09T23:59:59.123Z", "2025-03-09 21:15:00 +01:00", " 2025-03-09 "),
        *("20250309", "2025/03/09", "9.3.2025", "09 / 03 / 2025", date(2025, 3, 9), datetime(2025, 3, 9, 23, 59)),
    ],
)
def test_a_day_is_read_however_it_is_written(written):
    assert day_of(written) == date(2025, 3, 9)


@pytest.mark.parametrize(
    "written",
    [
        *("Sun Mar 09 23:59:59 WIB 2025", "Sun Mar 9 2025 23:59:59 GMT+0100 (Central European Time)", "Mar 9, 2025"),
        *(
            "Sun, 09 Mar 2025 21:15:00 GMT",
            "9 March 2025",
            "9 mars 2025",
            "sön 9 mar 2025",
            "09-Mar-2025",
            "MARCH 9 2025",
        ),
        *(1741478400, "1741564799", 1741478400.0, 1741478400.5, 1741478400000, "1741564799999", "20250309T211500Z"),
        *("20250309211500", "MARCH 9 2025"),
    ],
)
def test_a_day_is_read_as_programs_write_it(written):
    assert day_of(written) == date(2025, 3, 9)


@pytest.mark.parametrize(("written", "month"), [("3 maj 2025", 5), ("May 3 2025", 5), ("3 okt. 2025", 10)])
def test_months_may_be_swedish_or_english(written, month):
    assert day_of(written) == date(2025, month, 3)


@pytest.mark.parametrize(
    "written", ["", "2025-02-30", "30.2.2025", "13/13/2025", "yesterday", "2025", 45725, None, "Feb 30 2025", "31 2025"]
)
def test_an_impossible_day_is_refused(written):
    with pytest.raises(ValueError, match=r"no date|day|month"):
        day_of(written)


@pytest.mark.parametrize(
    ("written", "says"),
    [("2025-06-03", "future"), ("1899-12-30", "long ago"), ("2025-02-30", "no date"), ("", "empty")],
)
def test_nothing_can_have_come_in_tomorrow_or_before_computers(written, says):
    with pytest.raises(ValueError, match=says):
        past_day_of(written, today=TODAY)


def test_letters_that_were_encoded_twice_are_put_right():
    assert mended("pyörä".encode().decode("cp1252")) == "pyörä"
    assert mended("LÃ¤hellÃ¤") == "Lähellä"


@pytest.mark.parametrize("sound", ["Vårdnäs", "بيرغا", "naïve façade", "Ångström – «så»", "Ã", "plain"])
def test_sound_letters_are_left_alone(sound):
    assert mended(sound) == sound


def test_numbers_may_have_a_decimal_comma():
    assert number_of("58,41") == 58.41
    assert number_of(" −15.5 ") == -15.5
    for none in ("58,41,2", True, "", None):
        with pytest.raises(ValueError, match=r"not a number|could not convert"):
            number_of(none)


def test_whole_numbers_show_no_decimals():
    assert text_of(108111.0) == "108111"
    assert text_of(None) == ""
