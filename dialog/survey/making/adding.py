"""Questions and sections that are added to a draft. Pure."""

from collections.abc import Collection, Mapping
from typing import cast

from dialog.survey.bank import Entry, as_copied
from dialog.survey.editing import add_question, free_id
from dialog.survey.making.given import Given, first, text_in
from dialog.survey.making.question_form import apply_form
from dialog.survey.questionnaire import KINDS, BadQuestionnaire, Kind, Question, Questionnaire, Section
from dialog.survey.soundness import RESERVED_FIELDS


def with_new_question(
    questionnaire: Questionnaire, given: Given, spent: Mapping[str, Collection[str]]
) -> tuple[Questionnaire, str]:
    """With the question of a form at the end of a section, and its id. The form may hold all of it, or only its kind
    and text. Raises BadQuestionnaire, NoSuchPart, NotUsable.
    """
    kind, text = first(given, "kind"), text_in(given, "text")
    if kind not in KINDS or not text:
        raise BadQuestionnaire("A question needs a kind and a text.")
    wanted = first(given, "id")
    taken = {question.id for question in questionnaire.questions()}
    id = wanted if wanted in spent and wanted not in taken else fresh_question_id(questionnaire, spent)
    question = Question(id, cast(Kind, kind), {questionnaire.main: text})
    longer = add_question(questionnaire, first(given, "section"), question)
    return (apply_form(longer, id, given) if "parts" in given else longer), id


def with_entry(
    questionnaire: Questionnaire, section_id: str, entry: Entry, spent: Mapping[str, Collection[str]]
) -> tuple[Questionnaire, str]:
    """With a question of the bank at the end of a section, under its own id where that is free. Raises NoSuchPart."""
    taken = {question.id for question in questionnaire.questions()}
    own = entry.question.id
    id = fresh_question_id(questionnaire, spent) if own in taken or own in spent else own
    return add_question(questionnaire, section_id, as_copied(entry, id=id)), id


def fresh_question_id(questionnaire: Questionnaire, spent: Collection[str]) -> str:
    """One that no question has, or has had in a version."""
    return free_id({question.id for question in questionnaire.questions()} | {*spent, *RESERVED_FIELDS}, "q")


def new_section(questionnaire: Questionnaire, title: str) -> Section:
    return Section(free_id([section.id for section in questionnaire.sections], "s"), {questionnaire.main: title}, ())
