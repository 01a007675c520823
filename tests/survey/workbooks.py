"""XLSForm workbooks for tests, made of rows and changed as people change them."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any

import openpyxl

Rows = Sequence[Mapping[str, Any]]


def workbook(survey: Rows, choices: Rows = (), settings: Rows = ({"form_id": "f"},)) -> bytes:
    """A workbook whose rows stand under the headings that they have, in the order in which they first appear."""
    sheets: dict[str, Rows] = {"survey": survey, "choices": choices, "settings": settings}
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        headings = list(dict.fromkeys(heading for row in rows for heading in row))
        sheet.append(headings)
        for row in rows:
            sheet.append([row.get(heading) for heading in headings])
    return saved(book)


def changed(content: bytes, change: Callable[[openpyxl.Workbook], None]) -> bytes:
    """The workbook after somebody has changed it."""
    book = openpyxl.load_workbook(BytesIO(content))
    change(book)
    return saved(book)


def cell(book: openpyxl.Workbook, sheet: str, name: str, heading: str) -> Any:
    """The cell of the row with this name, under this heading."""
    rows = book[sheet]
    headings = [one.value for one in rows[1]]
    line = next(row for row in rows.iter_rows(min_row=2) if row[headings.index("name")].value == name)
    return line[headings.index(heading)]


def saved(book: openpyxl.Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def asked(type: str, name: str, **cells: Any) -> dict[str, Any]:
    """A row of the sheet survey, with its name as its Swedish label."""
    return {"type": type, "name": name, "label::Swedish (sv)": name, **cells}


def listed(list: str, *names: str, **cells: Any) -> list[dict[str, Any]]:
    """Rows of the sheet choices."""
    return [{"list_name": list, "name": name, "label::Swedish (sv)": name, **cells} for name in names]


YES_NO = listed("yn", "yes", "no")
