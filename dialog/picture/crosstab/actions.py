"""Looking across a round: raw counts for the analyst's own screen, every look in the log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from sqlalchemy.orm import Session

from dialog.areas.queries import area_tree, areas_in, kinds_in
from dialog.audit.actions import record
from dialog.picture.area_items import AreaItems
from dialog.picture.asked import insist_on_residents
from dialog.picture.crosstab.copying import copied
from dialog.picture.crosstab.crossing import TIME, CrossTab, Frame, Spoken, asked_in, cross
from dialog.picture.crosstab.numbering import said
from dialog.picture.heard import OF_VOICE
from dialog.picture.ids import CODE
from dialog.picture.voices import hear_codes, hear_lone_reports, hear_responses, hear_times
from dialog.review.codebook.queries import codebook_in_force
from dialog.survey.models import Round
from dialog.survey.queries import questionnaire_of
from dialog.survey.questionnaire import Column as Question


@dataclass(frozen=True)
class Look:
    """What an analyst sees of one round; `as_of` is an earlier day where closed answers come from a copy."""

    round: Round
    table: CrossTab
    as_of: date


def look_across(session: Session, *, round: Round, names: Sequence[str], level: str, on: date, by: int) -> Look:
    """Count two or three dimensions against each other, areas down to one level. The look is in the log.

    Raises AsksStaff.
    """
    insist_on_residents(round)
    questions = asked_in(names, counted_questions(round))
    spoken, as_of = _spoken(session, round, questions, names, on)
    areas = AreaItems(
        areas_in(session, round.area_id, round.division),
        area_tree(session).parents,
        root_id=round.area_id,
        kind=level,
    )
    table = cross(spoken, names, Frame(areas, questions, codebook_in_force(session)))
    record(session, "cross-tab seen", f"round {round.id}", by=by, dimensions=list(names), level=level)
    return Look(round, table, as_of)


def counted_questions(round: Round) -> list[Question]:
    return [one for one in questionnaire_of(round).columns() if one.is_counted]


def levels_of(session: Session, round: Round) -> list[str]:
    """The kinds of area that voices of a round can be told apart by, the coarsest first; not the whole."""
    return kinds_in(session, round.area_id, round.division)[1:]


def _spoken(
    session: Session, round: Round, questions: Sequence[Question], names: Sequence[str], on: date
) -> tuple[Spoken, date]:
    """What is looked at, and of which day its closed answers are."""
    readers = {name: reader for name, reader in ((TIME, hear_times), (CODE, hear_codes)) if name in names}
    wanted = [*OF_VOICE, *(one.id for one in questions)]
    if (found := copied(session, round.id, wanted, with_ids=bool(readers))) is not None:
        copy, responses, ids = found
        as_of = copy.made_on
    else:
        responses, ids = hear_responses(session, round.id, questions)
        as_of = on
    lone, lone_ids = hear_lone_reports(session, round.id)
    voices = np.concatenate([ids, lone_ids])
    sets = {name: list(said(voices, *reader(session, round.id))) for name, reader in readers.items()}
    return Spoken(responses, lone, sets), as_of
