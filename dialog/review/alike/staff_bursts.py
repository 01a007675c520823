"""Pages of bursts: where much came at once, what it is made of, and setting it aside as spam, with a look before."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from flask import abort, render_template, request, url_for
from flask_babel import format_date, format_decimal
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from dialog.accounts.gates import now, staff_id
from dialog.review.alike.bursts import (
    BurstOfDay,
    BurstOfSame,
    bursts_of_answers,
    bursts_of_days,
    bursts_of_few_words,
    bursts_of_texts,
    days_of_all,
    voices_by_day,
)
from dialog.review.alike.changing import change, chosen_ids, said_of, texts_by_id
from dialog.review.alike.comparing import how_many_not_compared
from dialog.review.alike.comparing_answers import how_many_answers_not_compared
from dialog.review.alike.joint import MOST_AT_ONCE, set_voices_aside
from dialog.review.alike.selecting import (
    ANSWERS,
    DAY,
    KINDS,
    TEXTS,
    WORDS,
    Burst,
    days_of,
    texts_of_voices,
    voices_of,
    what_goes_along,
)
from dialog.review.alike.sentences import BURST_WORDS
from dialog.review.alike.staff_groups import latest_steps
from dialog.review.alike.staff_likes import asked_round, round_options
from dialog.review.changes import Answer, Problems
from dialog.review.lines import lines_of
from dialog.review.queries import Voice, voice_of
from dialog.review.waiting.asked import number_from
from dialog.survey.models import Round
from dialog.web.requests import db_session

_EXAMPLES = 20  # texts
_AROUND = timedelta(days=10)  # shown before and after a burst


def bursts() -> str:
    session = db_session()
    round = asked_round(session)
    return render_template(
        "staff/bursts.html",
        round=round,
        rounds=round_options(session),
        not_compared=how_many_not_compared(session) + how_many_answers_not_compared(session),
        **(_found(session, round) if round else {}),
    )


def burst(kind: str) -> str:
    return _burst(_asked(kind, request.args), [])


def set_aside(kind: str) -> Answer:
    """Set all voices of a burst aside, or those of some texts of it. All only as many as the page before showed."""
    asked = _asked(kind, request.form)
    back = url_for(".burst", kind=kind, **address_of(asked))

    def step(session: Session) -> str:
        every = voices_of(session, asked)
        some = _voices_of_texts(session) if "text" in request.form else every
        chosen = [one for one in some if one in every]
        if "text" not in request.form and len(chosen) != number_from(request.form.get("number", "")):
            abort(409)
        return said_of(set_voices_aside(session, chosen, by=staff_id(), at=now(), back=back))

    return change(step, page=lambda problems: _burst(asked, problems), back=lambda: back)


def address_of(burst: Burst) -> dict[str, Any]:
    """What `_asked` reads."""
    named = {"round": burst.round_id, "from": burst.first.isoformat(), "to": burst.last.isoformat()}
    named |= {"channel": burst.channel} if burst.channel else {}
    return named | ({"of": burst.of} if burst.of else {})


def _found(session: Session, round: Round) -> dict[str, Any]:
    voices = voices_by_day(session, round.id)
    every = days_of_all(voices)
    same = {
        TEXTS: bursts_of_texts(session, round.id, every),
        WORDS: bursts_of_few_words(session, round.id, every),
        ANSWERS: bursts_of_answers(session, round.id, every),
    }
    days = bursts_of_days(voices, round, today=date.today())
    examples = texts_by_id(session, [one.example_id for kind in (TEXTS, WORDS) for one in same[kind]])
    lines = {line.id: line for line in lines_of(session, examples)}
    return {
        "days": [_day_row(round, one) for one in days],
        "same": {kind: [_same_row(round, kind, one, lines) for one in some] for kind, some in same.items()},
        "words": BURST_WORDS,
    }


def _day_row(round: Round, one: BurstOfDay) -> dict[str, Any]:
    burst = Burst(DAY, round.id, one.day.on, one.day.on, channel=one.channel)
    usual = format_decimal(one.day.usual)
    return {"url": url_for(".burst", kind=DAY, **address_of(burst)), "burst": one, "usual": usual}


def _same_row(round: Round, kind: str, one: BurstOfSame, lines: Mapping[UUID, Any]) -> dict[str, Any]:
    burst = Burst(kind, round.id, one.crowd.first, one.crowd.last, of=one.example_id)
    return {
        "url": url_for(".burst", kind=kind, **address_of(burst)),
        "crowd": one.crowd,
        "expected": format_decimal(f"{one.crowd.expected:.1f}"),
        "line": lines.get(one.example_id),
    }


def _burst(asked: Burst, problems: Problems) -> str:
    session = db_session()
    voices = voices_of(session, asked)
    days = days_of(session, asked)
    return render_template(
        "staff/burst.html",
        burst=asked,
        words=BURST_WORDS,
        address=address_of(asked),
        queue=_queue(asked),
        voices=len(voices),
        bars=_bars(days, asked),
        lines=lines_of(session, texts_of_voices(session, voices, most=_EXAMPLES)),
        along=what_goes_along(session, voices) if "preview" in request.args else None,
        most=MOST_AT_ONCE,
        steps=latest_steps(session, url_for(".burst", kind=asked.kind, **address_of(asked))),
        problems=list(problems),
    )


def _queue(asked: Burst) -> dict[str, Any]:
    """What the queue shows of a burst: the texts that are alike, or what came on these days."""
    named = {"round": asked.round_id, "from": asked.first.isoformat(), "to": asked.last.isoformat()}
    named |= {"channel": asked.channel} if asked.channel else {}
    return named | ({"alike": asked.of} if asked.kind == TEXTS else {})


def _bars(days: Mapping[date, int], asked: Burst) -> list[dict[str, Any]]:
    """A bar for each day around the burst, as the macro takes them."""
    number = (asked.last - asked.first + 2 * _AROUND).days + 1
    shown = [asked.first - _AROUND + timedelta(days=at) for at in range(number)]
    most = max([days.get(day, 0) for day in shown] + [1])
    return [
        {"label": format_date(day, "d MMM"), "number": format_decimal(count), "width": 100 * count / most}
        for day in shown
        if (count := days.get(day, 0)) or asked.first <= day <= asked.last
    ]


def _voices_of_texts(session: Session) -> Sequence[Voice]:
    return list(dict.fromkeys(voice_of(session, one) for one in texts_by_id(session, chosen_ids("text"))))


def _asked(kind: str, given: MultiDict[str, str]) -> Burst:
    """The burst in an address or a form; 404 where it makes no sense."""
    try:
        first, last = date.fromisoformat(given.get("from", "")), date.fromisoformat(given.get("to", ""))
        of = UUID(given["of"]) if given.get("of") else None
    except ValueError:
        abort(404)
    round_id, channel = number_from(given.get("round", "")), given.get("channel", "")
    is_whole = bool(channel) if kind == DAY else of is not None
    if kind not in KINDS or not round_id or not is_whole or not timedelta(0) <= last - first <= 3 * _AROUND:
        abort(404)
    return Burst(kind, round_id, first, last, channel=channel, of=of)
