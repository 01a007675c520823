"""The fields of a form, one by one. Pure."""

from collections.abc import Mapping, Sequence

from dialog.texts.cleaning import LONGEST_TEXT, clean_text

Given = Mapping[str, Sequence[str]]  # the name of a field -> all its values


class NotUsable(ValueError):
    """What was filled in can't be kept: `problems` says why, by the id of the field."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(", ".join(f"{field}: {why}" for field, why in problems.items()))
        self.problems = problems


def first(given: Given, name: str) -> str:
    return next(iter(given.get(name, ())), "")


def text_in(given: Given, name: str) -> str:
    """A text that may have several lines, fit to be kept."""
    return clean_text(first(given, name))[:LONGEST_TEXT]


def line_of(written: str) -> str:
    """A text on one line, fit to be kept."""
    return " ".join(clean_text(written).split())[:LONGEST_TEXT]


def is_checked(given: Given, name: str) -> bool:
    return bool(first(given, name))


def same_line(one: str, other: str) -> bool:
    """Whether a field of one line shows both alike: it drops the breaks of what it is given."""
    return line_of(one) == line_of(other)
