"""Counting who has answered a round so far, and protecting what that gives."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from dialog.areas.queries import area_tree, areas_in
from dialog.audit.actions import record
from dialog.picture.area_items import AreaItems
from dialog.picture.asked import insist_on_residents
from dialog.picture.content import Picture, to_document
from dialog.picture.counting import count
from dialog.picture.coverage.models import CoverageCount
from dialog.picture.coverage.population import AGE, GENDER, asked_about, inhabitants_of
from dialog.picture.coverage.shapes import coverage_shapes
from dialog.picture.disclosure import Rule, is_small_gathering, protect
from dialog.picture.ids import VOICES
from dialog.picture.ledger import ever_left, rounding_before
from dialog.picture.periods import period_of
from dialog.picture.statistics.kept import Figures
from dialog.picture.tables import RawTable
from dialog.picture.universes import Frame, universes
from dialog.picture.voices import categories, hear
from dialog.picture.wording import in_shipped, words
from dialog.review.codebook.queries import codebook_in_force
from dialog.survey.models import Round
from dialog.survey.queries import open_rounds, questionnaire_of
from dialog.survey.questionnaire import Column


def count_coverage(session: Session, *, round: Round, rule: Rule, on: date, by: int | None = None) -> CoverageCount:
    """Count who has answered, and keep it in place of the count before. A small gathering is told nothing of.

    Raises AsksStaff.
    """
    insist_on_residents(round)
    questions = [one for one in questionnaire_of(round).columns() if one.is_counted and one.background]
    areas = _areas(session, round)
    people = inhabitants_of(session, round, areas, questions)
    raw = _raw(session, round, areas, questions, on)
    rule = replace(rule, rounding=rounding_before(session, round.id) or 0)  # one way for all that tells of a round
    picture = Picture(
        round=round.slug,
        title=in_shipped(round.title),
        purpose={},
        period=period_of(round.opens_on, round.closes_on, ()),
        method=words(rule.method),
        minimum=rule.minimum,
        group_minimum=rule.group_minimum,
        rounding=rule.rounding,
        questionnaire=f"{round.questionnaire.key} {round.questionnaire.version}",
        codebook=0,
        follows=(),
        tables=tuple(protect(raw, rule=rule, before=ever_left(session, round.id))),
        quotes=(),
        outlines=(),
        figures=Figures(inhabitants=people),
    )
    kept = session.merge(CoverageCount(round_id=round.id, made_on=on, content=to_document(picture)))
    record(session, "coverage counted", f"round {round.id}", by=by)
    return kept


def count_open_rounds(session: Session, *, rule: Rule, on: date) -> int:
    """Every round that is open, as each night does; how many there were."""
    rounds = open_rounds(session)
    for round in rounds:
        count_coverage(session, round=round, rule=rule, on=on)
    return len(rounds)


def _raw(session: Session, round: Round, areas: AreaItems, questions: Sequence[Column], on: date) -> list[RawTable]:
    heard = hear(session, round.id, questions, on=on)
    imported = categories(session, heard.reports["imported"].values)
    observed = universes(heard, Frame(areas, questions, imported, codebook_in_force(session)))[VOICES]
    if is_small_gathering(observed.size):
        return []
    period = period_of(round.opens_on, round.closes_on, ())
    age, sex = (asked_about(questions, one).dimension for one in (AGE, GENDER))
    shapes = coverage_shapes(round.slug, period, observed, age, sex)
    return [count(one.heading, one.dimensions, observed, one.columns) for one in shapes]


def _areas(session: Session, round: Round) -> AreaItems:
    areas = areas_in(session, round.area_id, round.division)
    return AreaItems(areas, area_tree(session).parents, root_id=round.area_id, kind=round.area_kind)
