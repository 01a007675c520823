"""What is set aside or purged is out of the copy of closed answers, whichever way it went."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from dialog.picture.crosstab.actions import counted_questions, look_across
from dialog.picture.crosstab.copying import copied, keep_copy
from dialog.picture.crosstab.models import AnswerColumn
from dialog.picture.voices import hear
from dialog.review.queries import Voice
from dialog.review.voices import restore_voice, set_voice_aside
from dialog.survey.models import Response
from dialog.upkeep.retention.erasing import erase_rows
from tests.factories import make_round
from tests.picture.speaking import TODAY, coder, respond

NOW = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
WAYS: dict[str, Callable[[Session, Response], object]] = {
    "purged": lambda session, one: erase_rows(session, "responses", [one.id]),
    "deleted by a statement": lambda session, one: session.execute(delete(Response).where(Response.id == one.id)),
    "deleted as an object": lambda session, one: (session.delete(one), session.flush()),  # type: ignore[func-returns-value]
}


def arrange(session: Session) -> Response:
    """A round in a copy, and the one response in it that came in Arabic."""
    round = make_round(session)
    respond(session, round, 6, answers={"Q6": "never"})
    respond(session, round, 1, language="ar", answers={"Q6": "often"})
    copy(session, round)
    return session.scalars(select(Response).where(Response.language == "ar")).one()


def copy(session: Session, round) -> None:
    keep_copy(session, round.id, hear(session, round.id, counted_questions(round), on=TODAY), on=TODAY, large=1)


@pytest.mark.parametrize("way", WAYS)
def test_a_voice_that_is_gone_is_in_no_copy(session: Session, way: str):
    voice = arrange(session)
    round_id, id = voice.round_id, voice.id
    assert id.bytes in session.get_one(AnswerColumn, (round_id, "id")).codes
    session.expire_all()
    WAYS[way](session, voice)
    assert session.scalar(select(func.count()).select_from(AnswerColumn)) == 0
    assert copied(session, round_id, ["Q6"]) is None


def test_a_voice_that_is_set_aside_is_in_no_look_until_it_is_restored(session: Session):
    voice = arrange(session)
    by = coder(session).id
    round = make_round(session, slug="other")
    round_id, aside = voice.round_id, Voice(response_id=voice.id)
    set_voice_aside(session, aside, by=by, at=NOW)
    session.flush()
    found = copied(session, round_id, ["language", "Q6"])
    assert found is not None
    _, columns, ids = found
    assert columns.size == len(ids) == 6
    assert voice.id.bytes not in ids.tobytes()
    assert {columns["language"].values[code] for code in columns["language"].codes} == {"sv"}
    restore_voice(session, aside, by=by, at=NOW)
    session.flush()
    back = copied(session, round_id, ["language"])
    assert back is not None and back[1].size == 7
    looked = look_across(session, round=round, names=["language", "area"], level="district", on=TODAY, by=by)
    assert looked.table.voices == 0
