"""Codes of receipts."""

from hypothesis import given
from hypothesis import strategies as st

from dialog.receipts.codes import code_for, hash_of, read_code, spaced

SECRET = "a secret of the tests"


@given(st.text(min_size=1))
def test_a_key_always_gives_the_same_twenty_digits(key: str) -> None:
    code = code_for(key, SECRET)
    assert len(code) == 20 and code.isdigit() and code == code_for(key, SECRET)
    assert code != code_for(key, SECRET + "!")


@given(st.text(min_size=1))
def test_a_code_is_read_back_from_how_it_is_shown(key: str) -> None:
    code = code_for(key, SECRET)
    assert read_code(spaced(code)) == read_code(f"  {code[:7]}-{code[7:]}\u200f ") == code


def test_digits_of_any_script_are_read() -> None:
    assert read_code("٤٨٢١ ٠٩٣٧ ٥٥١٦ ٢٨٠٤ ٧٧١٩") == "48210937551628047719"
    assert read_code("۴۸۲۱ ۰۹۳۷ ۵۵۱۶ ۲۸۰۴ ۷۷۱۹") == "48210937551628047719"


@given(st.text())
def test_nothing_typed_breaks_the_reading(typed: str) -> None:
    code = read_code(typed)
    assert code is None or len(code) == 20


def test_what_is_kept_of_a_code_does_not_hold_it() -> None:
    assert "48210937551628047719" not in hash_of("48210937551628047719", SECRET)
    assert hash_of("1" * 20, SECRET) != hash_of("2" * 20, SECRET)
