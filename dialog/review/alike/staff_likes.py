"""Pages where a reviewer sees what is alike in a round, compares what has come, and chooses what to keep together."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import abort, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from sqlalchemy.orm import Session

from dialog.accounts.gates import now, staff_id
from dialog.places.models import Report
from dialog.review.alike.actions import keep_together, not_a_duplicate
from dialog.review.alike.changing import change, chosen_ids, reports_by_id, texts_by_id
from dialog.review.alike.comparing import CHUNK, compare_texts, how_many_not_compared
from dialog.review.alike.comparing_answers import compare_answers, how_many_answers_not_compared
from dialog.review.alike.groups import Item, groups_of_round
from dialog.review.alike.queries import suggestions
from dialog.review.alike.shown import Alike, alike_key, reports_alike_to, texts_alike_to
from dialog.review.changes import Answer, Problems
from dialog.review.lines import lines_of
from dialog.review.queries import NoSuchReport, NoSuchText, find_report, find_text
from dialog.review.staff_map_places import latest_round, mapped_rounds
from dialog.review.waiting.asked import number_from
from dialog.survey.models import Round
from dialog.texts.models import Text
from dialog.web.pages import say
from dialog.web.requests import db_session

Alikes = Callable[[Session, Any], list[Alike]]


def overview() -> str:
    """What is alike in a round: suggested, and kept together."""
    session = db_session()
    round = asked_round(session)
    suggested = suggestions(session, round.id) if round else []
    groups = groups_of_round(session, round.id) if round else []
    lines = lines_of(session, [one.first for one in suggested]), lines_of(session, [one.head for one in groups])
    return render_template(
        "staff/alike.html",
        round=round,
        rounds=round_options(session),
        suggested=list(zip(lines[0], [one.texts for one in suggested], strict=True)),
        groups=list(zip(lines[1], groups, strict=True)),
        not_compared=how_many_not_compared(session),
        answers_not_compared=how_many_answers_not_compared(session),
        chunk=CHUNK,
    )


def compare() -> Answer:
    """Compare what has come, as much as takes some seconds."""

    def step(session: Session) -> str:
        texts = compare_texts(session, key=alike_key())
        compare_answers(session, key=alike_key())
        return ngettext("%(num)s text was compared.", "%(num)s texts were compared.", texts.texts)

    round = number_from(request.form.get("round", ""))
    to = "bursts" if request.form.get("onwards") == "bursts" else "overview"
    return change(step, page=lambda _problems: overview(), back=lambda: url_for(f".{to}", round=round))


def texts(text_id: UUID) -> Answer | str:
    return _likes(find_text, texts_alike_to, texts_by_id, text_id)


def reports(report_id: UUID) -> Answer | str:
    return _likes(find_report, reports_alike_to, reports_by_id, report_id)


def not_duplicate_text(text_id: UUID) -> Answer:
    return _take_back(find_text, text_id, url_for("staff.review.text", text_id=text_id))


def not_duplicate_report(report_id: UUID) -> Answer:
    return _take_back(find_report, report_id, url_for("staff.review.report", report_id=report_id))


def asked_round(session: Session) -> Round | None:
    asked = number_from(request.args.get("round", ""))
    return (session.get(Round, asked) if asked else None) or latest_round(session)


def round_options(session: Session) -> list[tuple[int, str]]:
    return [(one.id, say(one.title)) for one in mapped_rounds(session)]


def _likes(find: Callable[..., Item], alikes: Alikes, by_id: Callable[..., Any], id: UUID) -> Answer | str:
    """What is alike, with a box for each; a post keeps those together whose box is ticked."""
    session = db_session()
    item = _or_404(find, session, id)
    if request.method == "GET":
        return _page(session, item, alikes, [])
    groups: list[UUID] = []

    def step(session: Session) -> str:
        head = find(session, id)
        groups.append(keep_together(session, by_id(session, chosen_ids()), head=head, by=staff_id(), at=now()))
        return _("They are kept together. Each voice still counts.")

    return change(
        step,
        page=lambda problems: _page(db_session(), find(db_session(), id), alikes, problems),
        back=lambda: url_for(".group", group_id=groups[0]),
    )


def _page(session: Session, item: Text | Report, alikes: Alikes, problems: Problems) -> str:
    return render_template(
        "staff/alike_likes.html",
        line=lines_of(session, [item])[0],
        alike=alikes(session, item),
        problems=list(problems),
    )


def _take_back(find: Callable[..., Item], id: UUID, back: str) -> Answer:
    _or_404(find, db_session(), id)

    def step(session: Session) -> object:
        not_a_duplicate(session, find(session, id), by=staff_id(), at=now())
        return _l("It is no duplicate any more. It has the status that it had before.")

    return change(step, page=lambda problems: _refused(problems, back), back=lambda: back)


def _refused(problems: Problems, back: str) -> str:
    return render_template("staff/alike_refused.html", problems=list(problems), back=back)


def _or_404(find: Callable[..., Item], session: Session, id: UUID) -> Item:
    try:
        return find(session, id)
    except (NoSuchText, NoSuchReport):
        abort(404)
