"""The words in which staff read how far a language is, and what has become of translations."""

from collections.abc import Iterator

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _l
from markupsafe import Markup, escape

from dialog.survey.translating.entries import Remark
from dialog.survey.translating.merging import Merged

STATES = {
    "missing": _l("Missing"),
    "outdated": _l("Outdated"),
    "machine": _l("By a machine"),
    "draft": _l("Draft"),
    "checked": _l("Checked"),
}
LOOKS = {"missing": "stopped", "outdated": "late", "machine": "new", "draft": "going", "checked": "done"}
FILTER_NAMES = {
    "": _l("All"),
    "missing": _l("Missing"),
    "outdated": _l("Outdated"),
    "unchecked": _l("Unchecked"),
}


def kept_sentences(merged: Merged) -> Iterator[tuple[str, str]]:
    """(category, sentence) to flash after a page of texts was saved."""
    written = len(merged.taken) - len(merged.removed)
    if written:
        yield "message", ngettext("%(num)s text is kept.", "%(num)s texts are kept.", written)
    if merged.removed:
        number = len(merged.removed)
        yield "message", ngettext("%(num)s text was taken away.", "%(num)s texts were taken away.", number)
    if merged.outdated:
        yield (
            "warning",
            ngettext(
                "The source of %(num)s text was changed while you translated. It is kept as outdated.",
                "The sources of %(num)s texts were changed while you translated. They are kept as outdated.",
                len(merged.outdated),
            ),
        )
    if merged.refused:
        yield (
            "warning",
            ngettext(
                "%(num)s text stays, since it is there in no other language.",
                "%(num)s texts stay, since they are there in no other language.",
                len(merged.refused),
            ),
        )


def remark_sentence(remark: Remark) -> Markup:
    """What is said of one line of a file; words of any direction stand for themselves in it."""
    quoted = {"text": _apart(remark.text), "other": _apart(remark.other)}
    return escape(gettext(remark.reason)) % quoted


def _apart(words: str) -> Markup:
    return Markup("<bdi>{}</bdi>").format(words)
