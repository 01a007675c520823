"""Which figures of two questionnaires may stand in one series. Pure.

What is measured stays comparable as long as it is asked in the same words, with the same options, in the same way. A
mere correction of the words may keep a series if staff say so, with a reason; other options never do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from dialog.languages import Words
from dialog.survey.questionnaire import Column, Questionnaire

Status = Literal["kept", "reworded", "options", "gone", "new"]
BROKEN, KEPT = "broken", "kept"  # what staff decide of a series that was reworded


@dataclass(frozen=True)
class Series:
    """One thing that is measured, in two questionnaires of which one follows the other."""

    measures: str
    status: Status
    was: Column | None
    now: Column | None
    languages: tuple[str, ...] = ()  # in which the words differ

    @property
    def is_kept(self) -> bool:
        return self.status == "kept"

    @property
    def asks_for_a_reason(self) -> bool:
        """Whether a series ends, or may end, with the later questionnaire."""
        return self.status in ("reworded", "options", "gone")


def series(before: Questionnaire, after: Questionnaire) -> list[Series]:
    """What becomes of everything that either measures: first what was measured before, then what is new."""
    was, now = _measured(before), _measured(after)
    known = [_one(measures, was[measures], now.get(measures), before.main) for measures in was]
    return known + [Series(measures, "new", None, now[measures]) for measures in now if measures not in was]


def are_comparable(one: Column, other: Column, *, main: str) -> bool:
    """Whether two columns measure the same in the same words of the main language, with the same options."""
    return bool(one.measures) and one.measures == other.measures and _one("", one, other, main).is_kept


def decided(found: Series, changes: Mapping[str, Mapping[str, str]]) -> str:
    """kept or broken, as staff decided when the later version was published; what nobody decided on is as it is."""
    if found.status == "reworded":
        return changes.get(found.measures, {}).get("decision", BROKEN)
    return KEPT if found.is_kept else BROKEN


def _measured(questionnaire: Questionnaire) -> dict[str, Column]:
    return {column.measures: column for column in questionnaire.columns() if column.measures}


def _one(measures: str, was: Column, now: Column | None, main: str) -> Series:
    if now is None:
        return Series(measures, "gone", was, None)
    differing = tuple(sorted({tag for one in _pairs(was, now) for tag in _differing(*one)}))
    same_options = [option.id for option in was.options] == [option.id for option in now.options]
    if not same_options or (was.kind, was.several) != (now.kind, now.several):
        return Series(measures, "options", was, now, differing)
    return Series(measures, "reworded" if main in differing else "kept", was, now, differing)


def _pairs(was: Column, now: Column) -> Iterator[tuple[Words, Words]]:
    """Texts that must say the same."""
    yield was.title, now.title
    after = {option.id: option.text for option in now.options}
    yield from ((option.text, after[option.id]) for option in was.options if option.id in after)


def _differing(one: Words, other: Words) -> Iterator[str]:
    """Languages in which both say something, and not the same; spaces do not count."""
    yield from (tag for tag in one.keys() & other.keys() if one[tag].split() != other[tag].split())
