"""Reading rows out of a file of any kind that people have."""

from pathlib import Path

from dialog.languages import N_, Sentence
from dialog.rows.delimited import read_delimited
from dialog.rows.nested import read_nested
from dialog.rows.opening import content_of
from dialog.rows.row import Rows, UnreadableFile
from dialog.rows.workbook import read_workbook

_KINDS = {
    **dict.fromkeys((".csv", ".tsv", ".txt", ".tab"), "delimited"),
    **dict.fromkeys((".xlsx", ".xlsm", ".xls"), "workbook"),
    **dict.fromkeys((".json", ".geojson"), "nested"),
}


def read_rows(path: Path, *, sheet: str | None = None) -> Rows:
    """The rows of a CSV, XLSX, JSON or GeoJSON file, one after the other.

    A row that can't be relied on comes with its `trouble`. Raises EmptyFile or UnreadableFile, also while
    rows are being read.
    """
    content = content_of(path)
    kind = _KINDS.get(path.suffix.lower())
    if kind == "delimited":
        return read_delimited(content, path.name)
    if kind == "workbook":
        return read_workbook(content, path.name, sheet)
    if kind == "nested":
        return read_nested(path)
    raise UnreadableFile(
        Sentence(N_("%(file)s is none of the kinds that can be read: CSV, XLSX, JSON, GeoJSON."), file=path.name)
    )
