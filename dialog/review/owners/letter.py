"""A masked copy in words: the same for the preview, the page to print and the e-mail."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import format_date
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.geography.points import Point
from dialog.places.models import Report
from dialog.review.duplicates import short_id
from dialog.review.exact import Exactly
from dialog.review.owners.copying import Said
from dialog.review.sentences import REPORT_TEXTS, language_name
from dialog.review.told import ASKED, chosen
from dialog.web.pages import say

SENT_ANSWERS = ("feeling", "kind", "causes", "times", "seasons")  # of those that were chosen


@dataclass(frozen=True)
class Letter:
    """`facts` are (what, in words); `said` what was written."""

    subject: str
    facts: Sequence[tuple[str, str]]
    said: Sequence[Said]

    @staticmethod
    def asked(one: Said) -> str:
        """What a text answers."""
        return str(REPORT_TEXTS.get(one.question, one.question))

    @staticmethod
    def language(one: Said) -> str:
        """The name of the language it is written in."""
        return language_name(one.language)

    @property
    def text(self) -> str:
        """The whole as plain text."""
        facts = [f"{what}: {words}" for what, words in self.facts]
        parts = [self.subject, "\n".join(facts), *(self._written(one) for one in self.said), closing()]
        return "\n\n".join(parts) + "\n"

    def _written(self, one: Said) -> str:
        return "\n".join(filter(None, (f"{self.asked(one)} ({self.language(one)})", one.words, *_translated(one))))


def closing() -> str:
    return _(
        "Residents' words, read by the staff. […] stands for what could point to somebody. "
        "This is not a report to the police, and it says what somebody experienced, not what is proven."
    )


def letter_about(session: Session, report: Report, said: Sequence[Said], exactly: Exactly | None = None) -> Letter:
    """The copy of one report; where exactly it is only if that is given."""
    chosen_words = [(str(ASKED[name][0]), chosen(report, name)) for name in SENT_ANSWERS]
    facts = [
        (_("Report number"), short_id(report.id)),
        (_("Came in"), format_date(report.received_on, "MMMM y")),
        *((what, words) for what, words in chosen_words if words),
        *_where(session, report),
        *_exactly(exactly),
    ]
    return Letter(_("A report of a place: %(number)s", number=short_id(report.id)), facts, said)


def _where(session: Session, report: Report) -> list[tuple[str, str]]:
    area = session.get(Area, report.area_id) if report.area_id else None
    where = [(_("Area"), say(area.names))] if area else []
    if report.lat is not None and report.lon is not None:
        about = _(
            "%(point)s, the middle of a cell %(metres)d m wide",
            point=_at(Point(report.lat, report.lon)),
            metres=report.within or 0,
        )
        where.append((_("Roughly"), about if report.within else _at(Point(report.lat, report.lon))))
    return where


def _exactly(exactly: Exactly | None) -> list[tuple[str, str]]:
    if exactly is None:
        return []
    ends = " – ".join(f"{one.lat:.5f}, {one.lon:.5f}" for one in (exactly.point, exactly.end) if one)
    return [(_("Exactly"), f"{exactly.landmark} ({ends})" if exactly.landmark else ends)]


def _at(point: Point) -> str:
    return f"{point.lat:.4f}, {point.lon:.4f}"


def _translated(one: Said) -> list[str]:
    return [_("Translated, checked by a person: %(words)s", words=one.translation)] if one.translation else []
