"""What waits, in words: how much, and never what."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from dialog.review.waiting.filters import HELD, ME
from dialog.upkeep.notices import waiting
from dialog.upkeep.notices.waiting import MOST, Notice

WHERE: Mapping[str, str] = {  # the page where it can be seen to
    waiting.TEXTS: "staff.review.queue",
    waiting.HELD: "staff.review.queue",
    waiting.REPORTS: "staff.review.queue",
    waiting.PHOTOS: "staff.review.photos",
    waiting.MINE: "staff.review.queue",
    waiting.SECONDS: "staff.destroying.destroyed",
    waiting.UNRELEASED: "analyst.picture.rounds",
    waiting.ENDING: "facilitator.survey.questionnaires",
    waiting.BACKUPS: "admin.backups.backups",
    waiting.OVERDUE: "admin.keeping.keeping",
    waiting.EXTRACTS: "analyst.extracts.extracts",
    waiting.REQUESTS: "admin.extracts.extracts",
}
_FILTERS: Mapping[str, Mapping[str, Any]] = {  # which part of the queue it is
    waiting.TEXTS: {"kind": "text"},
    waiting.HELD: {"suspicion": HELD},
    waiting.REPORTS: {"kind": "report"},
    waiting.MINE: {"assigned": ME},
}


def sentence(notice: Notice) -> str:
    """One plain sentence."""
    number = f"{notice.number}+" if notice.number >= MOST else str(notice.number)
    return _SENTENCES[notice.what](notice.number, number)


def lines(found: list[Notice]) -> list[tuple[str, str]]:
    """(sentence, address of the page) of each."""
    return [(sentence(one), url_for(WHERE[one.what], **_FILTERS.get(one.what, {}))) for one in found]


def _extracts(n: int, number: str) -> str:
    return ngettext(
        "%(number)s extract has been asked for, and waits for a second person.",
        "%(number)s extracts have been asked for, and wait for a second person.",
        n,
        number=number,
    )


_SENTENCES: Mapping[str, Callable[[int, str], str]] = {
    waiting.TEXTS: lambda n, number: ngettext("%(number)s text waits.", "%(number)s texts wait.", n, number=number),
    waiting.HELD: lambda n, number: ngettext(
        "%(number)s text is held back until a second person has seen it.",
        "%(number)s texts are held back until a second person has seen them.",
        n,
        number=number,
    ),
    waiting.REPORTS: lambda n, number: ngettext(
        "%(number)s report waits.", "%(number)s reports wait.", n, number=number
    ),
    waiting.PHOTOS: lambda n, number: ngettext("%(number)s photo waits.", "%(number)s photos wait.", n, number=number),
    waiting.MINE: lambda n, number: ngettext(
        "%(number)s of them is your task.", "%(number)s of them are your tasks.", n, number=number
    ),
    waiting.SECONDS: lambda n, number: ngettext(
        "%(number)s thing is to be destroyed, and waits for a second person.",
        "%(number)s things are to be destroyed, and wait for a second person.",
        n,
        number=number,
    ),
    waiting.UNRELEASED: lambda n, number: ngettext(
        "%(number)s round has ended without a situation picture.",
        "%(number)s rounds have ended without a situation picture.",
        n,
        number=number,
    ),
    waiting.ENDING: lambda n, number: ngettext(
        "%(number)s round is open after its last day.",
        "%(number)s rounds are open after their last day.",
        n,
        number=number,
    ),
    waiting.BACKUPS: lambda _n, _number: _("The last backup is more than two days old, or there is none."),
    waiting.OVERDUE: lambda n, number: ngettext(
        "%(number)s exact point is past its day, and still there.",
        "%(number)s exact points are past their day, and still there.",
        n,
        number=number,
    ),
    waiting.EXTRACTS: _extracts,
    waiting.REQUESTS: _extracts,
}
