"""The page where administrators see the areas: on a map, in a table, with gaps, overlaps and versions."""

from collections.abc import Iterator, Mapping, Sequence

import shapely
from flask import Blueprint, abort, render_template, request, url_for
from shapely.geometry.base import BaseGeometry
from sqlalchemy.orm import Session

from dialog.areas.coverage import Coverage, Flaw
from dialog.areas.division_queries import (
    CHECKED_AT_ONCE,
    ON_A_PAGE,
    Line,
    Listed,
    coverages,
    difference,
    lines_of,
    listed_divisions,
    names_of_areas,
)
from dialog.areas.divisions import Difference
from dialog.areas.drawing import Drawing, draw
from dialog.areas.queries import NoSuchArea
from dialog.areas.taking import admin as files
from dialog.areas.taking.words import KINDS
from dialog.web.pages import say
from dialog.web.requests import db_session

bp = Blueprint("areas", __name__)
bp.register_blueprint(files.bp)

MOST_FLAWS = 50  # that are listed


@bp.get("/areas")
def areas() -> str:
    session = db_session()
    divisions = listed_divisions(session)
    chosen = _chosen(divisions, request.args.get("division"))
    if chosen is None:
        return render_template("admin/areas.html", divisions=divisions, chosen=None)
    after = request.args.get("after", "")
    lines = lines_of(session, chosen.key, after=after)
    shown = lines[:ON_A_PAGE]
    covered = _coverages(session, chosen)
    flaws = _flaws(covered)
    return render_template(
        "admin/areas.html",
        divisions=divisions,
        chosen=chosen,
        lines=shown,
        drawing=_drawing(shown, flaws),
        later=url_for(".areas", division=chosen.key, after=shown[-1].code) if len(lines) > ON_A_PAGE else None,
        first=url_for(".areas", division=chosen.key) if after else None,
        covered=covered,
        flaws=flaws[:MOST_FLAWS],
        names=_names(session, covered or [], flaws[:MOST_FLAWS]),
        others=[one for one in divisions if one.family == chosen.family and one.key != chosen.key],
        other=request.args.get("with"),
        difference=_difference(session, chosen.key, request.args.get("with")),
        kinds=KINDS,
    )


def _chosen(divisions: Sequence[Listed], key: str | None) -> Listed | None:
    """The division asked for, by default the current one with the most areas."""
    if key is None:
        return max(divisions, key=lambda one: (one.is_current, one.areas), default=None)
    return next((one for one in divisions if one.key == key), None) or abort(404)


def _coverages(session: Session, chosen: Listed) -> list[Coverage] | None:
    """None for a large division, whose gaps are only looked for when asked: it takes a while."""
    if chosen.areas > CHECKED_AT_ONCE and not request.args.get("check"):
        return None
    return coverages(session, chosen.key)


def _flaws(covered: Sequence[Coverage] | None) -> list[tuple[Coverage, Flaw]]:
    found = [(one, flaw) for one in covered or () for flaw in one.flaws]
    return sorted(found, key=lambda pair: -pair[1].km2)


def _difference(session: Session, key: str, other: str | None) -> Difference | None:
    if not other:
        return None
    try:
        return difference(session, other, key)
    except NoSuchArea:
        abort(404)


def _names(
    session: Session, covered: Sequence[Coverage], flaws: Sequence[tuple[Coverage, Flaw]]
) -> dict[int, Mapping[str, str]]:
    ids = {one.parent for one in covered} | {part for _, flaw in flaws for part in flaw.parts}
    return names_of_areas(session, sorted(ids))


def _drawing(lines: Sequence[Line], flaws: Sequence[tuple[Coverage, Flaw]]) -> Drawing:
    """The areas of the page, and what is wrong with where they lie, on top."""
    return draw([*_areas(lines), *_pieces(flaws, [line.outline for line in lines if line.outline is not None])])


def _areas(lines: Sequence[Line]) -> Iterator[tuple[BaseGeometry, str, str]]:
    for line in lines:
        if line.outline is not None:
            name = say(line.names)
            yield line.outline, name if name == line.code else f"{name} ({line.code})", "land"


def _pieces(
    flaws: Sequence[tuple[Coverage, Flaw]], outlines: Sequence[BaseGeometry]
) -> Iterator[tuple[BaseGeometry, str, str]]:
    """Only those that lie on the map."""
    land = shapely.box(*shapely.total_bounds(outlines)) if outlines else shapely.Point()
    for _, flaw in flaws:
        if shapely.intersects(land, flaw.outline):
            yield flaw.outline, "", "gap" if flaw.is_gap else "overlap"
