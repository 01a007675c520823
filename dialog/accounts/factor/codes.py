"""Codes that show who somebody is besides the password: six digits of an app, or one of ten on paper. Pure.

The digits are TOTP (RFC 6238) as pyotp makes them: SHA-1, 30 seconds, six digits, which every app knows.
"""

import secrets
import unicodedata
from datetime import UTC, datetime

import pyotp
from pyotp.exceptions import OTPVerificationError

SECONDS = 30
AROUND = 1  # steps before and after, for clocks that differ
RECOVERY_CODES = 10
_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: none that is taken for another
_AS_WRITTEN = str.maketrans("oil", "011")


def new_secret() -> str:
    """160 random bits in base32, as RFC 4226 recommends."""
    return pyotp.random_base32(32)


def address_of(secret: str, *, email: str, issuer: str) -> str:
    """otpauth://…: what the QR code says."""
    return pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=issuer)


def in_fours(secret: str) -> str:
    """The secret as people type it."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def step_of(secret: str, code: str, *, at: datetime) -> int | None:
    """Which step of time (30 s since 1970) the digits belong to, now or just before or after; None when to none.

    `at` is UTC without a zone.
    """
    try:
        return pyotp.TOTP(secret).verify_and_get_timecode(code, for_time=at.replace(tzinfo=UTC), valid_window=AROUND)
    except OTPVerificationError:
        return None


def new_recovery_codes() -> list[str]:
    """Ten codes of 60 random bits: 7k2m-9qxd-4tfw."""
    return [_in_parts("".join(secrets.choice(_SIGNS) for _sign in range(12))) for _code in range(RECOVERY_CODES)]


def as_typed(code: str) -> str:
    """A code without what people put between its signs, whatever digits they write."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKC", code).casefold() if sign.isalnum())
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in plain)


def is_of_app(code: str) -> bool:
    """Whether this, as typed, can be an app's digits; else it is one on paper."""
    return len(code) == 6 and code.isdecimal()


def as_on_paper(code: str) -> str:
    """A recovery code as it was made, whatever is taken for something else."""
    return code.translate(_AS_WRITTEN)


def _in_parts(code: str) -> str:
    return "-".join((code[:4], code[4:8], code[8:]))
