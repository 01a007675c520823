"""How each part of a question looks, in the main language and in the others, so that a change is about no more. Pure.

A form of a question remembers how every part of it looked when it was opened: `text`, `hint`, `required`, `options`
(which there are), `:never` (the words of an option), `/day` (of a row); with a + the same words in other languages.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from dialog.languages import Words
from dialog.survey.condition_document import condition_document
from dialog.survey.conditions import Condition
from dialog.survey.editing import find_question
from dialog.survey.making.given import line_of
from dialog.survey.making.lines import MANY
from dialog.survey.questionnaire import Option, Question, Questionnaire, Row
from dialog.survey.texts import PARTS
from dialog.texts.cleaning import clean_text

Looks = Mapping[str, str]  # by part, a short checksum; what is empty is not in it
PLAIN = ("kind", "required", "maximum", "feeling", "measures", "background", "shuffle", "least", "most", "whole")
_LENGTH = 8  # characters of a checksum


def looks_of(questionnaire: Questionnaire, id: str) -> Looks:
    """Raises NoSuchPart."""
    question = find_question(questionnaire, id)
    parts = {"main": questionnaire.main, **dict(_parts(question, questionnaire.main))}
    return {part: _checksum(value) for part, value in parts.items() if value not in (None, "", False, [], {})}


def spelled(looks: Looks) -> str:
    """As a field of a form."""
    return " ".join(f"{part}={checksum}" for part, checksum in looks.items())


def read_looks(written: str) -> Looks:
    return {part: checksum for part, _, checksum in (one.rpartition("=") for one in written.split()) if part}


def differing(one: Looks, other: Looks) -> set[str]:
    """The parts that do not look alike."""
    return {part for part in {*one, *other} if one.get(part) != other.get(part)}


def _parts(question: Question, main: str) -> Iterator[tuple[str, Any]]:
    for part in ("text", *PARTS):
        words: Words = getattr(question, part)
        yield part, clean_text(words.get(main, ""))
        yield f"{part}+", _others(words, main)
    yield from ((part, _plain(getattr(question, part))) for part in PLAIN)
    yield "exclusive", sorted(question.exclusive)
    yield "show_if", _condition(question.show_if)
    yield "must", _condition(question.must)
    narrowed = [[one.tag, one.question, one.same] for one in question.narrowed]
    yield "narrowed", [*narrowed, *([one.id, dict(one.tags)] for one in question.options if one.tags)]
    yield from _lines("option", ":", question.options, main)
    yield from _lines("row", "/", question.rows, main)
    yield from ((f"/{row.id}.measures", row.measures) for row in question.rows)


def _lines(name: str, sign: str, lines: Iterable[Option | Row], main: str) -> Iterator[tuple[str, Any]]:
    """Many are one part, as they are one field of the form."""
    found = list(lines)
    if len(found) > MANY:
        yield f"{name}s", [[one.id, line_of(one.text.get(main, ""))] for one in found]
        yield f"{name}s+", [[one.id, _others(one.text, main)] for one in found]
        return
    yield f"{name}s", [one.id for one in found]
    for one in found:
        yield f"{sign}{one.id}", line_of(one.text.get(main, ""))
        yield f"{sign}{one.id}+", _others(one.text, main)


def _others(words: Words, main: str) -> dict[str, str]:
    return {tag: text for tag, text in words.items() if tag != main}


def _condition(condition: Condition | None) -> Any:
    return _plain(condition_document(condition)) if condition else None


def _plain(value: Any) -> Any:
    """3 looks like 3.0, and options look alike in whatever order a condition names them."""
    match value:
        case {"chosen": question, "options": list(options)}:
            return {"chosen": question, "options": sorted(options)}
        case dict():
            return {name: _plain(one) for name, one in value.items()}
        case list():
            return [_plain(one) for one in value]
        case int() if not isinstance(value, bool):
            return float(value)
    return value


def _checksum(value: Any) -> str:
    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:_LENGTH]
