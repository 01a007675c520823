"""Bringing the sources of Åkersta in as anybody would: files are read, understood and loaded, words looked through."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from dialog.areas.taking.population import AboutPopulation, take_population
from dialog.demo.sources.crime import crime_csv, withheld_csv
from dialog.demo.sources.national import national_px
from dialog.demo.sources.people import population_csv
from dialog.demo.sources.register import CRIME, NATIONAL, REGISTER, SAFETY, WITHHELD
from dialog.demo.sources.safety import safety_csv
from dialog.demo.sources.telling import TELLINGS
from dialog.rows.rejects import Rejects
from dialog.sources.actions import change_source, keep_text, register_source
from dialog.sources.checking import by_kind, pointing_words
from dialog.sources.models import Source
from dialog.sources.queries import source_named
from dialog.sources.taking import take, understand
from dialog.sources.understanding.columns import Told

EXCEL, UTF8 = "cp1252", "utf-8"  # how the police send their tables, and how statistics offices do


class NotUnderstood(ValueError):
    """A file of the demonstration says less than it was written to say."""


@dataclass(frozen=True)
class Desk:
    """At whose desk, for the picture of which of the two rounds, and when."""

    round: int  # 0 or 1
    last: int  # the last year of which anything is told, the year before the second round
    by: int
    at: datetime

    @property
    def year(self) -> int:
        """The last year of which anything is told yet."""
        return self.last - 1 + self.round

    @property
    def years(self) -> range:
        return range(self.last - 3, self.year + 1)


def bring_in(session: Session, desk: Desk) -> None:
    """Everything that is known when a picture is drawn: another year of figures each time, and newer words."""
    with TemporaryDirectory() as folder:
        people = Path(folder, f"Folkmängd Åkersta {desk.year}.csv")
        people.write_text(population_csv(desk.years, desk.last), encoding=UTF8)
        _populate(session, people, by=desk.by)
        sources = {name: _registered(session, name, desk) for name in REGISTER}
        for name, file in _files(Path(folder), desk):
            _load(session, sources[name], file, desk)
    for one in TELLINGS:
        if one.round == desk.round:
            _tell(session, sources[one.source], one.heading, one.words, desk)


def _files(folder: Path, desk: Desk) -> Iterator[tuple[str, Path]]:
    """As they lie in somebody's mailbox: those of the police for Excel."""
    preliminary = None if desk.round else desk.year
    surveyed = range(desk.last - 1, desk.year + 1)
    for name, ending, encoding, content in (
        (CRIME, "csv", EXCEL, crime_csv(desk.years, desk.last, preliminary=preliminary)),
        (WITHHELD, "csv", EXCEL, withheld_csv(desk.years, desk.last)),
        (SAFETY, "csv", EXCEL, safety_csv(surveyed)),
        (NATIONAL, "px", UTF8, national_px(desk.years, desk.last)),
    ):
        file = folder / f"{name} {desk.year}.{ending}"
        file.write_text(content, encoding=encoding)
        yield name, file


def _populate(session: Session, file: Path, *, by: int) -> None:
    rejects = Rejects()
    take_population(session, file, rejects, AboutPopulation(), by=by)
    if len(rejects):
        raise NotUnderstood(file.name)


def _registered(session: Session, name: str, desk: Desk) -> Source:
    one = REGISTER[name]
    facts = one.at(desk.round, desk.year)
    if source := source_named(session, name):
        change_source(session, source, name=name, lane=one.lane, facts=facts, by=desk.by)
        return source
    return register_source(session, name=name, lane=one.lane, facts=facts, on=desk.at.date(), by=desk.by)


def _load(session: Session, source: Source, file: Path, desk: Desk) -> None:
    understood = understand(session, file, Told())
    if understood.lacks or understood.account.left:
        raise NotUnderstood(file.name)
    for publisher in understood.lanes:
        take(session, understood, source, publisher=publisher, by=desk.by, at=desk.at)


def _tell(session: Session, source: Source, heading: str, words: str, desk: Desk) -> None:
    found = pointing_words(session, f"{heading}\n{words}")
    keep_text(
        session,
        source,
        heading=heading,
        words=words,
        period=str(desk.year),
        found=by_kind(found),
        by=desk.by,
        at=desk.at,
    )
