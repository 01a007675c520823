"""What still hinders a round from opening, and how complete it is in each language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy.orm import Session

from dialog.survey.models import MOST_AREAS, Round
from dialog.survey.queries import questionnaire_of, round_areas, staff_dialogue_of
from dialog.survey.questionnaire import Questionnaire, asks_for_spots
from dialog.survey.texts import completeness

What = Literal[
    "no_areas", "too_many_areas", "nothing_asked", "no_phrase", "spots_asked", "days_past", "no_title", "language"
]


@dataclass(frozen=True)
class Hindrance:
    """Why a round can't open as it stands. A `language` may be opened all the same, if somebody says so."""

    what: What
    number: int = 0  # areas; per cent of a language
    language: str = ""

    @property
    def can_be_accepted(self) -> bool:
        return self.what == "language"


def hindrances(session: Session, round: Round, *, today: date) -> list[Hindrance]:
    """Everything that hinders, the gravest first; empty when the round can open."""
    questionnaire = questionnaire_of(round)
    return [
        *_of_areas(session, round, questionnaire),
        *_of_staff(session, round, questionnaire),
        *_of_round(round, questionnaire, today),
        *_gaps(round),
    ]


def languages_of(round: Round) -> list[tuple[str, int]]:
    """(tag, per cent of the texts that are there and up to date) of the languages a round speaks, rounded down."""
    questionnaire = questionnaire_of(round)
    return [(tag, int(100 * completeness(questionnaire, tag))) for tag in round.languages]


def _of_areas(session: Session, round: Round, questionnaire: Questionnaire) -> Iterator[Hindrance]:
    number = len(round_areas(session, round))
    if not number:
        yield Hindrance("no_areas")
    if number > MOST_AREAS:
        yield Hindrance("too_many_areas", number)
    if not any(question.fields for question in questionnaire.questions()):
        yield Hindrance("nothing_asked")


def _of_staff(session: Session, round: Round, questionnaire: Questionnaire) -> Iterator[Hindrance]:
    asked = staff_dialogue_of(session, round)
    if asked and not asked.phrase_hash:
        yield Hindrance("no_phrase")
    if asked and asks_for_spots(questionnaire):
        yield Hindrance("spots_asked")


def _of_round(round: Round, questionnaire: Questionnaire, today: date) -> Iterator[Hindrance]:
    if round.closes_on < today:
        yield Hindrance("days_past")
    if not round.title.get(questionnaire.main):
        yield Hindrance("no_title", language=questionnaire.main)


def _gaps(round: Round) -> Iterator[Hindrance]:
    yield from (
        Hindrance("language", per_cent, tag) for tag, per_cent in languages_of(round) if per_cent < round.completeness
    )
