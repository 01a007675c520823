"""The title of a questionnaire, its main language, and its sections, as their forms say. Pure."""

from dataclasses import replace

from dialog.survey.editing import change_section, find_section, set_text
from dialog.survey.making.condition_lines import askable, condition_in
from dialog.survey.making.given import Given, NotUsable, first, line_of
from dialog.survey.questionnaire import Questionnaire


def blank(*, key: str, title: str, main: str) -> Questionnaire:
    """A questionnaire with nothing in it yet."""
    return Questionnaire(key, 1, {main: title}, (), main, (main,))


def apply_about(questionnaire: Questionnaire, given: Given) -> Questionnaire:
    """The title, and which of its languages is the main one. Raises NotUsable."""
    title, main = line_of(first(given, "title")), first(given, "main")
    if not title and questionnaire.title.get(questionnaire.main):
        raise NotUsable({"title": "empty"})
    changed = set_text(questionnaire, "title", questionnaire.main, title) if title else questionnaire
    if main == questionnaire.main or main not in questionnaire.languages:
        return changed
    return replace(changed, main=main, spoken=tuple(dict.fromkeys((main, *questionnaire.languages))))


def apply_section(questionnaire: Questionnaire, id: str, given: Given) -> Questionnaire:
    """The title of a section, and when it is shown. Raises NoSuchPart and NotUsable."""
    title = line_of(first(given, "title"))
    if not title and find_section(questionnaire, id).title.get(questionnaire.main):
        raise NotUsable({"title": "empty"})
    changed = set_text(questionnaire, f"section:{id}", questionnaire.main, title) if title else questionnaire
    return change_section(changed, id, show_if=condition_in(given, askable(questionnaire, id)))
