"""What stands in the cells of a column: figures, codes, years or words. Pure."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dialog.rows.cells import text_of
from dialog.rows.headings import plain
from dialog.sources.tables.sheet import VALUE, Sheet
from dialog.sources.tables.values import Unreadable, read_value
from dialog.sources.understanding.columns import FIGURES, YEAR
from dialog.sources.understanding.periods import is_period
from dialog.sources.understanding.usual import USUAL

_SAMPLE = 2_000  # rows whose cells are looked at
_MOSTLY, _HALF = 0.8, 0.5
_LEAST_NUMBERED = 5  # rows


@dataclass(frozen=True)
class Cells:
    """What stands in a column."""

    filled: Sequence[str]

    @property
    def different(self) -> set[str]:
        return set(self.filled)

    def share(self, fits: Callable[[str], bool]) -> float:
        """Of the different things that stand there, how many fit."""
        return sum(map(fits, self.different)) / len(self.different) if self.filled else 0.0

    def weight(self, fits: Callable[[str], bool]) -> float:
        """How many of the cells fit."""
        counts = Counter(self.filled)
        return sum(number for one, number in counts.items() if fits(one)) / len(self.filled) if self.filled else 0.0


def filled_cells(sheet: Sheet, heading: str) -> list[str]:
    return [text for row in sheet.rows[:_SAMPLE] if (text := text_of(row.values.get(heading)))]


def is_figure_column(heading: str, cells: Cells, sheet: Sheet) -> bool:
    """Whether nearly all that stands there are numbers and marks for missing ones, and not codes or years."""
    if sheet.hints.get(heading) == VALUE:
        return True
    if plain(heading) in _NEVER_FIGURES or is_running_number(heading, cells):
        return False
    numbers = [one for one in cells.different if _is_number(one)]
    if not numbers:  # a year of which nothing is known yet
        return bool(cells.filled and YEAR.search(heading)) and cells.share(_is_value) == 1
    if cells.weight(_is_value) < (_HALF if _is_usual(heading) else _MOSTLY):
        return False
    codes = [one for one in numbers if len(one) > 1 and one.startswith("0") and one.isdigit()]
    return not codes and not (cells.share(is_period) > _MOSTLY and not YEAR.search(heading) and not _is_usual(heading))


def is_running_number(heading: str, cells: Cells) -> bool:
    """Whether rows are numbered there: 1, 2, 3 …, each once, in a column that is called nothing that counts."""
    if len(cells.filled) < _LEAST_NUMBERED or _is_usual(heading) or YEAR.search(heading) or cells.share(is_period):
        return False
    numbers = [int(one) for one in cells.filled if one.isdecimal()]
    return len(numbers) == len(cells.filled) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


_NEVER_FIGURES = {"kommunkod", "kommun_kod", "lanskod", "brottskod", "kod", "code", "id", "objectid"}


def _is_usual(heading: str) -> bool:
    return any(plain(heading) in USUAL[role] for role in FIGURES)


def _is_value(text: str) -> bool:
    try:
        read_value(text)
    except Unreadable:
        return False
    return True


def _is_number(text: str) -> bool:
    try:
        return read_value(text).number is not None
    except Unreadable:
        return False
