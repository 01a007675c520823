"""The words in which staff read about photos."""

from collections.abc import Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from dialog.review import steps
from dialog.texts.boxes import BY_HAND, FACE, PLATE

NO_ORIGINAL = _l("The photo as it was sent is erased: its time is up.")
NOTHING_MARKED = _l("Mark what is to be blurred: choose at least one square.")
NOTHING_CHOSEN = _l("Choose at least one box to take off.")
BOX_WORDS = {FACE: _l("perhaps a face"), PLATE: _l("perhaps a number plate"), BY_HAND: _l("marked by a reviewer")}
PHOTO_STEPS: Mapping[str, object] = {  # who did what, for the log of the report; %(name)s is who
    steps.PHOTO_ACCEPTED: _l("%(name)s accepted the photo"),
    steps.PHOTO_SET_ASIDE: _l("%(name)s set the photo aside"),
    steps.PHOTO_REOPENED: _l("%(name)s put the photo back in the queue"),
    steps.PHOTO_BLURRED: _l("%(name)s blurred more of the photo"),
    steps.PHOTO_UNBLURRED: _l("%(name)s took a blur off the photo"),
    steps.PHOTO_DESTROYED: _l("%(name)s destroyed the photo"),
    steps.POINT_DESTROYED: _l("%(name)s destroyed the exact point"),
}


def age_in_words(days: int) -> str:
    """How long a photo has waited."""
    return ngettext("%(num)s day old", "%(num)s days old", days) if days else _("came today")
