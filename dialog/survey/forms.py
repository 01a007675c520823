"""What a resident answers in a dialogue, and what to say where it can't be kept."""

from collections.abc import Collection
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.datastructures import MultiDict

from dialog.survey.answers import Checked, Problem, check
from dialog.survey.places_inside import Place, read_places
from dialog.survey.questionnaire import Questionnaire
from dialog.web.pages import say


@dataclass(frozen=True)
class Filled:
    """One filling of a questionnaire: what is kept of it, and what is wrong."""

    checked: Checked
    places: list[Place]
    problems: list[Problem]


def read_dialogue(questionnaire: Questionnaire, areas: Collection[str], form: MultiDict[str, str]) -> Filled:
    given = dict(form.lists())
    checked = check(questionnaire, areas, given)
    places, problems = read_places(questionnaire, areas, given, shown=checked.shown)
    return Filled(checked, places, [*checked.problems, *problems])


def sentences(questionnaire: Questionnaire, problems: Collection[Problem]) -> dict[str, str]:
    """What to do about each field, by its name, in the order asked."""
    titles = {column.field: say(column.title) for column in questionnaire.columns()}
    for question in questionnaire.questions():
        titles |= {name: say(question.text) for name in question.fields if name not in titles}
    return {problem.field: _sentence(problem, titles.get(problem.field, "")) for problem in problems}


def _sentence(problem: Problem, title: str) -> str:
    params = problem.params
    if problem.reason == "required":
        return _("Choose an answer: %(question)s", question=title)
    if problem.reason == "too_many":
        chosen, most = int(params["chosen"]), int(params["maximum"])
        return ngettext(
            "You have chosen one too many. Remove one, so that at most %(most)s are left.",
            "You have chosen %(num)s too many. Remove them, so that at most %(most)s are left.",
            chosen - most,
            most=most,
        )
    if problem.reason == "too_long":
        over = int(params["length"]) - int(params["maximum"])
        return ngettext(
            "The text is %(num)s character too long. Shorten it.",
            "The text is %(num)s characters too long. Shorten it.",
            over,
        )
    if problem.reason == "exclusive":
        return _("Choose either “nothing” or the other answers, not both.")
    return _("Choose among the options shown.")
