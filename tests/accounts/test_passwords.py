"""What a password must be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.accounts.passwords.hashing import hash_password, is_password
from dialog.accounts.passwords.rule import COMMON, LONG, OWN, SHORT, SHORTEST, fault_of


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("elva tecken", SHORT),
        ("x" * 201, LONG),
        ("passwordpassword", COMMON),
        ("P@ssw0rd2026!", COMMON),
        ("Sommaren2026!", COMMON),
        ("lösenord12345", COMMON),
        ("Losenord 2026", COMMON),
        ("aaaaaaaaaaaa", COMMON),
        ("abcabcabcabc", COMMON),
        ("123456789012", COMMON),
        ("qwertyuiopåasd", COMMON),
        ("anna.vik 1234", OWN),
        ("min adress är Anna.Vik@kommunen.example", OWN),
    ],
)
def test_what_is_guessed_first_is_refused(password, fault):
    assert fault_of(password, email="anna.vik@kommunen.example") == fault


@pytest.mark.parametrize(
    "password",
    ["rätt häst batteri klammer", "correct horse battery staple", "كلمات كثيرة طويلة", "        ett hus         "],
)
def test_long_words_of_any_script_are_good_without_digits_or_signs(password):
    assert fault_of(password, email="anna.vik@kommunen.example") is None


@given(st.text(max_size=SHORTEST - 1))
def test_nothing_short_is_good(password):
    assert fault_of(password) == SHORT


@given(st.text(max_size=300), st.emails())
def test_any_words_get_an_answer(password, email):
    assert fault_of(password, email=email) in (None, SHORT, LONG, COMMON, OWN)


def test_an_account_without_a_password_is_opened_by_none():
    assert not is_password("", "")
    assert not is_password("", "correct horse battery staple")
    assert is_password(hash_password("å" * 12), "å" * 12)
