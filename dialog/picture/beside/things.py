"""What the figures of a source are of, and which of them a picture takes when nobody has chosen. Pure."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from dialog.rows.headings import plain
from dialog.sources.understanding.periods import years_of

MOST_CATEGORIES = 12  # of a source that nobody has chosen of
MOST_TABLES = 24  # of it, where categories come in several units
MOST_PERIODS = 5

_TIMES = {  # of the day, as its words show
    "night": re.compile(r"(?:^|_)(?:natt(?:en|etid|tid)?|night)(?:_|$)"),
    "evening": re.compile(r"(?:^|_)(?:kvall(?:en|s?tid)?|evening)(?:_|$)"),
    "day": re.compile(r"(?:^|_)(?:dag(?:en|tid)?|day|daytime|morgon|formiddag|eftermiddag)(?:_|$)"),
}
_TOTAL = re.compile(
    r"|(?:total|totalt|samtliga|summa|alla|all)(?:_(?:antal_)?(?:anmalda_)?brott|_(?:reported_)?crimes?)?"
    r"|(?:anmalda_)?brott(?:_totalt|_totalt_antal|_samtliga)?|(?:reported_)?crimes?(?:_total)?|totalt?_.*|.*_totalt?"
)
_SORTS = (  # of periods, the first that there is decides
    re.compile(r"\d{4}"),
    re.compile(r"\d{4}–\d{4}"),
    re.compile(r"\d{4}-H[12]"),
    re.compile(r"\d{4}-Q[1-4]"),
    re.compile(r"\d{4}-\d\d"),
    re.compile(r".*"),
)


@dataclass(frozen=True, order=True)
class Thing:
    """What a figure is of, besides where and when; `category` tells the time of the day too, where there is one."""

    category: str
    unit: str
    measure: str


@dataclass(frozen=True)
class Choice:
    shown: bool
    code: str | None = None  # the problem of the codebook that it is about


@dataclass(frozen=True)
class Held:
    """One thing that a source tells of our areas: how many figures, and of which periods."""

    thing: Thing
    figures: int
    periods: tuple[str, ...]  # the oldest first


def category_of(category: str, background: str) -> str | None:
    """What figures are of when a picture tells of them; None of figures of some people, which it does not take.

    A time of the day tells of no people, wherever a file has it.
    """
    if not background:
        return category
    if not time_of(background):
        return None
    return f"{category} – {background}" if category else background


def time_of(category: str) -> str:
    """The time of the day that words name; "" for none."""
    said = plain(category)
    return next((time for time, sign in _TIMES.items() if sign.search(said)), "")


def is_total(category: str) -> bool:
    return bool(_TOTAL.fullmatch(plain(category)))


def is_total_of_a_time(category: str) -> bool:
    """Whether a category is everything at one time of the day."""
    left = plain(category)
    for sign in _TIMES.values():
        left = sign.sub("_", left).strip("_")
    return bool(time_of(category)) and is_total(left)


def table_id(source_id: int, thing: Thing) -> str:
    """The same in every edition, and fit for a sheet's name and an address."""
    said = "\x1f".join((thing.category, thing.unit, thing.measure))
    return f"s{source_id}-{sha256(said.encode('utf-8', 'replace')).hexdigest()[:8]}"


def usual_choices(held: Sequence[Held], guess: Mapping[str, str | None]) -> dict[Thing, Choice]:
    """The total, then categories that are about problems, then those with most figures. `guess` is by category."""
    figures: dict[str, int] = {}
    for one in held:
        figures[one.thing.category] = figures.get(one.thing.category, 0) + one.figures
    ordered = sorted(figures, key=lambda one: (not is_total(one), guess.get(one) is None, -figures[one], one))
    wanted = ordered[:MOST_CATEGORIES]
    chosen = sorted((one.thing for one in held if one.thing.category in wanted), key=lambda one: _place(wanted, one))
    shown = chosen[:MOST_TABLES]
    return {one.thing: Choice(one.thing in shown, guess.get(one.thing.category)) for one in held}


def in_order(things: Iterable[Thing]) -> list[Thing]:
    """The total first, then by category, each with its units together."""
    return sorted(things, key=lambda one: (not is_total(one.category), bool(time_of(one.category)), one))


def latest_periods(periods: Collection[str], *, like: Collection[str] = (), apart: bool = False) -> tuple[str, ...]:
    """The latest few of one sort, the oldest first: years where there are any.

    `like`: of the sort that these are of, for whoever reads both. `apart`: none that overlap, which tell of each other.
    """
    sort = next((one for one in _SORTS if any(one.fullmatch(said) for said in like or periods)), _SORTS[-1])
    chosen: list[str] = []
    for period in sorted((one for one in set(periods) if sort.fullmatch(one)), reverse=True):
        if not apart or not any(_overlap(period, other) for other in chosen):
            chosen.append(period)
    return tuple(reversed(chosen[:MOST_PERIODS]))


def _overlap(one: str, other: str) -> bool:
    """Of spans of years; of other sorts no two overlap."""
    return "–" in one and bool(set(years_of(one)) & set(years_of(other)))


def _place(wanted: Sequence[str], thing: Thing) -> tuple[int, Thing]:
    return wanted.index(thing.category), thing
