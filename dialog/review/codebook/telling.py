"""The words in which administrators read of changes to the codebook, and of what hinders one."""

from collections.abc import Mapping

from flask_babel import get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dialog.review.codebook.book import UnknownCode
from dialog.review.codebook.differences import ADDED, BEGINS, BREAKS, ENDS, GOES_ON, RESTORED, RETIRED, REWORDED
from dialog.review.codebook.editing import NoLabel, SameLabel, StillUsed
from dialog.review.codebook.forms import LONGEST_LABEL, LONGEST_TEXT, TooLong

CHANGE_WORDS: Mapping[str, object] = {
    ADDED: _l("newly added"),
    RETIRED: _l("not used any more"),
    RESTORED: _l("used again"),
    REWORDED: _l("worded anew"),
}
SERIES_WORDS: Mapping[str, object] = {
    BEGINS: _l("A series of figures begins."),
    ENDS: _l("The series of figures ends. What was coded is kept."),
    GOES_ON: _l("Means the same: the series goes on."),
    BREAKS: _l("The series breaks: figures before and after can't be compared."),
}


def language_words(tag: str) -> str:
    """What a language is called in the page's own."""
    locale = get_locale()
    return str((locale.languages if locale else {}).get(tag.replace("-", "_"), tag))


def problem_sentence(problem: Exception) -> tuple[str, str]:
    """(id of the field, sentence)."""
    match problem:
        case NoLabel():
            return f"label_{problem}", _("Write a label in Swedish and in English.")
        case SameLabel():
            return "label_sv", _("Another one beside it has this label already: %(label)s.", label=str(problem))
        case StillUsed():
            return "", _("It has been published, so it can only be taken out of use.")
        case TooLong():
            most = LONGEST_LABEL if str(problem).startswith("label") else LONGEST_TEXT
            return str(problem), _("Shorten this to at most %(most)s characters.", most=most)
        case UnknownCode():
            return "topic", _("That code is not in the codebook, or not used any more.")
    raise problem
