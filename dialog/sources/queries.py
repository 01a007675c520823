"""Reading sources: what is registered, the figures by lane, area, period and category, and where they came from."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

from dialog.sources.lanes import LANES
from dialog.sources.models import Source, SourceFigure, SourceLoad, SourceMapping, SourceText
from dialog.sources.understanding.columns import Told

ON_A_PAGE = 100


class NoSuchSource(LookupError):
    """There is no source of that id."""


@dataclass(frozen=True)
class Listed:
    """A source in a list, with what it holds."""

    source: Source
    figures: int
    first: str | None  # period
    last: str | None
    texts: int


@dataclass(frozen=True)
class Asked:
    """Which figures of a source somebody wants to see; empty is all."""

    period: str = ""
    category: str = ""
    ours_only: bool = False


def all_sources(session: Session) -> list[Listed]:
    """Every source, in the order of LANES and by name, with how much it holds."""
    stands = SourceFigure.replaced_by.is_(None)
    period = SourceFigure.period
    held = (
        select(
            SourceFigure.source_id,
            func.count().label("figures"),
            func.min(period).label("first"),
            func.max(period).label("last"),
        )
        .where(stands)
        .group_by(SourceFigure.source_id)
        .subquery()
    )
    told = select(SourceText.source_id, func.count().label("texts")).group_by(SourceText.source_id).subquery()
    chosen = (
        select(Source, held.c.figures, held.c.first, held.c.last, told.c.texts)
        .outerjoin(held, held.c.source_id == Source.id)
        .outerjoin(told, told.c.source_id == Source.id)
        .order_by(Source.name)
    )
    found = [
        Listed(source, figures or 0, first, last, texts or 0)
        for source, figures, first, last, texts in session.execute(chosen)
    ]
    return sorted(found, key=lambda one: list(LANES).index(one.source.lane))


def find_source(session: Session, source_id: int) -> Source:
    """Raises NoSuchSource."""
    if (found := session.get(Source, source_id)) is None:
        raise NoSuchSource(source_id)
    return found


def source_named(session: Session, name: str) -> Source | None:
    return session.scalar(select(Source).where(Source.name == name))


def sources_in(session: Session, lane: str) -> Sequence[Source]:
    """The sources of one lane, by name, each to be told with its publisher, period and limits."""
    return session.scalars(select(Source).where(Source.lane == lane).order_by(Source.name)).all()


def figures_in(
    session: Session,
    lane: str,
    *,
    area_ids: Collection[int] | None = None,
    periods: Collection[str] | None = None,
    categories: Collection[str] | None = None,
    unit: str | None = None,
) -> Sequence[SourceFigure]:
    """The figures of a lane that stand, by source, category, area and period; those of `area_ids` alone if given.

    Figures of two sources or two units stand side by side, and are never added. Those of a source whose `disclosure` is
    PROTECT have not been protected yet. Without `area_ids` also areas that are not ours, for comparison.
    """
    chosen = _standing().join(Source, Source.id == SourceFigure.source_id).where(Source.lane == lane)
    if area_ids is not None:
        chosen = chosen.where(SourceFigure.area_id.in_(area_ids))
    if periods is not None:
        chosen = chosen.where(SourceFigure.period.in_(periods))
    if categories is not None:
        chosen = chosen.where(SourceFigure.category.in_(categories))
    if unit is not None:
        chosen = chosen.where(SourceFigure.unit == unit)
    order = (Source.name, SourceFigure.category, SourceFigure.area, SourceFigure.period, SourceFigure.id)
    return session.scalars(chosen.order_by(*order)).all()


def texts_in(session: Session, lane: str) -> Sequence[SourceText]:
    """What the sources of a lane say in words, the latest period first."""
    chosen = select(SourceText).join(Source, Source.id == SourceText.source_id).where(Source.lane == lane)
    return session.scalars(chosen.order_by(SourceText.period.desc(), SourceText.id.desc())).all()


def figures_of(session: Session, source_id: int, asked: Asked, *, after: int = 0) -> Sequence[SourceFigure]:
    """A page of a source's figures in the order in which they came, and one more if there are more."""
    chosen = _standing().where(SourceFigure.source_id == source_id, SourceFigure.id > after)
    if asked.period:
        chosen = chosen.where(SourceFigure.period == asked.period)
    if asked.category:
        chosen = chosen.where(SourceFigure.category == asked.category)
    if asked.ours_only:
        chosen = chosen.where(SourceFigure.area_id.is_not(None))
    return session.scalars(chosen.order_by(SourceFigure.id).limit(ON_A_PAGE + 1)).all()


def replaced_figures(
    session: Session, source_id: int, *, limit: int = ON_A_PAGE
) -> Sequence[Row[SourceFigure, SourceLoad]]:
    """Figures that stood before, each with the load that brought another in its place, the latest first."""
    chosen = select(SourceFigure, SourceLoad).join(SourceLoad, SourceLoad.id == SourceFigure.replaced_by)
    chosen = chosen.where(SourceFigure.source_id == source_id)
    return session.execute(chosen.order_by(SourceLoad.id.desc(), SourceFigure.id).limit(limit)).all()


def periods_of(session: Session, source_id: int) -> Sequence[str]:
    """The latest first."""
    return session.scalars(_distinct(SourceFigure.period, source_id).order_by(SourceFigure.period.desc())).all()


def categories_of(session: Session, source_id: int) -> Sequence[str]:
    return session.scalars(_distinct(SourceFigure.category, source_id).order_by(SourceFigure.category)).all()


def loads_of(session: Session, source_id: int) -> Sequence[SourceLoad]:
    """The latest first."""
    chosen = select(SourceLoad).where(SourceLoad.source_id == source_id)
    return session.scalars(chosen.order_by(SourceLoad.id.desc())).all()


def texts_of(session: Session, source_id: int) -> Sequence[SourceText]:
    """The latest period first."""
    chosen = select(SourceText).where(SourceText.source_id == source_id)
    return session.scalars(chosen.order_by(SourceText.period.desc(), SourceText.id.desc())).all()


def remembered(session: Session, fingerprint: str) -> Told | None:
    """What was said before of a table with the same headings."""
    found = session.get(SourceMapping, fingerprint)
    return Told.from_document(found.told) if found else None


def _standing() -> Select[SourceFigure]:
    return select(SourceFigure).where(SourceFigure.replaced_by.is_(None))


def _distinct(column: object, source_id: int) -> Select[str]:
    stands = SourceFigure.replaced_by.is_(None)
    return select(column).where(SourceFigure.source_id == source_id, stands).distinct()  # type: ignore[call-overload]
