"""Questionnaires by strangers: taken from their workbooks, stored, shown and answered, and written out again."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from dialog.rows.row import UnreadableFile
from dialog.survey.actions import keep_questionnaire
from dialog.survey.document import from_document, to_document
from dialog.survey.questionnaire import Question, Questionnaire
from dialog.survey.soundness import faults
from dialog.survey.texts import completeness
from dialog.survey.xlsform.losses import Loss
from dialog.survey.xlsform.reading import read_workbook
from dialog.survey.xlsform.writing import write_workbook
from tests.factories import make_round
from tests.forms import hidden_fields


@dataclass(frozen=True)
class Real:
    """A workbook, what is taken of it, and how much is told of each kind that was not."""

    file: str
    languages: tuple[str, ...]
    sections: int
    questions: int
    options: int
    conditions: int
    losses: dict[str, int]
    shown_in: str = "en"


OCHA = Real(
    "ocha_ochaMSNA2018v9_master.xlsx",
    languages=("ar", "en"),
    sections=11,
    questions=838,
    options=11_148,
    conditions=606,
    losses={
        "appearance": 1,  # minimal
        "calculated": 1,
        "checked_in_vain": 7,  # checks copied from question to question
        "column": 11,  # what their own analysis adds
        "markup": 2,
        "never_asked": 1,
        "never_chosen": 1,
        "no_filter": 2,  # on later answers that are not left out in return
        "no_text": 1,
        "note_left_out": 1,
        "reference": 6,
        "renamed": 5,
    },
    shown_in="ar",
)
REAL = (
    OCHA,
    Real(
        "odk_all-question-types-v2024091201-3.xlsx",
        languages=("sv",),  # it does not say
        sections=10,
        questions=65,
        options=107,
        conditions=0,
        losses={
            "appearance": 40,
            "column": 3,
            "confirmation": 1,
            "from_file": 1,
            "main_language": 1,
            "markup": 1,
            "media": 8,
            "moment": 3,
            "no_hint": 1,
            "nothing_in_it": 2,
            "only_labels": 2,
            "parameters": 2,
            "point": 3,
            "shape": 2,
            "version": 1,
        },
    ),
    Real(
        "odk_socio-economic-survey-v20240515.xlsx",
        languages=("en", "fr"),
        sections=4,
        questions=17,
        options=88,
        conditions=3,
        losses={"appearance": 2, "calculated": 1, "never_asked": 1, "renamed": 4, "repeat": 1, "version": 1},
    ),
    Real(
        "odkx_eepicc_household_digaale.xlsx",
        languages=("en", "so"),
        sections=1,
        questions=29,
        options=109,
        conditions=5,
        losses={
            "calculated": 1,
            "column": 3,
            "jump": 2,
            "markup": 1,
            "moment": 1,
            "no_condition": 2,
            "no_filter": 1,
            "no_name": 2,
            "no_text": 27,  # its questions stand in another file
            "point": 1,
            "reference": 1,
            "required_when": 15,
            "unknown_type": 7,
            "version": 1,
        },
    ),
    Real(
        "odkx_eepicc_individual_survey_digaale.xlsx",
        languages=("en", "so"),
        sections=1,
        questions=54,
        options=211,
        conditions=52,
        losses={
            "calculated": 1,
            "column": 2,
            "media": 1,
            "moment": 1,
            "no_check": 1,
            "no_name": 3,
            "no_text": 51,
            "reference": 3,
            "required_when": 7,
            "version": 1,
        },
    ),
)


@pytest.fixture(params=REAL, ids=lambda real: real.file)
def real(request: pytest.FixtureRequest) -> Real:
    return request.param


@pytest.fixture
def taken(real: Real, shared_data: Path) -> tuple[Questionnaire, list[Loss]]:
    return read(shared_data / "questionnaires" / real.file)


@cache
def read(file: Path) -> tuple[Questionnaire, list[Loss]]:
    """Nobody can change what was read, so one reading does for all tests."""
    return read_workbook(file)


def test_what_is_taken_of_a_real_workbook(real: Real, taken: tuple[Questionnaire, list[Loss]]) -> None:
    made, losses = taken
    questions = list(made.questions())
    assert (made.languages, len(made.sections), len(questions)) == (real.languages, real.sections, real.questions)
    assert sum(len(question.options) for question in questions) == real.options
    conditions = [one.show_if for one in made.sections] + [one.show_if for one in questions]
    assert len([one for one in conditions if one]) == real.conditions
    assert Counter(one.kind for one in losses) == real.losses
    assert list(faults(made)) == []


def test_everything_that_was_left_out_of_a_real_workbook_can_be_found(
    real: Real, taken: tuple[Questionnaire, list[Loss]]
) -> None:
    for loss in taken[1]:
        assert loss.sheet in ("survey", "choices", "settings") and loss.row >= 1 and loss.column
        assert re.fullmatch(r"[A-Z“].*\.", loss.sentence, re.DOTALL)


def test_a_real_workbook_goes_out_again_and_comes_back_the_same(
    real: Real, taken: tuple[Questionnaire, list[Loss]]
) -> None:
    again, losses = read_workbook(write_workbook(taken[0]))
    assert again == taken[0]
    assert json.dumps(to_document(again), sort_keys=True) == json.dumps(to_document(taken[0]), sort_keys=True)
    assert losses == []


def test_a_real_workbook_is_stored_shown_and_its_first_section_answered(
    real: Real, taken: tuple[Questionnaire, list[Loss]], session: Session, client: FlaskClient
) -> None:
    kept = keep_questionnaire(session, taken[0])
    session.commit()
    session.expire_all()
    assert from_document(kept.document) == taken[0]
    make_round(session, slug="real", questionnaire=kept)
    session.commit()
    for tag in ("sv", "en", "ar"):
        assert client.get(f"/{tag}/dialogue/real").status_code == 200
    first = taken[0].sections[0]
    page = client.get(f"/{real.shown_in}/dialogue/real")
    elsewhere = [one for one in first.questions if one.kind == "photo"]  # asked for where the answers are sent from
    at_once = [one for one in first.questions if not one.show_if and not one.narrowed and one not in elsewhere]
    assert all(question.id in page.text for question in at_once)
    answers = {name: value for question in first.questions for name, value in answer(question).items()}
    for _ in range(10):  # as long as answers lead to further questions on the same page
        page = client.post(f"/{real.shown_in}/dialogue/real", data=hidden_fields(page.text) | answers | {"go": "next"})
        assert page.status_code == 200, re.findall(r'class="error[^>]*>[^<]*', page.text)
        if f'id="part-{first.id}"' not in page.text:
            break
    assert f'id="part-{first.id}"' not in page.text


def test_arabic_and_english_of_a_real_workbook_are_whole(shared_data: Path) -> None:
    made, _ = read(shared_data / "questionnaires" / OCHA.file)
    assert completeness(made, "ar") == 1
    assert completeness(made, "en") > 0.999


def test_a_community_of_a_real_workbook_is_offered_after_its_district(shared_data: Path) -> None:
    made, _ = read(shared_data / "questionnaires" / OCHA.file)
    community = next(question for question in made.questions() if question.id == "admin4")
    assert len(community.options) == 7_250
    assert [one.question for one in community.narrowed] == ["admin3"]
    districts = {option.id for question in made.questions() if question.id == "admin3" for option in question.options}
    assert {option.tags["locationfilter"] for option in community.options} <= districts


@pytest.mark.parametrize(("pattern", "sentence"), [("*.lss", "LimeSurvey"), ("*.xml", "XForm")])
def test_other_real_questionnaires_are_refused_with_a_sentence(shared_data: Path, pattern: str, sentence: str) -> None:
    files = sorted((shared_data / "questionnaires").glob(pattern))
    assert files
    for file in files:
        with pytest.raises(UnreadableFile, match=rf"{sentence}.*\.$"):
            read_workbook(file)


def test_a_real_workbook_is_loaded_from_the_command_line(
    app: Flask, shared_data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = shared_data / "questionnaires" / OCHA.file
    done = app.test_cli_runner().invoke(args=["questionnaires", "load", str(file)])
    assert done.exit_code == 1
    assert "838 questions" in done.stdout and "11,148 options, in ar, en" in done.stdout
    listed = (tmp_path / f"{OCHA.file}.report.csv").read_text(encoding="utf-8").splitlines()
    assert len(listed) > sum(OCHA.losses.values())


def answer(question: Question) -> dict[str, str]:
    """Fields that answer a question, whatever it asks."""
    if question.kind in ("one_of", "several_of"):
        return {question.id: question.options[0].id}
    if question.kind in ("scale", "matrix"):
        return {column.field: question.options[0].id for column in question.columns()}
    if question.kind == "ranking":
        return {f"{question.id}_{question.options[0].id}": "1"}
    if question.kind == "number":
        return {question.id: str(question.least if question.least is not None else question.most or 1)}
    if question.kind == "date":
        return {question.id: str(question.least or "2026-05-04")}
    return {question.id: "Text"} if question.kind in ("short", "text") else {}
