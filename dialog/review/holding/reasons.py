"""Why a text is held back. Pure."""

from collections.abc import Mapping

from dialog.languages import N_

OTHER = "other"
REASONS: Mapping[str, str] = {  # the first two are found when a text comes; all can be given by hand
    "accusation": N_("It accuses somebody who can be named"),
    "crime": N_("It tells of a concrete crime"),
    "threat": N_("It threatens somebody"),
    "danger": N_("Somebody may be in danger"),
    OTHER: N_("Another reason"),
}


class UnknownReason(ValueError):
    """No such reason for holding a text back."""
