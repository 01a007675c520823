"""The code on a receipt: 20 digits, the same in every language. Pure."""

import hmac

DIGITS = 20  # about 66 bits: guessing one is hopeless
GROUP = 4


def code_for(key: str, secret: str) -> str:
    """The code of a submission: a keyed hash of its idempotency key, so that a repeated post shows it again."""
    number = int.from_bytes(hmac.digest(secret.encode(), f"receipt\x1f{key}".encode(), "sha256"), "big")
    return f"{number % 10**DIGITS:0{DIGITS}d}"


def spaced(code: str) -> str:
    """In fours, to be read aloud and copied: 4821 0937 5516 2804 7719."""
    return " ".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def read_code(typed: str) -> str | None:
    """The code in what somebody typed, in any script's digits and with any spaces; None if it is none."""
    digits = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in typed[:200] if not _is_gap(sign))
    return digits if len(digits) == DIGITS and digits.isdecimal() else None


def hash_of(code: str, secret: str) -> str:
    """What is kept of a code."""
    return hmac.digest(secret.encode(), f"code\x1f{code}".encode(), "sha256").hex()


def _is_gap(sign: str) -> bool:
    return sign.isspace() or sign in "-–\u200e\u200f\u2066\u2067\u2068\u2069"
