"""An extract as CSV: which columns it has, what stands in them, and what the values mean. Pure.

No words of residents, no id, no day: the month a voice came, how and in which language, its area, and its closed
answers by their ids. A value that begins like a formula stands behind an apostrophe.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from json import loads
from typing import Any, NamedTuple

from dialog.languages import Words
from dialog.picture.answers import pieces_of
from dialog.picture.heard import OF_REPORT
from dialog.rows.rejects import harmless
from dialog.survey.questionnaire import Column

BOM = "\ufeff"  # by which spreadsheets know UTF-8
OF_VOICE = ("voice", "month", "language", "channel", "area", "people", "weight")
OF_PLACE = tuple(f"place_{name}" for name in OF_REPORT)  # of a report that is a voice of its own
COLUMNS_HEADER = ("column", "question", "value", "label")
RESPONSE, REPORT = "response", "report"
SEVERAL = ";"  # between values where several could be chosen
LINES = 500  # written at a time


class Voiced(NamedTuple):
    """What was stored of one voice; the answers are a JSON object."""

    received_on: date
    language: str
    channel: str
    area: str | None  # its code
    people: int
    weight: float | None
    answers: str


@dataclass(frozen=True)
class Labelled:
    """One line of what the values mean; the value is empty where any number or day may stand."""

    column: str
    question: Words
    value: str
    label: Words


def voices_csv(questions: Sequence[Column], responses: Iterable[Voiced], reports: Iterable[Voiced]) -> Iterator[str]:
    """A line a voice, responses first, some hundred lines at a time."""
    asked = [one.id for one in questions]
    yield BOM + _written([[*OF_VOICE, *asked, *OF_PLACE]])
    rows = _rows(RESPONSE, responses, asked, after=[""] * len(OF_PLACE))
    yield from _portions(rows)
    yield from _portions(_rows(REPORT, reports, list(OF_REPORT), before=[""] * len(asked)))


def columns_csv(labelled: Iterable[Labelled], language: str) -> Iterator[str]:
    """What the columns and values of the other file mean, in one language."""
    rows = [[one.column, say(one.question, language), one.value, say(one.label, language)] for one in labelled]
    yield BOM + _written([list(COLUMNS_HEADER), *([harmless(cell) for cell in row] for row in rows)])


def say(words: Words, language: str) -> str:
    return words.get(language) or words.get("sv") or next(iter(words.values()), "")


def meanings(questions: Iterable[Column]) -> Iterator[Labelled]:
    """Of every question and each of its options."""
    for one in questions:
        if not one.is_counted:
            yield Labelled(one.id, one.title, "", {})
        yield from (Labelled(one.id, one.title, option.id, option.text) for option in one.options)


class _Cells(dict[str, tuple[int, str]]):
    """Where an answer stands and what stands there, by how it is written, such as `"Q6": "never"`.

    The same answers come again and again, and are understood once. What has no column goes behind the last one.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._places = {name: place for place, name in enumerate(names)}
        self._empty = [""] * (len(names) + 1)

    def row(self, document: str) -> list[str]:
        row = self._empty.copy()
        for piece in pieces_of(document):
            place, cell = self[piece]
            row[place] = cell
        row.pop()
        return row

    def __missing__(self, piece: str) -> tuple[int, str]:
        ((name, answer),) = loads(f"{{{piece}}}").items()
        said = SEVERAL.join(map(str, answer)) if isinstance(answer, list) else str(answer)
        self[piece] = self._places.get(name, len(self._places)), harmless(said)
        return self[piece]


def _rows(
    kind: str,
    voices: Iterable[Voiced],
    names: Sequence[str],
    before: Sequence[str] = (),
    after: Sequence[str] = (),
) -> Iterator[list[Any]]:
    cells, months = _Cells(names), _Months()
    for day, *told, document in voices:
        yield [kind, months[day], *told, *before, *cells.row(document), *after]


class _Months(dict[date, str]):
    def __missing__(self, day: date) -> str:
        self[day] = f"{day:%Y-%m}"
        return self[day]


def _portions(rows: Iterator[list[Any]]) -> Iterator[str]:
    portion: list[list[Any]] = []
    for row in rows:
        portion.append(row)
        if len(portion) == LINES:
            yield _written(portion)
            portion.clear()
    if portion:
        yield _written(portion)


def _written(rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()
