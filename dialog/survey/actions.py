"""Planning, opening and ending rounds; keeping responses."""

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256
from json import dumps
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.areas.queries import choices
from dialog.languages import LANGUAGES, Words
from dialog.survey.document import read_draft, to_document
from dialog.survey.models import (
    ENDED,
    MOST_AREAS,
    OPEN,
    PLANNED,
    RESIDENTS,
    QuestionnaireVersion,
    Response,
    Round,
)
from dialog.survey.queries import find_questionnaire, locked_parts, questionnaire_of, round_areas, staff_dialogue_of
from dialog.survey.questionnaire import Questionnaire, asks_for_spots
from dialog.texts.actions import store_texts, text_rows


class NotPossible(ValueError):
    """A round can't do this; the text says why."""


class RoundClosed(Exception):
    """The round takes no answers."""


def keep_questionnaire(session: Session, questionnaire: Questionnaire) -> QuestionnaireVersion:
    """Store a version, or find it if it is stored already.

    A version says the same for good once it is published or a round asks it: then other words raise NotPossible.
    """
    document = to_document(questionnaire.with_spoken())
    checksum = _checksum(document)
    stored = find_questionnaire(session, questionnaire.id, questionnaire.version)
    if stored and stored.checksum != checksum and _is_used(session, stored):
        if read_draft(stored.document).with_spoken() == questionnaire.with_spoken():
            return stored  # kept when the order of its languages was not written down: it says the same
        raise NotPossible(
            f"Version {questionnaire.version} of {questionnaire.id} is in use and differs: give it a new version."
        )
    kept = stored or QuestionnaireVersion(key=questionnaire.id, version=questionnaire.version)
    kept.document, kept.checksum = document, checksum
    session.add(kept)
    session.flush()
    return kept


def _checksum(document: Mapping[str, Any]) -> str:
    return sha256(dumps(document, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _is_used(session: Session, version: QuestionnaireVersion) -> bool:
    asked = select(Round.id).where(Round.questionnaire_id == version.id).limit(1)
    return version.published_on is not None or session.scalar(asked) is not None


def plan_round(
    session: Session,
    *,
    slug: str,
    title: Words,
    area_id: int,
    area_kind: str,
    questionnaire: QuestionnaireVersion,
    opens_on: date,
    closes_on: date,
    purpose: Words | None = None,
    influence: Words | None = None,
    decision_maker: Words | None = None,
    decided_on: date | None = None,
    languages: Sequence[str] = tuple(LANGUAGES),
    completeness: int = 100,
) -> Round:
    """A round to come; it keeps the version of the division that is current now. Raises NotPossible."""
    _insist_on_own_slug(session, slug)
    _insist_on_days(opens_on, closes_on)
    planned = Round(
        slug=slug,
        title=dict(title),
        purpose=dict(purpose or {}),
        influence=dict(influence or {}),
        decision_maker=dict(decision_maker or {}),
        decided_on=decided_on,
        opens_on=opens_on,
        closes_on=closes_on,
        languages=list(languages),
        completeness=completeness,
        area_id=area_id,
        area_kind=area_kind,
        division=_only_division(choices(session, root_id=area_id, kind=area_kind)),
        questionnaire=questionnaire,
        state=PLANNED,
    )
    session.add(planned)
    session.flush()
    return planned


def _only_division(areas: Sequence[Area]) -> str | None:
    """The division that areas are of; None when they are of several, or there are none yet."""
    divisions = {area.division for area in areas}
    return divisions.pop() if len(divisions) == 1 else None


def change_round(session: Session, round: Round, **changes: Any) -> None:
    """Change a round that has not ended. Once somebody has answered, what was asked of whom stays.

    Raises NotPossible.
    """
    if round.state not in (PLANNED, OPEN):
        raise NotPossible(f"Round {round.slug} is {round.state}: it does not change any more.")
    fixed = locked_parts(session, round) & {name for name, value in changes.items() if getattr(round, name) != value}
    if fixed:
        raise NotPossible(f"Round {round.slug} has answers: its {', '.join(sorted(fixed))} can't change any more.")
    if changes.get("slug", round.slug) != round.slug:
        _insist_on_own_slug(session, changes["slug"])
    _insist_on_days(changes.get("opens_on", round.opens_on), changes.get("closes_on", round.closes_on))
    asks_elsewhere = any(
        changes.get(name, getattr(round, name)) != getattr(round, name) for name in ("area_id", "area_kind")
    )
    for name, value in changes.items():
        setattr(round, name, value)
    if asks_elsewhere:
        round.division = _only_division(choices(session, root_id=round.area_id, kind=round.area_kind))
    session.flush()


def _insist_on_own_slug(session: Session, slug: str) -> None:
    if session.scalar(select(Round.id).where(Round.slug == slug)):
        raise NotPossible(f"There is a round {slug!r} already.")


def _insist_on_days(opens_on: date, closes_on: date) -> None:
    if closes_on < opens_on:
        raise NotPossible(f"The round would end on {closes_on}, before it opens on {opens_on}.")


def open_round(session: Session, round: Round) -> None:
    """Let people answer. Raises NotPossible while something hinders it."""
    if round.state != PLANNED:
        raise NotPossible(f"Round {round.slug} is {round.state}, not planned.")
    areas = round_areas(session, round)
    number = len(areas)
    if not 1 <= number <= MOST_AREAS:
        asked = f"{number} areas of kind {round.area_kind}"
        raise NotPossible(f"Round {round.slug} would ask for {asked}: it can ask for 1 to {MOST_AREAS}.")
    if round.is_of_staff:
        _insist_on_a_closed_door(session, round)
    round.division = round.division or _only_division(areas)
    round.state = OPEN


def _insist_on_a_closed_door(session: Session, round: Round) -> None:
    asked = staff_dialogue_of(session, round)
    if asked is None or not asked.phrase_hash:
        raise NotPossible(f"Round {round.slug} asks staff: it needs a phrase.")
    if asks_for_spots(questionnaire_of(round)):
        raise NotPossible(f"Round {round.slug} asks staff: it can't ask for places or photos, which residents report.")


def end_round(round: Round) -> None:
    """Take no more answers. Raises NotPossible unless the round is open."""
    if round.state != OPEN:
        raise NotPossible(f"Round {round.slug} is {round.state}, not open.")
    round.state = ENDED


def submit_response(
    session: Session,
    *,
    round: Round,
    language: str,
    channel: str,
    area_id: int | None,
    answers: Mapping[str, Any],
    texts: Mapping[str, str],
    on: date,
    group_size: int = 1,
    audience: str = RESIDENTS,
) -> UUID:
    """Keep one response: what was said, in which language and area, on which day. Its id.

    Raises RoundClosed, also when the round asks others than those who answer: to them it takes no answers. What staff
    write stands without the area.
    """
    if round.audience != audience or round.state not in (OPEN, ENDED) or (channel == "web" and round.state != OPEN):
        raise RoundClosed(round.slug)
    id = uuid4()
    written_of = None if round.is_of_staff else area_id
    arriving = text_rows(
        texts, round_id=round.id, area_id=written_of, language=language, channel=channel, on=on, response_id=id
    )
    row = {
        "id": id,
        "round_id": round.id,
        "questionnaire_id": round.questionnaire_id,
        "language": language,
        "channel": channel,
        "area_id": area_id,
        "received_on": on,
        "answers": dict(answers),
        "group_size": group_size,
        "set_aside": False,
    }
    session.execute(insert(Response.__table__), row)  # type: ignore[arg-type]
    store_texts(session, arriving)
    return id
