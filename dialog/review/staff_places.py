"""Pages of published places for staff: the list, and each with its reports and with what came since its release."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from flask import abort, current_app, render_template, request, url_for
from flask_babel import format_decimal
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.places.models import Place
from dialog.review.alike.shown import spots_at
from dialog.review.forms import position_from, position_in_address
from dialog.review.gathered import (
    COUNTED,
    NoSuchPlace,
    all_places,
    came_since,
    find_place,
    gathered,
    me_too,
    new_at,
    photos_at,
    reports_of_place,
)
from dialog.review.lines import Label, lines_of
from dialog.review.told import ASKED, option_words
from dialog.review.waiting.paging import QueuePage, position_of
from dialog.web.pages import lang_of, say
from dialog.web.requests import db_session


def list_places() -> str:
    session = db_session()
    places = all_places(session)
    new = new_at(session, places, _released(session))
    said, areas = me_too(session), _areas(session, places)
    rows = [
        {
            "place": place,
            "name": _label(place.names),
            "area": areas.get(place.area_id),
            "me_too": said.get(place.id, 0),
            "new": len(new[place.id]) if place.id in new else None,
        }
        for place in places
    ]
    return render_template("staff/places.html", rows=rows)


def show(key: UUID) -> str:
    session = db_session()
    place = _place_or_404(session, key)
    released = _released(session)
    since = released.get(place.last_edition)
    new = new_at(session, [place], released).get(place.id, [])
    page = reports_of_place(session, place, **_asked_position())
    told = gathered(session, place)
    return render_template(
        "staff/place.html",
        place=place,
        name=_label(place.names),
        area=_areas(session, [place]).get(place.area_id),
        told=told,
        bars=[(str(ASKED[name][0]), _bars(name, told.options[name], told.voices)) for name in COUNTED],
        photos=photos_at(session, place),
        spots=spots_at(session, place),
        me_too=me_too(session).get(place.id, 0),
        me_too_since=me_too(session, since=since).get(place.id, 0) if since else 0,
        since=since,
        new=_lines(session, new),
        new_count=len(new),
        lines=lines_of(session, page.items),
        pages=_addresses(place, page),
    )


def _released(session: Session) -> Mapping[int, date]:
    """The day of each edition; pictures are the business of the floor above, which tells it here."""
    release_days = current_app.extensions.get("release_days")
    return release_days(session) if release_days else {}


def _asked_position() -> dict[str, Any]:
    return {name: position_from(request.args.get(name, "")) for name in ("after", "before")}


def _addresses(place: Place, page: QueuePage) -> dict[str, str]:
    """Where the neighbouring pages of its reports are, if there are any."""
    found = {"earlier": "", "later": ""}
    if page.items and page.has_earlier:
        before = position_in_address(position_of(page.items[0]))
        found["earlier"] = url_for(".place", key=place.key, before=before, _anchor="reports-heading")
    if page.items and page.has_later:
        after = position_in_address(position_of(page.items[-1]))
        found["later"] = url_for(".place", key=place.key, after=after, _anchor="reports-heading")
    return found


def _lines(session: Session, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    latest = came_since(session, ids)
    lines = lines_of(session, [one.report for one in latest])
    return [{"line": line, "owner": one.owner} for line, one in zip(lines, latest, strict=True)]


def _bars(name: str, options: Sequence[tuple[str, int]], voices: int) -> list[dict[str, Any]]:
    """As the macro `bars` takes them: as long as the share of all voices."""
    return [
        {
            "label": option_words(option, ASKED[name][1]),
            "number": format_decimal(count),
            "width": 100 * count / voices,
        }
        for option, count in options
    ]


def _areas(session: Session, places: Sequence[Place]) -> Mapping[int | None, Label]:
    wanted = {place.area_id for place in places if place.area_id}
    return {area.id: _label(area.names) for area in session.scalars(select(Area).where(Area.id.in_(wanted)))}


def _label(words: Mapping[str, str]) -> Label:
    return Label(say(words), lang_of(words))


def _place_or_404(session: Session, key: UUID) -> Place:
    try:
        return find_place(session, key)
    except NoSuchPlace:
        abort(404)
