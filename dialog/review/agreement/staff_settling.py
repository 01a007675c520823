"""Pages where a reviewer sees texts that coders coded differently, and settles which codes they have."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import format_datetime
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.review.agreement.actions import NoReason, NotForYou, NothingToSettle, settle, unsettle
from dialog.review.agreement.queries import (
    Compared,
    Used,
    compared,
    compared_text,
    names_of,
    notes_on,
    settled_ids,
    settlement_of,
    still_reading,
    texts_of,
)
from dialog.review.agreement.showing import masked
from dialog.review.codebook.book import STANCES, UnknownCode, stance_text, topic_number
from dialog.review.codebook.showing import code_text, codebook, stance_words, topic_of
from dialog.review.duplicates import short_id
from dialog.review.queries import NoSuchText, find_text
from dialog.review.statuslog import hold_text
from dialog.texts.models import Text
from dialog.web.pages import say
from dialog.web.requests import db_session

Answer = str | Response | tuple[str, int]
Problems = list[tuple[str, str]]
SHOWN = 50  # texts on one page


def differences() -> str:
    session = db_session()
    differing = [one for one in compared(session) if one.differs]
    settled = settled_ids(session, [one.text_id for one in differing])
    away = settled | still_reading(session, coder_id=staff_id())
    waiting = [one for one in differing if one.text_id not in away]
    texts = texts_of(session, [one.text_id for one in waiting[:SHOWN]])
    return render_template(
        "staff/coding_differences.html",
        texts=[_line(texts[one.text_id], one) for one in waiting[:SHOWN]],
        waiting=len(waiting),
        settled=len(settled),
    )


def show(text_id: UUID) -> str:
    return _page(text_id, [])


def decide(text_id: UUID) -> Answer:
    session, form = db_session(), request.form
    try:
        text, reason = hold_text(session, text_id), form.get("reason", "")
        settle(session, text, codes=_asked(), reason=reason, by=staff_id(), at=now())
    except NoReason:
        session.rollback()
        return _page(text_id, [("reason", _("Write why, so that others can code the next text alike."))]), 422
    except (NoSuchText, NotForYou, NothingToSettle, UnknownCode):
        session.rollback()
        flash(_("The codes of that text can't be settled now."), "error")
        return redirect(url_for(".differences"), 303)
    session.commit()
    flash(_("The codes are settled. They count from now on."))
    return redirect(url_for(".differences"), 303)


def take_back(text_id: UUID) -> Response:
    session = db_session()
    try:
        unsettle(session, hold_text(session, text_id), by=staff_id(), at=now())
    except NoSuchText:
        abort(404)
    session.commit()
    flash(_("The settlement is taken back. What each coder used counts again."))
    return redirect(url_for(".difference", text_id=text_id), 303)


def _asked() -> list[tuple[str, str]]:
    """What was ticked, and the code that was added."""
    ticked = [(code, stance) for one in request.form.getlist("codes") for code, _space, stance in [one.partition(" ")]]
    added = (request.form.get("more_code", ""), request.form.get("more_stance", ""))
    return [*ticked, added] if all(added) else ticked


def _page(text_id: UUID, problems: Problems) -> str:
    session = db_session()
    found = compared_text(session, text_id)
    if found is None or text_id in still_reading(session, coder_id=staff_id()):
        abort(404)
    text, settled = find_text(session, text_id), settlement_of(session, text_id)
    names = names_of(session, [*found.used, *([settled[0].staff_id] if settled else [])])
    return render_template(
        "staff/coding_difference.html",
        text=text,
        number=short_id(text_id),
        words=masked(text),
        coders=[names[id] for id in found.used],
        rows=_rows(found, settled[1] if settled else None),
        notes=[(names[note.coder_id], note.note) for note in notes_on(session, text_id)],
        settled=_settled(settled, names),
        choices=_choices(),
        stances=[(id, say(stance_text(id))) for id in STANCES],
        problems=problems,
        typed=request.form if problems else {},
    )


def _rows(found: Compared, settled: Used | None) -> list[dict[str, Any]]:
    """Each code and stance that anybody used: who did, and whether it is ticked to begin with."""
    every = set().union(*found.used.values(), settled or ())
    agreed = frozenset.intersection(*found.used.values())
    ticked = set(request.form.getlist("codes")) if request.form else {" ".join(one) for one in settled or agreed}
    return [
        {
            "value": f"{code} {stance}",
            "topic": topic_of(code),
            "label": code_text(code),
            "stance": stance_words(stance),
            "used": [(code, stance) in used for used in found.used.values()],
            "ticked": f"{code} {stance}" in ticked,
        }
        for code, stance in sorted(every, key=lambda one: (topic_number(one[0]), one))
    ]


def _settled(settled: Any, names: Mapping[int, str]) -> dict[str, str] | None:
    if settled is None:
        return None
    settlement = settled[0]
    when = format_datetime(settlement.at, "d MMM y HH:mm")
    return {"name": names[settlement.staff_id], "when": when, "reason": settlement.reason}


def _choices() -> list[tuple[str, str]]:
    return [(code.id, f"{topic_of(code.id)} {say(code.text)}") for code in codebook().in_use().codes]


def _line(text: Text, found: Compared) -> dict[str, Any]:
    every, agreed = set().union(*found.used.values()), frozenset.intersection(*found.used.values())
    return {"id": text.id, "language": text.language, "words": masked(text), "unlike": len(every - agreed)}
