"""So many texts a page, of those that somebody wants to see. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dialog.survey.translating.names import owner_of
from dialog.survey.translating.wordings import UNCHECKED, Wording

PER_PAGE = 25
FILTERS: Mapping[str, tuple[str, ...]] = {
    "": (),  # all
    "missing": ("missing",),
    "outdated": ("outdated",),
    "unchecked": UNCHECKED,
}


@dataclass(frozen=True)
class Leaf:
    """One page. `earlier` and `later` are the texts after which the pages around begin; None: there is no such page."""

    wordings: Sequence[Wording]
    earlier: str | None = None
    later: str | None = None


def fits(wording: Wording, show: str) -> bool:
    return not FILTERS.get(show) or wording.state in FILTERS[show]


def leaf(wordings: Sequence[Wording], show: str, after: str) -> Leaf:
    """The page that begins after a text, whether that still is among those shown or not."""
    start = next((place for place, one in enumerate(wordings, start=1) if one.path == after), 0)
    here = [one for one in wordings[start:] if fits(one, show)]
    before = [place for place, one in enumerate(wordings[:start]) if fits(one, show)]
    return Leaf(
        here[:PER_PAGE],
        earlier=_path_before(wordings, before[-PER_PAGE:][0]) if before else None,
        later=here[PER_PAGE - 1].path if len(here) > PER_PAGE else None,
    )


def by_question(wordings: Sequence[Wording]) -> Iterator[tuple[str, list[Wording]]]:
    """(path of the question or section, its texts on this page)."""
    for owner, some in groupby(wordings, key=lambda one: owner_of(one.path)):
        yield owner, list(some)


def _path_before(wordings: Sequence[Wording], place: int) -> str:
    return wordings[place - 1].path if place else ""
