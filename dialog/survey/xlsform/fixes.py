"""What Dialog itself has written into a workbook's column `dialog`: what the other columns can't say. Pure.

A cell holds {"show_if": …, "measures": …, "while": {"relevant": "1a2b3c4d"}}: parts of the row as the questionnaire's
document has them (None: it has none), and the checksums of the cells that say the same otherwise. What somebody has
changed since then in such a cell goes before.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dialog.survey.document import read_draft, to_document
from dialog.survey.questionnaire import Option, Question, Questionnaire, Row, Section
from dialog.survey.xlsform.lines import checksum
from dialog.survey.xlsform.losses import Losses
from dialog.survey.xlsform.tree import Leaf

Fix = Mapping[str, Any]  # by part; None takes a part away
WRITTEN_IN: Mapping[str, str] = {  # the column that says the same as a part, as far as it can
    "id": "name",
    "kind": "type",
    "feeling": "type",
    "whole": "type",
    "options": "type",
    "text": "label",
    "title": "label",
    "hint": "hint",
    "required": "required",
    "show_if": "relevant",
    "least": "constraint",
    "most": "constraint",
    "maximum": "constraint",
    "exclusive": "constraint",
    "must": "constraint",
    "must_text": "constraint_message",
    "narrowed": "choice_filter",
    "shuffle": "parameters",
    "text_label": "text:label",
    "text_hint": "text:hint",
    "tags": "tags",
}
CHECKS = ("least", "most", "maximum", "exclusive", "must", "must_text")  # what an answer must fulfil


def fix_of(leaf: Leaf, losses: Losses) -> Fix:
    """What still holds of what Dialog has written beside a row."""
    line = leaf.line
    if not line["dialog"]:
        return {}
    try:
        found = json.loads(line["dialog"])
        seen = dict(found.pop("while", {}))
    except (ValueError, TypeError, AttributeError, RecursionError):
        losses.add(line, "dialog", "own_column")
        return {}
    return {part: value for part, value in found.items() if _holds(leaf, WRITTEN_IN.get(part, ""), seen)}


def cell_of(fix: Fix, leaf: Leaf) -> str:
    """What to write beside a row, so that `fix_of` gives the same while the row stays as it is."""
    if not fix:
        return ""
    columns = sorted({WRITTEN_IN[part] for part in fix if part in WRITTEN_IN})
    seen = {column: checksum_of(leaf, column) for column in columns}
    return spelled({**fix, **({"while": seen} if seen else {})})


def part_cell(part: str) -> str:
    """What marks a row as a part of the one before: its text, or what stands instead of its value."""
    return spelled({"of": part})


def checksum_of(leaf: Leaf, column: str) -> str:
    part, sign, name = column.partition(":")
    if column == "tags":
        return checksum(spelled({part: cell for part, cell in leaf.line.cells.items() if part != "dialog"}))
    if not sign:
        return leaf.line.checksum(column)
    return leaf.extras[part].checksum(name) if part in leaf.extras else ""


def _holds(leaf: Leaf, column: str, seen: Mapping[str, Any]) -> bool:
    return column not in seen or seen[column] == checksum_of(leaf, column)


def spelled(value: object) -> str:
    """As JSON that any workbook can hold: _x000D_ would be taken for a sign there, and ${Q1} for a question."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    text = text.replace("_x", "_\\u0078").replace("${", "$\\u007b")
    return "".join(sign if sign.isprintable() or sign == " " else json.dumps(sign)[1:-1] for sign in text)


def mend_section(section: Section, fix: Fix) -> Section:
    """The section with parts of it as a document has them. Raises BadQuestionnaire."""
    if not fix:
        return section
    document = to_document(_around(section))
    document["sections"] = [_mended(document["sections"][0], fix)]
    return read_draft(document).sections[0]


def mend_question(question: Question, fix: Fix) -> Question:
    """The same of a question. Raises BadQuestionnaire."""
    if not fix:
        return question
    section = Section("s", question.text, (question,))
    asked = to_document(_around(section))["sections"][0]["questions"][0]
    return mend_section(section, {"questions": [_mended(asked, fix)]}).questions[0]


def mend_option(option: Option, fix: Fix) -> Option:
    """The same of an option. Raises BadQuestionnaire."""
    if not fix:
        return option
    asked = Question("q", "one_of", option.text, options=(option,))
    return mend_question(asked, {"options": [_mended(plain_option(option), fix)]}).options[0]


def mend_row(row: Row, fix: Fix) -> Row:
    """The same of a row. Raises BadQuestionnaire."""
    if not fix:
        return row
    asked = Question("q", "matrix", row.text, rows=(row,))
    return mend_question(asked, {"rows": [_mended(plain_row(row), fix)]}).rows[0]


def plain_option(option: Option) -> dict[str, Any]:
    """As a document has it."""
    return {"id": option.id, "text": dict(option.text), **({"tags": dict(option.tags)} if option.tags else {})}


def plain_row(row: Row) -> dict[str, Any]:
    """As a document has it."""
    return {"id": row.id, "text": dict(row.text), **({"measures": row.measures} if row.measures else {})}


def only(fix: Fix, parts: Iterable[str]) -> Fix:
    return {part: fix[part] for part in parts if part in fix}


def without(fix: Fix, parts: Iterable[str]) -> Fix:
    return {part: value for part, value in fix.items() if part not in parts}


def _around(section: Section) -> Questionnaire:
    return Questionnaire("q", 1, section.title, (section,), main=next(iter(section.title)))


def differences(meant: Mapping[str, Any], read: Mapping[str, Any], *, without: Iterable[str] = ()) -> dict[str, Any]:
    """The parts of a document that are otherwise in what was read; 3 and 3.0 are not the same."""
    parts = [part for part in {**meant, **read} if part not in without]
    return {part: meant.get(part) for part in parts if spelled(meant.get(part)) != spelled(read.get(part))}


def _mended(document: Mapping[str, Any], parts: Fix) -> dict[str, Any]:
    return {part: value for part, value in {**document, **parts}.items() if value is not None}
