"""The page where an analyst crosses what voices said with who they are. Nothing leaves it, neither file nor link."""

from datetime import date

from flask import Blueprint, abort, render_template, request
from flask_babel import gettext as _

from dialog.accounts.gates import staff_id
from dialog.areas.kinds import PROPER_NAMES
from dialog.picture.crosstab.actions import Look, counted_questions, levels_of, look_across
from dialog.picture.crosstab.crossing import FEWEST, MOST, SAID, WHO, WROTE, choices, depth_of
from dialog.survey.models import Round
from dialog.survey.queries import find_resident_round, resident_rounds
from dialog.web.requests import db_session

bp = Blueprint("crosstab", __name__)

FIELDS = ("a", "b", "c")
MOST_CELLS = 20_000  # on one page: what a browser still shows at once


@bp.get("/rounds/<int:round_id>/crosstab")
def crosstab(round_id: int) -> str:
    session, round = db_session(), _round(round_id)
    offered, levels = choices(counted_questions(round)), levels_of(session, round)
    known = {one.name for one in offered}
    chosen = [one if (one := request.args.get(field, "")) in known else "" for field in FIELDS]
    level = request.args.get("level") if request.args.get("level") in levels else round.area_kind
    names = list(dict.fromkeys(filter(None, chosen)))
    looks = _look(round, names, level or round.area_kind) if FEWEST <= len(names) <= MOST else []
    return render_template(
        "analyst/crosstab.html",
        round=round,
        rounds=[one for one in resident_rounds(session) if one.id != round_id],
        choices=[(sort, [one for one in offered if one.sort == sort]) for sort in (WHO, SAID, WROTE)],
        chosen=dict(zip(FIELDS, chosen, strict=True)),
        levels=[(kind, PROPER_NAMES.get(kind) or _kind_name(kind)) for kind in levels],
        level=level,
        also=request.args.get("also", type=int),
        looks=[(one, _is_too_large(one)) for one in looks],
        is_short=any(chosen) and len(names) < FEWEST,
        today=date.today(),
        depth_of=depth_of,
    )


def _look(round: Round, names: list[str], level: str) -> list[Look]:
    """At the round, and at another one beside it if it asks the same; the log is written at once."""
    session, today, who = db_session(), date.today(), staff_id()
    looks = [
        look_across(session, round=one, names=names, level=level, on=today, by=who)
        for one in (round, _other())
        if one is not None and set(names) <= {choice.name for choice in choices(counted_questions(one))}
    ]
    session.commit()
    return looks


def _other() -> Round | None:
    also = request.args.get("also", type=int)
    return find_resident_round(db_session(), also) if also else None


def _is_too_large(look: Look) -> bool:
    return look.table.counts.size > MOST_CELLS


def _kind_name(kind: str) -> str:
    return {"municipality": _("Municipalities"), "district": _("Districts"), "village": _("Villages")}.get(kind, kind)


def _round(round_id: int) -> Round:
    return find_resident_round(db_session(), round_id) or abort(404)
