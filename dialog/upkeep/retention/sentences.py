"""The words in which administrators read of terms."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from dialog.upkeep.retention.kinds import DAYS, EVENTS, Term

ROUND_WORDS = _l("Counted from the end of a round, nothing goes while the round is open.")


def term_words(term: Term) -> str:
    """12 months from the last day of the round"""
    if term.term is None:
        return _("for good")
    if term.unit == DAYS:
        length = ngettext("%(num)s day", "%(num)s days", term.term)
    else:
        length = ngettext("%(num)s month", "%(num)s months", term.term)
    return _("%(length)s from %(event)s", length=length, event=_(EVENTS[term.event]))
