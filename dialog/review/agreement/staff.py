"""The page where reviewers see how well coders agree and draw texts for a second coder; the addresses of the others."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.accounts.queries import all_staff
from dialog.review.agreement import staff_reading, staff_settling
from dialog.review.agreement.actions import MOST, NoSuchCoder, NothingToDraw, draw_sample
from dialog.review.agreement.queries import compared, samples
from dialog.review.agreement.showing import agreement_of
from dialog.survey.queries import all_rounds
from dialog.web.pages import say
from dialog.web.requests import db_session

bp = Blueprint("agreement", __name__)
bp.add_url_rule("/codes/samples/<int:sample_id>", "reading", staff_reading.begin)
bp.add_url_rule("/codes/samples/<int:sample_id>/<uuid:text_id>", "read", staff_reading.show)
bp.add_url_rule("/codes/samples/<int:sample_id>/<uuid:text_id>/codes", "code", staff_reading.code, methods=["POST"])
bp.add_url_rule(
    "/codes/samples/<int:sample_id>/<uuid:text_id>/codes/off", "uncode", staff_reading.uncode, methods=["POST"]
)
bp.add_url_rule("/codes/samples/<int:sample_id>/<uuid:text_id>/done", "finish", staff_reading.finish, methods=["POST"])
bp.add_url_rule("/codes/differences", "differences", staff_settling.differences)
bp.add_url_rule("/codes/differences/<uuid:text_id>", "difference", staff_settling.show)
bp.add_url_rule("/codes/differences/<uuid:text_id>", "settle", staff_settling.decide, methods=["POST"])
bp.add_url_rule("/codes/differences/<uuid:text_id>/off", "unsettle", staff_settling.take_back, methods=["POST"])

Answer = str | Response | tuple[str, int]
USUAL = 50  # texts of a draw, unless told otherwise


@bp.get("/codes/agreement")
def agreement() -> str:
    return _page([])


@bp.post("/codes/samples")
def draw() -> Answer:
    session, form = db_session(), request.form
    size = _number(form.get("size", ""))
    if not 0 < size <= MOST:
        return _page([("size", _("Write a number from 1 to %(most)s.", most=MOST))]), 422
    coder, round_id = (_number(form.get(name, "")) for name in ("coder", "round"))
    try:
        draw_sample(session, coder_id=coder, size=size, round_id=round_id or None, by=staff_id(), at=now())
    except NoSuchCoder:
        return _page([("coder", _("Choose who is to be the second coder."))]), 422
    except NothingToDraw:
        return _page([("coder", _("There is no text that others have coded and this coder has not."))]), 422
    session.commit()
    flash(_("The texts are drawn. The second coder finds them on this page."))
    return redirect(url_for(".agreement"), 303)


def _page(problems: list[tuple[str, str]]) -> str:
    session = db_session()
    drawn = samples(session)
    chosen = next((one for one in drawn if str(one.sample.id) == request.args.get("sample")), None)
    return render_template(
        "staff/coding_agreement.html",
        found=agreement_of(compared(session, chosen.sample.id if chosen else None)),
        samples=drawn,
        chosen=chosen,
        mine=staff_id(),
        coders=[(str(one.id), one.name) for one in all_staff(session) if one.active and "reviewer" in one.roles],
        rounds=[(str(one.id), say(one.title)) for one in all_rounds(session)],
        most=MOST,
        usual=USUAL,
        problems=problems,
        typed=request.form,
    )


def _number(written: str) -> int:
    """0 where it is none, or a greater one than any id."""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0
