"""What changed since earlier pictures, as pages show it. Pure."""

from dataclasses import dataclass
from datetime import date

from dialog.picture.content import Picture
from dialog.picture.periods import days_of
from dialog.picture.statistics.compared import Followed, followed
from dialog.picture.statistics.comparing import Comparison, Tables


@dataclass(frozen=True)
class Changes:
    """One earlier picture beside this one."""

    comparison: Comparison
    days: tuple[date, date]
    followed: list[Followed]


def changes_view(picture: Picture) -> list[Changes]:
    """The latest edition of the same round first, then that of the round before."""
    tables = Tables(picture.tables)
    found = picture.figures.comparisons if picture.figures else ()
    return [Changes(one, days_of(one.period), followed(tables, one)) for one in found]
