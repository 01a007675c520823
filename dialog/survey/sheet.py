"""A questionnaire as the form a resident sees."""

from dataclasses import dataclass, field

from flask import render_template
from markupsafe import Markup
from werkzeug.datastructures import MultiDict

from dialog.areas.models import Area
from dialog.languages import LANGUAGES, MAIN
from dialog.places.fields import KINDS
from dialog.survey.models import Round
from dialog.survey.queries import questionnaire_of
from dialog.survey.questionnaire import Option, Questionnaire
from dialog.texts.cleaning import LONGEST_TEXT
from dialog.web.pages import say
from dialog.web.requests import page_language

APART = {"dont_know", "prefer_not", "stay_in"}  # options beside the scale, not on it
ICONS = {"Q1.a": "sun", "Q1.b": "moon"}

AreaChoice = tuple[str, str]  # code, name in the page's language


@dataclass(frozen=True)
class Sheet:
    """What a fresh form depends on; two that are equal look the same."""

    checksum: str
    language: str
    areas: tuple[AreaChoice, ...]
    questionnaire: Questionnaire = field(compare=False)


def sheet_of(round: Round, areas: list[Area]) -> Sheet:
    choices = tuple((area.code, say(area.names)) for area in areas)
    return Sheet(round.questionnaire.checksum, page_language(), choices, questionnaire_of(round))


def questions_of(
    sheet: Sheet, given: MultiDict[str, str] | None = None, problems: dict[str, str] | None = None
) -> Markup:
    """The questions with what was given, and what to change beside each."""
    html = render_template(
        "resident/questions.html",
        questionnaire=sheet.questionnaire,
        foreign=None if sheet.language in sheet.questionnaire.languages else LANGUAGES[MAIN],
        areas=list(sheet.areas),
        kinds=[(id, say(words)) for id, words in KINDS.items()],
        given=given or MultiDict(),
        problems=problems or {},
        pairs=pairs,
        apart=apart,
        icons=ICONS,
        longest=LONGEST_TEXT,
    )
    return Markup(html)  # noqa: S704  (rendered by Jinja, which escapes)


def pairs(options: tuple[Option, ...]) -> list[tuple[str, str]]:
    return [(option.id, say(option.text)) for option in options]


def apart(options: tuple[Option, ...]) -> int:
    """How many of the last options stand apart."""
    return sum(option.id in APART for option in options)
