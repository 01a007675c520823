"""Closed answers one row a voice: asked for by one person, granted by another, every step in the log."""

import csv
import io
import re
from collections.abc import Callable
from datetime import timedelta
from json import dumps

import pytest
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from dialog.audit.queries import latest_events
from dialog.picture.asked import AsksStaff
from dialog.picture.extract.actions import IsDecided, NotOpen, OwnRequest, ask_for_extract, decide, take
from dialog.picture.extract.lines import Voiced, voices_csv
from dialog.picture.extract.models import Extract
from dialog.picture.extract.reading import read_reports, read_responses
from dialog.survey.models import Round
from dialog.survey.queries import questionnaire_of
from dialog.survey.questionnaire import Column
from tests.factories import make_round, make_staff_round
from tests.forms import submit
from tests.picture.speaking import NOW, TODAY, coder, report, respond, set_aside, write

SignIn = Callable[..., FlaskClient]
PURPOSE = "Jämföra otrygghet mellan åldrar i R"


def talk(session: Session) -> Round:
    """Two responses that count, one of them with a report inside; a report alone; and one response set aside."""
    round = make_round(session)
    made = respond(session, round, 1, answers={"Q1.b": "very_unsafe", "Q9": ["police", "lighting"]}, text="Hemligt")
    respond(session, round, 1, area="south", language="ar", answers={"Q6": "often"})
    report(session, round, 1, response_id=made[0])
    report(session, round, 1, area=None, channel="file")
    set_aside(session, respond(session, round, 1)[0])
    return round


def lines_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def granted(session: Session, round: Round) -> Extract:
    extract = ask_for_extract(session, round, purpose=PURPOSE, at=NOW, by=coder(session).id)
    decide(session, extract, granted=True, at=NOW, by=coder(session, "second@test.example").id)
    return extract


def test_an_extract_has_a_line_for_each_voice_that_counts_and_no_words(session: Session):
    round = talk(session)
    passed = take(session, granted(session, round), at=NOW, by=coder(session).id)
    columns = questionnaire_of(round).columns()
    file = "".join(voices_csv(columns, read_responses(session, passed), read_reports(session, passed)))
    lines = lines_of(file)
    assert [one["voice"] for one in lines] == ["response", "response", "report"]
    by_language = {one["language"]: one for one in lines if one["voice"] == "response"}
    assert by_language["ar"]["Q6"] == "often" and by_language["ar"]["area"] == "south"
    assert by_language["sv"]["Q9"] == "police;lighting" and by_language["sv"]["month"] == f"{TODAY:%Y-%m}"
    assert lines[2]["place_causes"] == "lighting" and lines[2]["area"] == ""
    assert "Hemligt" not in file and TODAY.isoformat() not in file


def test_nobody_grants_what_they_asked_for_and_nothing_is_decided_twice(session: Session):
    asker, other = coder(session).id, coder(session, "second@test.example").id
    extract = ask_for_extract(session, make_round(session), purpose=PURPOSE, at=NOW, by=asker)
    with pytest.raises(OwnRequest):
        decide(session, extract, granted=True, at=NOW, by=asker)
    decide(session, extract, granted=False, at=NOW, by=other)
    with pytest.raises(IsDecided):
        decide(session, extract, granted=True, at=NOW, by=other)
    with pytest.raises(NotOpen):
        take(session, extract, at=NOW, by=asker)


def test_only_who_asked_takes_it_and_only_for_a_day(session: Session):
    extract = granted(session, make_round(session))
    assert extract.decided_by
    with pytest.raises(NotOpen):
        take(session, extract, at=NOW, by=extract.decided_by)
    with pytest.raises(NotOpen):
        take(session, extract, at=NOW + timedelta(hours=24), by=extract.asked_by)
    assert take(session, extract, at=NOW + timedelta(hours=23), by=extract.asked_by).round_id == extract.round_id


def test_reading_asks_the_database_once_however_many_voices_there_are(session: Session):
    round = talk(session)
    respond(session, round, 50)
    passed, asked = take(session, granted(session, round), at=NOW, by=coder(session).id), []
    session.flush()
    event.listen(session.get_bind(), "before_cursor_execute", lambda *told: asked.append(told[2]))
    assert len(list(read_responses(session, passed))) == 52
    assert len(asked) == 1


def test_an_analyst_asks_an_administrator_grants_and_the_files_can_be_taken(signed_in: SignIn, session: Session):
    round = talk(session)
    write(session, round, "Ingen ska se det här")
    session.commit()
    analyst, admin = signed_in("analyst"), signed_in("admin")
    empty = submit(analyst, "/analyst/extracts", {"round": round.id, "purpose": " "})
    assert empty.status_code == 422 and 'aria-invalid="true"' in empty.text
    assert submit(analyst, "/analyst/extracts", {"round": round.id, "purpose": PURPOSE}).status_code == 303
    page = analyst.get("/analyst/extracts").text
    assert PURPOSE in page and "voices.csv" not in page and 'value="grant"' not in page
    number = session.scalars(select(Extract.id)).one()
    assert analyst.get(f"/analyst/extracts/{number}/voices.csv").status_code == 403
    submit(admin, "/admin/extracts", {"do": "grant"}, to=f"/admin/extracts/{number}")
    assert "voices.csv" in analyst.get("/analyst/extracts").text
    file = analyst.get(f"/analyst/extracts/{number}/voices.csv")
    assert len(lines_of(file.text)) == 4 and "Ingen ska se" not in file.text
    meanings = lines_of(analyst.get(f"/analyst/extracts/{number}/columns.csv").text)
    assert {"column": "place_kind", "question": "", "value": "path", "label": "Gång- och cykelväg"} in meanings
    assert admin.get(f"/analyst/extracts/{number}/voices.csv").status_code == 403
    done = [one.action for one in latest_events(session, limit=20) if one.subject == f"extract {number}"]
    assert sorted(done) == ["extract asked for", "extract granted", "extract taken"]


def test_what_colleagues_said_is_in_no_extract(signed_in: SignIn, session: Session):
    make_round(session)
    of_staff = make_staff_round(session)
    with pytest.raises(AsksStaff):
        ask_for_extract(session, of_staff, purpose=PURPOSE, at=NOW, by=coder(session).id)
    session.commit()
    analyst = signed_in("analyst")
    assert submit(analyst, "/analyst/extracts", {"round": of_staff.id, "purpose": PURPOSE}).status_code == 422
    assert f'value="{of_staff.id}"' not in analyst.get("/analyst/extracts").text


def test_another_analyst_turns_a_request_down(signed_in: SignIn, session: Session):
    round = make_round(session)
    extract = ask_for_extract(session, round, purpose=PURPOSE, at=NOW, by=coder(session).id)
    session.commit()
    submit(signed_in("analyst"), "/analyst/extracts", {"do": "refuse"}, to=f"/analyst/extracts/{extract.id}")
    session.expire_all()
    assert session.get_one(Extract, extract.id).granted is False


@given(st.lists(st.one_of(st.text(), st.lists(st.text(max_size=9), max_size=3)), max_size=6))
def test_whatever_an_answer_is_no_cell_begins_like_a_formula(answers: list[str | list[str]]):
    names = [f"Q{number}" for number in range(len(answers))]
    voiced = Voiced(TODAY, "sv", "web", "north", 1, None, dumps(dict(zip(names, answers, strict=True))))
    asked = [Column(name, name, {}, {}, (), False) for name in names]
    text = "".join(voices_csv(asked, [voiced], []))
    cells = next(iter(csv.reader(io.StringIO(text.split("\n", 1)[1]))))
    assert not [cell for cell in cells if re.match(r"\s*([=+@|%]|-(?!\d))", cell)]
