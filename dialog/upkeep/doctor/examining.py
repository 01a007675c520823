"""The whole examination, in order; what can't be asked because something before it is wrong is left out."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session, sessionmaker

from dialog.audit.verifying import verify_log
from dialog.languages import N_
from dialog.settings.queries import settings_in_force
from dialog.tiles.grid import Tile
from dialog.tiles.proxy import Proxy
from dialog.tiles.upstream import Unreachable
from dialog.upkeep.doctor import contents, database, surroundings
from dialog.upkeep.doctor.findings import BAD, Finding, bad, ok, warn

WORLD = Tile(0, 0, 0)


def examine(
    sessions: sessionmaker[Session],
    config: Mapping[str, Any],
    *,
    today: date,
    now: datetime,
    giver: object = None,
    thorough: bool = False,
) -> Iterator[Finding]:
    """`giver` gives tiles; `thorough` also asks other servers and reads the whole log, which takes a while."""
    engine = sessions.kw["bind"]
    yield from surroundings.settings(config)
    yield from surroundings.files(config)
    yield surroundings.clock(today)
    there = database.reachable(engine)
    yield there
    if there.state == BAD:
        return
    ready = database.migrated(engine)
    yield ready
    yield from database.durable(engine, now=now)
    if ready.state != BAD:
        with sessions() as session:
            yield from _contents(session, config, today=today, now=now)
            if thorough:
                yield _log(session)
    if thorough:
        yield _tiles(giver)


def _contents(session: Session, config: Mapping[str, Any], *, today: date, now: datetime) -> Iterator[Finding]:
    in_force = settings_in_force(session, config)
    yield from surroundings.translations(in_force.languages)
    yield from contents.land(session)
    yield from contents.rounds(session, today=today)
    yield from contents.people(session, required_of=config["SECOND_FACTOR"])
    yield from contents.overdue(session, point_days=in_force.point_days, today=today)
    yield from contents.work(session, now=now)
    yield from contents.backups(session, has_key=bool(config["BACKUP_KEY_FILE"]), now=now)


def _log(session: Session) -> Finding:
    found = verify_log(session)
    if found.broken:
        return bad("log", N_("The log has been tampered with: run flask --app wsgi audit verify."))
    return ok("log", N_("The log is whole: %(number)s lines."), number=found.lines)


def _tiles(giver: object) -> Finding:
    if not isinstance(giver, Proxy):
        return ok("tiles", N_("The base map needs no other server."))
    try:
        giver.upstream.ask(WORLD)
    except Unreachable:
        return warn("tiles", N_("The server of the base map gives no tiles: look at DIALOG_TILES. Outlines are shown."))
    return ok("tiles", N_("The server of the base map gives tiles."))
