"""What other sources say as lines of the CSV of an edition: the second dimension is the period. Pure."""

from collections.abc import Iterator

from dialog.languages import N_
from dialog.picture.exports.beside_lines import outside_lines, source_name
from dialog.picture.exports.edition import Edition
from dialog.picture.ids import AREA
from dialog.picture.wording import words
from dialog.sources.understanding.units import UNITS

LIMITS = ("lower", "upper", "answers")  # columns after all others; empty for our own figures
NO_LIMITS = [""] * len(LIMITS)
BASE = N_("Source: %(name)s")


def outside_rows(edition: Edition) -> Iterator[list[object]]:
    """In the columns of HEADER, then LIMITS."""
    picture = edition.picture
    for table, area, period, cell in outside_lines(edition):
        base = edition.say(words(BASE)) % {"name": source_name(edition, table.source)}
        yield [
            *(edition.number, edition.released_on, picture.round, period, table.id, edition.say(table.title)),
            *(table.lane, table.source, base, edition.say(words(UNITS[table.unit]))),
            *(AREA, area.id, edition.say(area.label), "period", period, period),
            *("" if cell.value is None else cell.value, cell.state.value, picture.minimum, picture.group_minimum),
            edition.wrong.since if edition.wrong else "",
            *("" if one is None else one for one in (cell.lower, cell.upper, cell.answers)),
        ]
