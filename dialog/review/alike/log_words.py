"""What the status log says of things that are alike, in the words of the staff's pages."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

from dialog.review.alike.steps import GATHERED, HEADED, LEFT, NO_DUPLICATE

ALIKE_STEPS: Mapping[str, object] = {
    GATHERED: _l("%(name)s put it together with what is alike"),
    LEFT: _l("%(name)s took it out of what is alike"),
    HEADED: _l("%(name)s let it stand for what is alike"),
    NO_DUPLICATE: _l("%(name)s saw that it is no duplicate"),
}
