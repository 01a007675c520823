"""Turning the pages of a dialogue: what a filled-in page leads to."""

from dataclasses import dataclass
from typing import Literal

from werkzeug.datastructures import MultiDict

from dialog.survey.answers import Problem
from dialog.survey.forms import Filled
from dialog.survey.paging import CLOSING, Page, newly_asked, next_section, page, problems_on, section_of
from dialog.survey.places_inside import LOOK
from dialog.survey.questionnaire import Questionnaire


def looks(go: str) -> bool:
    """Whether a button only changes the page; after a colon it may say how."""
    return go.partition(":")[0] == LOOK


@dataclass(frozen=True)
class Turned:
    """Where a page leads. `problems` are told on the page that is shown; `page` None is the closing page."""

    leads_to: Literal["page", "store"]
    page: Page | None = None
    problems: tuple[Problem, ...] = ()
    news: tuple[str, ...] = ()  # questions that what was answered has led to, by id


def first_page(questionnaire: Questionnaire, filled: Filled) -> Page | None:
    return page(questionnaire, filled.checked, next_section(questionnaire, filled.checked, ""))


def turn(questionnaire: Questionnaire, filled: Filled, form: MultiDict[str, str]) -> Turned:
    """From the page that was sent, and the button that sent it, to what comes next."""
    checked, at = filled.checked, form.get("page", "")
    here = page(questionnaire, checked, at)
    go = form.get("go", "next")
    if go == "back":
        return Turned("page", page(questionnaire, checked, next_section(questionnaire, checked, at, back=True)))
    if here:
        found = problems_on(here.section, filled.problems)
        news = [question.id for question in newly_asked(here, form.get("seen", "").split())]
        if news or looks(go):
            told = () if looks(go) else tuple(one for one in found if not _is_of(one, news))
            return Turned("page", here, told, tuple(news))
        if found:
            return Turned("page", here, tuple(found))
    following = next_section(questionnaire, checked, at)
    if go != "send":
        return Turned("page", page(questionnaire, checked, following))
    if filled.problems:
        wrong = page(questionnaire, checked, section_of(questionnaire, filled.problems[0]))
        return Turned("page", wrong, tuple(problems_on(wrong.section if wrong else None, filled.problems)))
    return Turned("page", page(questionnaire, checked, following)) if following != CLOSING else Turned("store")


def _is_of(problem: Problem, news: list[str]) -> bool:
    """Whether it is about a question that has only now come up: nobody has had the chance to answer it."""
    return any(problem.field == id or problem.field.startswith(f"{id}_") for id in news)
