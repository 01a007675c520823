"""Writing what came in files: many rows of many tables at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from dialog.db import Base
from dialog.places.accounts import Account
from dialog.places.coarsening.grid import Coarse
from dialog.places.models import WORDS, ExactPoint, ImportedCode, ImportedReport, Report
from dialog.texts.actions import store_texts
from dialog.texts.arriving import look_over
from dialog.texts.models import NEW

IMPORTED = "import"  # the channel of what came in a file of another system

Codes = dict[tuple[str, str], int]  # (label, the label above it) -> id
Values = dict[str, Any]  # of one row of a table


@dataclass(frozen=True, slots=True)
class Placed:
    """An account, where it is in our areas, and the hash by which it is known."""

    account: Account
    placed_by: str
    area_id: int | None
    coarse: Coarse | None
    key_hash: str


def here_already(session: Session, hashes: Collection[str]) -> set[str]:
    """Those of the hashes whose reports were taken before."""
    known = select(ImportedReport.key_hash).where(ImportedReport.key_hash.in_(hashes))
    return set(session.scalars(known))


def codes_of(session: Session, source: str) -> Codes:
    """The categories that came with a file before."""
    stored = session.scalars(select(ImportedCode).where(ImportedCode.source == source))
    return {(code.label, code.parent): code.id for code in stored}


def keep_codes(session: Session, categories: set[tuple[str, str]], codes: Codes, *, source: str) -> None:
    """Add the categories that are new, to the database and to `codes`."""
    fresh = [
        ImportedCode(source=source, label=one[0], parent=one[1]) for one in sorted(categories - {*codes, ("", "")})
    ]
    session.add_all(fresh)
    session.flush()
    codes.update({(code.label, code.parent): code.id for code in fresh})


def keep_reports(
    session: Session, placed: Sequence[Placed], codes: Mapping[tuple[str, str], int], *, round_id: int, erase_on: date
) -> None:
    """Each becomes a report that waits for review, with its texts, its exact point and the hash it is known by."""
    reports: list[Values] = []
    points: list[Values] = []
    texts: list[Values] = []
    known: list[Values] = []
    for one in placed:
        id, shared = uuid4(), _shared(one, round_id)
        reports.append({"id": id, **shared, **_report(one, codes)})
        texts += [_text(id, shared, question, words) for question, words in _texts(one).items()]
        known.append({"key_hash": one.key_hash, "report_id": id})
        if one.account.point:
            point = one.account.point
            points.append({"report_id": id, "lat": point.lat, "lon": point.lon, "erase_on": erase_on})
    _insert(session, Report, reports, by="id")
    _insert(session, ExactPoint, points, by="report_id")
    store_texts(session, look_over(texts))
    _insert(session, ImportedReport, known, by="key_hash")


def _insert(session: Session, table: type[Base], rows: list[Values], *, by: str) -> None:
    """In the order of a key that is chance: quicker, and no database keeps in which order a file named them."""
    if rows:
        rows.sort(key=itemgetter(by))
        session.execute(insert(table.__table__), rows)  # type: ignore[arg-type]


def _shared(one: Placed, round_id: int) -> Values:
    return {
        "round_id": round_id,
        "area_id": one.area_id,
        "language": one.account.language,
        "channel": IMPORTED,
        "received_on": one.account.on,
        "status": NEW,
    }


def _report(one: Placed, codes: Mapping[tuple[str, str], int]) -> Values:
    return {
        "placed_by": one.placed_by,
        "lat": one.coarse.point.lat if one.coarse else None,
        "lon": one.coarse.point.lon if one.coarse else None,
        "within": one.coarse.within if one.coarse else None,
        "answers": dict(one.account.answers),
        "imported_code_id": codes.get(one.account.category),
    }


def _texts(one: Placed) -> dict[str, str]:
    """What was written; an area that is none of ours says in words where the place is."""
    texts = dict(one.account.texts)
    if one.placed_by == WORDS and one.account.area:
        texts["place"] = ", ".join(filter(None, (one.account.area, texts.get("place"))))
    return texts


def _text(report_id: UUID, shared: Values, question: str, words: str) -> Values:
    return {"id": uuid4(), "report_id": report_id, **shared, "question": question, "original": words}
