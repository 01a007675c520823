"""What stands below every figure: where it comes from, for which time, of how many, and what is not shown. Pure."""

from collections.abc import Iterable

from dialog.languages import N_
from dialog.picture.content import Picture
from dialog.picture.documents.pieces import Figure
from dialog.picture.documents.teller import Teller
from dialog.picture.ids import IMPORTED
from dialog.picture.periods import days_of
from dialog.picture.presentation import cell_at
from dialog.picture.tables import Cell, SafeTable, State

THE_DIALOGUE, FROM_FILE = N_("the dialogue"), N_("the dialogue, categories imported with a file")
SOURCE = N_("Source: %(source)s, %(first)s – %(last)s.")
BASE = N_("%(base)s: %(number)s.")
SEVERAL = N_("One voice can name several.")
NOT_SHOWN, TOO_LITTLE = N_("not shown"), N_("too little data")


def figure_of(teller: Teller, cell: Cell, heat: int | None = None) -> Figure:
    """A cell as it is read. A figure that is withheld, one that nobody can tell, and a known zero differ in words."""
    if cell.value is not None:
        return Figure(teller.number(cell.value), State.SHOWN, heat)
    return Figure(teller.tell(NOT_SHOWN if cell.state is State.WITHHELD else TOO_LITTLE), cell.state)


def about_table(teller: Teller, table: SafeTable, cells: Iterable[Cell], *, several: bool = False) -> str:
    """One line for a table or a chart that shows these cells of it."""
    heading = table.heading
    withheld = sum(cell.state is State.WITHHELD for cell in cells)
    source = FROM_FILE if heading.source == IMPORTED else THE_DIALOGUE
    base = teller.tell(BASE, base=teller.say(heading.base).text, number=figure_of(teller, cell_at(table, {})).text)
    said = [_source(teller, source, heading.period), base]
    if several:
        said.append(teller.tell(SEVERAL))
    return " ".join([*said, *_withheld(teller, withheld)])


def about_picture(teller: Teller, picture: Picture, withheld: int = 0) -> str:
    """The same for what draws from many tables."""
    return " ".join([_source(teller, THE_DIALOGUE, picture.period), *_withheld(teller, withheld)])


def _source(teller: Teller, source: str, period: str) -> str:
    first, last = days_of(period)
    return teller.tell(SOURCE, source=teller.tell(source), first=teller.day(first), last=teller.day(last))


def _withheld(teller: Teller, number: int) -> list[str]:
    if not number:
        return []
    return [teller.ngettext("%(number)s figure is not shown.", "%(number)s figures are not shown.", number)]
