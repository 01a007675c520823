"""What one row of a file answers, and why it can't be taken. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dialog.languages import Words
from dialog.rows.cells import mended, number_of, past_day_of, text_of
from dialog.rows.mapping import ColumnMap
from dialog.rows.row import Row
from dialog.survey.answers import Checked, Problem, check
from dialog.survey.questionnaire import Option, Questionnaire

LARGEST_GROUP = 500
LARGEST_WEIGHT = 1_000_000  # people; more is a slip of the finger
_APART = re.compile(r"[;|\n]")
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
_CHANNEL = re.compile(r"[a-z][a-z_-]{0,29}")


class BadCell(ValueError):
    """A value that can't be taken, in one of the fields."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


@dataclass(frozen=True, slots=True)
class Filled:
    """One filled-in questionnaire."""

    checked: Checked
    on: date
    language: str
    channel: str
    group_size: int
    weight: float | None  # how many people it stands for; None where nobody was drawn


class Reader:
    """Reads filled-in questionnaires; options and areas may be written as ids or in words of any language."""

    def __init__(self, questionnaire: Questionnaire, columns: ColumnMap, areas: Mapping[str, Words]) -> None:
        """`areas`: the names of the areas that can be chosen, by code."""
        self.questionnaire, self.columns, self.areas = questionnaire, columns, areas
        self._options: dict[str, Mapping[str, str]] = {}  # field -> words -> option
        self._several = {column.field for column in questionnaire.columns() if column.several}
        self._texts = [question.text_field for question in questionnaire.questions() if question.text_field]
        for question in questionnaire.questions():
            if question.kind == "area":
                self._options[question.id] = _by_words([*areas.items(), *_words(question.options)])
            for column in question.columns():
                self._options[column.field] = _by_words(_words(column.options))

    def read(self, row: Row, *, today: date, language: str, channel: str) -> Filled:
        """The row; `language`, `channel` and today stand for what it does not say. Raises BadCell."""
        if row.trouble:
            raise BadCell("", row.trouble)
        checked = check(self.questionnaire, self.areas, self._given(row))
        for problem in checked.problems:
            raise BadCell(problem.field, self._reason(problem, row))
        if not (checked.answers or checked.texts):
            raise BadCell("", "it answers no question")
        return Filled(
            checked=checked,
            on=self._day(row, today),
            language=self._matching("language", _TAG, row) or language,
            channel=self._matching("channel", _CHANNEL, row) or channel,
            group_size=self._group_size(row),
            weight=self._weight(row),
        )

    def _given(self, row: Row) -> dict[str, list[str]]:
        """As a form would hold it: field -> values. What is no option stays as it was written."""
        closed = {field: self._chosen(row, field) for field in self._options}
        return closed | {field: [mended(text_of(self.columns.value(row, field)))] for field in self._texts}

    def _chosen(self, row: Row, field: str) -> list[str]:
        said = text_of(self.columns.value(row, field))
        pieces = [piece.strip() for piece in (_APART.split(said) if field in self._several else [said])]
        ours, options = self.columns.values.get(field, {}), self._options[field]
        return [options.get(ours.get(piece, piece).casefold(), piece) for piece in pieces if piece]

    def _reason(self, problem: Problem, row: Row) -> str:
        said = text_of(self.columns.value(row, problem.field))[:60]
        options = ", ".join(dict.fromkeys(self._options.get(problem.field, {}).values()))
        return {
            "required": "it is empty, but must be answered",
            "unknown_option": f"{said!r} is none of the options: {options}",
            "too_many": "it holds {chosen} options, more than {maximum}",
            "too_long": "it has {length} characters, more than {maximum}",
            "exclusive": "{option} can't go with another option",
        }[problem.reason].format(**problem.params)

    def _day(self, row: Row, today: date) -> date:
        value = self.columns.value(row, "received_on")
        try:
            return past_day_of(value, today=today) if text_of(value) else today
        except ValueError as problem:
            raise BadCell("received_on", str(problem)) from None

    def _matching(self, field: str, form: re.Pattern[str], row: Row) -> str:
        said = text_of(self.columns.value(row, field)).lower()
        if said and not form.fullmatch(said):
            raise BadCell(field, f"{said[:40]!r} is no {field}")
        return said

    def _group_size(self, row: Row) -> int:
        said = text_of(self.columns.value(row, "group_size"))
        try:
            size = number_of(said or 1)
        except ValueError:
            size = 0
        if not 1 <= size <= LARGEST_GROUP or size != int(size):
            raise BadCell("group_size", f"{said[:40]!r} is no number from 1 to {LARGEST_GROUP}")
        return int(size)

    def _weight(self, row: Row) -> float | None:
        said = text_of(self.columns.value(row, "weight"))
        try:
            weight = number_of(said) if said else None
        except ValueError:
            weight = 0
        if weight is not None and not 0 < weight <= LARGEST_WEIGHT:
            raise BadCell("weight", f"{said[:40]!r} is no weight: it must be above 0")
        return weight


def _words(options: Iterable[Option]) -> list[tuple[str, Words]]:
    return [(option.id, option.text) for option in options]


def _by_words(named: Sequence[tuple[str, Words]]) -> Mapping[str, str]:
    """Ids by themselves and by their words in every language; words that several share mean none of them."""
    found: dict[str, str | None] = {}
    for id, words in named:
        for text in {text.casefold() for text in words.values()}:
            found[text] = id if found.get(text, id) == id else None
    found |= {id.casefold(): id for id, _ in named}
    return {text: id for text, id in found.items() if id is not None}
