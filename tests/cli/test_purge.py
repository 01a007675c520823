"""flask purge: what would go is shown, and goes only when that is asked for."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.places.models import ExactPoint
from dialog.upkeep.models import PurgeRecord
from tests.review.factories import make_exact_point, make_report

OVERDUE = date.today() - timedelta(200)


def test_a_purge_shows_first_and_erases_when_told_and_then_has_nothing_left(run, session: Session):
    for _ in range(3):
        make_exact_point(session, make_report(session, received_on=OVERDUE), erase_on=OVERDUE)
    session.commit()
    shown = run("purge")
    assert f"Exact points of reports: 3 due, the oldest of {OVERDUE}." in shown.out
    assert "Free texts: no decision recorded yet, so nothing goes." in shown.out
    assert "Nothing was erased: --yes does it." in shown.out
    assert len(session.scalars(select(ExactPoint)).all()) == 3
    session.rollback()
    done = run("purge", "--yes", "--kind", "exact_points")
    assert "3 erased." in done.out and "The database's files are clean." in done.out
    assert session.scalars(select(ExactPoint)).all() == []
    kept = session.scalars(select(PurgeRecord)).one()
    assert (kept.kind, kept.count, kept.decision_id) == ("exact_points", 3, None) and kept.cleaned_at
    session.rollback()
    again = run("purge", "--yes", "--kind", "exact_points")
    assert again.out == "Exact points of reports: nothing is due.\n"
