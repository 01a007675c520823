"""Keeping how many people live in an area, and finding which version of the areas a file speaks of."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select
from sqlalchemy.orm import Session

from dialog.areas.divisions import version_in
from dialog.areas.models import Area, Division, Population
from dialog.areas.population.figures import Figure, total_of
from dialog.areas.population.rows import Known
from dialog.areas.queries import all_divisions, counts
from dialog.audit.actions import record
from dialog.languages import N_, Sentence

_AT_ONCE = 500  # areas


class WhichDivision(ValueError):
    """Codes stand in several versions of a division, and nothing says which is meant; the text says it."""


@dataclass(frozen=True)
class Kept:
    """What a load of population changed."""

    figures: int
    years: Sequence[int]
    areas: int
    unclear: int  # areas whose figures do not add up to everybody: how many live there is not known from them


def division_meant(
    session: Session, told: str | None, *, file: str, codes: Collection[str], years: Collection[int]
) -> str | None:
    """The key of the older or newer version that a file speaks of; None where there is only one.

    As told, else by the file's name, by the codes that only one version has, or by the years: a version is used from
    its own year on. Raises WhichDivision.
    """
    by_family: dict[str, list[Division]] = defaultdict(list)
    for division in all_divisions(session):
        by_family[division.family].append(division)
    if told:
        return _told(told, by_family)
    found = [_meant(session, family, file, codes, years) for family in by_family.values()]
    return next((one for one in found if one), None)


def known_areas(session: Session, division: str | None) -> tuple[Known, dict[str, int]]:
    """What rows may call the areas that count, and the ids by code."""
    rows = session.execute(select(Area.id, Area.code, Area.names, Area.division).where(counts(division))).all()
    rows = sorted(rows, key=lambda row: (row.division != division, row.id))
    ids: dict[str, int] = {}
    for row in rows:
        ids.setdefault(row.code, row.id)
    names = Counter(name for row in rows for name in set(row.names.values()))
    by_name = {name: row.code for row in rows for name in row.names.values() if names[name] == 1}
    return Known(by_name | {code: code for code in ids}), ids


def keep_population(
    session: Session, figures: Sequence[Figure], ids: Mapping[str, int], *, source: str, by: int | None = None
) -> Kept:
    """Store the figures in place of what was known of the same areas and years; areas get their latest total."""
    of_area: dict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        of_area[ids[figure.area]].append(figure)
    unclear, waiting = 0, list(of_area)
    while portion := waiting[:_AT_ONCE]:
        waiting = waiting[_AT_ONCE:]
        _replace(session, {area: of_area[area] for area in portion})
        unclear += _total(session, portion)
    years = sorted({figure.year for figure in figures})
    record(
        session, "population loaded", f"source {source}", by=by, figures=len(figures), areas=len(of_area), years=years
    )
    return Kept(len(figures), years, len(of_area), unclear)


def _replace(session: Session, of_area: Mapping[int, Sequence[Figure]]) -> None:
    for year in sorted({figure.year for figures in of_area.values() for figure in figures}):
        these = [area for area, figures in of_area.items() if any(figure.year == year for figure in figures)]
        session.execute(delete(Population).where(Population.year == year, Population.area_id.in_(these)))
    values = [_values(area, one) for area, figures in of_area.items() for one in figures]
    session.execute(insert(Population), values)


def _values(area_id: int, figure: Figure) -> dict[str, object]:
    return {
        "area_id": area_id,
        "year": figure.year,
        "sex": figure.sex,
        "age_from": figure.age_from,
        "age_to": figure.age_to,
        "persons": figure.persons,
    }


def _total(session: Session, areas: Sequence[int]) -> int:
    """Give areas the total of the latest year; for how many there is none."""
    latest = select(Population.area_id, func.max(Population.year).label("year")).where(Population.area_id.in_(areas))
    last = latest.group_by(Population.area_id).subquery()
    chosen = select(Population).join(last, (Population.area_id == last.c.area_id) & (Population.year == last.c.year))
    figures: dict[int, list[Figure]] = defaultdict(list)
    for one in session.scalars(chosen):
        figures[one.area_id].append(Figure("", one.year, one.sex, one.age_from, one.age_to, one.persons))
    totals = {area: total_of(found) for area, found in figures.items()}
    for area in session.scalars(select(Area).where(Area.id.in_(areas))):
        area.population = totals[area.id] if totals[area.id] is not None else area.population
    session.flush()
    return sum(total is None for total in totals.values())


def _told(told: str, by_family: Mapping[str, Sequence[Division]]) -> str:
    known = [one for family in by_family.values() for one in family]
    found = [one for one in known if one.key == told] or [one for one in known if one.family == told and one.is_current]
    if not found:
        raise WhichDivision(
            Sentence(
                N_("There is no division %(division)s; there is %(known)s.")
                if known
                else N_("There is no division %(division)s; there is none."),
                division=told,
                known=", ".join(one.key for one in known),
            )
        )
    return found[0].key


def _meant(
    session: Session, family: Sequence[Division], file: str, codes: Collection[str], years: Collection[int]
) -> str | None:
    """Of one family, the newest first."""
    held = {one.key: _held(session, one.key, codes) for one in family}
    most = max(held.values(), default=0)
    having = [one for one in family if held[one.key] == most] if most else []
    named = version_in(file)
    if named and having and any(one.version for one in family):
        found = [one.key for one in having if _same_edition(one.version, named)]
        if not found and family[0].family in file.casefold():
            raise WhichDivision(
                Sentence(
                    N_(
                        "The file speaks of %(family)s %(version)s, and there is %(known)s: "
                        "load that version, or say %(option)s."
                    ),
                    family=family[0].family,
                    version=named,
                    known=", ".join(one.key for one in family),
                    option="--division",
                )
            )
        if found:
            return found[0]
    if len(having) < 2:
        return having[0].key if having and len(family) > 1 else None
    return _by_years(having, years)


def _held(session: Session, key: str, codes: Collection[str]) -> int:
    stored = set(session.scalars(select(Area.code).where(Area.division == key)))
    return len(stored & set(codes))


def _same_edition(version: str, named: str) -> bool:
    return version == named or version[:4] == named[:4]


def _by_years(having: Sequence[Division], years: Collection[int]) -> str:
    """The newest version that was there in all of the years. Raises WhichDivision when there is none such alone."""
    begun = {one.key: int(one.version[:4]) for one in having if one.version[:4].isdigit()}
    if years and len(begun) == len(having):
        used = {max((key for key in begun if begun[key] <= year), key=begun.__getitem__, default="") for year in years}
        if len(used) == 1 and (key := used.pop()):
            return key
    keys = ", ".join(one.key for one in having)
    raise WhichDivision(
        Sentence(
            N_("Its codes are in %(divisions)s, whose borders differ: say which with %(option)s."),
            divisions=keys,
            option="--division",
        )
    )
