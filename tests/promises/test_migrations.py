"""The migrated database equals the models; every migration goes up, down and up again with data in it."""

from datetime import date, datetime

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from dialog.db import MIGRATIONS, downgrade, is_migrated, make_engine, upgrade
from dialog.geography.points import Point
from dialog.places.actions import submit_report
from dialog.places.models import PIN, ExactPoint, Report
from dialog.schema import metadata
from dialog.sources.models import Source, SourceFigure, SourceLoad
from dialog.survey.models import Round
from dialog.texts.models import Text
from dialog.texts.searching.models import is_index
from tests.factories import make_round


def revisions() -> list[str]:
    """From the first to the newest."""
    return [script.revision for script in ScriptDirectory(str(MIGRATIONS)).walk_revisions()][::-1]


def test_the_migrated_database_equals_the_models(database_url: str) -> None:
    engine = make_engine(database_url)
    with engine.connect() as connection:
        ours = {"include_name": lambda name, _kind, _parents: not is_index(name)}
        context = MigrationContext.configure(connection, opts={"compare_type": True, **ours})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_migrations_are_numbered_one_after_the_other() -> None:
    assert revisions() == [f"{number:04d}" for number in range(1, len(revisions()) + 1)]


def test_every_migration_goes_up_down_and_up_again_with_data_in_it(database_url: str) -> None:
    engine = make_engine(database_url)
    try:
        for revision in reversed(revisions()):
            fill(engine)
            downgrade(engine, before(revision))
            assert not is_migrated(engine)
            upgrade(engine)
            assert is_migrated(engine)
            if before(revision) != "base":
                assert what_is_there(engine) == FILLED
    finally:
        upgrade(engine)
        engine.dispose()


def before(revision: str) -> str:
    position = revisions().index(revision)
    return revisions()[position - 1] if position else "base"


def fill(engine: Engine) -> None:
    """A round with a report that has a pin and words: what a table written anew must not take with it."""
    with Session(engine) as session, session.begin():
        if session.scalar(select(func.count()).select_from(Round)):
            return
        round = make_round(session)
        submit_report(
            session,
            round_id=round.id,
            root_id=round.area_id,
            language="sv",
            channel="web",
            on=date(2026, 10, 2),
            answers={"feeling": "unsafe"},
            placed_by=PIN,
            area_id=None,
            point=Point(59.05, 15.05),
            texts={"what": "Mörkt."},
            erase_on=date(2026, 12, 31),
        )
        fill_sources(session, round.area_id)


def fill_sources(session: Session, area_id: int) -> None:
    """A figure that was corrected."""
    source = Source(name="Anmälda brott", lane="reported-crime", registered_on=date(2026, 10, 1))
    session.add(source)
    session.flush()
    load = {"source_id": source.id, "file": "x.csv", "at": datetime(2026, 10, 1), "columns": [], "replaced": 1}
    first, second = (SourceLoad(**load, added=1) for _ in range(2))
    session.add_all([first, second])
    session.flush()
    said = {"area": "x", "area_name": "", "category": "", "background": "", "measure": "", "unit": "count", "line": 2}
    of = {"source_id": source.id, "area_id": area_id, "subject": "x", "period": "2025", "missing": "", **said}
    session.add(SourceFigure(**of, load_id=first.id, replaced_by=second.id, value=1.0))
    session.add(SourceFigure(**of, load_id=second.id, value=2.0))


FILLED = {Round: 1, Report: 1, ExactPoint: 1, Text: 1}


def what_is_there(engine: Engine) -> dict[type, int | None]:
    with Session(engine) as session:
        return {table: session.scalar(select(func.count()).select_from(table)) for table in FILLED}
