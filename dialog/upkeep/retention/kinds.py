"""The kinds of record that have a term, with the terms that Dialog proposes. Pure.

What Dialog erases by design (exact points, photos as they were sent, sign-ins, files on their way) needs no decision.
Everything else is kept until a decision is recorded: what an authority has received may not be destroyed without one.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dialog.languages import N_

DAYS, MONTHS = "days", "months"
RECEIVED, ENDED, RELEASED = "received", "ended", "released"
EVENTS: Mapping[str, str] = {
    RECEIVED: N_("the day it came"),
    ENDED: N_("the last day of the round"),
    RELEASED: N_("the round's first situation picture"),
}
LONGEST = {DAYS: 36_500, MONTHS: 1_200}


@dataclass(frozen=True)
class Kind:
    """A kind of record, and how long it is kept unless a decision says otherwise."""

    id: str
    name: str
    goes: str  # what is erased, and what stays
    events: tuple[str, ...]  # from which the term may count; the first is proposed
    term: int
    unit: str = MONTHS
    by_design: bool = False
    least: int = 0  # months; no decision may say less


@dataclass(frozen=True)
class Term:
    """How long, counted from what; `term` None: for good."""

    term: int | None
    unit: str
    event: str

    def before(self, today: date) -> date | None:
        """What had its event on this day or earlier is due; None when nothing ever is."""
        if self.term is None:
            return None
        return today - timedelta(self.term) if self.unit == DAYS else months_before(today, self.term)


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or its last where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


_OF_A_ROUND = (ENDED, RELEASED, RECEIVED)
KINDS: Mapping[str, Kind] = {
    kind.id: kind
    for kind in (
        Kind(
            "exact_points",
            N_("Exact points of reports"),
            N_("The pin goes; the coarsened point stays. The term is a setting."),
            (RECEIVED,),
            90,
            DAYS,
            by_design=True,
        ),
        Kind(
            "photo_originals",
            N_("Photos as they were sent"),
            N_("The photo before blurring goes; the blurred one stays. The term is the same as for exact points."),
            (RECEIVED,),
            90,
            DAYS,
            by_design=True,
        ),
        Kind(
            "sign_ins",
            N_("Sign-ins of staff"),
            N_("Sign-ins that are over, and counts of wrong passwords."),
            (RECEIVED,),
            1,
            DAYS,
            by_design=True,
        ),
        Kind(
            "source_uploads",
            N_("Files of sources that wait to be loaded"),
            N_("The file goes; what was loaded from it stays."),
            (RECEIVED,),
            1,
            DAYS,
            by_design=True,
        ),
        Kind(
            "job_results",
            N_("Files that were made for somebody to fetch"),
            N_("The file goes; it can be made again. The files of an edition stay."),
            (RECEIVED,),
            1,
            DAYS,
            by_design=True,
        ),
        Kind(
            "hidden_words",
            N_("Words that reviewers have hidden"),
            N_("What the masks hide is overwritten; the rest of the text stays."),
            _OF_A_ROUND,
            3,
        ),
        Kind(
            "texts",
            N_("Free texts"),
            N_("The words go; the answer still counts, with its codes. Released quotes stay."),
            _OF_A_ROUND,
            12,
        ),
        Kind("photos", N_("Photos"), N_("Photos go; the reports stay."), _OF_A_ROUND, 12),
        Kind(
            "reports",
            N_("Reports sent by themselves"),
            N_("The report goes with its texts and photos. Released figures stay."),
            _OF_A_ROUND,
            24,
        ),
        Kind(
            "responses",
            N_("Answers to a dialogue"),
            N_(
                "The answers go with their texts, the places told of in them, and every copy for counting. Released "
                "figures stay."
            ),
            _OF_A_ROUND,
            24,
        ),
        Kind(
            "receipts",
            N_("Receipt codes"),
            N_("What the code led to stays, but nobody can follow it any more."),
            _OF_A_ROUND,
            24,
        ),
        Kind(
            "me_too",
            N_("Counts of “me too”"),
            N_("The single taps go; released counts stay."),
            (RECEIVED,),
            24,
        ),
        Kind(
            "picture_drafts",
            N_("Drafts of situation pictures"),
            N_("Drafts that were never released, with their documents and the files made of them."),
            (RECEIVED,),
            12,
        ),
        Kind(
            "source_figures",
            N_("Figures of sources"),
            N_("The figures go, those that were replaced too; what the source is and when it was loaded stays."),
            (RECEIVED,),
            60,
        ),
        Kind(
            "source_texts",
            N_("Words of sources"),
            N_("What a source says in words goes; what the source is stays."),
            (RECEIVED,),
            24,
        ),
        Kind("log", N_("The log"), N_("Lines of what staff and commands did."), (RECEIVED,), 24, least=13),
    )
}


def proposed(kind: Kind) -> Term:
    """The term that Dialog proposes."""
    return Term(kind.term, kind.unit, kind.events[0])
