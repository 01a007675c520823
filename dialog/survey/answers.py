"""From the fields of a form to the answers of a response: what is kept, and what is wrong. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from dialog.survey.conditions import Value, holds, several
from dialog.survey.questionnaire import VALUES, WRITTEN, Column, Option, Question, Questionnaire
from dialog.survey.values import NotAValue, OutOfBounds, read_value
from dialog.texts.cleaning import LONGEST_TEXT, clean_text

Reason = Literal[
    "required",
    "unknown_option",
    "too_many",
    "too_long",
    "exclusive",
    "same_place",
    "not_a_value",
    "bounds",
    "must",
    "photo",
    "not_on_map",
    "no_such_area",
    "no_such_name",
    "too_many_places",
]
Answer = Value  # an option id, several of them, a number, or a date in ISO form
Given = Mapping[str, Sequence[str]]  # the name of a field -> all its values

MOST_VALUES = 1_000  # of one field that are looked at
LONGEST_LINE = 200  # characters of a text on one line


@dataclass(frozen=True)
class Problem:
    """Why a field can't be kept; the page finds the words for it.

    `params`: too_many and too_many_places {chosen, maximum}, too_long {length, maximum}, exclusive {option},
    photo {kind}; else empty.
    """

    field: str
    reason: Reason
    params: Mapping[str, int | str]


@dataclass
class Checked:
    """What a form held. Nothing with a problem is in it, but a text that is too long, so that it can be shown again;
    and nothing that the conditions hide, whatever came with the form.
    """

    answers: dict[str, Answer] = field(default_factory=dict)  # by column id; several in the order of the options
    texts: dict[str, str] = field(default_factory=dict)  # by question id
    area: str | None = None  # an area's code, or the id of the question's own option (elsewhere)
    problems: list[Problem] = field(default_factory=list)  # in the order asked
    shown: set[str] = field(default_factory=set)  # the questions that these answers lead to, by id
    known: dict[str, Answer] = field(default_factory=dict)  # answers, texts and the area, as conditions look at them


def check(questionnaire: Questionnaire, areas: Collection[str], given: Given) -> Checked:
    """Read every question but places and photos. Fields nobody asked for are passed over; time grows linearly with
    what is given.

    `areas` are the codes a round lets people choose.
    """
    checked = Checked()
    for section in questionnaire.sections:
        if not holds(section.show_if, checked.known):
            continue
        for question in section.questions:
            if holds(question.show_if, checked.known):
                checked.shown.add(question.id)
                _read(question, areas, given, checked)
    return checked


def offered(question: Question, known: Mapping[str, Answer]) -> tuple[Option, ...]:
    """The options left by what was answered before; all of them where the answer is not known yet and must match."""
    return tuple(option for option in question.options if all(_fits(option, *one) for one in _wanted(question, known)))


def _wanted(question: Question, known: Mapping[str, Answer]) -> Iterator[tuple[str, list[str], bool]]:
    for one in question.narrowed:
        yield one.tag, several(known.get(one.question)), one.same


def _fits(option: Option, tag: str, chosen: list[str], same: bool) -> bool:
    """An option without the tag, as don't know, always fits."""
    return tag not in option.tags or (option.tags[tag] in chosen) is same


def _read(question: Question, areas: Collection[str], given: Given, checked: Checked) -> None:
    if question.kind == "area":
        checked.area = _one(question, question.id, given, {*areas, *(one.id for one in question.options)}, checked)
        if checked.area:
            checked.known[question.id] = checked.area
    for column in question.columns():
        answer = _answer(question, column, given, checked)
        if answer not in (None, []):
            checked.answers[column.id] = checked.known[column.id] = answer
            if not holds(question.must, checked.known):
                checked.problems.append(Problem(column.field, "must", {}))
                del checked.answers[column.id], checked.known[column.id]
    if question.text_field:
        _text(question, question.text_field, given, checked)


def _answer(question: Question, column: Column, given: Given, checked: Checked) -> Answer | None:
    if question.kind in VALUES:
        return _value(question, column, given, checked)
    ids = [option.id for option in offered(question, checked.known)]
    if question.kind == "ranking":
        return _ranked(question, ids, given, checked)
    if not column.several:
        return _one(question, column.field, given, ids, checked)
    chosen = _values(given.get(column.field, ()))
    found = _problem(question, column.field, chosen, ids, most=question.maximum or len(ids))
    checked.problems += found
    return [] if found else [id for id in ids if id in chosen]


def _one(question: Question, name: str, given: Given, known: Collection[str], checked: Checked) -> str | None:
    chosen = _values(given.get(name, ()))
    found = _problem(question, name, chosen, known, most=1)
    checked.problems += found
    return None if found else next(iter(chosen), None)


def _value(question: Question, column: Column, given: Given, checked: Checked) -> Answer | None:
    """A number or a date; an option instead of it only where none was written."""
    written = next(iter(given.get(column.field, ())), "").strip()
    if not written:
        instead = f"{column.field}_instead"
        return _one(question, instead, given, [option.id for option in question.options], checked)
    try:
        return read_value(question, written)
    except (NotAValue, OutOfBounds) as wrong:
        checked.problems.append(
            Problem(column.field, "bounds" if isinstance(wrong, OutOfBounds) else "not_a_value", {})
        )
        return None


def _ranked(question: Question, ids: Collection[str], given: Given, checked: Checked) -> list[str]:
    """Option ids from first to last; those without a place are left out."""
    places: dict[int, str] = {}
    for id in ids:
        name = f"{question.id}_{id}"
        place = next(iter(given.get(name, ())), "")
        if not place:
            continue
        if not (place.isascii() and place.isdigit() and 1 <= int(place[:6]) <= len(question.options)):
            checked.problems.append(Problem(name, "unknown_option", {}))
        elif int(place) in places:
            checked.problems.append(Problem(name, "same_place", {}))
        else:
            places[int(place)] = id
    ranked = [places[place] for place in sorted(places)]
    named = [problem.field for problem in checked.problems]
    if any(f"{question.id}_{id}" in named for id in ids):
        return []
    found = _problem(question, question.id, ranked, ids, most=question.maximum or len(question.options))
    checked.problems += found
    return [] if found else ranked


def _problem(
    question: Question, field: str, values: Collection[str], known: Collection[str], *, most: int
) -> list[Problem]:
    """None or one."""
    if not values:
        return [Problem(field, "required", {})] if question.required else []
    if any(value not in known for value in values):
        return [Problem(field, "unknown_option", {})]
    if len(values) > 1 and (alone := sorted(question.exclusive.intersection(values))):
        return [Problem(field, "exclusive", {"option": alone[0]})]
    if len(values) > most:
        return [Problem(field, "too_many", {"chosen": len(values), "maximum": most})]
    return []


def _text(question: Question, name: str, given: Given, checked: Checked) -> None:
    raw = given.get(name, ())
    text = clean_text(raw[0]) if raw else ""
    longest = LONGEST_LINE if question.kind == "short" else LONGEST_TEXT
    if len(text) > longest:
        checked.problems.append(Problem(name, "too_long", {"length": len(text), "maximum": longest}))
    if not text and question.required and question.kind in WRITTEN:
        checked.problems.append(Problem(name, "required", {}))
    if text:
        checked.texts[question.id] = text
        if question.kind in WRITTEN:
            checked.known[question.id] = text


def _values(raw: Sequence[str]) -> Collection[str]:
    """What was chosen, once each; an empty choice is none."""
    return dict.fromkeys(value for value in raw[:MOST_VALUES] if value)
