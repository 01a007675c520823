"""What a password must be: long, not among the commonest, not one's own address. Pure.

As NIST SP 800-63B-4, 3.1.1.2, has it: no rules of composition, no expiry, any character, a list of what is refused.
"""

import re

from dialog.accounts.passwords.commonest import COMMONEST

SHORTEST, LONGEST = 12, 200  # characters
SHORT, LONG, COMMON, OWN = "short", "long", "common", "own"
_AS_LETTERS = str.maketrans("013457@$!", "oieastasi")
_RUNS = ("abcdefghijklmnopqrstuvwxyzåäö", "qwertyuiopåasdfghjklöäzxcvbnm", "01234567890123456789")
_LONGEST_UNIT = 8  # characters that are only repeated


def fault_of(password: str, *, email: str = "") -> str | None:
    """Why this can't be a password: SHORT, LONG, COMMON or OWN; None when it can."""
    if len(password) < SHORTEST:
        return SHORT
    if len(password) > LONGEST:
        return LONG
    if _is_own(password.casefold(), email.casefold()):
        return OWN
    return COMMON if _is_common(password.casefold()) else None


def _is_own(password: str, email: str) -> bool:
    name = email.partition("@")[0]
    return bool(email) and (email in password or (len(name) >= 4 and name in password))


def _is_common(password: str) -> bool:
    letters = re.sub(r"[\W\d_]", "", password)
    stem = re.sub(r"[\W\d_]+$", "", password)  # without the year and the sign that people add
    read = re.sub(r"[\W\d_]", "", stem.translate(_AS_LETTERS))
    if any(word in COMMONEST or _is_repeated_word(word) for word in (letters, read)):
        return True
    return _is_repeated(password) or any(password in run or password in run[::-1] for run in _RUNS)


def _is_repeated_word(letters: str) -> bool:
    """passwordpassword"""
    return any(letters and letters == word * (len(letters) // len(word)) for word in COMMONEST)


def _is_repeated(password: str) -> bool:
    """aaaaaaaaaaaa, 123123123123"""
    return any((password[:size] * len(password))[: len(password)] == password for size in range(1, _LONGEST_UNIT))
