"""A round with any number of invented responses, reports and coded texts, written in bulk."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import numpy as np
from sqlalchemy import Table, insert
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.areas.models import Area
from dialog.places.fields import CAUSES, KINDS, STRENGTHS, TIMES
from dialog.places.models import Report
from dialog.review.codebook.book import STANCES
from dialog.review.codebook.shipped import SHIPPED
from dialog.review.models import Coding
from dialog.survey.actions import keep_questionnaire, open_round, plan_round
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.models import Response, Round
from dialog.texts.models import ACCEPTED, Text

CHUNK = 20_000  # rows written at a time
FIRST_DAY, DAYS = date(2026, 1, 1), 90
LANGUAGES, LANGUAGE_WEIGHTS = ("sv", "en", "ar", "so", "fa"), (0.8, 0.08, 0.07, 0.03, 0.02)
CHANNELS, CHANNEL_WEIGHTS = ("web", "paper", "stand", "school"), (0.8, 0.1, 0.06, 0.04)
ANSWERED = 0.9  # of questions
CODED_SHARE = 0.05  # of responses that wrote something


def make_round(session: Session, *, areas: int = 8, slug: str = "synthetic") -> Round:
    """An open round of the default questionnaire in a municipality of so many districts."""
    root = Area(division=slug, code=f"{slug}-root", kind="municipality", names={"sv": "Provstad"})
    session.add(root)
    session.flush()
    for number in range(areas):
        names = {"sv": f"Område {number}"}
        session.add(Area(division=slug, code=f"a{number}", kind="district", names=names, parent_id=root.id))
    session.flush()
    round = plan_round(
        session,
        slug=slug,
        title={"sv": "Prov"},
        area_id=root.id,
        area_kind="district",
        questionnaire=keep_questionnaire(session, default_questionnaire()),
        opens_on=FIRST_DAY,
        closes_on=FIRST_DAY + timedelta(days=DAYS),
    )
    open_round(session, round)
    return round


def fill(session: Session, round: Round, *, responses: int, reports: int, seed: int = 1) -> None:
    """Answers with a skew: some areas and options are rare. Three reports in five lie inside responses."""
    rng = np.random.default_rng(seed)
    areas = [area.id for area in session.query(Area).filter_by(parent_id=round.area_id).order_by(Area.id)]
    common = {"round_id": round.id, "area_ids": [*areas, None], "weights": _falling(len(areas) + 1)}
    inside: list[UUID] = []
    for count in _portions(responses):
        rows = list(_responses(rng, count, round.questionnaire_id, **common))
        _write(session, Response.__table__, rows)
        inside += [row["id"] for row in rows[: 6 * count * reports // (10 * responses)]]
        texts = [_text(row) for row in rows[-int(CODED_SHARE * count) :]]
        _write(session, Text.__table__, texts)
        _write(session, Coding.__table__, list(_codings(rng, texts, _coder(session))))
    for count in _portions(reports):
        own, inside = inside[:count], inside[count:]
        _write(session, Report.__table__, list(_reports(rng, count, own, **common)))


def _responses(
    rng: np.random.Generator, count: int, questionnaire_id: int, *, round_id: int, area_ids: list, weights: Any
) -> Iterator[dict[str, Any]]:
    columns = default_questionnaire().columns()
    chosen = {one.id: _choices(rng, count, [option.id for option in one.options], one.several) for one in columns}
    given = rng.random((len(columns), count)) < ANSWERED
    for number, voice in enumerate(_voices(rng, count, area_ids, weights)):
        answers = {one.id: chosen[one.id][number] for place, one in enumerate(columns) if given[place, number]}
        own = {"round_id": round_id, "questionnaire_id": questionnaire_id, "group_size": 1, "set_aside": False}
        yield voice | own | {"answers": answers}


def _reports(
    rng: np.random.Generator, count: int, inside: list[UUID], *, round_id: int, area_ids: list, weights: Any
) -> Iterator[dict[str, Any]]:
    said = {
        "feeling": _choices(rng, count, ["unsafe", "safe", "both"], several=False),
        "kind": _choices(rng, count, list(KINDS), several=False),
        "causes": _choices(rng, count, list(CAUSES), several=True),
        "strengths": _choices(rng, count, list(STRENGTHS), several=True),
        "times": _choices(rng, count, list(TIMES), several=True),
    }
    spots = np.column_stack((rng.normal(59.0, 0.02, count), rng.normal(15.0, 0.04, count)))
    for number, voice in enumerate(_voices(rng, count, area_ids, weights)):
        own = {"round_id": round_id, "response_id": inside[number] if number < len(inside) else None}
        lat, lon = (round(float(one), 4) for one in spots[number])
        place = {"placed_by": "pin", "lat": lat, "lon": lon, "within": 250, "status": "new"}
        yield voice | own | place | {"answers": {name: values[number] for name, values in said.items()}}


def _voices(rng: np.random.Generator, count: int, area_ids: list, weights: Any) -> Iterator[dict[str, Any]]:
    languages, channels = (
        rng.choice(LANGUAGES, count, p=LANGUAGE_WEIGHTS),
        rng.choice(CHANNELS, count, p=CHANNEL_WEIGHTS),
    )
    areas, days = rng.choice(len(area_ids), count, p=weights), rng.integers(0, DAYS, count)
    ids = rng.bytes(16 * count)
    for number in range(count):
        yield {
            "id": UUID(bytes=ids[16 * number : 16 * number + 16], version=4),
            "language": str(languages[number]),
            "channel": str(channels[number]),
            "area_id": area_ids[areas[number]],
            "received_on": FIRST_DAY + timedelta(days=int(days[number])),
        }


def _text(response: dict[str, Any]) -> dict[str, Any]:
    own = {name: response[name] for name in ("round_id", "area_id", "language", "channel", "received_on")}
    return own | {
        "id": UUID(int=response["id"].int ^ 1),
        "response_id": response["id"],
        "question": "Q3",
        "original": "Lampan vid gångvägen är trasig.",
        "masks": [],
        "status": ACCEPTED,
        "quotable": False,
    }


def _codings(rng: np.random.Generator, texts: list[dict[str, Any]], coder_id: int) -> Iterator[dict[str, Any]]:
    codes, stances = [code.id for code in SHIPPED.codes], list(STANCES)
    picked = rng.integers(0, len(codes), (len(texts), 2))
    for text, (first, second) in zip(texts, picked, strict=True):
        for code in {codes[first], codes[second]}:
            coding = {"text_id": text["id"], "coder_id": coder_id, "code": code, "start": 0, "end": 0}
            yield coding | {"stance": stances[first % 3], "codebook_version": SHIPPED.version}


def _coder(session: Session) -> int:
    found = session.query(Staff).filter_by(email="coder@benchmark.example").one_or_none()
    if found is None:
        found = Staff(email="coder@benchmark.example", name="Coder", password_hash="", active=False)
        session.add(found)
        session.flush()
    return found.id


def _choices(rng: np.random.Generator, count: int, options: list[str], several: bool) -> list[Any]:
    first = rng.choice(options, count, p=_falling(len(options))).tolist()
    if not several:
        return first
    second = rng.choice(options, count).tolist()
    return [[one] if one == other else [one, other] for one, other in zip(first, second, strict=True)]


def _falling(count: int) -> Any:
    weights = 0.7 ** np.arange(count)
    return weights / weights.sum()


def _portions(total: int) -> Iterator[int]:
    for start in range(0, total, CHUNK):
        yield min(CHUNK, total - start)


def _write(session: Session, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        session.execute(insert(table), rows)
