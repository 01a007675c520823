"""The published JSON Schema says what a questionnaire's document may look like."""

import copy
import json
from pathlib import Path

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

import dialog.survey
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.document import to_document
from tests.survey.strategies import questionnaires

SCHEMA = json.loads((Path(dialog.survey.__file__).parent / "questionnaire.schema.json").read_text(encoding="utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=Draft202012Validator.FORMAT_CHECKER)


def question(made: dict, id: str) -> dict:
    return next(one for section in made["sections"] for one in section["questions"] if one["id"] == id)


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_default_questionnaire_is_as_the_schema_says() -> None:
    VALIDATOR.validate(to_document(default_questionnaire()))


@given(questionnaires())
def test_every_sound_questionnaire_is_as_the_schema_says(questionnaire) -> None:
    VALIDATOR.validate(json.loads(json.dumps(to_document(questionnaire))))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda made: made.pop("title"),
        lambda made: made.update(version=True),
        lambda made: made.update(version=0),
        lambda made: made.update(colour="red"),
        lambda made: made.update(sections=[]),
        lambda made: made.update(main="Swedish"),
        lambda made: made.update(marks={"Q6": {"ar": ["guessed", "0"]}}),
        lambda made: made["sections"][0].update(questions=[]),
        lambda made: question(made, "Q6").update(kind="rating"),
        lambda made: question(made, "Q6").update(id="Q 6"),
        lambda made: question(made, "Q6").pop("options"),
        lambda made: question(made, "Q6").update(least=3),
        lambda made: question(made, "Q6").update(maximum=2),
        lambda made: question(made, "Q6").update(required="yes"),
        lambda made: question(made, "Q6").update(kind="number", least="x"),
        lambda made: question(made, "Q6").update(kind="date", most=3),
        lambda made: question(made, "Q6").update(show_if={"chosen": "Q2", "options": []}),
        lambda made: question(made, "Q6").update(show_if={"all": []}),
        lambda made: question(made, "Q6").update(show_if={"counted": "Q2", "sign": "~", "value": 1}),
        lambda made: question(made, "Q6").update(show_if={"compared": "Q2", "sign": "="}),
        lambda made: question(made, "Q6").update(show_if={"answered": "Q2", "colour": "red"}),
        lambda made: question(made, "Q6")["text"].update(sv=" "),
        lambda made: question(made, "Q6")["text"].update(sv="a\0"),
        lambda made: question(made, "Q6")["text"].update(Swedish="a"),
        lambda made: question(made, "Q6").update(text={}),
        lambda made: question(made, "Q6").update(narrowed=[{"tag": "region"}]),
        lambda made: question(made, "Q6")["options"][0].update(tags={"region": 1}),
        lambda made: question(made, "Q2").pop("rows"),
        lambda made: question(made, "Q4").update(feeling="odd"),
        lambda made: question(made, "Q4").update(maximum=11),
        lambda made: question(made, "Q4").pop("feeling"),
        lambda made: made["sections"][-1]["questions"].append(
            {"id": "P", "kind": "photo", "text": {"sv": "a"}, "rows": [1]}
        ),
    ],
)
def test_what_the_schema_can_judge_it_refuses(spoil) -> None:
    made = copy.deepcopy(to_document(default_questionnaire()))
    spoil(made)
    assert not VALIDATOR.is_valid(made)


def test_the_schema_is_published(client) -> None:
    published = client.get("/api/v1/schemas/questionnaire.json")
    assert published.content_type == "application/schema+json; charset=utf-8"
    assert published.get_json(force=True) == SCHEMA
