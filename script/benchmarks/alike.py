"""Finding near-identical texts: comparing all of them in bulk, and finding those that are like one new text.

    alike.py [TEXTS …]     by default 100,000 and 1,000,000; each on SQLite and on PostgreSQL

Of the texts four in ten are a few words that many write, and one in twenty copies a text that is there already with a
word or two changed. Recall is the share of those copies, where they are near-identical by comparing the two, that were
found under some text. The finding is timed as the page of a text does it: its hashes, the bands in their indexes, the
letters of what was found, and the look for texts that wait and have not been compared.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

import numpy as np
from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session
from synthetic import CHANNELS, DAYS, FIRST_DAY, make_round

from dialog.db import make_engine, upgrade
from dialog.demo.voices.everything import OFTEN, ONCE
from dialog.review.alike.bursts import bursts_of_few_words, bursts_of_texts
from dialog.review.alike.comparing import compare_texts
from dialog.review.alike.likeness import are_alike, folded
from dialog.review.alike.models import TextSignature
from dialog.review.alike.queries import likes_of, suggestions
from dialog.schema import metadata  # noqa: F401  (every mapper)
from dialog.texts.models import ACCEPTED, NEW, Text
from tests.postgres import running_postgres

SIZES = (100_000, 1_000_000)
FEW_WORDS, COPIES = 0.4, 0.05  # shares of the texts
WAITING = 500
QUESTIONS = 200
MOST_MICROSECONDS, MOST_MS = 300, 50  # the project's bars: a text compared in bulk; 19 of 20 new texts found
KEY = b"of no importance here"
_WRITTEN = 20_000  # rows at a time


def main(sizes: Sequence[int]) -> None:
    for size in sizes:
        for name, database in (("SQLite", on_sqlite), ("PostgreSQL", on_postgres)):
            with database() as session:
                measure(session, size, name)


@contextmanager
def on_sqlite() -> Iterator[Session]:
    with tempfile.TemporaryDirectory() as folder:
        yield from opened(f"sqlite:///{folder}/dialog.sqlite")


@contextmanager
def on_postgres() -> Iterator[Session]:
    with running_postgres() as url:
        yield from opened(url)


def opened(url: str) -> Iterator[Session]:
    engine = make_engine(url)
    upgrade(engine)
    with Session(engine) as session:
        yield session
    engine.dispose()


def measure(session: Session, size: int, name: str) -> None:
    rnd = random.Random(1)
    round_id = make_round(session).id
    copies = [id for id, one, of in fill(session, rnd, round_id, size) if are_alike(folded(one), folded(of))]
    session.commit()
    compared = seconds_of_comparing(session)
    found = list(new_texts(session, rnd, round_id))
    times = [timed(session, one) for one in found]
    listed = time.monotonic()
    suggestions(session, round_id)
    listed = time.monotonic() - listed
    days = {FIRST_DAY + timedelta(days=day): size // DAYS for day in range(DAYS)}
    burst = time.monotonic()
    bursts_of_texts(session, round_id, days)
    bursts_of_few_words(session, round_id, days)
    burst = time.monotonic() - burst
    print(
        f"alike, {size:,} texts on {name}: compared in {compared:.1f} s, {1e6 * compared / size:.0f} µs a text "
        f"(bar {MOST_MICROSECONDS}); {100 * recall(session, copies):.1f} % of {len(copies):,} changed copies found; "
        f"likes of one new text: median {1e3 * statistics.median(times):.1f} ms, 19 of 20 within "
        f"{1e3 * float(np.quantile(times, 0.95)):.1f} ms (bar {MOST_MS}); most alike listed in {listed:.2f} s; "
        f"bursts of texts in {burst:.2f} s",
        flush=True,
    )


def seconds_of_comparing(session: Session) -> float:
    """All of them, committed portion by portion as the command does it."""
    started, after = time.monotonic(), None
    while True:
        done = compare_texts(session, key=KEY, after=after)
        session.commit()
        after = done.after
        if after is None:
            return time.monotonic() - started


def timed(session: Session, one: Text) -> float:
    session.expire_all()
    session.refresh(one)
    started = time.perf_counter()
    likes_of(session, one, key=KEY)
    return time.perf_counter() - started


def fill(session: Session, rnd: random.Random, round_id: int, size: int) -> list[tuple[UUID, str, str]]:
    """Texts; the copies among them: id, its words, and those of which it is one."""
    written: list[str] = []
    copies = []
    for start in range(0, size, _WRITTEN):
        rows = []
        for _ in range(min(_WRITTEN, size - start)):
            chance, of = rnd.random(), ""
            if chance < FEW_WORDS:
                words = rnd.choice(OFTEN).text
            elif chance < FEW_WORDS + COPIES and written:
                of = rnd.choice(written)
                words = changed(rnd, of)
            else:
                words = invented(rnd)
                written.append(words)
            rows.append(row(rnd, round_id, words, ACCEPTED))
            if of:
                copies.append((rows[-1]["id"], words, of))
        session.execute(insert(Text.__table__), rows)  # type: ignore[arg-type]
    waiting = [row(rnd, round_id, invented(rnd), NEW) for _ in range(WAITING)]
    session.execute(insert(Text.__table__), waiting)  # type: ignore[arg-type]
    analyse(session)
    return copies


def new_texts(session: Session, rnd: random.Random, round_id: int) -> Iterator[Text]:
    """Texts that come after all were compared; half of them copy one that is there."""
    there = session.scalars(select(Text.original).where(Text.round_id == round_id).limit(5 * QUESTIONS)).all()
    long = [one for one in there if len(one) > 60]
    for number in range(QUESTIONS):
        words = changed(rnd, rnd.choice(long)) if number % 2 else invented(rnd)
        one = Text(**row(rnd, round_id, words, NEW))
        session.add(one)
        session.commit()
        yield one


def row(rnd: random.Random, round_id: int, words: str, status: str) -> dict[str, object]:
    return {
        "id": UUID(int=rnd.getrandbits(128), version=4),
        "round_id": round_id,
        "question": "Q3",
        "language": "sv",
        "channel": rnd.choice(CHANNELS),
        "received_on": FIRST_DAY + timedelta(days=rnd.randrange(DAYS)),
        "original": words,
        "masks": [],
        "status": status,
        "quotable": False,
        "held": False,
    }


WORDS = [word for one in ONCE if one.language == "sv" for word in one.text.split()]


def invented(rnd: random.Random) -> str:
    """As long as what people write, of their words."""
    return " ".join(rnd.choice(WORDS) for _ in range(rnd.randint(9, 30)))


def changed(rnd: random.Random, words: str) -> str:
    """With a word or two of another kind."""
    parts = words.split()
    for _ in range(rnd.randint(1, max(1, len(parts) // 10))):
        parts[rnd.randrange(len(parts))] = rnd.choice(WORDS)
    return " ".join(parts)


def recall(session: Session, copies: Sequence[UUID]) -> float:
    """The share of the copies that stand under another text, or over one."""
    under = set(session.scalars(select(TextSignature.text_id).where(TextSignature.first_id.is_not(None))))
    firsts = set(session.scalars(select(TextSignature.first_id).where(TextSignature.first_id.is_not(None))))
    return sum(id in under or id in firsts for id in copies) / len(copies)


def analyse(session: Session) -> None:
    """As a database does by itself some time after a load."""
    session.commit()
    session.execute(text("ANALYZE"))
    session.commit()


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or SIZES)
