"""XLSForm workbooks as questionnaires, with a list of all that has no counterpart here."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dialog.survey.document import MOST_VERSIONS
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.soundness import faults
from dialog.survey.xlsform.books import Book, read_book, unused
from dialog.survey.xlsform.choices import Lists
from dialog.survey.xlsform.desk import Desk
from dialog.survey.xlsform.grids import Grids, NoForm, read_grids
from dialog.survey.xlsform.ids import id_of
from dialog.survey.xlsform.kinds import asked_of, parameters_of
from dialog.survey.xlsform.lines import Line
from dialog.survey.xlsform.losses import Loss, Losses
from dialog.survey.xlsform.odkx import as_xlsform, is_odkx
from dialog.survey.xlsform.own import spoken_written, tags_written, title_written
from dialog.survey.xlsform.sections import sections_of
from dialog.survey.xlsform.tree import tree_of
from dialog.survey.xlsform.vouched import marks_of

_USED = {
    "survey": frozenset(
        ("type", "name", "required", "relevant", "constraint", "choice_filter", "appearance", "parameters", "dialog")
    ),
    "choices": frozenset(("list_name", "name", "dialog")),
    "settings": frozenset(("form_title", "form_id", "default_language", "version")),
}
_SHOWN_HERE = ("multiline", "table-list", "field-list", "label")  # appearances that mean something here, or nothing


def read_workbook(data: bytes | Path, *, main: str | None = None) -> tuple[Questionnaire, list[Loss]]:
    """The questionnaire of an XLSForm workbook (.xlsx), and what was left out or changed, by sheet and row.

    `main` is the language of texts of which the workbook does not say it. Raises UnreadableFile (NoForm, EmptyFile)
    with one sentence.
    """
    name = data.stem if isinstance(data, Path) else ""
    grids = read_grids(data)
    return read_sheets(as_xlsform(grids) if is_odkx(grids) else grids, main=main, name=name)


def read_sheets(grids: Grids, *, main: str | None = None, name: str = "") -> tuple[Questionnaire, list[Loss]]:
    """The same of sheets that have been read. Raises NoForm."""
    losses = Losses()
    read = compose(read_book(grids, losses, main=main), losses, name=name)
    for fault in faults(read):
        raise NoForm(f"The workbook makes no questionnaire that can be asked: {fault}")
    return read, losses.all(grids[sheet].name for sheet in ("settings", "survey", "choices") if sheet in grids)


def compose(book: Book, losses: Losses, *, name: str = "", everything: bool = False) -> Questionnaire:
    """The questionnaire that the rows make; with `everything` also what is never asked. Raises NoForm when they ask
    nothing.
    """
    lists = Lists(book.main, losses, tags_written(book.own))
    for line in book.choices:
        lists.add(line)
    desk = Desk(book, losses, lists, everything=everything)
    shown = book.settings["form_title"]
    named = shown or book.settings["form_id"] or name or "–"
    title = {book.main: named, **title_written(book.own, book.main, shown)}
    sections = sections_of(tree_of(book.survey, losses), title, desk)
    if not sections:
        raise NoForm("The workbook asks nothing that can be asked here.")
    id = id_of(book.settings["form_id"] or name) or "questionnaire"
    spoken = spoken_written(book.own, book.languages)
    read = Questionnaire(id, _version(book, losses), title, sections, main=book.main, spoken=spoken)
    _tell_unused(desk)
    return replace(read, marks=marks_of(read, book.own))


def _version(book: Book, losses: Losses) -> int:
    written = book.settings["version"]
    if written.isascii() and written.isdigit() and 1 <= int(written[:10]) <= MOST_VERSIONS:
        return int(written[:10])
    if written:
        losses.add(book.settings, "version", "version")
    return 1


def _tell_unused(desk: Desk) -> None:
    """Columns, appearances and parameters that nothing was made of; of rows that were left out that has been said."""
    book, losses = desk.book, desk.losses
    used = {**_USED, "choices": _USED["choices"].union(desk.lists.used, desk.lists.tags)}
    for sheet, lines in (("survey", desk.taken), ("choices", book.choices), ("settings", (book.settings,))):
        for line, part, number in unused(lines, used[sheet]):
            losses.count(line, part, "column", number=number)
    for line, word in _appearances(desk.taken):
        losses.count(line, "appearance", "appearance", value=word)
    for line in desk.taken:
        if line["parameters"] and not _are_understood(line):
            losses.add(line, "parameters", "parameters")


def _appearances(lines: list[Line]) -> Iterator[tuple[Line, str]]:
    for line in lines:
        yield from ((line, word) for word in line["appearance"].split() if word not in _SHOWN_HERE)


def _are_understood(line: Line) -> bool:
    """A range that goes up by one is like any number."""
    told = parameters_of(line)
    step = told.pop("step", "1") if asked_of(line).type.casefold() == "range" else "1"
    return step == "1" and told.keys() <= {"randomize", "rows", "start", "end"}
