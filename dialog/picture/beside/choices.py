"""Reading what sources tell of our areas, and which of it analysts chose for pictures. Values are not read here."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.picture.beside.guessing import guessed_code
from dialog.picture.beside.models import BesideChoice
from dialog.picture.beside.things import Choice, Held, Thing, category_of, in_order, usual_choices
from dialog.review.codebook.book import Codebook
from dialog.sources.models import SourceFigure

WORDS = Thing("", "words", "")  # what a source says in words, as one thing to choose


def held_by(
    session: Session, *, area_ids: Collection[int] | None = None, source_id: int | None = None
) -> dict[int, list[Held]]:
    """By source, what its figures are of, the total first; of some areas or of any of ours, of one source or of all."""
    of = (SourceFigure.source_id, SourceFigure.category, SourceFigure.background, SourceFigure.unit)
    grouped = (*of, SourceFigure.measure, SourceFigure.period)
    chosen = select(*grouped, func.count().label("figures")).where(SourceFigure.replaced_by.is_(None))
    ours = SourceFigure.area_id.is_not(None) if area_ids is None else SourceFigure.area_id.in_(area_ids)
    chosen = chosen.where(ours)
    if source_id is not None:
        chosen = chosen.where(SourceFigure.source_id == source_id)
    found: dict[int, dict[Thing, dict[str, int]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    for row in session.execute(chosen.group_by(*grouped)):
        category = category_of(row.category, row.background)
        if category is not None:
            found[row.source_id][Thing(category, row.unit, row.measure)][row.period] += row.figures
    return {source: [_held(one, things[one]) for one in in_order(things)] for source, things in found.items()}


def choices_made(session: Session, source_id: int | None = None) -> dict[int, dict[Thing, Choice]]:
    """By source, what analysts chose; a source of which nobody chose anything is not there."""
    chosen = select(BesideChoice)
    if source_id is not None:
        chosen = chosen.where(BesideChoice.source_id == source_id)
    found: dict[int, dict[Thing, Choice]] = defaultdict(dict)
    for one in session.scalars(chosen):
        found[one.source_id][Thing(one.category, one.unit, one.measure)] = Choice(one.shown, one.code)
    return dict(found)


def choices_in_force(
    held: Sequence[Held], made: Mapping[Thing, Choice] | None, codebook: Codebook
) -> dict[Thing, Choice]:
    """What was chosen; else what is usual. What came after somebody chose is not shown until it is chosen too."""
    if made:
        usual = {one.thing: Choice(False) for one in held} | {WORDS: Choice(True)}
        return usual | {thing: choice for thing, choice in made.items() if thing in usual}
    guess = {one: guessed_code(one, codebook) for one in {held_one.thing.category for held_one in held}}
    return {**usual_choices(held, guess), WORDS: Choice(True)}


def _held(thing: Thing, periods: Mapping[str, int]) -> Held:
    return Held(thing, sum(periods.values()), tuple(sorted(periods)))
