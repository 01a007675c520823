"""Counting what colleagues said for a round of residents, and protecting it. Raw counts are born and end here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from dialog.areas.queries import area_tree, areas_in
from dialog.picture.area_items import AreaItems
from dialog.picture.content import Quote
from dialog.picture.counting import count
from dialog.picture.disclosure import Rule, is_small_gathering, protect
from dialog.picture.ids import VOICES
from dialog.picture.observations import Observations
from dialog.picture.periods import period_of
from dialog.picture.plan import Plan
from dialog.picture.staff_dialogue.quotes import LEAST, colleagues_quotes
from dialog.picture.staff_dialogue.shapes import staff_shapes
from dialog.picture.tables import Key, RawTable, SafeTable
from dialog.picture.universes import Frame, universes
from dialog.picture.voices import hear
from dialog.review.codebook.queries import codebook_in_force
from dialog.review.queries import quotable_texts
from dialog.survey.models import Round
from dialog.survey.queries import questionnaire_of, staff_rounds_of
from dialog.survey.questionnaire import Column

DEFAULT = Rule()
BESIDE_QUOTES = ("themes", "language")  # tables that decide which words stand, and are told nowhere


def staff_rule(rule: Rule) -> Rule:
    """The rule for what staff said: never below LEAST; figures are withheld, not rounded."""
    return Rule(max(rule.minimum, LEAST), max(rule.group_minimum, LEAST))


def staff_tables(
    session: Session, round: Round, *, on: date, before: Sequence[SafeTable] = (), rule: Rule = DEFAULT
) -> tuple[SafeTable, ...]:
    """What the colleagues said who were asked for a round of residents, as it may leave: no figure below LEAST.

    `before` holds these tables of the round's earlier editions, oldest first.
    """
    safe: list[SafeTable] = []
    for one in staff_rounds_of(session, round):
        heard = _hear(session, one, on)
        safe += protect(_raw(one, heard), rule=staff_rule(rule), before=before)
    return tuple(safe)


def staff_quotes(session: Session, round: Round, *, on: date) -> tuple[Quote, ...]:
    """Reviewed and cleared words of colleagues, under themes and in languages of LEAST colleagues at least.

    No workplace and no area ever stands beside them; a small gathering is not quoted.
    """
    found: list[Quote] = []
    for one in staff_rounds_of(session, round):
        heard = _hear(session, one, on)
        if not is_small_gathering(heard.voices.size):
            themes, languages = (_alone(one, heard, id) for id in BESIDE_QUOTES)
            found += colleagues_quotes(quotable_texts(session, one.id), themes, languages)
    return tuple(found)


@dataclass(frozen=True)
class _Heard:
    """What colleagues said in one round, as observations by universe."""

    questions: Sequence[Column]
    observed: dict[str, Observations]

    @property
    def voices(self) -> Observations:
        return self.observed[VOICES]


def _hear(session: Session, round: Round, on: date) -> _Heard:
    questions = [one for one in questionnaire_of(round).columns() if one.is_counted]
    areas = areas_in(session, round.area_id, round.division)
    items = AreaItems(areas, area_tree(session).parents, root_id=round.area_id, kind=round.area_kind)
    frame = Frame(items, questions, [], codebook_in_force(session))
    return _Heard(questions, dict(universes(hear(session, round.id, questions, on=on), frame)))


def _raw(round: Round, heard: _Heard) -> list[RawTable]:
    small = is_small_gathering(heard.voices.size)
    shapes = staff_shapes(round.slug, _period(round), heard.questions, heard.voices, small=small)
    return [count(one.heading, one.dimensions, heard.voices, one.columns) for one in shapes]


def _alone(round: Round, heard: _Heard, id: str) -> Mapping[Key, int]:
    """The counts of one table of the release plan, which decide and are told nowhere; none where nothing was said."""
    plan = Plan(round.slug, _period(round), heard.questions, heard.observed)
    shape = next((one for one in plan.shapes(small=False) if one.heading.id == id), None)
    if shape is None:
        return {}
    return count(shape.heading, shape.dimensions, heard.observed[shape.universe], shape.columns).counts


def _period(round: Round) -> str:
    return period_of(round.opens_on, round.closes_on, ())
