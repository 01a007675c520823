"""The texts of one language as a workbook: the source is locked, the translation is not. Pure."""

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from dialog.languages import N_, Language
from dialog.survey.questionnaire import STATES, Questionnaire
from dialog.survey.translating.names import Say, name_of
from dialog.survey.translating.tags import language_of
from dialog.survey.translating.wordings import Wording, wordings

SHEET = "texts"
PATH, WHERE, SOURCE, TRANSLATION, STATE, SEEN = "path", "where", "source", "translation", "state", "seen"
SAFE = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
LONGEST_NAME = 31  # characters of a sheet's name, by the format
LONGEST_CELL = 32_767  # characters, by the format
_UNKEEPABLE = re.compile("x005F_|[\\ufffe\\uffff]")  # what programs that read workbooks lose, or can't read
_SCRIPTS = {"ltr": 1, "rtl": 2}  # reading orders, by the format

_HEADINGS = {
    PATH: N_("Text"),
    WHERE: N_("Where it stands"),
    SOURCE: N_("Source: %(language)s"),
    TRANSLATION: N_("Translation: %(language)s"),
    STATE: N_("State"),
    SEEN: N_("For the import"),
}
_WIDTHS = {PATH: 18, WHERE: 30, SOURCE: 55, TRANSLATION: 55, STATE: 14, SEEN: 10}
_HOW_TO_USE_IT = N_("How to use it")
HOW_TO = (
    N_("Translate into %(language)s on the sheet “texts”, and send the file back as it is: as .xlsx."),
    N_("Write only in the columns Translation and State. All else is locked, so that every text finds its way back."),
    N_("draft: somebody should look at it once more. checked: it is ready. machine: no human has looked at it yet."),
    N_("outdated: the source has been changed since it was translated. Change the translation, or write checked."),
    N_("A cell that you leave empty changes nothing. Texts are taken away in Dialog only."),
)
_TOO_LONG = N_("Texts that no workbook can hold, and that are left out: %(paths)s. A PO file holds them.")


def to_xlsx(questionnaire: Questionnaire, tag: str, say: Say) -> bytes:
    """The file. Texts without a source are left out: there is nothing to translate."""
    file = io.BytesIO()
    rows = [one for one in wordings(questionnaire, tag) if one.source]
    kept = [one for one in rows if _fits(one)]
    with xlsxwriter.Workbook(file, SAFE) as book:
        languages = language_of(questionnaire.main), language_of(tag)
        notes = [*_notes(languages[1], say), *_left_out(rows, say)]
        _write_notes(
            book.add_worksheet(say(_HOW_TO_USE_IT)[:LONGEST_NAME]), notes, book.add_format({"text_wrap": True})
        )
        sheet = book.add_worksheet(SHEET)
        _set_up(sheet, len(kept), languages, say, book.add_format({"bold": True, "text_wrap": True}))
        _write_rows(sheet, kept, say, _formats(book, languages))
        sheet.activate()
    return file.getvalue()


def _fits(wording: Wording) -> bool:
    return not any(len(text) > LONGEST_CELL or _UNKEEPABLE.search(text) for text in (wording.source, wording.text))


def _notes(language: Language, say: Say) -> list[str]:
    return [say(sentence) % {"language": language.endonym} for sentence in HOW_TO]


def _left_out(rows: Iterable[Wording], say: Say) -> list[str]:
    left = [one.path for one in rows if not _fits(one)]
    return [say(_TOO_LONG) % {"paths": ", ".join(left)}] if left else []


def _write_notes(sheet: Worksheet, notes: Iterable[str], wrapped: Format) -> None:
    sheet.set_column(0, 0, 90, wrapped)
    for row, note in enumerate(notes):
        sheet.write_string(row, 0, note, wrapped)
    sheet.protect()


def _set_up(sheet: Worksheet, rows: int, languages: tuple[Language, Language], say: Say, bold: Format) -> None:
    """Headings that end in what a program knows the columns by, whatever language they are in."""
    known = {SOURCE: languages[0], TRANSLATION: languages[1]}
    for column, (id, heading) in enumerate(_HEADINGS.items()):
        sheet.set_column(column, column, _WIDTHS[id], None, {"hidden": id == SEEN})
        language = known.get(id)
        words = say(heading) % {"language": language.endonym} if language else say(heading)
        sheet.write_string(0, column, f"{words} [{id} {language.tag}]" if language else f"{words} [{id}]", bold)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(rows, 1), len(_HEADINGS) - 1)
    sheet.protect("", {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True})
    state = list(_HEADINGS).index(STATE)
    allowed = {"validate": "list", "source": list(STATES), "error_type": "warning"}
    sheet.data_validation(1, state, max(rows, 1), state, allowed)


def _formats(book: xlsxwriter.Workbook, languages: tuple[Language, Language]) -> list[Format]:
    """One a column. A text that begins like a formula stays a text even when somebody edits its cell."""
    plain: dict[str, Any] = {"text_wrap": True, "valign": "top", "num_format": "@", "quote_prefix": True}
    source, translation = ({"reading_order": _SCRIPTS.get(one.direction, 0)} for one in languages)
    kinds: dict[str, dict[str, Any]] = {
        SOURCE: source,
        TRANSLATION: {**translation, "locked": False},
        STATE: {"locked": False},
    }
    return [book.add_format(plain | kinds.get(id, {})) for id in _HEADINGS]


def _write_rows(sheet: Worksheet, rows: Iterable[Wording], say: Say, formats: Sequence[Format]) -> None:
    for row, one in enumerate(rows, start=1):
        cells = (one.path, name_of(one.path, say), one.source, one.text, one.state, str(one.seen))
        for column, (text, form) in enumerate(zip(cells, formats, strict=True)):
            if text:
                sheet.write_string(row, column, text, form)
            else:
                sheet.write_blank(row, column, None, form)
