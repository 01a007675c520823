"""The staff dialogue of the story: asked for the round that is open, answered, and half read."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.demo.chance import Chance
from dialog.demo.colleagues.asked import akersta_asks
from dialog.demo.colleagues.temper import WORKPLACES, Workplace
from dialog.demo.colleagues.words import WRITTEN, Written
from dialog.demo.land import DISTRICT
from dialog.demo.staff import House
from dialog.languages import Words
from dialog.review.actions import clear_for_quoting
from dialog.review.coding.actions import add_code
from dialog.survey.actions import keep_questionnaire, open_round, plan_round
from dialog.survey.answers import check
from dialog.survey.colleagues.actions import ask_colleagues
from dialog.survey.default_experience import PROBLEMS
from dialog.survey.default_staff_dialogue import staff_dialogue
from dialog.survey.models import Response, Round
from dialog.texts.actions import store_texts
from dialog.texts.arriving import look_over
from dialog.texts.models import Text

PHRASE = "lugna gator i åkersta"  # of the demonstration alone, which nobody but its own machine reaches
TITLE: Words = {"sv": "Det vi ser i arbetet", "en": "What we see at work"}
PURPOSE: Words = {
    "sv": "Ni som arbetar i skolan, omsorgen, på gator och fastigheter och hos polisen ser sådant som invånarna inte "
    "berättar. Vi vill veta vad, var och när, och vad ni skulle behöva.",
    "en": "You who work in schools, care, streets and property and the police see things that residents do not tell "
    "us. We want to know what, where and when, and what you would need.",
}
SEED = 140
BEGINS_AFTER, READ_AFTER = timedelta(weeks=2), timedelta(days=4)
_FRIDAY = 4
_SIZES = ("none", "small", "fairly_big", "very_big")
Row = dict[str, Any]


def hold_staff_dialogue(session: Session, for_whom: Round, house: House, *, today: date) -> Round:
    """Ask the municipality's own staff for the picture of a round, and read some of what they wrote."""
    round = _ask(session, for_whom)
    chance, texts = Chance(SEED), list[Row]()
    responses = [_answer(chance, round, unit, texts, today) for unit in _colleagues()]
    session.execute(insert(Response), responses)
    written = [words for _unit, words in _colleagues() if words]
    store_texts(session, look_over(list(texts)))
    for row, words in zip(texts, written, strict=True):
        _read(session, row["id"], words, house, at=_read_at(row["received_on"]))
    session.flush()
    return round


def _ask(session: Session, for_whom: Round) -> Round:
    keep_questionnaire(session, staff_dialogue())
    round = plan_round(
        session,
        slug=f"medarbetare-{for_whom.opens_on.year}",
        title=TITLE,
        purpose=PURPOSE,
        area_id=for_whom.area_id,
        area_kind=DISTRICT,
        questionnaire=keep_questionnaire(session, akersta_asks()),
        opens_on=for_whom.opens_on + BEGINS_AFTER,
        closes_on=for_whom.closes_on,
        languages=["sv", "en"],
    )
    ask_colleagues(session, round, belongs_to=for_whom, phrase=PHRASE)
    open_round(session, round)
    record(session, "round opened", f"round {round.id}")
    return round


def _colleagues() -> Iterator[tuple[str, Written | None]]:
    """Everybody who answers: the workplace, and what they wrote if they did."""
    for unit, workplace in WORKPLACES.items():
        written = [one for one in WRITTEN if one.unit == unit]
        yield from ((unit, written[number] if number < len(written) else None) for number in range(workplace.answers))


def _answer(chance: Chance, round: Round, colleague: tuple[str, Written | None], texts: list[Row], today: date) -> Row:
    unit, written = colleague
    workplace, language = WORKPLACES[unit], written.language if written else "sv"
    on = round.opens_on + timedelta(days=chance.number(0, max((today - READ_AFTER - round.opens_on).days - 1, 0)))
    topic = written.code.split(".")[0] if written and written.question == "S3" else ""
    given = {"S1": [unit], **_ticked(chance, workplace, topic)}
    same = {"round_id": round.id, "language": language, "channel": "web", "received_on": on, "area_id": None}
    id = chance.id()
    if written:
        about = {"question": written.question, "original": written.words, "report_id": None}
        texts.append({**same, **about, "id": chance.id(), "response_id": id})
    answers = check(akersta_asks(), (), given).answers
    return {**same, "id": id, "questionnaire_id": round.questionnaire_id, "answers": answers}


def _ticked(chance: Chance, workplace: Workplace, topic: str) -> dict[str, list[str]]:
    """The boxes that somebody of a workplace ticks, by the names of the form's fields."""
    seen = {
        f"S2_{one.id}": [_size(chance, workplace.problems.get(one.id, 0.0))] for one in PROBLEMS if chance.happens(0.9)
    }
    known = {"T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9", "T10"}
    return seen | {
        "S3": [topic if topic in known else chance.weighted(workplace.problems)],
        "S4": [chance.weighted({"same": 5, "worse": 4, "better": 2, "dont_know": 1})],
        "S5": chance.some(workplace.places, 3),
        "S6": chance.some(workplace.times, 2),
        "S7": chance.some(workplace.needs, 3),
        "S8": [chance.weighted({"partly": 5, "yes": 4, "no": 3})],
    }


def _size(chance: Chance, weight: float) -> str:
    if chance.happens(0.08):
        return "dont_know"
    place = round(chance.around(0.4 + weight / 3.5, 0.7))
    return _SIZES[max(0, min(place, len(_SIZES) - 1))]


def _read_at(received_on: date) -> datetime:
    """UTC; some days later, or the Friday before that."""
    day = received_on + READ_AFTER
    return datetime.combine(day - timedelta(days=max(day.weekday() - _FRIDAY, 0)), time(9, 15))


def _read(session: Session, id: UUID, written: Written, house: House, *, at: datetime) -> None:
    """Accept and code a text as reviewers do, and clear it if it may be quoted; without a code it waits."""
    if not written.code:
        return
    text, by = session.get_one(Text, id), house.reviewers[0]
    stance = "strength" if written.question == "S9" else "problem"
    add_code(session, text, code=written.code, stance=stance, by=by, at=at)
    if written.may_be_quoted:
        clear_for_quoting(session, text, by=by, at=at + timedelta(hours=1))
