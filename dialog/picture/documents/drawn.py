"""A picture with what all its blocks need to be shown, and the longest table they may have. Pure."""

from dataclasses import dataclass, field, replace

from dialog.picture.content import Picture
from dialog.picture.documents.pieces import Grid
from dialog.picture.documents.teller import Teller
from dialog.picture.sections import Sections, sections

MOST_ROWS = 300  # of a table in a document: WeasyPrint needs 6 ms for each; the rest is in the files of figures


@dataclass(frozen=True)
class Drawn:
    """A picture, and what is worked out of it once."""

    picture: Picture
    teller: Teller
    internal: bool = False  # told to colleagues
    whole: bool = True  # not a short version
    view: Sections = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "view", sections(self.picture))


def capped(teller: Teller, grid: Grid) -> Grid:
    more = len(grid.rows) - MOST_ROWS
    if more <= 0:
        return grid
    left_out = teller.ngettext(
        "%(number)s more row stands in the files of figures.",
        "%(number)s more rows stand in the files of figures.",
        more,
    )
    return replace(grid, rows=grid.rows[:MOST_ROWS], left_out=left_out)
