"""What a column of a table can mean, and what somebody told of it. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from typing import Any

from dialog.languages import N_
from dialog.rows.headings import plain

AREA, AREA_NAME, PERIOD, CATEGORY, MEASURE, BACKGROUND = (
    "area",
    "area_name",
    "period",
    "category",
    "measure",
    "background",
)
VALUE, LOWER, UPPER, BASE, PUBLISHER = "value", "lower", "upper", "n", "publisher"
EVENT, LEFT = "event", "left"

ROLES: Mapping[str, str] = {
    AREA: N_("area"),
    AREA_NAME: N_("name of the area"),
    PERIOD: N_("year or other period"),
    CATEGORY: N_("category"),
    MEASURE: N_("what is measured"),
    BACKGROUND: N_("background, such as sex or age"),
    VALUE: N_("figures"),
    LOWER: N_("lower confidence limit"),
    UPPER: N_("upper confidence limit"),
    BASE: N_("number of answers"),
    PUBLISHER: N_("publisher"),
    EVENT: N_("detail of a single event, which is not kept"),
    LEFT: N_("left out"),
}
FIGURES = (VALUE, LOWER, UPPER, BASE)
SINGLE = (AREA, PERIOD, MEASURE, PUBLISHER)  # of which a table has one at most
NAME, CONTENT, FILE, TOLD = "name", "content", "file", "told"  # by what a column was recognised

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


@dataclass(frozen=True)
class Column:
    """What one column means."""

    heading: str
    role: str
    by: str = CONTENT
    category: str = ""  # of a column of figures: what they are of, as its heading says
    measure: str = ""
    period: str = ""
    period_column: str = ""  # where its period stands, if not where that of the others does
    background: str = ""

    @property
    def key(self) -> str:
        return key_of(self.heading)


@dataclass(frozen=True)
class Said:
    """What a person said of a column, or of the columns that differ in their year only."""

    role: str
    category: str | None = None
    measure: str | None = None


@dataclass(frozen=True)
class Told:
    """What a person said of a file: of its columns by their keys, and what is the same in every row."""

    columns: Mapping[str, Said] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)  # PERIOD, CATEGORY, MEASURE or AREA -> words
    headings: Sequence[str] = ()  # where the file has none

    def to_document(self) -> dict[str, Any]:
        return {
            "columns": {key: asdict(said) for key, said in self.columns.items()},
            "fixed": dict(self.fixed),
            "headings": list(self.headings),
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> "Told":
        columns = {key: Said(**said) for key, said in document.get("columns", {}).items()}
        return cls(columns, document.get("fixed", {}), tuple(document.get("headings", ())))

    def over(self, earlier: "Told") -> "Told":
        """What was remembered, with what is said now on top."""
        return Told(
            {**earlier.columns, **self.columns}, {**earlier.fixed, **self.fixed}, self.headings or earlier.headings
        )

    @property
    def lasting(self) -> "Told":
        """What holds for the files of other years too."""
        fixed = {name: words for name, words in self.fixed.items() if words and name != PERIOD}
        return Told(self.columns, fixed, self.headings)


def key_of(heading: str) -> str:
    """As next year's file says it too: without the year, capitals and accents."""
    return plain(YEAR.sub("#", heading)) or "#" if YEAR.search(heading) else plain(heading)


def fingerprint(headings: Iterable[str]) -> str:
    """The same for the files of all years that have the same columns."""
    keys = sorted({key_of(one) for one in headings})
    return sha256("\n".join(keys).encode()).hexdigest()
