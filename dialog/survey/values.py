"""Numbers and dates as people write them. Pure."""

import unicodedata
from datetime import date
from math import isfinite

from dialog.survey.questionnaire import Question

LARGEST = 1e12  # more is a slip of the finger


class NotAValue(ValueError):
    """Neither a number nor a date, whichever was asked for."""


class OutOfBounds(ValueError):
    """Below the least, or above the most, that the question allows."""


def read_value(question: Question, written: str) -> float | int | str:
    """A number, or a date in ISO form. Raises NotAValue or OutOfBounds."""
    value = _date(written) if question.kind == "date" else _number(written, whole=question.whole)
    for bound, beyond in ((question.least, -1), (question.most, 1)):
        if bound is not None and (value > bound) - (value < bound) == beyond:  # type: ignore[operator]  # of one kind
            raise OutOfBounds(written)
    return value


def _number(written: str, *, whole: bool) -> float | int:
    """With a decimal comma or point, spaces between thousands, and whatever digits."""
    plain = _in_latin_digits(written).replace("\u2212", "-")
    plain = "".join(plain.split()).replace("٫", ".").replace(",", ".")
    try:
        value = float(plain)
    except ValueError:
        raise NotAValue(written) from None
    if not isfinite(value) or abs(value) > LARGEST or "_" in plain or (whole and not value.is_integer()):
        raise NotAValue(written)
    return int(value) if value.is_integer() else value


def _date(written: str) -> str:
    try:
        return date.fromisoformat(_in_latin_digits(written).strip()).isoformat()
    except ValueError:
        raise NotAValue(written) from None


def _in_latin_digits(text: str) -> str:
    """Arabic, Persian and all other decimal digits as 0 to 9."""
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)
