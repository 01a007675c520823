"""How many people: what sexes and ages are called, and what figures add up to. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dialog.languages import N_, Sentence
from dialog.rows.headings import plain

ALL, WOMEN, MEN = "all", "women", "men"
OLDEST = 120  # years

SEXES = {
    **dict.fromkeys(("kvinnor", "kvinna", "women", "woman", "female", "females", "k", "f", "2", "flickor"), WOMEN),
    **dict.fromkeys(("man", "men", "male", "males", "m", "1", "pojkar"), MEN),
    **dict.fromkeys(("all", "alla", "total", "totalt", "totalt_kon", "samtliga", "bada", "bada_konen", "1_2"), ALL),
}
_EVERY_AGE = (
    "all",
    "alla",
    "total",
    "totalt",
    "totalt_alder",
    "alla_aldrar",
    "samtliga",
    "tot",
    "totalt_samtliga_aldrar",
)
_BAND = re.compile(r"(?:alder )?(\d{1,3}) ?(?:-|–|—|_|till|to) ?(\d{1,3})(?: ar| years)?")
_FROM = re.compile(
    r"(?:alder )?(\d{1,3}) ?(?:\+|-|–)(?: ?(?:ar|years))?|(\d{1,3}) (?:ar )?(?:och|eller|and|or) (?:aldre|older|over)"
)
_UP_TO = re.compile(r"(?:-|–|under|yngre an|below|under) ?(\d{1,3})(?: ar| years)?")
_YEAR = re.compile(r"(\d{1,3})(?: ar| years)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """How many people of one sex and age lived in an area in one year."""

    area: str  # its code, or what the file calls it
    year: int
    sex: str
    age_from: int  # years
    age_to: int | None  # the last that counts; None: no upper end
    persons: int

    @property
    def what(self) -> tuple[str, int, str, int]:
        """What no other figure may say too."""
        return self.area, self.year, self.sex, self.age_from


def sex_of(text: str) -> str:
    """Raises ValueError for what is no sex that statistics tell of."""
    found = SEXES.get(plain(text)) if text else ALL
    if found is None:
        raise ValueError(Sentence(N_("%(text)s is neither women, men nor all"), text=repr(text[:40])))
    return found


def ages_of(text: str) -> tuple[int, int | None]:
    """The first and last year of age of 16-24, 65+, 80 år och äldre, 7, or every age. Raises ValueError for none."""
    said = " ".join(text.casefold().replace("å", "a").replace("ä", "a").replace("ö", "o").split())
    if not said or plain(said) in _EVERY_AGE:
        return 0, None
    if found := _BAND.fullmatch(said):
        return _ages(int(found[1]), int(found[2]), text)
    if found := _FROM.fullmatch(said):
        return _ages(int(found[1] or found[2]), None, text)
    if found := _UP_TO.fullmatch(said):
        return _ages(0, int(found[1]) - (not said.startswith(("-", "–"))), text)
    if found := _YEAR.fullmatch(said):
        return _ages(int(found[1]), int(found[1]), text)
    raise ValueError(Sentence(N_("%(text)s is no age"), text=repr(text[:40])))


def _ages(first: int, last: int | None, text: str) -> tuple[int, int | None]:
    if first > OLDEST or (last is not None and last < first):
        raise ValueError(Sentence(N_("%(text)s is no age"), text=repr(text[:40])))
    return first, None if last is None or last >= OLDEST else last


def total_of(figures: Iterable[Figure]) -> int | None:
    """Everybody in one area and year; None when the figures leave people out or count them twice."""
    by_sex: dict[str, list[Figure]] = {}
    for figure in figures:
        by_sex.setdefault(figure.sex, []).append(figure)
    if ALL in by_sex and (total := _every_age(by_sex[ALL])) is not None:
        return total
    women, men = (_every_age(by_sex.get(sex, [])) for sex in (WOMEN, MEN))
    return None if women is None or men is None else women + men


def _every_age(figures: list[Figure]) -> int | None:
    """The sum of bands that follow each other from birth to the highest age, or the figure that says it at once."""
    total, expected = 0, 0
    for figure in sorted(figures, key=lambda one: (one.age_from, one.age_to is not None)):
        if figure.age_from == 0 and figure.age_to is None:
            return figure.persons
        if figure.age_from != expected:
            return None
        total += figure.persons
        if figure.age_to is None:
            return total
        expected = figure.age_to + 1
    return total if expected > 99 else None
