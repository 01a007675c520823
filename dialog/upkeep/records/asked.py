"""What is asked for, what is left out of it and why, and the table of each kind. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dialog.languages import N_

TEXTS, REPORTS, RESPONSES, PHOTOS = "texts", "reports", "responses", "photos"
KINDS: Mapping[str, str] = {
    TEXTS: N_("Free texts"),
    REPORTS: N_("Reports of places"),
    RESPONSES: N_("Answers to a dialogue"),
    PHOTOS: N_("Photos"),
}
HIDDEN, UNREVIEWED, POINTS, PIXELS, BACKGROUND = "hidden", "unreviewed", "points", "pixels", "background"
LEFT_OUT: Mapping[str, str] = {  # what is never in the file
    HIDDEN: N_("Words that reviewers have hidden in texts; the label in brackets says what they are"),
    UNREVIEWED: N_("The words of texts that nobody has reviewed, or that are held back"),
    POINTS: N_("Exact points; the middle of a cell of the grid stands instead"),
    PIXELS: N_("Photos themselves; that there is one is told"),
    BACKGROUND: N_("Answers that tell who somebody is: age, gender and the like"),
}
ALWAYS_APART = N_(
    "Codes and notes of staff, and the log, are not in the file. Whether they are to be handed out is judged apart."
)
Row = tuple[str | int | None, ...]


@dataclass(frozen=True)
class Selection:
    """What was asked for; what is None or empty does not narrow it."""

    kinds: tuple[str, ...]
    round_id: int | None = None
    area_id: int | None = None  # with all below it
    first: date | None = None  # received on this day or later
    last: date | None = None
    words: str = ""  # texts with all of them, as search finds them; the reports and answers that they are part of


@dataclass(frozen=True)
class Sheet:
    """One kind: headings and rows."""

    name: str
    heads: tuple[str, ...]
    rows: Iterable[Row]


class Notes:
    """How much of what was left out, counted while the rows are written."""

    def __init__(self) -> None:
        self.counts = dict.fromkeys(LEFT_OUT, 0)
        self.rows = dict.fromkeys(KINDS, 0)

    def left_out(self, what: str, number: int = 1) -> None:
        self.counts[what] += number
