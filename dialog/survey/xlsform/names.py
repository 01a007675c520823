"""What sections, questions and lists are called in a workbook. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dialog.survey.questionnaire import ELSEWHERE, VALUES, Option, Question, Questionnaire
from dialog.survey.xlsform.spelling import Called

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")  # what XML lets a thing be called, and less
_RESERVED = {"meta", "data", "instanceid", "instancename"}  # names that a form has by itself
_NO_TAG = {"list_name", "name", "label", "dialog", "hint", "type", "value", "caption", "image", "big-image", "audio",
           "video", "media", "geometry", "and", "or", "div", "mod", "itextid", "sms_option"}  # fmt: skip


@dataclass
class Names:
    """By ids here; two things never have names that only differ in their case."""

    sections: dict[str, str] = field(default_factory=dict)
    questions: dict[str, str] = field(default_factory=dict)
    rows: dict[str, str] = field(default_factory=dict)  # by column: Q1.a
    texts: dict[str, str] = field(default_factory=dict)
    instead: dict[str, str] = field(default_factory=dict)
    tags: dict[str, str] = field(default_factory=dict)

    @property
    def called(self) -> Called:
        return Called({**self.questions, **self.rows}, self.instead)


def names_of(questionnaire: Questionnaire) -> Names:
    names, taken = Names(), set(_RESERVED)
    for question in questionnaire.questions():
        names.questions[question.id] = name = _free(_spelled(question.id), taken)
        for row in question.rows:
            names.rows[f"{question.id}.{row.id}"] = _free(f"{name}.{row.id}", taken)
        if question.text_label:
            names.texts[question.id] = _free(f"{name}_text", taken)
        if question.kind in VALUES and question.options:
            names.instead[question.id] = _free(f"{name}_instead", taken)
    for section in questionnaire.sections:
        names.sections[section.id] = _free(_spelled(section.id), taken)
    taken = set(_NO_TAG)
    for tag in _tags(questionnaire):
        names.tags[tag] = _free(tag if _NAME.fullmatch(tag) else "tag", taken)
    return names


def _free(name: str, taken: set[str]) -> str:
    tried, number = name, 1
    while tried.casefold() in taken:
        number += 1
        tried = f"{name}-{number}"
    taken.add(tried.casefold())
    return tried


def _spelled(id: str) -> str:
    return id if _NAME.fullmatch(id) else f"q_{id}"


def _tags(questionnaire: Questionnaire) -> Iterator[str]:
    found: dict[str, None] = {}
    for question in questionnaire.questions():
        found |= dict.fromkeys(one.tag for one in question.narrowed)
        found |= dict.fromkeys(tag for option in question.options for tag in option.tags)
    yield from found


class Listed:
    """Lists of choices: the same options are one list, called after the first question that has them."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._taken: set[str] = set()
        self.lists: dict[str, tuple[Option, ...]] = {}
        self._found: dict[object, str] = {}

    def list_of(self, question: Question) -> str:
        key = tuple(_key(option) for option in question.options)
        if key not in self._found:
            name = _free(self._names[question.id], self._taken)
            self._found[key] = name
            nothing = Option(ELSEWHERE, dict.fromkeys(question.text, "–"))
            self.lists[name] = question.options or (nothing,)  # a list can't be empty there
        return self._found[key]


def _key(option: Option) -> object:
    return option.id, _items(option.text), _items(option.tags)


def _items(words: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    return tuple(sorted(words.items()))
