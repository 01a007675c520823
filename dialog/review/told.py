"""What a report says by choosing, in words."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

from dialog.places.fields import (
    AFFECTED,
    CAUSES,
    CONSEQUENCES,
    FEELINGS,
    FREQUENCIES,
    KINDS,
    REMEDIES,
    SEASONS,
    STRENGTHS,
    TIMES,
    Choices,
)
from dialog.places.models import Report
from dialog.review.options import options_of
from dialog.web.pages import say

ASKED: Mapping[str, tuple[object, Choices]] = {  # closed answers: what was asked, what could be chosen
    "feeling": (_l("The place feels"), FEELINGS),
    "kind": (_l("Kind of place"), KINDS),
    "causes": (_l("What makes it unsafe"), CAUSES),
    "strengths": (_l("What makes it safe"), STRENGTHS),
    "times": (_l("When"), TIMES),
    "seasons": (_l("In which season"), SEASONS),
    "frequency": (_l("How often"), FREQUENCIES),
    "affected": (_l("Who is affected"), AFFECTED),
    "consequences": (_l("What it leads to"), CONSEQUENCES),
    "remedies": (_l("What would help"), REMEDIES),
}


def answers_of(report: Report) -> list[tuple[str, str]]:
    """(what was asked, what was chosen), in the order of the form, without what was left out."""
    told = ((name, str(asked), chosen(report, name)) for name, (asked, _choices) in ASKED.items())
    return [(asked, words) for _name, asked, words in told if words]


def chosen(report: Report, name: str) -> str:
    """What was chosen for one question; nothing where it was left out."""
    choices = ASKED[name][1]
    return ", ".join(option_words(option, choices) for option in options_of(report.answers, name))


def option_words(option: str, choices: Choices) -> str:
    return say(choices[option]) if option in choices else str(option)
