"""Keeping the figures of a file: new ones are added, corrected ones take the place of others, the same stay."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.sources.models import Source, SourceFigure, SourceLoad
from dialog.sources.placing import Placing
from dialog.sources.understanding.columns import Column
from dialog.sources.understanding.observations import SAID_OTHERWISE, Account, BadRow, Left, Observation, Subject

Row = dict[str, Any]
_COMPARED = ("value", "lower", "upper", "answers", "missing", "unit")
_AT_ONCE = 500


@dataclass(frozen=True)
class Loaded:
    """What a file changed."""

    source_id: int
    added: int
    replaced: int
    same: int
    ours: int  # areas of this installation that it tells of
    elsewhere: int  # other areas

    @property
    def changed(self) -> bool:
        return bool(self.added or self.replaced)


def load_figures(
    session: Session,
    source: Source,
    account: Account,
    placing: Placing,
    *,
    publisher: str,
    file: str,
    columns: Sequence[Column],
    by: int | None,
    at: datetime,
) -> Loaded:
    """Keep what the account has of a publisher. The same file again changes nothing.

    A figure that differs from the one that is there takes its place, and both stay to be looked at. What a file leaves
    out stays as it is. Two names of one area that say different things are left out, and listed in the account.
    """
    rows = _rows(account, placing, publisher)
    there = _current(session, source.id, sorted({row["period"] for row in rows.values()}))
    new = [row for subject, row in rows.items() if subject not in there]
    changed = [row for subject, row in rows.items() if subject in there and _differs(row, there[subject])]
    areas = {(row["area_id"] is not None, row["area"]) for row in rows.values()}
    ours = sum(is_ours for is_ours, _ in areas)
    same = len(rows) - len(new) - len(changed)
    loaded = Loaded(source.id, len(new), len(changed), same, ours, len(areas) - ours)
    _find_areas_anew(session, rows, there)
    if loaded.changed:
        load = _keep_load(session, source, loaded, file=file, columns=columns, by=by, at=at)
        _replace(session, [there[row["subject"]].id for row in changed], load)
        _add(session, [*new, *changed], source.id, load)
        periods = sorted({row["period"] for row in (*new, *changed)})
        told = {"file": file, "added": loaded.added, "replaced": loaded.replaced, "periods": periods}
        record(session, "figures loaded", f"source {source.id}", by=by, **told)
    return loaded


def _rows(account: Account, placing: Placing, publisher: str) -> dict[str, Row]:
    """The rows to keep, by the fingerprint of what they are of."""
    rows: dict[str, Row] = {}
    for subject, one in account.observations.items():
        if subject.publisher != publisher:
            continue
        row = _row(subject, one, placing)
        before = rows.setdefault(row["subject"], row)
        if before is not row and _values(before) != _values(row):
            problem = BadRow(SAID_OTHERWISE, line=before["line"])
            account.left.append(Left(one.line, problem, {subject.category: one.value.number}))
    return rows


def _row(subject: Subject, one: Observation, placing: Placing) -> Row:
    place = placing.place(subject.area, one.area_name)
    of = (place.code, subject.period, subject.category, subject.background, subject.measure)
    return {
        "subject": sha256("\x1f".join(of).encode("utf-8", "replace")).hexdigest(),
        "area_id": place.area_id,
        "area": place.code,
        "area_name": place.name,
        "period": subject.period,
        "category": subject.category,
        "background": subject.background,
        "measure": subject.measure,
        "unit": one.unit,
        "value": one.value.number,
        "lower": one.lower,
        "upper": one.upper,
        "answers": one.answers,
        "missing": one.value.missing,
        "line": one.line,
    }


def _current(session: Session, source_id: int, periods: Sequence[str]) -> dict[str, Any]:
    """The figures that stand, of the periods, by their subject."""
    columns = [SourceFigure.id, SourceFigure.subject, SourceFigure.area_id]
    chosen = select(*columns, *(getattr(SourceFigure, name) for name in _COMPARED)).where(
        SourceFigure.source_id == source_id, SourceFigure.replaced_by.is_(None), SourceFigure.period.in_(periods)
    )
    return {row.subject: row for row in session.execute(chosen)}


def _values(row: Row) -> tuple[Any, ...]:
    return tuple(row[name] for name in _COMPARED)


def _differs(row: Row, there: Any) -> bool:
    return _values(row) != tuple(getattr(there, name) for name in _COMPARED)


def _find_areas_anew(session: Session, rows: Mapping[str, Row], there: Mapping[str, Any]) -> None:
    """Figures of areas that have been loaded since are those areas' now."""
    moved = {
        subject: row for subject, row in rows.items() if subject in there and there[subject].area_id != row["area_id"]
    }
    by_area: dict[int | None, list[int]] = {}
    for subject, row in moved.items():
        by_area.setdefault(row["area_id"], []).append(there[subject].id)
    for area_id, ids in by_area.items():
        for some in _some(ids):
            session.execute(update(SourceFigure).where(SourceFigure.id.in_(some)).values(area_id=area_id))


def _keep_load(
    session: Session,
    source: Source,
    loaded: Loaded,
    *,
    file: str,
    columns: Sequence[Column],
    by: int | None,
    at: datetime,
) -> int:
    load = SourceLoad(
        source_id=source.id,
        file=file,
        at=at,
        staff_id=by,
        columns=[[one.heading, one.role] for one in columns],
        added=loaded.added,
        replaced=loaded.replaced,
    )
    session.add(load)
    session.flush()
    return load.id


def _replace(session: Session, ids: Sequence[int], load: int) -> None:
    for some in _some(ids):
        session.execute(update(SourceFigure).where(SourceFigure.id.in_(some)).values(replaced_by=load))


def _add(session: Session, rows: Sequence[Row], source_id: int, load: int) -> None:
    session.execute(insert(SourceFigure), [{**row, "source_id": source_id, "load_id": load} for row in rows])


def _some(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
