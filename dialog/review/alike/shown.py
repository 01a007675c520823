"""What the pages of one text and of one report show of what is alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import current_app, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.config import derived_key
from dialog.places.models import Place, Report
from dialog.review.alike.groups import Item, group_of
from dialog.review.alike.nearness import Nearness
from dialog.review.alike.queries import likes_of
from dialog.review.alike.same_place import reports_like, spots_of_place
from dialog.review.duplicates import short_id
from dialog.review.lines import Line, lines_of
from dialog.texts.models import DUPLICATE, Text

FEW = 5  # that the page of one text or report shows


@dataclass(frozen=True)
class Alike:
    """One that is alike, and in what."""

    line: Line
    why: str


def alike_key() -> bytes:
    """The key of the hashes by which texts are found alike."""
    return derived_key(current_app.config["SECRET_KEY"], "alike")


def alike_of_text(session: Session, text: Text) -> dict[str, Any]:
    """For staff/text_alike.html on the page of one text."""
    return _beside(session, text, texts_alike_to(session, text), "text")


def alike_of_report(session: Session, report: Report) -> dict[str, Any]:
    """For staff/report_alike.html on the page of one report."""
    return _beside(session, report, reports_alike_to(session, report), "report")


def texts_alike_to(session: Session, text: Text) -> list[Alike]:
    likes = likes_of(session, text, key=alike_key())
    lines = lines_of(session, [one.text for one in likes])
    return [Alike(line, per_cent_alike(one.likeness)) for line, one in zip(lines, likes, strict=True)]


def reports_alike_to(session: Session, report: Report) -> list[Alike]:
    likes = reports_like(session, report, today=date.today())
    found = {one.id: one for one in session.scalars(select(Report).where(Report.id.in_([x.report_id for x in likes])))}
    lines = lines_of(session, [found[one.report_id] for one in likes])
    return [Alike(line, why_near(one.nearness)) for line, one in zip(lines, likes, strict=True)]


def spots_at(session: Session, place: Place) -> list[dict[str, Any]]:
    """For the page of a published place: reports to keep together, a few of each shown."""
    spots = spots_of_place(session, place, today=date.today())[:FEW]
    ids = [id for spot in spots for id in spot.report_ids[: FEW + 1]]
    found = {one.id: one for one in session.scalars(select(Report).where(Report.id.in_(ids)))}
    lines = {line.id: line for line in lines_of(session, list(found.values()))}
    return [
        {
            "size": len(spot.report_ids),
            "lines": [lines[id] for id in spot.report_ids[: FEW + 1] if id in lines],
            "url": url_for("staff.alike.reports", report_id=spot.report_ids[0]),
        }
        for spot in spots
    ]


def per_cent_alike(likeness: int) -> str:
    if likeness == 100:
        return _("the same words")
    return _("%(number)s %% of the letters are the same", number=likeness)


def why_near(near: Nearness) -> str:
    """In what two reports are the same: how far apart, how many days, how much of the words."""
    where = _("within %(number)s metres", number=near.within) if near.within else _("in the same cell or area")
    days = ngettext("%(num)s day apart", "%(num)s days apart", near.days) if near.days else _("on the same day")
    words = [_("%(number)s %% of the words are the same", number=near.words)] if near.words is not None else []
    kinds = [] if near.same_kind else [_("another kind of place")]
    return " · ".join((where, days, *words, *kinds))


def _beside(session: Session, item: Item, alike: Sequence[Alike], kind: str) -> dict[str, Any]:
    group = group_of(session, item)
    inside = {"group": group, "is_head": bool(group and group.head.id == item.id)}
    return {"alike": {**inside, "few": alike[:FEW], "number": len(alike), **_duplicate(item), "kind": kind}}


def _duplicate(item: Item) -> Mapping[str, Any]:
    is_marked = item.status == DUPLICATE
    return {"is_duplicate": is_marked, "of": short_id(item.duplicate_of) if item.duplicate_of else ""}
