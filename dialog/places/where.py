"""Where a sender says it is: one place, several, or the way between two; each by pin, name, area or words. Pure.

The fields of the first place are lat, lon, named, area, words and q (what was searched for); of the second lat-2, lon-2
and so on; of the end of a way to_lat, to_lon and so on.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dialog.geography.points import BadPoint, Point, read_point
from dialog.texts.cleaning import LONGEST_TEXT, clean_text

ONE, SEVERAL, WAY = "place", "places", "way"
SHAPES = (ONE, SEVERAL, WAY)
MOST_PLACES = 5
FIRST, END = 1, 0  # numbers of places: 1 to MOST_PLACES, and the end of a way
EVERY = (*range(FIRST, MOST_PLACES + 1), END)
_LONGEST_QUERY = 100  # characters


def field(name: str, place: int) -> str:
    """The name of a place's field."""
    return f"to_{name}" if place == END else name if place == FIRST else f"{name}-{place}"


@dataclass(frozen=True)
class Problem:
    """Why what was said can't be kept."""

    field: str
    reason: str  # no_place, no_start, no_end, not_on_map, no_such_area, no_such_name, too_long


@dataclass(frozen=True)
class Said:
    """What was said of where one place is."""

    place: int
    pin: Point | None = None
    named: int | None = None  # the id of a name in the list
    area: str = ""  # the value of a choice
    words: str = ""
    query: str = ""
    problems: tuple[Problem, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.pin or self.named or self.area or self.words or self.problems)


@dataclass(frozen=True)
class Where:
    """Everything that was said of where it is."""

    shape: str
    places: tuple[Said, ...]  # those that say something: of a way its two ends, if they do
    problems: tuple[Problem, ...]

    def words(self, names: Mapping[str, str]) -> str:
        """All the words, in the order of the places; for an end of a way that is only an area, its name in `names`."""
        if self.shape == WAY:
            told = [said.words or ("" if said.pin or said.named else names.get(said.area, "")) for said in self.places]
            return "\n→ ".join(told).strip() if any(told) else ""
        said = [(number, said.words) for number, said in enumerate(self.places, start=1) if said.words]
        return "\n".join(f"{number}. {words}" if len(self.places) > 1 else words for number, words in said)


def read_where(given: Mapping[str, str], areas: Collection[str]) -> Where:
    """What a form says; `areas` are the values that may be chosen. With no shape that we know it is one place."""
    shape = given.get("shape", ONE)
    if shape == WAY:
        return _read_way(given, areas)
    numbers = range(FIRST, MOST_PLACES + 1) if shape == SEVERAL else (FIRST,)
    places = tuple(said for said in (read_said(given, place, areas) for place in numbers) if not said.is_empty)
    missing = () if places else (Problem("words", "no_place"),)
    return _checked(Where(shape if shape in SHAPES else ONE, places, missing))


def _read_way(given: Mapping[str, str], areas: Collection[str]) -> Where:
    start, end = read_said(given, FIRST, areas), read_said(given, END, areas)
    missing = [(start, Problem("words", "no_start")), (end, Problem(field("words", END), "no_end"))]
    return _checked(
        Where(
            WAY,
            tuple(said for said in (start, end) if not said.is_empty),
            tuple(problem for said, problem in missing if said.is_empty),
        )
    )


def _checked(where: Where) -> Where:
    """With the problems of its places, and one more where only all words together are too many."""
    found = [*where.problems, *(problem for said in where.places for problem in said.problems)]
    lengths = [len(said.words) for said in where.places]
    if max(lengths, default=0) <= LONGEST_TEXT < sum(lengths):
        longest = max(where.places, key=lambda said: len(said.words))
        found.append(Problem(field("words", longest.place), "too_long"))
    return Where(where.shape, where.places, tuple(found))


def read_said(given: Mapping[str, str], place: int, areas: Collection[str]) -> Said:
    """What the fields of one place say."""
    problems: list[Problem] = []
    words = clean_text(given.get(field("words", place), ""))
    if len(words) > LONGEST_TEXT:
        problems.append(Problem(field("words", place), "too_long"))
    area = given.get(field("area", place), "")
    if area and area not in areas:
        problems.append(Problem(field("area", place), "no_such_area"))
        area = ""
    pin = _read_pin(given, place, problems)
    named = _read_name(given, place, problems)
    query = clean_text(given.get(field("q", place), ""))[:_LONGEST_QUERY]
    return Said(place, pin, named, area, words, query, tuple(problems))


def _read_pin(given: Mapping[str, str], place: int, problems: list[Problem]) -> Point | None:
    lat, lon = given.get(field("lat", place), ""), given.get(field("lon", place), "")
    if not (lat or lon):
        return None
    try:
        return read_point(lat, lon)
    except BadPoint:
        problems.append(Problem(field("lat", place), "not_on_map"))
        return None


def _read_name(given: Mapping[str, str], place: int, problems: list[Problem]) -> int | None:
    chosen = given.get(field("named", place), "")
    if chosen and not (chosen.isascii() and chosen.isdigit() and len(chosen) < 10):
        problems.append(Problem(field("q", place), "no_such_name"))
        return None
    return int(chosen) if chosen else None
