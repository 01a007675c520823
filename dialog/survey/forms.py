"""What a resident answers in a dialogue, and what to say where it can't be kept."""

from collections.abc import Collection
from dataclasses import dataclass

from flask import current_app
from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import escape
from werkzeug.datastructures import MultiDict

from dialog.languages import pick
from dialog.places.forms import REASONS
from dialog.places.photo_field import sentence as photo_sentence
from dialog.survey.answers import Checked, Problem, check
from dialog.survey.places_inside import Place, read_places
from dialog.survey.questionnaire import Question, Questionnaire
from dialog.survey.sheet import said
from dialog.web.requests import page_language


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
    if not problems:
        return {}
    main = questionnaire.main
    titles = {column.field: said(column.title, main) for column in questionnaire.columns()}
    for question in questionnaire.questions():
        titles |= {name: said(question.text, main) for name in question.fields if name not in titles}
    asked = {name: question for question in questionnaire.questions() for name in (question.id, *question.fields)}
    return {
        problem.field: _of_value(problem, asked.get(problem.field), questionnaire.main)
        or _of_place(problem)
        or _sentence(problem, titles.get(problem.field, ""))
        for problem in problems
    }


def _of_value(problem: Problem, question: Question | None, main: str) -> str:
    """What to do about a number, a date, a ranking or a photo; nothing for other problems."""
    if problem.reason == "photo":
        return photo_sentence(str(problem.params["kind"]), current_app.config["PHOTO_MEGABYTES"])
    if problem.reason == "same_place":
        return _("Two options have the same place. Change one of them.")
    if question is None or problem.reason not in ("not_a_value", "bounds", "must"):
        return ""
    if problem.reason == "must" and question.must_text:
        return pick(question.must_text, page_language(), main)[0]
    is_date = question.kind == "date"
    if problem.reason == "not_a_value":
        return _("Write a date, such as 2027-03-01.") if is_date else _("Write a number with digits, such as 12.")
    if problem.reason == "bounds" and question.least is not None and question.most is not None:
        return _("Write something from %(least)s to %(most)s.", least=question.least, most=question.most)
    if problem.reason == "bounds":
        least = question.least is not None
        return (
            _("Write %(least)s or more.", least=question.least)
            if least
            else _("Write %(most)s or less.", most=question.most)
        )
    return _("That can't be right together with your other answers. Change it.")


def _of_place(problem: Problem) -> str:
    """What to do about where a place is, or about too many of them; nothing for other problems."""
    if problem.reason == "too_many_places":
        chosen, most = int(problem.params["chosen"]), int(problem.params["maximum"])
        return ngettext(
            "You have told us of one place too many. Empty one, so that at most %(most)s are left.",
            "You have told us of %(num)s places too many. Empty them, so that at most %(most)s are left.",
            chosen - most,
            most=most,
        )
    return str(REASONS[problem.reason]) if problem.reason in ("not_on_map", "no_such_area", "no_such_name") else ""


def _sentence(problem: Problem, title: str) -> str:
    params = problem.params
    if problem.reason == "required":
        return escape(_("Choose an answer: %(question)s")) % {"question": title}
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
