"""What belongs in the text of each section, for whoever is to write it."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

PROMPTS: Mapping[str, str] = {
    "summary": _l("At most five findings: what, where, how sure. What a councillor reads who reads nothing else."),
    "about": _l("Why the picture was made, which period and area it covers, who made it, and how final it is."),
    "sources": _l("What each source can tell and what it can't: who was asked, when, and who is missing."),
    "who": _l("Which groups and areas are heard less than they should be, and what that means for the reading."),
    "problems": _l(
        "What is brought up most, and what differs from what you expected. How many, not how large a share."
    ),
    "matrix": _l("Where each problem stands out, and where you know too little to say anything."),
    "places": _l("Which places need something done, at what times, and why they feel as they do."),
    "themes": _l("What people say in their own words that the figures don't show."),
    "staff": _l(
        "What staff meet in their work and what the departments' own pictures say. Nobody may be recognisable."
    ),
    "beside": _l(
        "Where the dialogue, the safety survey and reported crime agree, where they differ, and where one lacks."
    ),
    "change": _l("What is different since the last picture, and what came of the last pledge."),
    "strengths": _l("What residents say is good, and what should be kept."),
    "analysis": _l("Why the problems are there. Say which causes are facts and which are hypotheses."),
    "focus": _l("What you propose to work with, how strong the evidence is, and why other things were not chosen."),
    "gaps": _l(
        "Areas, groups and questions that you know too little about, and how to find out before the next picture."
    ),
    "appendix": _l("Anything that a careful reader wants to look up."),
}
