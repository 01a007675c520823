"""A questionnaire as rows of an XLSForm's sheets. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dialog.languages import Words
from dialog.survey.questionnaire import VALUES, Question, Questionnaire, Row, Section
from dialog.survey.texts import texts
from dialog.survey.xlsform.checks import write_check
from dialog.survey.xlsform.filters import write_filter
from dialog.survey.xlsform.fixes import part_cell
from dialog.survey.xlsform.grids import cell_of_text, cell_text
from dialog.survey.xlsform.headings import heading_in
from dialog.survey.xlsform.names import Listed, Names
from dialog.survey.xlsform.spelling import write_expression

_TYPES: Mapping[str, str] = {
    "area": "select_one",
    "one_of": "select_one",
    "several_of": "select_multiple",
    "ranking": "rank",
    "date": "date",
    "short": "text",
    "text": "text",
    "places": "geopoint",
    "photo": "image",
    "info": "note",
}
TABLES = ("scale", "matrix")
SURVEY = ("type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message", "choice_filter",
          "appearance", "parameters", "dialog")  # fmt: skip
CHOICES = ("list_name", "name", "label")
_IN_LANGUAGES = ("label", "hint", "constraint_message")


@dataclass(frozen=True)
class Written:
    """One row of a sheet; `of` says what of the questionnaire it is, so that the column dialog can be filled in."""

    of: tuple[str, ...]  # ("question", id), ("row", question, id), ("option", list, id) …
    cells: dict[str, str] = field(default_factory=dict)
    words: dict[str, Words] = field(default_factory=dict)


def survey_rows(questionnaire: Questionnaire, names: Names, lists: Listed) -> list[Written]:
    several = {one.id for one in questionnaire.questions() if one.kind in ("several_of", "ranking")}
    return [row for section in questionnaire.sections for row in _section(section, names, lists, several)]


def choice_rows(lists: Listed, names: Names) -> list[Written]:
    return [
        Written(
            ("option", name, option.id),
            {"list_name": name, "name": option.id, **{names.tags[tag]: value for tag, value in option.tags.items()}},
            {"label": option.text},
        )
        for name, options in lists.lists.items()
        for option in options
    ]


def _section(section: Section, names: Names, lists: Listed, several: set[str]) -> Iterator[Written]:
    cells = {"type": "begin_group", "name": names.sections[section.id]}
    if section.show_if:
        cells["relevant"] = write_expression(section.show_if, names.called)
    yield Written(("section", section.id), cells, {"label": section.title})
    for question in section.questions:
        yield from _question(question, names, lists, several)
    yield Written(("end",), {"type": "end_group"})


def _question(question: Question, names: Names, lists: Listed, several: set[str]) -> Iterator[Written]:
    cells = {
        "type": _type(question, lists),
        "name": names.questions[question.id],
        "relevant": write_expression(question.show_if, names.called) if question.show_if else "",
    }
    words = {"label": question.text, "hint": question.hint, "constraint_message": question.must_text}
    of = ("question", question.id)
    if question.kind in TABLES:
        yield Written(of, {**cells, "appearance": "table-list"}, words)
        yield from (_row(question, row, names, lists) for row in question.rows)
        yield Written(("end",), {"type": "end_group"})
        return
    filter = write_filter(question.narrowed, question.options, names.called, names.tags, several)
    more = {
        "required": "yes" if question.required and question.kind != "info" else "",
        "constraint": write_check(question, names.called),
        "choice_filter": filter,
        "appearance": "multiline" if question.kind == "text" else "",
        "parameters": "randomize=true" if question.shuffle else "",
    }
    yield Written(of, {**cells, **more}, words)
    yield from _beside(question, names, lists)


def _type(question: Question, lists: Listed) -> str:
    if question.kind in TABLES:
        return "begin_group"
    if question.kind == "number":
        return "integer" if question.whole else "decimal"
    listed = question.options or question.kind == "area"
    name = f" {lists.list_of(question)}" if listed and question.kind not in VALUES else ""
    return f"{_TYPES[question.kind]}{name}"


def _row(question: Question, row: Row, names: Names, lists: Listed) -> Written:
    cells = {
        "type": f"select_one {lists.list_of(question)}",
        "name": names.rows[f"{question.id}.{row.id}"],
        "required": "yes" if question.required else "",
        "parameters": "randomize=true" if question.shuffle else "",
    }
    return Written(("row", question.id, row.id), cells, {"label": row.text})


def _beside(question: Question, names: Names, lists: Listed) -> Iterator[Written]:
    """What is written beside the choices, and what stands instead of a value."""
    if question.id in names.texts:
        cells = {"type": "text", "name": names.texts[question.id], "dialog": part_cell("text")}
        yield Written(("text", question.id), cells, {"label": question.text_label, "hint": question.text_hint})
    if question.id in names.instead:
        listed = f"select_one {lists.list_of(question)}"
        cells = {"type": listed, "name": names.instead[question.id], "dialog": part_cell("instead")}
        yield Written(("instead", question.id), cells, {"label": question.text})


def tags_of(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The languages of all its texts, the main one first."""
    found = dict.fromkeys(tag for words in texts(questionnaire).values() for tag in words)
    return tuple(dict.fromkeys(tag for tag in (*questionnaire.languages, *found) if tag in found))


def headings_of(parts: tuple[str, ...], used: Sequence[Written], tags: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """(heading, part, language): the columns that some row needs, and the first three always."""
    needed = {part for row in used for part, cell in row.cells.items() if cell}
    needed |= {part for row in used for part, words in row.words.items() if words}
    columns: list[tuple[str, str, str]] = []
    for part in parts:
        if part in _IN_LANGUAGES and part in needed:
            columns += [(f"{part}::{heading_in(tag)}", part, tag) for tag in tags]
        elif part in needed:
            columns.append((part, part, ""))
    return columns


def values_of(row: Written, columns: list[tuple[str, str, str]]) -> list[str]:
    """What stands in each column."""
    return [
        cell_of_text(row.words.get(part, {}).get(tag, "")) if tag else cell_text(row.cells.get(part, ""))
        for _, part, tag in columns
    ]
