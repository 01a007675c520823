"""The lanes in which sources stand side by side; figures of two lanes are never melted into one score. Pure."""

import re
from collections.abc import Iterable, Mapping

from dialog.languages import N_
from dialog.rows.headings import plain

DIALOGUE, REPORTS, WORKSHOPS, STAFF, DEPARTMENTS = "dialogue", "place-reports", "workshops", "staff", "departments"
SAFETY_SURVEY, REPORTED_CRIME, NATIONAL_SURVEY = "safety-survey", "reported-crime", "national-survey"
ASSESSMENT, STATISTICS = "police-assessment", "statistics"

LANES: Mapping[str, str] = {
    DIALOGUE: N_("Resident dialogue"),
    REPORTS: N_("Reports of places"),
    WORKSHOPS: N_("Workshops and walks"),
    STAFF: N_("Staff dialogue"),
    DEPARTMENTS: N_("The departments’ own pictures"),
    SAFETY_SURVEY: N_("Safety survey of the police"),
    REPORTED_CRIME: N_("Reported crime"),
    NATIONAL_SURVEY: N_("National survey"),
    ASSESSMENT: N_("Assessment of the police"),
    STATISTICS: N_("Other statistics"),
}
WITH_FIGURES = (SAFETY_SURVEY, REPORTED_CRIME, NATIONAL_SURVEY, STATISTICS)
OF_FIGURES_TOO = (*WITH_FIGURES, DIALOGUE, REPORTS, WORKSHOPS, STAFF, DEPARTMENTS)  # also a count of one's own
OF_WORDS = (ASSESSMENT, DEPARTMENTS, STAFF, WORKSHOPS)  # whose texts are checked for personal data before they are kept

LOWEST_INDEX, HIGHEST_INDEX = 0, 6  # of the police's safety survey: near to no problem, alarming

_SIGNS = (  # the first that shows decides: a national survey speaks of crime too
    (NATIONAL_SURVEY, re.compile(r"(?:^|_)ntu(?:_|$)|nationella_trygghets")),
    (SAFETY_SURVEY, re.compile(r"trygghetsmat|problemindex|trygghetsunders")),
    (REPORTED_CRIME, re.compile(r"anmalda|brott|crime")),
    (STATISTICS, re.compile(r"befolkning|folkmangd|population|(?:^|_)bef(?:_|$)|invanare|^persons$|^personer$")),
)


def recognised_lane(*said: Iterable[str]) -> str | None:
    """The lane that names, headings and words show, what is asked first deciding; None when they show none."""
    for words in said:
        together = " ".join(plain(one) for one in words)
        for lane, sign in _SIGNS:
            if any(sign.search(word) for word in together.split()):
                return lane
    return None
