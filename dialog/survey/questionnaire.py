"""What a questionnaire is: versioned data in every language. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, get_args

from dialog.languages import Words

Kind = Literal["area", "one_of", "several_of", "scale", "matrix", "text", "places"]
KINDS: tuple[str, ...] = get_args(Kind)
FEELINGS = ("unsafe", "safe")  # which places a question of kind "places" asks for
MOST_PLACES = 3  # in one question
ELSEWHERE = "elsewhere"  # the option of an area question for those who live in none of the areas


class BadQuestionnaire(ValueError):
    """A document is no questionnaire; the message says what to mend, in one plain sentence."""


@dataclass(frozen=True)
class Option:
    """A fixed choice; the id is never reused for another meaning."""

    id: str
    text: Words


@dataclass(frozen=True)
class Row:
    """One line of a scale or matrix: a question of its own with the options of the whole."""

    id: str
    text: Words
    measures: str = ""


@dataclass(frozen=True)
class Column:
    """One closed answer of a response, as it is stored and counted."""

    id: str  # Q6, or Q1.a for a row
    question: str  # id of the question it belongs to
    text: Words  # of the row, or of the question when it has no rows
    title: Words  # stands on its own: the question, and the row if there is one
    options: tuple[Option, ...]
    several: bool
    measures: str = ""  # same entry and same options: comparable across versions
    background: bool = False  # tells who answered, not what they said

    @property
    def field(self) -> str:
        """Its name in a form."""
        return self.id.replace(".", "_")


@dataclass(frozen=True)
class Question:
    """One item. Its closed answers are `columns`; what is written freely, if anything, is `text_field`."""

    id: str  # never reused
    kind: Kind
    text: Words
    hint: Words = field(default_factory=dict)
    options: tuple[Option, ...] = ()
    rows: tuple[Row, ...] = ()
    required: bool = False  # every row of it
    maximum: int | None = None  # of options that may be chosen, or of places; None: no limit
    exclusive: frozenset[str] = frozenset()  # options that can't be combined with any other
    text_label: Words = field(default_factory=dict)  # asks for a text beside the options
    text_hint: Words = field(default_factory=dict)
    feeling: str = ""  # which places: one of FEELINGS
    measures: str = ""  # an entry of the question bank
    background: bool = False  # tells who answered, not what they said

    def columns(self) -> tuple[Column, ...]:
        return self._columns

    @property
    def text_field(self) -> str | None:
        """Name in a form of what is written freely."""
        if self.kind == "text":
            return self.id
        return f"{self.id}_text" if self.text_label else None

    @property
    def blocks(self) -> tuple[str, ...]:
        """What the names of the fields of each place begin with: Q4_1, Q4_2, …"""
        if self.kind != "places":
            return ()
        return tuple(f"{self.id}_{number}" for number in range(1, (self.maximum or MOST_PLACES) + 1))

    @property
    def fields(self) -> tuple[str, ...]:
        """Every name it uses in a form; those of places are beginnings of names."""
        area = (self.id,) if self.kind == "area" else ()
        text = (self.text_field,) if self.text_field else ()
        return (*area, *(column.field for column in self.columns()), *text, *self.blocks)

    @cached_property
    def _columns(self) -> tuple[Column, ...]:
        if self.kind in ("scale", "matrix"):
            return tuple(self._column(f"{self.id}.{row.id}", row, _joined(self.text, row.text)) for row in self.rows)
        if self.kind in ("one_of", "several_of"):
            return (self._column(self.id, self, self.text),)
        return ()

    def _column(self, id: str, asked: "Question | Row", title: Words) -> Column:
        several = self.kind == "several_of"
        return Column(id, self.id, asked.text, title, self.options, several, asked.measures, self.background)


@dataclass(frozen=True)
class Section:
    """What is asked on one page."""

    id: str
    title: Words
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Questionnaire:
    """The whole instrument in one version; immutable once a round opens with it."""

    id: str
    version: int
    title: Words
    sections: tuple[Section, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """Tags of the languages that every text of it has."""
        return tuple(self.title)

    def questions(self) -> Iterator[Question]:
        for section in self.sections:
            yield from section.questions

    def columns(self) -> tuple[Column, ...]:
        """Every closed answer, in the order asked. The area is none of them: a response has it by itself."""
        return tuple(column for question in self.questions() for column in question.columns())

    def text_labels(self) -> Mapping[str, Words]:
        """What each free text answers, by question id; stands on its own."""
        return {
            one.id: _joined(one.text, one.text_label) if one.text_label else one.text
            for one in self.questions()
            if one.text_field
        }


def _joined(question: Words, part: Words) -> Words:
    return {tag: f"{text} – {part[tag]}" for tag, text in question.items() if tag in part}
