"""The places told of inside a dialogue: their fields, read and checked. Pure.

The fields of a question's first place are Q4_1_feeling, Q4_1_lat, Q4_1_lon, Q4_1_named, Q4_1_area, Q4_1_words, Q4_1_q
(what was searched for), Q4_1_kind and Q4_1_what; of its second Q4_2_feeling and so on.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dialog.places.fields import KINDS
from dialog.places.where import FIRST, Said, read_said
from dialog.survey.answers import Problem, Reason
from dialog.survey.questionnaire import FEELINGS, Question, Questionnaire
from dialog.texts.cleaning import LONGEST_TEXT, clean_text

WHERE = ("lat", "lon", "named", "area", "words", "q")
PARTS = (*WHERE, "kind", "what")  # what fills a place in; how it feels has an answer from the beginning
LOOK = "look"  # the value of a button that sends nothing on: the page comes back, with what the button asks for
ADD = f"{LOOK}:"  # asks for one more place; the question's id follows
_MOST_READ = 20  # places in one question, whatever the form holds
_REASONS: Mapping[str, Reason] = {reason: reason for reason in ("not_on_map", "no_such_area", "no_such_name")}


@dataclass(frozen=True)
class Place:
    """One place of a response: how it feels, where it is, and what was written of it."""

    block: str  # what the names of its fields begin with
    feeling: str
    said: Said
    kind: str | None  # one of places.fields.KINDS
    what: str

    @property
    def texts(self) -> dict[str, str]:
        """The free texts by the question they answer, without what was left out."""
        given = {"place": self.said.words, "what": self.what}
        return {question: text for question, text in given.items() if text}

    @property
    def is_told(self) -> bool:
        """Whether it says where it is or what happens there."""
        return bool(self.said.pin or self.said.named or self.said.area or self.texts)


Given = Mapping[str, Sequence[str]]


def read_places(
    questionnaire: Questionnaire, areas: Collection[str], given: Given, *, shown: Collection[str]
) -> tuple[list[Place], list[Problem]]:
    """Every place that says where it is or what happens there, and what is wrong with its fields.

    `shown`: the questions that are asked, by id.
    """
    places: list[Place] = []
    problems: list[Problem] = []
    for question in filter(lambda one: one.id in shown and one.kind == "places", questionnaire.questions()):
        problems += _too_many(question, given)
        for block in question.blocks:
            place, found = _read(question, block, areas, given)
            problems += found
            if place.is_told:
                places.append(place)
    return places, problems


def blocks_of(question: Question, given: Given) -> list[tuple[str, bool]]:
    """The places that a page holds, each with whether it shows: those up to the last that is filled in, and one more
    where a button asked for it. Of places that are too many none is left out.
    """
    filled = _filled(question, given)
    last = max(filled, default=0)
    asked = _first(given, "go") == f"{ADD}{question.id}"
    numbers = range(1, max(last, len(question.blocks)) + 1)
    return [(f"{question.id}_{number}", number <= max(last + asked, 1)) for number in numbers]


def _too_many(question: Question, given: Given) -> list[Problem]:
    """None or one."""
    told, most = _filled(question, given), len(question.blocks)
    if not told or told[-1] <= most:
        return []
    return [Problem(question.id, "too_many_places", {"chosen": max(len(told), most + 1), "maximum": most})]


def _filled(question: Question, given: Given) -> list[int]:
    """The numbers of the places that something is filled in of."""
    named = re.compile(rf"{re.escape(question.id)}_([1-9][0-9]?)_({'|'.join(PARTS)})")
    found = (named.fullmatch(name) for name, values in given.items() if any(value.strip() for value in values))
    return sorted({int(one[1]) for one in found if one and int(one[1]) <= _MOST_READ})


def _read(question: Question, block: str, areas: Collection[str], given: Given) -> tuple[Place, list[Problem]]:
    said = read_said({name: _first(given, f"{block}_{name}") for name in WHERE}, FIRST, areas)
    feeling = _first(given, f"{block}_feeling") or question.feeling
    place = Place(
        block,
        feeling,
        said,
        _first(given, f"{block}_kind") or None,
        clean_text(_first(given, f"{block}_what")),
    )
    return place, _problems(place)


def _problems(place: Place) -> list[Problem]:
    """What is wrong with the fields of one place, in the order of the page."""
    block, said = place.block, place.said
    found = []
    if place.feeling not in FEELINGS:
        found.append(Problem(f"{block}_feeling", "unknown_option", {}))
    for one in said.problems:
        if one.reason in _REASONS:
            field = block if one.field == "lat" else f"{block}_{one.field}"  # a pin has no field that shows
            found.append(Problem(field, _REASONS[one.reason], {}))
    if said.query and not (said.pin or said.named or said.area or said.words or said.problems):
        found.append(Problem(f"{block}_q", "no_such_name", {}))  # searched for, and nothing chosen: it would be lost
    found += _too_long(f"{block}_words", said.words)
    if place.kind and place.kind not in KINDS:
        found.append(Problem(f"{block}_kind", "unknown_option", {}))
    return found + _too_long(f"{block}_what", place.what)


def _too_long(field: str, text: str) -> list[Problem]:
    if len(text) <= LONGEST_TEXT:
        return []
    return [Problem(field, "too_long", {"length": len(text), "maximum": LONGEST_TEXT})]


def _first(given: Given, name: str) -> str:
    return next(iter(given.get(name, ())), "")
