"""The texts of one language out of a workbook that comes back from a translator. Pure."""

import re
from collections.abc import Mapping, Sequence

from dialog.languages import N_
from dialog.rows.cells import text_of
from dialog.rows.row import EmptyFile, Row
from dialog.rows.workbook import read_workbook
from dialog.survey.translating.entries import Entries, Entry, NotTranslations
from dialog.survey.translating.to_xlsx import PATH, SEEN, SHEET, SOURCE, STATE, TRANSLATION
from dialog.survey.translating.wordings import Seen
from dialog.texts.cleaning import clean_text

_KNOWN_BY = re.compile(r"(?:.*\[)?([a-z]+)(?: ([A-Za-z0-9-]+))?\]?", re.DOTALL)

NO_COLUMNS = N_("%(file)s has no columns [path] and [translation …]: send the file back as it came from Dialog.")


def from_xlsx(content: bytes, name: str) -> Entries:
    """What the sheet of texts holds. Raises UnreadableFile."""
    try:
        rows = read_workbook(content, name, SHEET)
    except EmptyFile:
        raise NotTranslations(NO_COLUMNS, name) from None
    columns, tag = _columns(rows.columns)
    if not {PATH, TRANSLATION} <= columns.keys():
        raise NotTranslations(NO_COLUMNS, name)
    return Entries(name, tag, [_entry(row, columns) for row in rows])


def _columns(headings: Sequence[str]) -> tuple[Mapping[str, str], str]:
    """The heading of each column that is known, and the language of the translations."""
    found: dict[str, str] = {}
    tag = ""
    for heading in headings:
        known = _KNOWN_BY.fullmatch(heading.strip())
        if known and known[1] in (PATH, SOURCE, TRANSLATION, STATE, SEEN):
            found.setdefault(known[1], heading)
            tag = known[2] or "" if known[1] == TRANSLATION else tag
    return found, tag


def _entry(row: Row, columns: Mapping[str, str]) -> Entry:
    cells = {id: text_of(row.values.get(heading)) for id, heading in columns.items()}
    return Entry(
        line=row.line,
        path=cells[PATH],
        text=clean_text(cells[TRANSLATION]),
        state=cells.get(STATE, "").strip().lower(),
        source=cells.get(SOURCE) or None,
        seen=Seen.read(cells.get(SEEN, "")),
    )
