"""The kinds of things that wait. Whatever else comes to wait is added here, and nowhere else."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, inspect, select
from sqlalchemy.orm import InstrumentedAttribute

from dialog.places.models import Report
from dialog.texts.models import SET_ASIDE, Photo, Text

TEXT, REPORT, PHOTO = "text", "report", "photo"
Waiting = Text | Report | Photo


@dataclass(frozen=True)
class Kind:
    """Things of one table that wait until their status is another than NEW."""

    id: str
    table: type[Any]  # has id, status and received_on, in which order the queue is
    about: type[Any]  # has round_id, area_id, language and channel: itself, or what it is a part of
    report_id: InstrumentedAttribute[Any]  # the report that it is, or is a part of
    endpoint: str  # of its page, whose address has the id as `<kind>_id`
    is_indexed: bool = False  # ix_…_queue and ix_…_by_… hold all that the queue filters by

    @property
    def source(self) -> FromClause:
        """The table, joined to what it is about."""
        whole: FromClause = inspect(self.table).local_table
        if self.about is self.table:
            return whole
        other = inspect(self.about).local_table
        return whole.join(other, self.about.id == self.report_id)

    @property
    def spam(self) -> list[ColumnElement[bool]]:
        """What leaves out parts of that which is set aside."""
        return [] if self.about is self.table else [self.about.status != SET_ASIDE]

    def ids(self, *more: ColumnElement[Any]) -> Select[Any]:
        return select(self.table.id, *more).select_from(self.source).where(*self.spam)


KINDS: dict[str, Kind] = {
    one.id: one
    for one in (
        Kind(TEXT, Text, Text, Text.report_id, "staff.review.text", is_indexed=True),
        Kind(REPORT, Report, Report, Report.id, "staff.review.report", is_indexed=True),
        Kind(PHOTO, Photo, Report, Photo.report_id, "staff.review.photo"),
    )
}


def kind_of(item: Waiting) -> Kind:
    """Of which kind this is."""
    return next(kind for kind in KINDS.values() if isinstance(item, kind.table))
