"""Workbooks of ODK-X, a dialect of its own, as sheets that XLSForm knows. Pure.

Its conditions are JavaScript between the rows (`if`, `else`, `end if`); its texts often stand in another file, by name
only. Rows keep their numbers; what has no counterpart in XLSForm stays as it is, to be told.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dialog.survey.xlsform.grids import Grid, Grids

Cells = dict[str, str]  # by heading
_TEXTS = {
    "display.prompt.text": "label",
    "display.hint.text": "hint",
    "display.constraint_message.text": "constraint_message",
    "display.title.text": "label",
    "display.text": "label",
}
_RENAMED = {"choice_list_name": "list_name", "data_value": "name"}
_TYPES = {"assign": "calculate", "birth_date": "date", "select_one_with_other": "select_one"}
_OPENED = {"begin screen": "begin group", "end screen": "end group", "end if": "end group"}
_WRITTEN = {  # where what XLSForm calls so stands in these workbooks
    "survey": {"label": "display.prompt", "hint": "display.hint", "relevant": "condition"},
    "choices": {"list_name": "choice_list_name", "name": "data_value", "label": "display.title.text"},
    "settings": {"form_title": "survey", "version": "form_version"},
}
_REFERENCE = re.compile(r"""data\(\s*["']([^"']+)["']\s*\)""")
_OPERATORS = (("&&", " and "), ("||", " or "), ("!==", "!="), ("===", "="), ("==", "="), ("&", " and "))


def is_odkx(grids: Grids) -> bool:
    survey = grids.get("survey")
    return survey is not None and {"values_list", "clause"} <= {one.casefold() for one in survey.headings}


def as_xlsform(grids: Grids) -> Grids:
    """The sheets survey, choices and settings in XLSForm's words."""
    types = {row["prompt_type_name"]: row["type"] for _, row in _rows(grids.get("prompt_types")) if len(row) > 1}
    survey = list(_survey(_rows(grids["survey"]), types))
    choices = [(number, _renamed(row)) for number, row in _rows(grids.get("choices"))]
    settings = _settings([row for _, row in _rows(grids.get("settings"))])
    return {
        "survey": _grid("survey", survey),
        "choices": _grid("choices", choices),
        "settings": _grid("settings", [(1, settings)]),
    }


def expression_of(script: str) -> str:
    """!selected(data("a"), "no") && data("b") < 5 -> not(selected(${a}, "no")) and ${b} < 5"""
    text = _REFERENCE.sub(r"${\1}", script)
    while (start := text.find("!selected(")) >= 0:
        end = text.find(")", start)
        if end < 0:
            break
        text = f"{text[:start]}not({text[start + 1 : end + 1]}){text[end + 1 :]}"
    for sign, word in _OPERATORS:
        text = text.replace(sign, word)
    return " ".join(text.split())


def _survey(rows: Iterable[tuple[int, Cells]], types: Mapping[str, str]) -> Iterator[tuple[int, Cells]]:
    conditions: list[str] = []  # of the ifs that are open
    for number, row in rows:
        clause = " ".join(row.get("clause", "").split())
        if clause == "if":
            conditions.append(expression_of(row.get("condition", "")))
            yield number, {"type": "begin group", "relevant": conditions[-1]}
        elif clause == "else" and conditions:
            yield number, {"type": "end group"}
            yield number, {"type": "begin group", "relevant": f"not({conditions[-1]})"}
        elif clause:
            del conditions[-1 if clause == "end if" else len(conditions) :]
            yield number, {"type": _OPENED.get(clause, clause)}
        elif row.get("type"):
            yield number, _question(row, types)


def _question(row: Cells, types: Mapping[str, str]) -> Cells:
    type = row["type"]
    type = _TYPES.get(type, types.get(type, type))
    listed = row.get("values_list", "") if type.startswith("select") else ""
    other = " or_other" if row["type"].endswith("_with_other") else ""
    name = row.get("name") or row.get("display.prompt", "")
    cells = {**_renamed(row), "type": f"{type} {listed}{other}".strip(), "name": name}
    for part in ("required", "constraint", "choice_filter"):
        if part in cells:
            cells[part] = expression_of(cells[part])
    return {part: cell for part, cell in cells.items() if part not in ("values_list", "display.prompt", "display.hint")}


def _renamed(row: Cells) -> Cells:
    return {_heading(name): value for name, value in row.items()}


def _heading(name: str) -> str:
    """display.title.text.so -> label::so"""
    for written, part in _TEXTS.items():
        if name == written:
            return part
        if name.startswith(f"{written}."):
            return f"{part}::{name[len(written) + 1 :]}"
    return _RENAMED.get(name, name)


def _settings(rows: Sequence[Cells]) -> Cells:
    by_name = {row.get("setting_name", ""): row for row in rows}
    locale = next((row["setting_name"] for row in rows if any("locale.text" in name for name in row)), "")
    title = by_name.get("survey", {})
    words = [value for name, value in title.items() if name.startswith("display.title.text")]
    found = {
        "form_title": title.get(f"display.title.text.{locale}") or next(iter(words), ""),
        "form_id": by_name.get("form_id", {}).get("value", ""),
        "version": by_name.get("form_version", {}).get("value", ""),
        "default_language": locale,
    }
    return {part: value for part, value in found.items() if value}


def _rows(grid: Grid | None) -> Iterator[tuple[int, Cells]]:
    for number, values in grid.rows if grid else ():
        assert grid
        yield number, {name: value for name, value in zip(grid.headings, values, strict=False) if name and value}


def _grid(name: str, rows: Sequence[tuple[int, Cells]]) -> Grid:
    headings = tuple(dict.fromkeys(part for _, row in rows for part in row))
    lines = [(number, [row.get(part, "") for part in headings]) for number, row in rows]
    return Grid(name, headings, lines, written=_WRITTEN[name])
