"""Reading rows out of a file of any kind that people have."""

from pathlib import Path

from dialog.rows.delimited import read_delimited
from dialog.rows.nested import read_nested
from dialog.rows.row import EmptyFile, Rows, UnreadableFile
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
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise UnreadableFile(f"{path.name} is none of the kinds that can be read: CSV, XLSX, JSON, GeoJSON.")
    try:
        if path.stat().st_size == 0:
            raise EmptyFile(f"{path.name} is empty.")
        if kind == "workbook":
            return read_workbook(path, sheet)
        return read_nested(path) if kind == "nested" else read_delimited(path.read_bytes(), path.name)
    except OSError as problem:
        raise UnreadableFile(f"{path.name} can't be read: {problem.strerror}.") from None
