"""What to call a question in a sentence, and sentences put after each other."""

from collections.abc import Sequence
from functools import reduce

from flask_babel import gettext as _

from dialog.languages import LANGUAGES, Words, pick
from dialog.survey.editing import NoSuchPart, find_question, find_section
from dialog.survey.questionnaire import Questionnaire
from dialog.web.requests import page_language

_LONGEST = 70  # characters of a question in a sentence about it


def said(words: Words, main: str) -> str:
    """A text of a questionnaire for those who make it: in its main language, or any."""
    return pick(words, main, page_language())[0]


def brief(words: Words, main: str) -> str:
    text = " ".join(said(words, main).split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def question_called(questionnaire: Questionnaire, id: str) -> str:
    try:
        return brief(find_question(questionnaire, id).text, questionnaire.main) or id
    except NoSuchPart:
        return id


def section_called(questionnaire: Questionnaire, id: str) -> str:
    try:
        return brief(find_section(questionnaire, id).title, questionnaire.main) or id
    except NoSuchPart:
        return id


def answer_called(questionnaire: Questionnaire, id: str) -> str:
    """What a condition looks at: a question, or one row of it."""
    title = next((column.title for column in questionnaire.columns() if column.id == id), None)
    return brief(title, questionnaire.main) if title else question_called(questionnaire, id)


def language_called(tag: str) -> str:
    return LANGUAGES[tag].endonym if tag in LANGUAGES else tag


def either(parts: Sequence[str]) -> str:
    return reduce(lambda one, other: _("%(one)s or %(other)s", one=one, other=other), parts)


def both(parts: Sequence[str]) -> str:
    return reduce(lambda one, other: _("%(one)s and %(other)s", one=one, other=other), parts)
