"""The log in words that administrators read."""

from flask_babel import gettext as _


def what(action: str) -> str:
    """What was done; an action that nobody has found words for yet is shown as it is kept."""
    return {
        "areas loaded": _("loaded areas"),
        "exact point seen": _("saw where exactly a report is about"),
        "picture drafted": _("drafted a picture"),
        "picture released": _("released a picture"),
        "questionnaire loaded": _("loaded a questionnaire"),
        "reports loaded": _("loaded reports"),
        "responses loaded": _("loaded responses"),
        "round ended": _("ended a round"),
        "round opened": _("opened a round"),
        "round planned": _("planned a round"),
        "signed in": _("signed in"),
        "staff added": _("added somebody to the staff"),
        "unlocked": _("let somebody sign in again"),
    }.get(action, action)


def of_what(subject: str) -> str:
    """Of what it was done: `report 1c9e…` as kind and number."""
    kind, _space, number = subject.partition(" ")
    name = {
        "division": _("division"),
        "draft": _("draft"),
        "edition": _("edition"),
        "questionnaire": _("questionnaire"),
        "report": _("report"),
        "round": _("round"),
        "staff": _("staff"),
    }.get(kind, kind)
    return f"{name} {number}"
