"""What the column `dialog` has to hold: all that reading the other columns back does not give. Pure."""

from collections.abc import Mapping
from typing import Any

from dialog.survey.document import to_document
from dialog.survey.questionnaire import Question, Questionnaire
from dialog.survey.xlsform.fixes import Fix, differences, plain_option, plain_row
from dialog.survey.xlsform.ids import id_of
from dialog.survey.xlsform.names import Listed, Names
from dialog.survey.xlsform.rows import TABLES

Of = tuple[str, ...]  # what a row is, as rows.Written has it
Fixes = dict[Of, dict[str, Any]]


def pinned(questionnaire: Questionnaire, names: Names) -> Fixes:
    """What must be known of a row before others can be read: what it is called here, and its kind."""
    fixes: Fixes = {}
    for section in questionnaire.sections:
        fixes["section", section.id] = _id(section.id, names.sections[section.id])
    for place, section in enumerate(questionnaire.sections):
        for question in section.questions:
            fix = _id(question.id, names.questions[question.id])
            fixes["question", question.id] = {**fix, **_kind(question, place + 1 == len(questionnaire.sections))}
            for row in question.rows:
                column = f"{question.id}.{row.id}"
                written = names.rows[column].removeprefix(f"{names.questions[question.id]}.")
                fixes["row", question.id, row.id] = _id(row.id, written)
    return {of: fix for of, fix in fixes.items() if fix}


def _id(id: str, name: str) -> dict[str, str]:
    return {} if id_of(name) == id else {"id": id}


def _kind(question: Question, is_last: bool) -> dict[str, str]:
    if question.kind == "places":
        return {"kind": "places", "feeling": question.feeling}
    early = question.kind == "photo" and not is_last
    return {"kind": question.kind} if question.kind in ("area", "scale") or early else {}


def corrections(meant: Questionnaire, read: Questionnaire, listed: Listed, known: Mapping[Of, Fix]) -> Fixes:
    """Everything that has to stand in a column `dialog`; `known` stood there already when it was read."""
    fixes: Fixes = {of: dict(fix) for of, fix in known.items()}
    sections = {one["id"]: one for one in to_document(read)["sections"]}
    for section in to_document(meant)["sections"]:
        found = sections.get(section["id"], {})
        _add(fixes, ("section", section["id"]), differences(section, found, without=("questions",)))
    questions = {one["id"]: one for section in sections.values() for one in section["questions"]}
    for section in to_document(meant)["sections"]:
        for question in section["questions"]:
            of = ("question", question["id"])
            _add(fixes, of, differences(question, questions.get(question["id"], {}), without=("options", "rows")))
    for before, after in _pairs(meant, read):
        _rows(before, after, fixes)
        _options(before, after, listed, fixes)
    return fixes


def _pairs(meant: Questionnaire, read: Questionnaire) -> list[tuple[Question, Question]]:
    found = {question.id: question for question in read.questions()}
    return [(question, found[question.id]) for question in meant.questions() if question.id in found]


def _rows(meant: Question, read: Question, fixes: Fixes) -> None:
    found = {row.id: row for row in read.rows}
    for row in meant.rows if meant.kind in TABLES else ():
        if row.id in found:
            _add(fixes, ("row", meant.id, row.id), differences(plain_row(row), plain_row(found[row.id])))


def _options(meant: Question, read: Question, listed: Listed, fixes: Fixes) -> None:
    """Beside the choices where that is enough, else beside the question."""
    if [one.id for one in meant.options] != [one.id for one in read.options]:
        options = [plain_option(option) for option in meant.options] or None
        _add(fixes, ("question", meant.id), {"options": options})
        return
    for option, found in zip(meant.options, read.options, strict=True):
        if option != found:
            of = ("option", listed.list_of(meant), option.id)
            _add(fixes, of, differences(plain_option(option), plain_option(found)))


def _add(fixes: Fixes, of: Of, fix: Fix) -> None:
    if fix:
        fixes[of] = {**fixes.get(of, {}), **fix}
