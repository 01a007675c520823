"""Questionnaires as XLSForm workbooks, which ODK, Kobo and Survey123 open, and which read back as they were."""

from collections.abc import Mapping, Sequence
from io import BytesIO

import xlsxwriter

from dialog.survey.questionnaire import BadQuestionnaire, Questionnaire
from dialog.survey.soundness import faults
from dialog.survey.xlsform.books import read_book
from dialog.survey.xlsform.corrections import Of, corrections, pinned
from dialog.survey.xlsform.fixes import Fix, cell_of
from dialog.survey.xlsform.grids import Grid, Grids, cell_of_text, cell_text
from dialog.survey.xlsform.headings import heading_in
from dialog.survey.xlsform.lines import Line
from dialog.survey.xlsform.losses import Losses
from dialog.survey.xlsform.names import Listed, names_of
from dialog.survey.xlsform.own import own_rows
from dialog.survey.xlsform.reading import compose
from dialog.survey.xlsform.rows import (
    CHOICES,
    SURVEY,
    Written,
    choice_rows,
    headings_of,
    survey_rows,
    tags_of,
    values_of,
)
from dialog.survey.xlsform.tree import Leaf
from dialog.survey.xlsform.vouched import COLUMNS

LONGEST_CELL = 32_767  # characters; Excel takes no more
SETTINGS = ("form_title", "form_id", "version", "default_language")
Table = list[Sequence[str]]  # its headings first


class TooLong(ValueError):
    """A text of the questionnaire does not fit into a cell of a workbook."""


def write_workbook(questionnaire: Questionnaire) -> bytes:
    """The workbook (.xlsx); `read_workbook` gives the same questionnaire. Raises BadQuestionnaire or TooLong."""
    for fault in faults(questionnaire):
        raise BadQuestionnaire(str(fault))
    return _saved(tables_of(questionnaire))


def tables_of(questionnaire: Questionnaire) -> dict[str, Table]:
    """The sheets by name. The column `dialog` is filled in after reading back what the others say."""
    names, tags = names_of(questionnaire), tags_of(questionnaire)
    listed = Listed(names.questions)
    survey = survey_rows(questionnaire, names, listed)
    choices = choice_rows(listed, names)
    parts = (*CHOICES, *names.tags.values(), "dialog")
    others = {"settings": _settings(questionnaire), "dialog": _own(own_rows(questionnaire, names, tags))}

    def tables(fixes: Mapping[Of, Fix]) -> dict[str, Table]:
        sheets = {"survey": _table(survey, SURVEY, tags), "choices": _table(choices, parts, tags), **others}
        book = read_book(_grids(sheets), Losses())
        _note(survey, book.survey, fixes)
        _note(choices, book.choices, fixes)
        return {"survey": _table(survey, SURVEY, tags), "choices": _table(choices, parts, tags), **others}

    first = pinned(questionnaire, names)
    read = compose(read_book(_grids(tables(first)), Losses()), Losses(), everything=True)
    return tables(corrections(questionnaire, read, listed, first))


def _note(rows: Sequence[Written], lines: Sequence[Line], fixes: Mapping[Of, Fix]) -> None:
    """Write each fix beside its row, with checksums of what the row says otherwise."""
    for place, row in enumerate(rows):
        if row.of in fixes:
            extras = {rows[next_].of[0]: lines[next_] for next_ in (place + 1, place + 2) if next_ < len(rows)}
            parts = {part: line for part, line in extras.items() if part in ("text", "instead")}
            row.cells["dialog"] = cell_of(fixes[row.of], Leaf(lines[place], parts))


def _table(rows: Sequence[Written], parts: tuple[str, ...], tags: tuple[str, ...]) -> Table:
    columns = headings_of(parts, rows, tags)
    return [[heading for heading, _, _ in columns], *(values_of(row, columns) for row in rows)]


def _settings(questionnaire: Questionnaire) -> Table:
    title, main = questionnaire.title[questionnaire.main], questionnaire.main
    return [SETTINGS, (cell_of_text(title), questionnaire.id, str(questionnaire.version), heading_in(main))]


def _own(rows: Sequence[Mapping[str, str]]) -> Table:
    return [COLUMNS, *([row.get(part, "") for part in COLUMNS] for row in rows)]


def _grids(tables: Mapping[str, Table]) -> Grids:
    """As they will be read out of the workbook."""
    return {
        name: Grid(
            name,
            tuple(table[0]),
            [(row, [cell_text(cell) for cell in cells]) for row, cells in enumerate(table[1:], 2)],
        )
        for name, table in tables.items()
    }


def _saved(tables: Mapping[str, Table]) -> bytes:
    file = BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True})
        for name, table in tables.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for row, cells in enumerate(table):
                for column, cell in enumerate(cells):
                    if len(cell) > LONGEST_CELL:
                        raise TooLong(f"A text is longer than a cell can be: it begins {cell[:60]!r}.")
                    if cell:
                        sheet.write_string(row, column, cell, None if row else bold)
    return file.getvalue()
