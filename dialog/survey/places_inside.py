"""The places told of inside a dialogue: their fields, read and checked. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from dialog.places.fields import KINDS
from dialog.survey.answers import Problem
from dialog.survey.questionnaire import Question, Questionnaire
from dialog.texts.cleaning import LONGEST_TEXT, clean_text

TEXTS = {"words": "place", "what": "what"}  # part of a field's name -> the question its text answers


@dataclass(frozen=True)
class Place:
    """One place of a response: how it feels, where it is, and what was written of it."""

    feeling: str
    area: str | None  # an area's code
    kind: str | None  # one of places.fields.KINDS
    texts: Mapping[str, str] = field(default_factory=dict)


Given = Mapping[str, Sequence[str]]


def read_places(
    questionnaire: Questionnaire, areas: Collection[str], given: Given, *, shown: Collection[str]
) -> tuple[list[Place], list[Problem]]:
    """Every place that says where it is or what happens there, and what is wrong with its fields.

    `shown`: the questions that are asked, by id.
    """
    places: list[Place] = []
    problems: list[Problem] = []
    for question in filter(lambda one: one.id in shown, questionnaire.questions()):
        for block in question.blocks:
            place, found = _read(question, block, areas, given)
            problems += found
            if place.area or place.texts:
                places.append(place)
    return places, problems


def _read(question: Question, block: str, areas: Collection[str], given: Given) -> tuple[Place, list[Problem]]:
    problems = []
    chosen = {"area": _first(given, f"{block}_area"), "kind": _first(given, f"{block}_kind")}
    for name, known in (("area", areas), ("kind", KINDS)):
        if chosen[name] and chosen[name] not in known:
            problems.append(Problem(f"{block}_{name}", "unknown_option", {}))
    texts = {}
    for name, asked in TEXTS.items():
        text = clean_text(_first(given, f"{block}_{name}"))
        if len(text) > LONGEST_TEXT:
            problems.append(Problem(f"{block}_{name}", "too_long", {"length": len(text), "maximum": LONGEST_TEXT}))
        if text:
            texts[asked] = text
    return Place(question.feeling, chosen["area"] or None, chosen["kind"] or None, texts), problems


def _first(given: Given, name: str) -> str:
    return next(iter(given.get(name, ())), "")
