"""What a cell of statistics says: a figure, or why there is none. Pure."""

import re
from dataclasses import dataclass
from math import isfinite

from dialog.rows.cells import text_of

NOT_AVAILABLE, NOT_APPLICABLE, NONE, SECRET = "not available", "not applicable", "zero or none", "secret"
REASONS = (NOT_AVAILABLE, NOT_APPLICABLE, NONE, SECRET)

# As Statistics Sweden and its Nordic sisters print them; how a file of its own declares them, its reader says.
MARKS = {
    **dict.fromkeys(("", "..", "…", ":", "na", "n/a", "#n/a", "nan", "null", "none", "?"), NOT_AVAILABLE),
    ".": NOT_APPLICABLE,
    **dict.fromkeys(("-", "–", "—", "\N{MINUS SIGN}"), NONE),
    **dict.fromkeys(("...", "x", "xx", "*", "**", "c", "s", "hemlig", "sekretess", "secret"), SECRET),
}
_FEWER = re.compile(r"(?:<|färre än|under|less than|fewer than) ?\d+", re.IGNORECASE)
_BLANKS = re.compile(r"(?<=\d)[ \u00a0\u202f\u2009'](?=\d{3}(?!\d))")  # 1 234 567


@dataclass(frozen=True, slots=True)
class Value:
    """A figure, or the reason (of REASONS) why there is none."""

    number: float | None
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Unreadable(ValueError):
    """It is neither a figure nor a mark for one that is missing."""

    said: str

    def __str__(self) -> str:
        return f"{self.said[:40]!r} is neither a number nor a mark for a missing one"


def read_value(cell: object) -> Value:
    """1 234,5 as 1234.5, `..` as not available, <5 as secret. Raises Unreadable."""
    if isinstance(cell, Value):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return Value(float(cell)) if isfinite(cell) else Value(None, NOT_AVAILABLE)
    said = text_of(cell)
    if (reason := reason_of(said)) is not None:
        return Value(None, reason)
    try:
        return Value(_number(said))
    except ValueError:
        raise Unreadable(said) from None


def reason_of(said: str) -> str | None:
    """Why a figure is missing, as a mark in its place tells; None when it is no such mark."""
    return SECRET if _FEWER.fullmatch(said) else MARKS.get(said.casefold())


def _number(said: str) -> float:
    text = _BLANKS.sub("", said.removesuffix("%").strip().replace("\N{MINUS SIGN}", "-"))
    if "," in text and "." in text:  # the later of the two is the decimal sign
        text = text.replace("." if text.rfind(",") > text.rfind(".") else ",", "")
    number = float(text.replace(",", ".") if text.count(",") == 1 else text)
    if "_" in text or not isfinite(number):
        raise ValueError(said)
    return number
