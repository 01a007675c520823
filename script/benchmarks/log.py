"""The log with very many lines: searching, leafing, writing and verifying it.

log.py [LINES [URL]]     by default 1,000,000 lines in a SQLite file of its own
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta

from sqlalchemy import insert
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.audit.actions import record
from dialog.audit.chain import Line, seal_line
from dialog.audit.models import AuditEvent, AuditHead
from dialog.audit.queries import Wanted, find_events, known_actions
from dialog.audit.verifying import verify_log
from dialog.db import make_engine, sessions, upgrade
from dialog.schema import metadata  # noqa: F401  (every mapper)

KEY, AT_ONCE = b"of no importance to what is measured", 10_000
BEGAN = datetime(2025, 1, 1)


def fill(session: Session, lines: int) -> None:
    """Lines of ten people over a year: nearly all of them looks."""
    people = [Staff(email=f"{n}@x.example", name=f"P {n}", password_hash="", authority="other") for n in range(10)]
    session.add_all(people)
    session.flush()
    seal, rows = "", []
    for id in range(1, lines + 1):
        action = "text seen" if id % 50 else "signed in"
        who, subject = people[id % 10].id, f"text {id // 3:032x}" if id % 50 else f"staff {id % 10}"
        line = Line(id, BEGAN + timedelta(seconds=id * 30), who, action, subject, {}, seal)
        seal = seal_line(KEY, line)
        rows.append({name: getattr(line, name) for name in Line.__slots__} | {"seal": seal})
        if len(rows) == AT_ONCE or id == lines:
            session.execute(insert(AuditEvent), rows)
            rows = []
    session.execute(insert(AuditHead).values(id=1, last=lines, seal=seal))


def took(work: Callable[[], object], times: int = 5) -> float:
    """Milliseconds, the middle of several."""
    measured = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        measured.append(time.perf_counter() - started)
    return sorted(measured)[times // 2] * 1000


def write(session: Session) -> None:
    record(session, "text seen", "text 1", by=1)
    session.commit()


def main(lines: int, url: str) -> None:
    upgrade(make_engine(url), log_key=KEY)
    maker = sessions(url, log_key=KEY)
    with maker.begin() as session:
        fill(session, lines)
    day, with_id = date(2025, 1, 5), Wanted(kind="text", id=f"{lines // 6:032x}")
    with maker() as session:
        questions: dict[str, Callable[[], object]] = {
            "first page": lambda: find_events(session, Wanted()),
            "last page": lambda: find_events(session, Wanted(), before=51),
            "one person, last page": lambda: find_events(session, Wanted(staff_id=3), before=501),
            "one action, one day": lambda: find_events(session, Wanted(action="signed in", since=day, until=day)),
            "one text": lambda: find_events(session, with_id),
            "a kind that is rare": lambda: find_events(session, Wanted(kind="edition")),
            "what it tells of": lambda: known_actions(session),
            "one more line": lambda: write(session),
        }
        for name, question in questions.items():
            print(f"{name:>22}: {took(question):8.1f} ms")
        print(f"{'verify':>22}: {took(lambda: verify_log(session), times=1) / 1000:8.1f} s")


if __name__ == "__main__":
    asked = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        main(int(asked[0]) if asked else 1_000_000, asked[1] if asked[1:] else f"sqlite:///{folder}/log.sqlite")
