"""How long a page of the review queue takes among 1,000,000 texts, beside the same page among 1,000.

    waiting.py [TEXTS [DATABASE]]     1,000,000 unless told; on SQLite and on PostgreSQL unless one of them is named

Each page is asked for as a browser asks, signed in, through the whole application: the first, the last, the
ten-thousandth, with each filter, and searches for rare and common words. Both databases of a pair are asked in turn,
A B A B, so that a ratio holds although the machine's speed drifts. Processor time does not tell what PostgreSQL does,
so the time on the clock counts; how much of it statements took is told beside it.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Connection, Engine, event, insert, select, text
from sqlalchemy.orm import Session
from synthetic import make_round

from dialog.accounts.actions import add_staff
from dialog.accounts.models import Staff
from dialog.app import create_app
from dialog.areas.models import Area
from dialog.config import Config
from dialog.db import upgrade
from dialog.review.forms import position_in_address
from dialog.review.models import Coding
from dialog.review.waiting.filters import Position
from dialog.survey.models import Response, Round
from dialog.texts.models import NEW, Text
from dialog.texts.searching.actions import index_rows
from tests.databases import create_database
from tests.forms import submit
from tests.postgres import running_postgres

FEW, MANY, CHUNK, RESPONSES = 1_000, 1_000_000, 20_000, 1_000
ROUNDS = 9  # times each page is asked for, of which the median counts
MOST = 2.0  # the project's bar: the time among a million beside the time among a thousand
FIRST_DAY, DAYS = date(2026, 1, 1), 120
PASSWORD = "a password of no importance"
LANGUAGES = {"sv": 0.8, "en": 0.08, "ar": 0.07, "so": 0.03, "fa": 0.0195, "ti": 0.0005}
CHANNELS = {"web": 0.8, "paper": 0.1, "stand": 0.06, "school": 0.04}
STATUSES = {NEW: 0.7, "accepted": 0.28, "set_aside": 0.02}
SUSPICIONS = {None: 0.95, "personal": 0.045, "accusation": 0.005}
COMMON = (
    "lampan",
    "mörkt",
    "tunneln",
    "bilar",
    "kör",
    "fort",
    "vid",
    "skolan",
    "kväll",
    "gångvägen",
    "ungdomar",
    "bus",
)


@dataclass(frozen=True)
class Ground:
    """A database, an application on it, somebody who is signed in, and what pages of it are asked for."""

    client: FlaskClient
    addresses: Mapping[str, str]
    loaded_a_second: float
    statements: list[float]  # milliseconds that each took, of the page that was asked for last


def words(rnd: random.Random, number: int) -> str:
    """Common words, some that a hundredth of the texts have, and one that only this text has."""
    some = [rnd.choice(COMMON) for _ in range(rnd.randint(4, 14))]
    return f"{' '.join(some)} gatan{rnd.randrange(100)} ord{number:07d} plats{rnd.randrange(2_000)}"


def rows_of(rnd: random.Random, start: int, count: int, **same: Any) -> Iterator[dict[str, Any]]:
    areas, responses, round_id = same["areas"], same["responses"], same["round_id"]
    languages, channels = (rnd.choices(list(one), one.values(), k=count) for one in (LANGUAGES, CHANNELS))
    statuses, suspicions = (rnd.choices(list(one), one.values(), k=count) for one in (STATUSES, SUSPICIONS))
    for number in range(count):
        yield {
            "id": UUID(int=rnd.getrandbits(128), version=4),
            "response_id": rnd.choice(responses),
            "round_id": round_id,
            "area_id": rnd.choice(areas),
            "question": "Q3",
            "language": languages[number],
            "channel": channels[number],
            "received_on": FIRST_DAY + timedelta(days=rnd.randrange(DAYS)),
            "original": words(rnd, start + number),
            "masks": [],
            "status": statuses[number],
            "quotable": False,
            "suspicion": suspicions[number],
            "held": suspicions[number] == "accusation" and statuses[number] == NEW,
        }


def fill(session: Session, texts: int) -> tuple[Round, float]:
    """The round, and how many texts were stored and indexed in a second."""
    rnd, round = random.Random(1), make_round(session, areas=40)
    areas = list(session.scalars(select(Area.id).where(Area.parent_id == round.area_id)))
    # A few areas have many texts and some have hardly any
    areas = [area for place, area in enumerate(areas) for _ in range(max(1, 4_000 >> place))]
    response = {"round_id": round.id, "questionnaire_id": round.questionnaire_id, "language": "sv", "channel": "web"}
    response |= {"received_on": FIRST_DAY, "answers": {}, "group_size": 1, "set_aside": False}
    responses = [UUID(int=rnd.getrandbits(128), version=4) for _ in range(RESPONSES)]
    session.execute(insert(Response.__table__), [{"id": id, **response} for id in responses])  # type: ignore[arg-type]
    coder = session.scalars(select(Staff.id)).one()
    started = time.monotonic()
    for start in range(0, texts, CHUNK):
        count = min(CHUNK, texts - start)
        rows = list(rows_of(rnd, start, count, areas=areas, responses=responses, round_id=round.id))
        rows.sort(key=lambda row: row["id"])
        session.execute(insert(Text.__table__), rows)  # type: ignore[arg-type]
        index_rows(session, rows)
        same = {"coder_id": coder, "stance": "problem", "start": 0, "end": 0, "codebook_version": 1, "note": ""}
        codes = [{"text_id": row["id"], "code": "T9.lighting", **same} for row in rows if row["status"] == "accepted"]
        session.execute(insert(Coding.__table__), codes)  # type: ignore[arg-type]
        session.commit()
    return round, texts / (time.monotonic() - started)


def ground(url: str, texts: int, instance: Path) -> Ground:
    app = create_app(Config(DATABASE_URL=url, SECRET_KEY=PASSWORD, INSTANCE=instance, TESTING=True, SECOND_FACTOR=()))
    engine = app.extensions["sessions"].kw["bind"]
    upgrade(engine)
    with app.extensions["sessions"]() as session:
        add_staff(session, email="r@benchmark.example", name="R", password=PASSWORD, roles=["reviewer"])
        round, rate = fill(session, texts)
        addresses = addresses_of(session, round, texts)
        session.commit()
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
    return Ground(signed_in(app), addresses, rate, timed(engine))


def timed(engine: Engine) -> list[float]:
    """Milliseconds of every statement from now on."""
    took: list[float] = []

    def begin(connection: Connection, *_: object) -> None:
        connection.info["began"] = time.monotonic()

    def end(connection: Connection, *_: object) -> None:
        took.append(1_000 * (time.monotonic() - connection.info["began"]))

    event.listen(engine, "before_cursor_execute", begin)
    event.listen(engine, "after_cursor_execute", end)
    return took


def signed_in(app: Flask) -> FlaskClient:
    client = app.test_client()
    answer = submit(client, "/staff/sign-in", {"email": "r@benchmark.example", "password": PASSWORD})
    assert answer.status_code == 303, answer.status
    return client


def addresses_of(session: Session, round: Round, texts: int) -> dict[str, str]:
    leaves = session.scalars(select(Area.id).where(Area.parent_id == round.area_id).order_by(Area.id)).all()
    waiting = select(Text.received_on, Text.id).where(Text.status == NEW).order_by(Text.received_on, Text.id)
    far = session.execute(waiting.offset(min(500_000, texts // 2)).limit(1)).one()
    there = position_in_address(Position(*far))
    return {
        "the first page": "",
        "the ten-thousandth page": f"?after={there}",
        "the last page": "?last=1",
        "a common language": "?language=sv",
        "a rare language": "?language=ti",
        "a rare language, accepted, last page": "?status=accepted&language=ti&last=1",
        "language and channel": f"?language=so&channel=paper&after={there}",
        "a large area": f"?area={leaves[0]}&after={there}",
        "a small area": f"?area={leaves[14]}",
        "all areas of the municipality": f"?area={round.area_id}&after={there}",
        "a small area and a common language": f"?area={leaves[10]}&language=sv",
        "round and channel": f"?round={round.id}&channel=school&last=1",
        "suspicion": f"?suspicion=personal&after={there}",
        "held": "?suspicion=held",
        "waited for 30 days": "?age=30",
        "nobody's task": f"?assigned=nobody&after={there}",
        "a code": "?status=accepted&code=T9",
        "any status": f"?status=any&after={there}",
        "search: a word of one text": "?q=ord0000077",
        "search: the beginning of rare words": "?q=plats199",
        "search: a word of one text in a hundred": f"?q=gatan42&after={there}",
        "search: a common word": f"?q=lampan&after={there}",
        "search: a common word, the last page": "?q=lampan&last=1",
        "search: a common word, on one day": "?q=lampan&from=2026-03-03&to=2026-03-03",
        "search: a common word in a small area": f"?status=accepted&q=lampan&area={leaves[10]}",
        "search: the beginning of a word of every text": f"?q=ord&after={there}",
        "search: three words and a filter, the first page": "?q=lampan+gatan7+plats1&language=sv",
        "search: three words and a filter": f"?q=lampan+gatan7+plats1&language=sv&after={there}",
    }


def asked(one: Ground, name: str) -> tuple[float, float]:
    """Milliseconds on the clock, and those of them that statements took."""
    one.statements.clear()
    started = time.monotonic()
    answer = one.client.get(f"/staff/{one.addresses[name]}")
    assert answer.status_code == 200, f"{name}: {answer.status}"
    return 1_000 * (time.monotonic() - started), sum(one.statements)


def compare(database: str, few: Ground, many: Ground, number: int) -> None:
    print(f"queue, {database}: {many.loaded_a_second:,.0f} texts stored and indexed a second", flush=True)
    for name in many.addresses:
        asked(few, name), asked(many, name)
        pairs = [(asked(few, name), asked(many, name)) for _ in range(ROUNDS)]
        small, large = (statistics.median(took for took, _ in times) for times in zip(*pairs, strict=True))
        inside = statistics.median(statements for _, (_, statements) in pairs)
        verdict = "" if large / small <= MOST else f"  MORE THAN {MOST}"
        print(
            f"queue, {database}, {name}: {large:.0f} ms among {number:,} ({inside:.0f} of it in statements), "
            f"{small:.0f} ms among {FEW:,}: {large / small:.2f} (bar {MOST}){verdict}",
            flush=True,
        )


@contextmanager
def databases(folder: Path) -> Iterator[dict[str, tuple[str, str]]]:
    with running_postgres() as server:
        yield {
            "SQLite": (f"sqlite:///{folder}/few.sqlite", f"sqlite:///{folder}/many.sqlite"),
            "PostgreSQL": (create_database(server, "few"), create_database(server, "many")),
        }


def main(number: int, only: str) -> None:
    with tempfile.TemporaryDirectory() as name, databases(Path(name)) as urls:
        for database, (few, many) in urls.items():
            if only.lower() in ("", database.lower()):
                compare(database, ground(few, FEW, Path(name)), ground(many, number, Path(name)), number)


if __name__ == "__main__":
    main(int(sys.argv[1].replace(",", "")) if sys.argv[1:] else MANY, sys.argv[2] if sys.argv[2:] else "")
