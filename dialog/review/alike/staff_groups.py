"""Pages of what is kept together: read, decided about and coded together; and what was done together, to be undone."""

from typing import Any
from uuid import UUID

from flask import abort, render_template, request, url_for
from flask_babel import format_datetime
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.gates import now, staff_id
from dialog.review.alike.actions import dissolve, leave, make_head
from dialog.review.alike.changing import change, chosen_ids, reports_by_id, said_of, texts_by_id
from dialog.review.alike.groups import TEXT, Group, NoSuchGroup, find_group, members
from dialog.review.alike.joint import accept_all, code_all, set_all_aside
from dialog.review.alike.models import JointStep
from dialog.review.alike.sentences import JOINT_WORDS
from dialog.review.alike.undoing import NoSuchStep, find_step, lines_of_step, undo
from dialog.review.changes import Answer, Problems
from dialog.review.codebook.showing import code_words, stance_words
from dialog.review.coding.spans import WHOLE
from dialog.review.lines import lines_of
from dialog.review.queries import own_codings
from dialog.texts.models import Text
from dialog.web.requests import db_session

_LISTED = 50


def group(group_id: UUID) -> str:
    return _group(group_id, [])


def decide(group_id: UUID) -> Answer:
    """Accept, set aside or code every one of a group; or keep them together no more."""
    found, do = _group_or_404(db_session(), group_id), request.form.get("do", "")
    if do not in _DECISIONS:
        abort(400)
    back = url_for(".group", group_id=group_id)
    return change(
        lambda session: _DECISIONS[do](session, found, back),
        page=lambda problems: _group(group_id, problems),
        back=lambda: url_for(".overview", round=found.round_id) if do == "dissolve" else back,
    )


def change_member(group_id: UUID) -> Answer:
    """Take one out of its group, or let it stand for the others."""
    found = _group_or_404(db_session(), group_id)

    is_head = request.form.get("do") == "head"

    def step(session: Session) -> object:
        ids = chosen_ids("item")
        some = texts_by_id(session, ids) if found.kind == TEXT else reports_by_id(session, ids)
        inside = {one.id for one in members(session, group_id)}
        for one in (one for one in some if one.id in inside):
            (make_head if is_head else leave)(session, one, by=staff_id(), at=now())
        return _l("It stands for the others now.") if is_head else _l("It is not kept with the others any more.")

    def onwards() -> str:
        try:
            find_group(db_session(), group_id)
        except NoSuchGroup:
            return url_for(".overview", round=found.round_id)
        return url_for(".group", group_id=group_id)

    return change(step, page=lambda problems: _group(group_id, problems), back=onwards)


def step(step_id: UUID) -> str:
    return _step(step_id, [])


def undo_step(step_id: UUID) -> Answer:
    back = url_for(".step", step_id=step_id)
    _step_or_404(db_session(), step_id)
    return change(
        lambda session: said_of(undo(session, step_id, by=staff_id(), at=now())),
        page=lambda problems: _step(step_id, problems),
        back=lambda: back,
    )


def latest_steps(session: Session, back: str, *, most: int = 3) -> list[dict[str, Any]]:
    """What was done on a page at once, the latest first, each with how many it changed."""
    steps = select(JointStep).where(JointStep.back == back).order_by(JointStep.at.desc(), JointStep.id).limit(most)
    return [told(session, one) for one in session.scalars(steps)]


def told(session: Session, step: JointStep) -> dict[str, Any]:
    """One joint step, as a page tells it."""
    lines = lines_of_step(session, step.id)
    changed = {line.text_id or line.report_id or line.response_id for line in lines}
    return {"id": step.id, "words": JOINT_WORDS[step.action], "undone_at": step.undone_at} | {
        "number": len(changed),
        "when": format_datetime(step.at, "d MMM y HH:mm"),
        "back": step.back,
    }


def _group(group_id: UUID, problems: Problems) -> str:
    session = db_session()
    found = _group_or_404(session, group_id)
    inside = members(session, group_id, after=_after(), most=_LISTED + 1)
    return render_template(
        "staff/alike_group.html",
        group=found,
        head=lines_of(session, [found.head])[0],
        lines=lines_of(session, [one for one in inside[:_LISTED] if one.id != found.head.id]),
        after=inside[_LISTED - 1].id if len(inside) > _LISTED else None,
        codes=_codes(session, found),
        steps=latest_steps(session, url_for(".group", group_id=group_id)),
        problems=list(problems),
    )


def _step(step_id: UUID, problems: Problems) -> str:
    session = db_session()
    found = _step_or_404(session, step_id)
    return render_template("staff/joint_step.html", step=told(session, found), problems=list(problems))


def _codes(session: Session, group: Group) -> list[str]:
    """What this coder gave the whole of the text that stands for the others, in words."""
    if group.kind != TEXT:
        return []
    own = own_codings(session, group.head.id, coder_id=staff_id())
    whole = [one for one in own if (one.start, one.end) == WHOLE]
    return [f"{code_words(one.code)} ({stance_words(one.stance).lower()})" for one in whole]


def _accept(session: Session, group: Group, back: str) -> str:
    return said_of(accept_all(session, members(session, group.id), by=staff_id(), at=now(), back=back))


def _set_aside(session: Session, group: Group, back: str) -> str:
    return said_of(set_all_aside(session, members(session, group.id), by=staff_id(), at=now(), back=back))


def _code(session: Session, group: Group, back: str) -> str:
    texts = [one for one in members(session, group.id) if isinstance(one, Text)]
    if not isinstance(group.head, Text):
        abort(400)
    return said_of(code_all(session, texts, head=group.head, by=staff_id(), at=now(), back=back))


def _dissolve(session: Session, group: Group, _back: str) -> str:
    dissolve(session, group.id, by=staff_id(), at=now())
    return _("They are not kept together any more.")


_DECISIONS = {"accept": _accept, "set_aside": _set_aside, "code": _code, "dissolve": _dissolve}  # by the button's value


def _after() -> UUID | None:
    try:
        return UUID(request.args.get("after", ""))
    except ValueError:
        return None


def _group_or_404(session: Session, group_id: UUID) -> Group:
    try:
        return find_group(session, group_id)
    except NoSuchGroup:
        abort(404)


def _step_or_404(session: Session, step_id: UUID) -> JointStep:
    try:
        return find_step(session, step_id)
    except NoSuchStep:
        abort(404)
