"""What removing a part of a questionnaire takes with it, in words."""

from collections.abc import Iterable

from flask_babel import gettext as _
from flask_babel import ngettext

from dialog.survey.bank import measured_by
from dialog.survey.conditions import mentioned
from dialog.survey.making.naming import both, brief, language_called
from dialog.survey.questionnaire import Question, Questionnaire


def of_removing(questionnaire: Questionnaire, questions: Iterable[Question]) -> list[str]:
    """Sentences; none when nothing but the words of the main language goes."""
    gone = list(questions)
    return [*_translations(questionnaire, gone), *_series(gone), *_conditions(questionnaire, gone)]


def _translations(questionnaire: Questionnaire, gone: list[Question]) -> list[str]:
    tags = [tag for tag in questionnaire.languages if tag != questionnaire.main]
    found = [language_called(tag) for tag in tags if any(question.text.get(tag) for question in gone)]
    return [_("The translations into %(languages)s go with it.", languages=both(found))] if found else []


def _series(gone: list[Question]) -> list[str]:
    number = sum(len(measured_by(question)) for question in gone)
    if not number:
        return []
    return [
        ngettext(
            "%(num)s series ends: it can't be followed from year to year any more.",
            "%(num)s series end: they can't be followed from year to year any more.",
            number,
        )
    ]


def _conditions(questionnaire: Questionnaire, gone: list[Question]) -> list[str]:
    ids = {question.id for question in gone} | {column.id for question in gone for column in question.columns()}
    left = [question for question in questionnaire.questions() if question not in gone]
    names = [
        brief(one.text, questionnaire.main)
        for one in left
        if ids & {*mentioned(one.show_if), *mentioned(one.must), *(narrowing.question for narrowing in one.narrowed)}
    ]
    sections = [section for section in questionnaire.sections if ids & set(mentioned(section.show_if))]
    names += [brief(section.title, questionnaire.main) for section in sections]
    return [_("“%(name)s” depends on it and must be changed.", name=name) for name in names]
