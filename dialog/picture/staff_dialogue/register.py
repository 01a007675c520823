"""What a picture says of its staff dialogues as sources: how many answered, when, and what they can't say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dialog.languages import N_, Words
from dialog.picture.periods import period_of
from dialog.picture.staff_dialogue.shapes import universe_of
from dialog.picture.tables import SafeTable
from dialog.picture.wording import in_shipped, words
from dialog.survey.models import Round
from dialog.survey.queries import staff_rounds_of

METHOD = N_("A questionnaire for colleagues, behind a phrase that they share, without accounts.")
LIMITS = (
    N_("Nobody knows how many were reached or whether somebody answered twice, so there is no response rate."),
    N_("Colleagues tell what they see in their work, not how residents feel."),
    N_("No figure below ten colleagues is told, and no workplace stands beside a quotation."),
)


@dataclass(frozen=True)
class StaffFacts:
    """One staff dialogue among the sources of a picture."""

    round: str  # its name in addresses
    title: Words
    period: str  # ISO 8601 interval
    answers: int | None  # as its tables tell; None where they tell of nobody
    method: Words
    limits: tuple[Words, ...]
    response_rate: None = None  # unknown, and always will be


def staff_register(session: Session, round: Round, tables: Sequence[SafeTable]) -> tuple[StaffFacts, ...]:
    """The staff dialogues of a round of residents; `tables` are those of `staff_tables`: no other count is told."""
    return tuple(
        StaffFacts(
            round=one.slug,
            title=in_shipped(one.title),
            period=period_of(one.opens_on, one.closes_on, ()),
            answers=_answers(one, tables),
            method=words(METHOD),
            limits=tuple(words(limit) for limit in LIMITS),
        )
        for one in staff_rounds_of(session, round)
    )


def _answers(round: Round, tables: Iterable[SafeTable]) -> int | None:
    of_round = (table for table in tables if table.heading.universe == universe_of(round.slug))
    return next((value for table in of_round if (value := table.at({}).value)), None)
