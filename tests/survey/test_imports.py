"""Responses out of files: paper that was typed in, or another system's export."""

import csv
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.queries import find_area
from dialog.audit.queries import latest_events
from dialog.rows.mapping import BadMap, read_map
from dialog.rows.reading import read_rows
from dialog.survey.columns import recognise_columns
from dialog.survey.imports import Loaded, load_responses
from dialog.survey.models import Response, Round
from dialog.survey.queries import find_round, questionnaire_of
from dialog.texts.models import Text
from tests.factories import make_round

TODAY = date(2026, 10, 10)
LEAST: dict[str, Any] = {"Q0": "north", "Q1.a": "very_safe", "Q1.b": "fairly_unsafe"}


def load(session: Session, path: Path, *told: str) -> Loaded:
    round = _round(session)
    rows = read_rows(path)
    columns = recognise_columns(questionnaire_of(round), rows.columns, read_map(None, told))
    return load_responses(session, rows, columns, round=round, today=TODAY, language="sv", channel="paper")


def _round(session: Session) -> Round:
    return find_round(session, "trygg") if session.scalar(select(Round.id)) else make_round(session)


def saved(folder: Path, *rows: dict[str, Any], headings: Sequence[str] = ()) -> Path:
    path = folder / "paper.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(
            file, headings or list(dict.fromkeys(name for row in rows for name in row)), delimiter=","
        )
        writer.writeheader()
        writer.writerows(rows)
    return path


def only(session: Session) -> Response:
    return session.scalars(select(Response)).one()


def test_a_row_becomes_a_response(session, tmp_path):
    loaded = load(session, saved(tmp_path, LEAST | {"Q3_text": "Mörkt vid tunneln"}))
    assert (loaded.taken, len(loaded.rejects)) == (1, 0)
    response = only(session)
    assert response.answers == {"Q1.a": "very_safe", "Q1.b": "fairly_unsafe"}
    assert response.area_id == find_area(session, "north").id
    assert (response.language, response.channel, response.received_on, response.group_size) == ("sv", "paper", TODAY, 1)
    assert (response.set_aside, response.questionnaire_id) == (False, find_round(session, "trygg").questionnaire_id)
    text = session.scalars(select(Text)).one()
    assert (text.question, text.original, text.status, text.response_id) == (
        "Q3",
        "Mörkt vid tunneln",
        "new",
        response.id,
    )


@pytest.mark.parametrize(
    "headings",
    [
        ("Q0", "Q1_a", "Q1_b"),
        ("q0", "Q1.A", "q1.b"),
        (
            "Var bor du, eller var är du mest?",
            "Hur trygg känner du dig där du bor? – På dagen",
            "Hur trygg känner du dig där du bor? – Sent på kvällen",
        ),
        ("Q0. Where do you live, or spend most of your time?", "In the daytime", "LATE IN THE EVENING"),
        ("أين تسكن، أو تقضي معظم وقتك؟", "في النهار", "في وقت متأخر من المساء"),
    ],
)
def test_columns_are_called_by_id_or_by_their_words_in_any_language(session, tmp_path, headings):
    loaded = load(session, saved(tmp_path, dict(zip(headings, LEAST.values(), strict=True))))
    assert (loaded.taken, only(session).answers["Q1.b"]) == (1, "fairly_unsafe")


@pytest.mark.parametrize("said", ["very_safe", "Mycket trygg", "VERY SAFE", "آمن جدًا"])
def test_an_option_is_said_by_id_or_in_any_language(session, tmp_path, said):
    load(session, saved(tmp_path, LEAST | {"Q1.a": said}))
    assert only(session).answers["Q1.a"] == "very_safe"


@pytest.mark.parametrize(
    ("said", "code"), [("south", "south"), ("söderby", "south"), ("سودربي", "south"), ("Annan ort", None)]
)
def test_an_area_is_said_by_code_or_in_any_language(session, tmp_path, said, code):
    load(session, saved(tmp_path, LEAST | {"Q0": said}))
    assert only(session).area_id == (find_area(session, code).id if code else None)


@pytest.mark.parametrize("said", ["theft;fraud", "Fraud | theft", "stöld;bedrägeri"])
def test_several_options_stand_in_one_cell(session, tmp_path, said):
    load(session, saved(tmp_path, LEAST | {"Q7": said}))
    assert sorted(only(session).answers["Q7"]) == ["fraud", "theft"]


def test_rows_may_say_language_channel_day_and_group(session, tmp_path):
    more = {"language": "ar", "channel": "stand", "received_on": "2026-10-01", "group_size": 12}
    load(session, saved(tmp_path, LEAST | more))
    response = only(session)
    assert (response.language, response.channel, response.received_on, response.group_size) == (
        *("ar", "stand", date(2026, 10, 1), 12),
    )


def test_columns_and_values_may_be_told(session, tmp_path):
    path = saved(tmp_path, {"var": "1", "dag": "4", "kväll": "very_unsafe"})
    (tmp_path / "map.toml").write_text(
        '[columns]\nQ0 = "var"\n"Q1.a" = "dag"\nQ1_b = "kväll"\n'
        '[values.Q0]\n1 = "north"\n[values."Q1.a"]\n4 = "very_safe"\n'
    )
    round, rows = make_round(session), read_rows(path)
    columns = recognise_columns(questionnaire_of(round), rows.columns, read_map(tmp_path / "map.toml"))
    load_responses(session, rows, columns, round=round, today=TODAY, language="sv", channel="paper")
    assert only(session).answers == {"Q1.a": "very_safe", "Q1.b": "very_unsafe"}


@pytest.mark.parametrize(
    ("changes", "column", "says"),
    [
        ({"Q1.a": ""}, "Q1.a", "must be answered"),
        ({"Q1.a": "rather safe"}, "Q1.a", "'rather safe' is none of the options: very_safe, "),
        ({"Q0": "Atlantis"}, "Q0", "'Atlantis' is none of the options"),
        ({"Q0": ""}, "Q0", "must be answered"),
        ({"Q7": "theft;nothing"}, "Q7", "nothing can't go with another option"),
        ({"Q9": "lighting;police;adults;cameras"}, "Q9", "holds 4 options, more than 3"),
        ({"Q3_text": "x" * 2001}, "Q3_text", "2001 characters, more than 2000"),
        ({"received_on": "2026-02-30"}, "received_on", "no date"),
        ({"received_on": TODAY + timedelta(days=9)}, "received_on", "future"),
        ({"language": "svenska!"}, "language", "no language"),
        ({"group_size": "0"}, "group_size", "no number from 1"),
        ({"group_size": "many"}, "group_size", "no number from 1"),
        ({"group_size": "2,5"}, "group_size", "no number from 1"),
    ],
)
def test_the_rules_of_the_form_hold_for_files_too(session, tmp_path, changes, column, says):
    loaded = load(session, saved(tmp_path, LEAST, LEAST | changes))
    [reject] = loaded.rejects
    assert (loaded.taken, reject.line, reject.column) == (1, 3, column)
    assert says in reject.reason


def test_a_file_without_a_question_that_must_be_answered_is_refused(session, tmp_path):
    with pytest.raises(BadMap, match="no column for Q1_b, which must be answered"):
        load(session, saved(tmp_path, {"Q0": "north", "Q1.a": "very_safe"}))


def test_a_workbook_is_read_like_a_csv(session, tmp_path):
    book = openpyxl.Workbook()
    for line in (list(LEAST), [*LEAST.values()], [*LEAST.values()]):
        book.active.append(line)
    book.save(tmp_path / "paper.xlsx")
    assert load(session, tmp_path / "paper.xlsx").taken == 2


def test_a_text_that_was_encoded_twice_is_put_right(session, tmp_path):
    load(session, saved(tmp_path, LEAST | {"Q3_text": "mörkt på kvällen".encode().decode("latin-1")}))
    assert session.scalars(select(Text.original)).all() == ["mörkt på kvällen"]


def test_the_load_is_logged(session, tmp_path):
    load(session, saved(tmp_path, LEAST, LEAST | {"Q0": ""}))
    [event] = latest_events(session, limit=1)
    assert (event.action, event.details) == ("responses loaded", {"taken": 1, "rejected": 1})
