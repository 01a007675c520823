"""What the next version of a codebook changes, and what that does to series of figures. Pure."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from dialog.languages import STAFF_LANGUAGES, Words
from dialog.review.codebook.book import Code, Codebook, LocalFocus

One = TypeVar("One", Code, LocalFocus)
ADDED, RETIRED, RESTORED, REWORDED = "added", "retired", "restored", "reworded"
BEGINS, ENDS, GOES_ON, BREAKS = "begins", "ends", "goes_on", "breaks"
ALWAYS = {ADDED: BEGINS, RETIRED: ENDS, RESTORED: BREAKS}  # what a change does to a series, where nobody has to decide


@dataclass(frozen=True)
class Change:
    """One thing that the next version changes; `before` is what it was, where there was something."""

    kind: str  # of those above
    now: Code | LocalFocus
    before: Code | LocalFocus | None = None

    @property
    def id(self) -> str:
        return self.now.id

    @property
    def asks(self) -> bool:
        """Whether somebody must say if it still means the same."""
        return self.kind == REWORDED


class Undecided(ValueError):
    """Nobody has said whether these still mean the same: their ids."""

    def __init__(self, ids: Sequence[str]) -> None:
        super().__init__(", ".join(ids))
        self.ids = list(ids)


def changes(before: Codebook, after: Codebook) -> list[Change]:
    """In the order of the codebook, focus areas last. More example words change nothing."""
    codes = {code.id: code for code in before.codes}
    focuses = {one.id: one for one in before.focuses}
    found = [_changes(codes.get(code.id), code, _code_words) for code in after.codes]
    found += [_changes(focuses.get(one.id), one, _focus_words) for one in after.focuses]
    return [change for several in found for change in several]


def decided(found: Sequence[Change], same: Mapping[str, bool]) -> dict[str, dict[str, str]]:
    """What becomes of each series: {id: {change, series}}. `same`: whether it means the same as before, by id.

    Raises Undecided.
    """
    if missing := [change.id for change in found if change.asks and change.id not in same]:
        raise Undecided(missing)
    return {change.id: {"change": change.kind, "series": _series(change, same)} for change in found}


def _series(change: Change, same: Mapping[str, bool]) -> str:
    if not change.asks:
        return ALWAYS[change.kind]
    return GOES_ON if same[change.id] else BREAKS


def _changes(before: One | None, now: One, words: Callable[[One], object]) -> Iterator[Change]:
    if before is None:
        yield Change(ADDED, now)
    elif before.retired != now.retired:
        yield Change(RETIRED if now.retired else RESTORED, now, before)
    elif words(before) != words(now):
        yield Change(REWORDED, now, before)


def _code_words(code: Code) -> tuple[Words, ...]:
    guide = code.guide
    return tuple(_of_staff(words) for words in (code.text, guide.definition, guide.here, guide.elsewhere))


def _focus_words(focus: LocalFocus) -> tuple[object, ...]:
    return _of_staff(focus.text), focus.codes


def _of_staff(words: Words) -> Words:
    return {tag: words.get(tag, "") for tag in STAFF_LANGUAGES}
