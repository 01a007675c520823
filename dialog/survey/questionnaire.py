"""What a questionnaire is: versioned data in every language. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal, get_args

from dialog.languages import LANGUAGES, MAIN, Words
from dialog.survey.conditions import Condition

Kind = Literal[
    "area", "one_of", "several_of", "scale", "matrix", "ranking",
    "number", "date", "short", "text", "places", "photo", "info",
]  # fmt: skip
KINDS: tuple[str, ...] = get_args(Kind)
WRITTEN = ("short", "text")  # kinds whose answer is a free text, on one line or on several
VALUES = ("number", "date")  # kinds whose answer is a value, or one of the question's options instead of it
FEELINGS = ("unsafe", "safe")  # which places a question of kind "places" asks for
USUAL_PLACES, MOST_PLACES = 3, 10  # in one question: unless it says otherwise, and at most
ELSEWHERE = "elsewhere"  # the option of an area question for those who live in none of the areas


class BadQuestionnaire(ValueError):
    """A document is no questionnaire; the message says what to mend, in one plain sentence."""


@dataclass(frozen=True)
class Mark:
    """How far a text is translated into a language. A text without a mark is checked, and of today's source."""

    state: str  # one of STATES
    source: str  # checksum of the text in the main language that it translates


STATES = ("machine", "draft", "checked")
DONT_KNOW, WONT_SAY = "dont_know", "prefer_not"  # ids of options that mean just that, in every question that has them


@dataclass(frozen=True)
class Option:
    """A fixed choice; the id is never reused for another meaning."""

    id: str
    text: Words
    tags: Mapping[str, str] = field(default_factory=dict)  # what a narrowed question compares with earlier answers


@dataclass(frozen=True)
class Narrowing:
    """Only options are offered whose tag is, or is not, what was chosen in an earlier question."""

    tag: str
    question: str
    same: bool = True


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
    kind: str = "one_of"  # of the question; a ranking holds its options in order, number and date hold a value

    @property
    def is_counted(self) -> bool:
        """Whether its answers are options that can be counted as they are."""
        return self.kind not in ("ranking", *VALUES)

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
    show_if: Condition | None = None  # looks at earlier questions
    shuffle: bool = False  # the options come in another order in every filling; those that mean don't know stay last
    narrowed: tuple[Narrowing, ...] = ()
    least: float | int | str | None = None  # of a number, or the first day of a date, in ISO form
    most: float | int | str | None = None
    whole: bool = False  # a number without decimals
    must: Condition | None = None  # what an answer must fulfil; looks at this question and earlier ones
    must_text: Words = field(default_factory=dict)  # what to do when it does not

    def columns(self) -> tuple[Column, ...]:
        return self._columns

    @property
    def text_field(self) -> str | None:
        """Name in a form of what is written freely."""
        if self.kind in WRITTEN:
            return self.id
        return f"{self.id}_text" if self.text_label else None

    @property
    def blocks(self) -> tuple[str, ...]:
        """What the names of the fields of each place begin with: Q4_1, Q4_2, …"""
        if self.kind != "places":
            return ()
        return tuple(f"{self.id}_{number}" for number in range(1, (self.maximum or USUAL_PLACES) + 1))

    @property
    def fields(self) -> tuple[str, ...]:
        """Every name it uses in a form; those of places are beginnings of names."""
        own = (self.id,) if self.kind in ("area", "photo") else ()
        text = (self.text_field,) if self.text_field else ()
        return (*own, *(column.field for column in self.columns()), *self.beside, *text, *self.blocks)

    @property
    def beside(self) -> tuple[str, ...]:
        """Names of fields that a column needs besides its own: the place of each option in a ranking, and what stands
        for a value that can't be given.
        """
        if self.kind == "ranking":
            return tuple(f"{self.id}_{option.id}" for option in self.options)
        return (f"{self.id}_instead",) if self.kind in VALUES and self.options else ()

    @cached_property
    def _columns(self) -> tuple[Column, ...]:
        if self.kind in ("scale", "matrix"):
            return tuple(self._column(f"{self.id}.{row.id}", row, _joined(self.text, row.text)) for row in self.rows)
        if self.kind in ("one_of", "several_of", "ranking", *VALUES):
            return (self._column(self.id, self, self.text),)
        return ()

    def _column(self, id: str, asked: "Question | Row", title: Words) -> Column:
        several = self.kind in ("several_of", "ranking")
        return Column(id, self.id, asked.text, title, self.options, several, asked.measures, self.background, self.kind)


@dataclass(frozen=True)
class Section:
    """What is asked on one page."""

    id: str
    title: Words
    questions: tuple[Question, ...]
    show_if: Condition | None = None


@dataclass(frozen=True)
class Questionnaire:
    """The whole instrument in one version; immutable once a round opens with it.

    Every text is there in the main language; in the others it may be missing, and is then shown in the main one.
    """

    id: str
    version: int
    title: Words
    sections: tuple[Section, ...]
    main: str = MAIN
    spoken: tuple[str, ...] = ()  # tags of its languages, in order; empty: those of the title, the shipped ones first
    marks: Mapping[str, Mapping[str, Mark]] = field(default_factory=dict)  # by path of a text, then by language

    @property
    def languages(self) -> tuple[str, ...]:
        """Tags of the languages it is written in, whole or in part; the main one first."""
        return tuple(dict.fromkeys((self.main, *(self.spoken or _in_order(self.title)))))

    def with_spoken(self) -> "Questionnaire":
        """The same, saying by itself in which order its languages come: a database may keep the title in another."""
        return self if self.spoken else replace(self, spoken=self.languages)

    @property
    def has_conditions(self) -> bool:
        """Whether what is asked depends on what was answered."""
        return any(section.show_if for section in self.sections) or any(
            question.show_if or question.narrowed for question in self.questions()
        )

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


def asks_for_spots(questionnaire: Questionnaire) -> bool:
    """Whether it asks for places or photos, which become reports."""
    return any(question.kind in ("places", "photo") for question in questionnaire.questions())


def _in_order(tags: Iterable[str]) -> list[str]:
    """The languages that Dialog comes in as it has them, then others by tag, however they were stored."""
    shipped = list(LANGUAGES)
    return sorted(tags, key=lambda tag: (shipped.index(tag) if tag in shipped else len(shipped), tag))


def _joined(question: Words, part: Words) -> Words:
    return {tag: f"{text} – {part[tag]}" for tag, text in question.items() if tag in part}
