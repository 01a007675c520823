"""Turning a round to colleagues, and letting in who knows their phrase."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.passwords.hashing import hash_password, is_password
from dialog.accounts.signing.attempts import count_attempt, forget_attempts
from dialog.survey.actions import NotPossible
from dialog.survey.colleagues.phrase import as_said, is_long_enough
from dialog.survey.models import PLANNED, RESIDENTS, STAFF, Round, StaffDialogue
from dialog.survey.queries import staff_dialogue_of

MOST_GUESSES = 30  # wrong ones in a row before all wait: many share the phrase, and type it on telephones


class WrongPhrase(Exception):
    """This is not the phrase of the round."""


def ask_colleagues(session: Session, round: Round, *, belongs_to: Round, phrase: str = "") -> StaffDialogue:
    """Ask colleagues for the picture of a round of residents; without a phrase the one there was stays.

    Whom a round asks can be changed until it opens; the phrase always can, since it may have got about. Raises
    NotPossible.
    """
    if not round.is_of_staff:
        _insist_on_planned(round)
    if belongs_to.is_of_staff or belongs_to.id == round.id or _is_asked_for(session, round):
        raise NotPossible(f"Round {round.slug} can't belong to {belongs_to.slug}, or another belongs to it.")
    if phrase and not is_long_enough(phrase):
        raise NotPossible(f"The phrase of round {round.slug} is too short.")
    asked = staff_dialogue_of(session, round) or StaffDialogue(round_id=round.id, phrase_hash="")
    if asked.belongs_to_id not in (None, belongs_to.id):
        _insist_on_planned(round)
    asked.belongs_to_id = belongs_to.id
    if phrase:
        asked.phrase_hash = hash_password(as_said(phrase))
    round.audience = STAFF
    session.add(asked)
    session.flush()
    return asked


def ask_residents(session: Session, round: Round) -> None:
    """Ask residents after all. Raises NotPossible once the round is open."""
    if (asked := staff_dialogue_of(session, round)) is not None:
        _insist_on_planned(round)
        session.delete(asked)
    round.audience = RESIDENTS
    session.flush()


def enter(session: Session, round: Round, *, phrase: str, attempts: str, now: datetime) -> StaffDialogue:
    """Who says the phrase may answer. `attempts` is a keyed hash of the round: of who tries, nothing is kept.

    Raises WrongPhrase or LockedOut; the caller commits then too, so that the attempt counts.
    """
    asked = staff_dialogue_of(session, round)
    matches = is_password(asked.phrase_hash if asked else "", as_said(phrase))
    count_attempt(session, attempts, now=now, most=MOST_GUESSES)
    if asked is None or not matches:
        raise WrongPhrase(round.slug)
    forget_attempts(session, attempts)
    return asked


def _insist_on_planned(round: Round) -> None:
    if round.state != PLANNED:
        raise NotPossible(f"Round {round.slug} is {round.state}: whom it asks can't change any more.")


def _is_asked_for(session: Session, round: Round) -> bool:
    """Whether colleagues are asked for its picture."""
    return session.scalar(select(StaffDialogue.round_id).where(StaffDialogue.belongs_to_id == round.id)) is not None
