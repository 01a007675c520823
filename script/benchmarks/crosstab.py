"""Cross-tabs over 10,000,000 answers, beside DuckDB on the same data in the same run; and looks at a large round.

    crosstab.py [RESPONSES]     how many responses the looks are at: 1,000,000 unless told

The copy in columns is read as Dialog reads it, from the bytes that it keeps; DuckDB has the same columns in a table of
its own. Both are asked in turn, and the ratio is that of the medians. A round of so many responses is then looked at
through a copy, and once from its rows, as it would have to be without.
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from itertools import product
from typing import Any

import duckdb
import numpy as np
from sqlalchemy import func, select
from synthetic import fill, make_round

from dialog.accounts.models import Staff
from dialog.db import make_engine, sessions, upgrade
from dialog.picture.columns import Column
from dialog.picture.crosstab.actions import counted_questions, look_across
from dialog.picture.crosstab.copying import forget_copies, keep_copy
from dialog.picture.crosstab.models import AnswerColumn
from dialog.picture.crosstab.tally import tally
from dialog.picture.observations import Placed, place_chosen
from dialog.picture.tables import ALL, Dimension, Item
from dialog.picture.voices import hear
from dialog.schema import metadata  # noqa: F401  (every mapper)

ANSWERS = 10_000_000
TIMES = 7  # each, in turn
MOST = 3.0  # times DuckDB: the project's bar
SINGLE = {"area": 40, "question": 6, "background": 8, "channel": 6}  # how many values each has
SEVERAL = 12  # options of a question in which up to three can be chosen


def main(responses: int) -> None:
    rng = np.random.default_rng(7)
    kept = {name: rng.integers(0, size, ANSWERS).astype("<i1") for name, size in SINGLE.items()}
    chosen = [
        one for number in range(1, 4) for one in product(range(SEVERAL), repeat=number) if sorted(set(one)) == list(one)
    ]
    kept["several"] = np.minimum(rng.geometric(0.02, ANSWERS) - 1, len(chosen) - 1).astype("<i2")
    engine = in_duckdb(kept, chosen)
    for names in (("question", "area"), ("question", "area", "background"), ("area", "several"), tuple(SINGLE)[:4]):
        compare(engine, kept, chosen, names)
    looks(responses)


def in_duckdb(kept: dict[str, Any], chosen: Sequence[tuple[int, ...]]) -> duckdb.DuckDBPyConnection:
    engine = duckdb.connect()
    engine.execute("create table sets (several smallint, options tinyint[])")
    engine.executemany("insert into sets values (?, ?)", [(number, list(one)) for number, one in enumerate(chosen)])
    engine.register("kept", kept)
    engine.execute("create table answers as select kept.*, options from kept join sets using (several)")
    return engine


def compare(
    engine: duckdb.DuckDBPyConnection, kept: dict[str, Any], chosen: Sequence[tuple[int, ...]], names: tuple
) -> None:
    stored = {name: kept[name].tobytes() for name in names}
    columns = ", ".join("unnest(options) as several" if name == "several" else name for name in names)
    query = f"select {', '.join(names)}, count(*) from (select {columns} from answers) group by all"  # noqa: S608
    theirs, ours = [], []
    for _ in range(TIMES):
        theirs.append(seconds(lambda: engine.execute(query).fetchall()))
        ours.append(seconds(lambda: tally([placed(name, stored[name], chosen) for name in names])))
    insist_on_the_same(engine.execute(query).fetchall(), tally([placed(name, stored[name], chosen) for name in names]))
    ratio = statistics.median(ours) / statistics.median(theirs)
    print(
        f"cross-tab {' x '.join(names)}, {ANSWERS:,} voices: {statistics.median(ours):.3f} s, "
        f"DuckDB {statistics.median(theirs):.3f} s, {ratio:.2f} times (bar {MOST})",
        flush=True,
    )


def placed(name: str, stored: bytes, chosen: Sequence[tuple[int, ...]]) -> Placed:
    """As the copy is read: bytes, and what the codes in them mean."""
    several = name == "several"
    values = [tuple(map(str, one)) for one in chosen] if several else [str(one) for one in range(SINGLE[name])]
    items = [Item(ALL, {}, None), *(Item(str(one), {}) for one in range(SEVERAL if several else SINGLE[name]))]
    dimension = Dimension(name, {}, (*items, Item("no answer", {})), additive=not several)
    return place_chosen(
        dimension, Column(tuple(values), np.frombuffer(stored, "<i2" if several else "<i1")), several=several
    )


def insist_on_the_same(theirs: list[tuple], ours: Any) -> None:
    """Their cells are ours, one place further on, after `all`."""
    for *cell, number in theirs:
        assert ours[tuple(place + 1 for place in cell)] == number, (cell, number)


def seconds(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return time.perf_counter() - started


def looks(responses: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/dialog.sqlite"
        upgrade(make_engine(url))
        with sessions(url, log_key=b"of no importance here").begin() as session:
            round = make_round(session)
            fill(session, round, responses=responses, reports=responses // 10)
            look_at(session, round, responses)


def look_at(session: Any, round: Any, responses: int) -> None:
    by, today = session.query(Staff).first().id, date.today()
    asked = [("area", "question:Q6"), ("area", "question:Q9", "question:B1"), ("time", "language"), ("code", "area")]
    forget_copies(session)
    without = seconds(lambda: look_across(session, round=round, names=asked[0], level="district", on=today, by=by))
    print(f"look at {responses:,} responses from their rows: {without:.1f} s", flush=True)
    heard = hear(session, round.id, counted_questions(round), on=today)
    making = seconds(lambda: keep_copy(session, round.id, heard, on=today))
    size = session.scalar(select(func.sum(func.length(AnswerColumn.codes)))) / 2**20
    print(f"copy of them in columns: {making:.1f} s beside the draft that makes it, {size:.0f} MiB", flush=True)
    for names in asked:
        session.expunge_all()
        round, used = session.merge(round), time.process_time()
        took = seconds(lambda: look_across(session, round=round, names=names, level="district", on=today, by=by))  # noqa: B023
        print(
            f"look at {responses:,} responses, {' x '.join(names)}: {took:.1f} s "
            f"({time.process_time() - used:.1f} s of processor)",
            flush=True,
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 1_000_000)
