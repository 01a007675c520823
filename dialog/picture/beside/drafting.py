"""Reading what other sources say for a draft: their raw figures are born and end here, and only told ones come out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.languages import MAIN, Words
from dialog.picture.area_items import AreaItems
from dialog.picture.beside.choices import WORDS, choices_in_force, choices_made, held_by
from dialog.picture.beside.own import own_sources
from dialog.picture.beside.protecting import Cells, Guarded, published
from dialog.picture.beside.rates import with_rates
from dialog.picture.beside.raw import RawFigure
from dialog.picture.beside.things import (
    Choice,
    Held,
    Thing,
    category_of,
    in_order,
    is_total_of_a_time,
    latest_periods,
    table_id,
    time_of,
)
from dialog.picture.beside.told import FELT_DAY, FELT_EVENING, Beside, OutsideTable, OutsideText, Registered
from dialog.picture.content import Picture
from dialog.picture.coverage.population import residents_of
from dialog.picture.disclosure import Rule
from dialog.picture.ids import is_area
from dialog.picture.ledger import beside_ever_left, newest_edition
from dialog.picture.tables import ALL, Item, SafeTable
from dialog.picture.wording import in_shipped
from dialog.review.codebook.book import Codebook
from dialog.sources.facts import PUBLISHED
from dialog.sources.lanes import LANES
from dialog.sources.models import Source, SourceFigure, SourceText
from dialog.sources.understanding.units import COUNT
from dialog.survey.models import Round
from dialog.survey.questionnaire import Column

FELT = {"safety_day": FELT_DAY, "safety_evening": FELT_EVENING}  # what questions measure, in the bank

Figures = dict[Thing, dict[tuple[str, str], RawFigure]]


@dataclass(frozen=True)
class Around:
    """What a draft already knows when it asks for what stands beside it."""

    areas: AreaItems
    questions: Sequence[Column]
    codebook: Codebook
    rule: Rule


@dataclass(frozen=True)
class _Wanted:
    """What a picture takes of one source."""

    source: Source
    choices: Mapping[Thing, Choice]
    periods: Mapping[Thing, tuple[str, ...]]  # also of counts that stand behind rates
    before: Sequence[Sequence[OutsideTable]]  # what each edition, of any round, told of the source

    @property
    def id(self) -> str:
        return f"source:{self.source.id}"

    @property
    def shown(self) -> list[Thing]:
        return in_order(thing for thing in self.periods if self.choices[thing].shown)


def beside_of(
    session: Session,
    round: Round,
    picture: Picture,
    around: Around,
    *,
    own: Sequence[SafeTable] = (),
    also: Sequence[Registered] = (),
) -> Beside:
    """What every registered source says of the areas of a round.

    `own`: safe tables of other dialogues of our own; `also`: what the register tells of those.
    """
    ids, items = _items_of_areas(round, around.areas), _items(session, round, around.areas)
    wanted = _everything_wanted(session, ids, around.codebook)
    tables = _all_tables(session, wanted, ids, items, around.rule)
    texts = [(one, text) for one, text in _texts(session) if _by_source(wanted)[one].choices[WORDS].shown]
    residents = residents_of(session, round, around.areas) if any(one.unit == COUNT for one in tables) else {}
    told = {one.source for one in tables} | {f"source:{source}" for source, _ in texts}
    codes = {one.code for one in tables}
    return Beside(
        register=(*own_sources(picture), *also, *(_registered(one.source) for one in wanted if one.id in told)),
        tables=tuple(with_rates(tables, residents, items)),
        texts=tuple(text for _, text in texts),
        own=tuple(own),
        areas=items,
        felt=_felt(picture, around.questions),
        codes={one.id: in_shipped(one.text) for one in around.codebook.topics() if one.id in codes},
        latest=newest_edition(session),
    )


def is_outdated(session: Session, beside: Beside) -> bool:
    """Whether a source that is protected has been told of since, in another round, which nobody knew of here."""
    protected = {f"source:{id}" for id in session.scalars(select(Source.id).where(Source.disclosure != PUBLISHED))}
    own = protected & {table.source for table in beside.tables}
    since = beside_ever_left(session, after=beside.latest) if own else []
    return any(table.source in own for tables in since for table in tables)


def _items_of_areas(round: Round, areas: AreaItems) -> dict[int, str]:
    """The item of the whole, and of every area that a round asks for, by area."""
    asked = {one.id for one in areas.areas}
    items = {area_id: item for area_id, item in areas.ids.items() if is_area(item) and area_id in asked}
    return {**items, round.area_id: ALL}


def _everything_wanted(session: Session, ids: Mapping[int, str], codebook: Codebook) -> list[_Wanted]:
    """Of every source, in the order of lanes and names."""
    sources = sorted(session.scalars(select(Source)), key=lambda one: (list(LANES).index(one.lane), one.name))
    held, made = held_by(session, area_ids=ids), choices_made(session)
    before = beside_ever_left(session) if sources else []
    return [_wanted(one, held.get(one.id, []), made.get(one.id), codebook, before) for one in sources]


def _all_tables(
    session: Session, wanted: Sequence[_Wanted], ids: Mapping[int, str], items: Sequence[Item], rule: Rule
) -> list[OutsideTable]:
    figures = _figures(session, wanted, ids)
    return [table for one in wanted for table in _tables(one, figures.get(one.source.id, {}), items, rule)]


def _wanted(
    source: Source,
    held: Sequence[Held],
    made: Mapping[Thing, Choice] | None,
    codebook: Codebook,
    before: Sequence[Sequence[OutsideTable]],
) -> _Wanted:
    """Periods of a source that is protected are of the sort that has left before, and never overlap."""
    choices = choices_in_force(held, made, codebook)
    protect = source.disclosure != PUBLISHED
    categories = {thing.category for thing, choice in choices.items() if choice.shown}
    left = {(one.category, one.unit, one.measure): one.periods for tables in before for one in tables}
    periods = {}
    for one in held:
        thing = one.thing
        if choices[thing].shown or (protect and thing.unit == COUNT and thing.category in categories):
            like = left.get((thing.category, thing.unit, thing.measure), ()) if protect else ()
            periods[thing] = latest_periods(one.periods, like=like, apart=protect)
    told = [[table for table in tables if table.source == f"source:{source.id}"] for tables in before]
    return _Wanted(source, choices, periods, told)


def _figures(session: Session, wanted: Sequence[_Wanted], ids: Mapping[int, str]) -> dict[int, Figures]:
    """By source, of the things and periods that are wanted."""
    periods = {(one.source.id, thing): of for one in wanted for thing, of in one.periods.items()}
    if not periods:
        return {}
    named = ("source_id", "category", "background", "unit", "measure", "area_id", "period")
    told = ("value", "lower", "upper", "answers", "missing")
    chosen = select(*(getattr(SourceFigure, name) for name in (*named, *told))).where(
        SourceFigure.replaced_by.is_(None),
        SourceFigure.area_id.in_(ids),
        SourceFigure.source_id.in_({source for source, _ in periods}),
        SourceFigure.period.in_({period for of in periods.values() for period in of}),
    )
    found: dict[int, Figures] = defaultdict(dict)
    for row in session.execute(chosen.order_by(SourceFigure.id)):
        category = category_of(row.category, row.background)
        thing = Thing(category or "", row.unit, row.measure)
        if category is not None and row.period in periods.get((row.source_id, thing), ()):
            figure = RawFigure(row.value, row.lower, row.upper, row.answers, row.missing)
            found[row.source_id].setdefault(thing, {})[ids[row.area_id], row.period] = figure
    return found


def _tables(wanted: _Wanted, figures: Figures, items: Sequence[Item], rule: Rule) -> list[OutsideTable]:
    cells: Mapping[Thing, Cells]
    if wanted.source.disclosure == PUBLISHED:
        cells = {thing: published(of) for thing, of in figures.items()}
    else:
        cells = Guarded(wanted.id, figures, items, rule, wanted.before).cells()
    return [_table(wanted, thing, cells[thing]) for thing in wanted.shown if thing in cells]


def _table(wanted: _Wanted, thing: Thing, cells: Cells) -> OutsideTable:
    source = wanted.source
    return OutsideTable(
        id=table_id(source.id, thing),
        source=wanted.id,
        lane=source.lane,
        title=_said(thing.category or source.name),
        code=wanted.choices[thing].code,
        unit=thing.unit,
        measure=thing.measure,
        periods=wanted.periods[thing],
        cells=cells,
        category=thing.category,
        time=time_of(thing.category) if is_total_of_a_time(thing.category) else "",
    )


def _registered(source: Source) -> Registered:
    return Registered(
        id=f"source:{source.id}",
        lane=source.lane,
        name=_said(source.name),
        publisher=_said(source.publisher),
        method=_said(source.method),
        period=source.period,
        answers=source.answers,
        response_rate=source.response_rate,
        limits=_said(source.limits),
        licence=_said(source.licence),
    )


def _said(words: str) -> Words:
    """What publishers and staff write is in the main language."""
    return {MAIN: words} if words else {}


def _texts(session: Session) -> list[tuple[int, OutsideText]]:
    """By source, the latest period first."""
    chosen = select(SourceText).order_by(SourceText.source_id, SourceText.period.desc(), SourceText.id.desc())
    return [
        (one.source_id, OutsideText(f"source:{one.source_id}", one.period, one.heading, one.words))
        for one in session.scalars(chosen)
    ]


def _by_source(wanted: Sequence[_Wanted]) -> dict[int, _Wanted]:
    return {one.source.id: one for one in wanted}


def _items(session: Session, round: Round, areas: AreaItems) -> tuple[Item, ...]:
    """The whole by its own name, and every area that the round asks for."""
    whole = Item(ALL, in_shipped(session.get_one(Area, round.area_id).names), None)
    return (whole, *(one for one in areas.dimension.items if is_area(one.id)))


def _felt(picture: Picture, questions: Sequence[Column]) -> dict[str, str]:
    """The tables on how safe people feel, by the time of the day."""
    tables = {FELT[one.measures]: f"{one.id}-by-area" for one in questions if one.measures in FELT}
    return {time: id for time, id in tables.items() if picture.table(id)}
