"""What tells a row of somebody's file from every other, so that a file that comes twice is taken once. Pure."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from dialog.rows.cells import text_of
from dialog.rows.headings import plain
from dialog.rows.mapping import ColumnMap
from dialog.rows.row import Row

HashOf = Callable[[str], str]  # a keyed hash: nobody finds out what was hashed without this installation's key
Key = tuple[str, str]  # what a row is known by, and what it says


class Identities:
    """Knows the rows of one load, in their order.

    A row with a number of its own is known by that and by its day, or where the file has no days by all it says.
    A row without is known by all it says, and rows that say the same are told apart by counting them: nobody knows
    that they are one. Only what is taken of a row counts, so that nothing of a person goes into a hash.
    """

    def __init__(self, columns: ColumnMap, hash_of: HashOf) -> None:
        self._columns, self._hash_of = columns, hash_of
        self._taken = sorted(name for name in columns.columns if name != "id")
        self._same: defaultdict[str, int] = defaultdict(int)
        self._numbers: dict[Key, int] = {}

    def of(self, row: Row, day: date) -> str:
        """The hash by which a row is known; the same again for a row that is there twice with the same number."""
        number = text_of(self._columns.value(row, "id"))
        said = self._said(row)
        if not number:
            return self._hash(said, self._count(said))
        dated = "date" in self._columns.columns
        known_by = repr((plain(self._columns.column("id")), number, day.isoformat() if dated else said))
        key = known_by, said
        if key not in self._numbers:  # another row may have that number too, in a file whose numbers are of no use
            self._numbers[key] = self._count(known_by)
        return self._hash(known_by, self._numbers[key])

    def _said(self, row: Row) -> str:
        return repr([(name, text_of(self._columns.value(row, name))) for name in self._taken])

    def _count(self, known_by: str) -> int:
        self._same[known_by] += 1
        return self._same[known_by]

    def _hash(self, known_by: str, number: int) -> str:
        return self._hash_of(f"{known_by}\x1f{number}")
