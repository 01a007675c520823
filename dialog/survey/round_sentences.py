"""The words in which staff read what hinders a round, and what its answers lock."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from dialog.languages import LANGUAGES
from dialog.survey.models import MOST_AREAS
from dialog.survey.readiness import Hindrance

NAMES = {  # of the parts of a round that its answers lock
    "slug": _l("address"),
    "area_id": _l("area"),
    "area_kind": _l("level of areas"),
    "division": _l("version of the areas"),
    "questionnaire_id": _l("questionnaire"),
    "audience": _l("whom it asks"),
}


def sentence(hindrance: Hindrance) -> str:
    """What to do about what hinders a round from opening."""
    if hindrance.what == "no_areas":
        return _("No area is of the level that the round asks for: load areas, or choose another level.")
    if hindrance.what == "too_many_areas":
        return ngettext(
            "The round asks for %(num)s area: choose a level with at most %(most)s.",
            "The round asks for %(num)s areas: choose a level with at most %(most)s.",
            hindrance.number,
            most=MOST_AREAS,
        )
    if hindrance.what == "nothing_asked":
        return _("The questionnaire asks nothing: choose another.")
    if hindrance.what == "no_phrase":
        return _("Colleagues come in with a phrase: change the round and write one.")
    if hindrance.what == "spots_asked":
        return _("The questionnaire asks for places or photos, which only residents report: choose another.")
    if hindrance.what == "days_past":
        return _("The last day has passed: change the dates.")
    if hindrance.what == "no_title":
        return _("The round has no title in %(language)s, its main language.", language=called(hindrance.language))
    return _(
        "%(percent)s per cent of the questionnaire is there in %(language)s. What is missing is shown in the main "
        "language.",
        percent=hindrance.number,
        language=called(hindrance.language),
    )


def called(tag: str) -> str:
    """A language in its own words."""
    return LANGUAGES[tag].endonym if tag in LANGUAGES else tag
