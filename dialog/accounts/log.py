"""The log in words that administrators read."""

from flask_babel import gettext as _


def what(action: str) -> str:
    """What was done; an action that nobody has found words for yet is shown as it is kept."""
    return {
        "areas loaded": _("loaded areas"),
        "clearance taken back": _("took a report back from other systems"),
        "exact point seen": _("saw where exactly a report is about"),
        "names forgotten": _("forgot names of places"),
        "names loaded": _("loaded names of places"),
        "photo accepted": _("accepted a photo"),
        "photo blurred": _("blurred more of a photo"),
        "photo original seen": _("saw a photo before it was blurred"),
        "photo reopened": _("put a photo back in the queue"),
        "photo set aside": _("set a photo aside"),
        "photo unblurred": _("took a blur off a photo"),
        "picture drafted": _("drafted a picture"),
        "picture released": _("released a picture"),
        "questionnaire loaded": _("loaded a questionnaire"),
        "report cleared": _("let other systems read a report"),
        "population loaded": _("loaded population"),
        "reports loaded": _("loaded reports"),
        "responses loaded": _("loaded responses"),
        "round changed": _("changed a round"),
        "round ended": _("ended a round"),
        "round opened": _("opened a round"),
        "round planned": _("planned a round"),
        "signed in": _("signed in"),
        "staff added": _("added somebody to the staff"),
        "system added": _("let another system send reports"),
        "system removed": _("took back another system's key"),
        "unlocked": _("let somebody sign in again"),
    }.get(action, action)


def of_what(subject: str) -> str:
    """Of what it was done: `report 1c9e…` as kind and number."""
    kind, _space, number = subject.partition(" ")
    name = {
        "division": _("division"),
        "draft": _("draft"),
        "edition": _("edition"),
        "photo": _("photo"),
        "questionnaire": _("questionnaire"),
        "report": _("report"),
        "round": _("round"),
        "source": _("source"),
        "staff": _("staff"),
        "system": _("system"),
    }.get(kind, kind)
    return f"{name} {number}"
