"""From rows to figures, once it is known what each column means. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dialog.rows.cells import text_of
from dialog.rows.row import Row
from dialog.sources.tables.sheet import Sheet
from dialog.sources.tables.values import NOT_AVAILABLE, Unreadable, Value, read_value
from dialog.sources.understanding.columns import (
    AREA,
    AREA_NAME,
    BACKGROUND,
    CATEGORY,
    EVENT,
    FIGURES,
    MEASURE,
    PERIOD,
    PUBLISHER,
    VALUE,
    Column,
)
from dialog.sources.understanding.joining import Part, Parts
from dialog.sources.understanding.observations import (
    BROKEN,
    NO_AREA,
    NO_NUMBER,
    NO_PERIOD,
    SAID_OTHERWISE,
    Account,
    BadRow,
    Left,
    Observation,
    Subject,
)
from dialog.sources.understanding.periods import period_of
from dialog.sources.understanding.units import ANSWERS, COUNT, FIGURE, UNKNOWN, part_of, unit_of

TOGETHER = " / "  # stands between the words of several columns
_ONE = Column("", VALUE)  # each row of a list of events is one


@dataclass(frozen=True)
class Layout:
    """Which column is what."""

    columns: Sequence[Column]
    fixed: Mapping[str, str]  # PERIOD, AREA, CATEGORY, MEASURE of every row

    @cached_property
    def headings(self) -> Mapping[str, Sequence[str]]:
        """By their role."""
        found: dict[str, list[str]] = {}
        for one in self.columns:
            found.setdefault(one.role, []).append(one.heading)
        return found

    def first(self, role: str) -> str:
        return self.all(role)[0] if role in self.headings else ""

    def all(self, role: str) -> Sequence[str]:
        return self.headings.get(role, ())

    @property
    def is_list(self) -> bool:
        """Whether rows are single events, or few of them, that are added up."""
        return EVENT in self.headings

    @cached_property
    def figures(self) -> Sequence[Column]:
        found = [one for one in self.columns if one.role in FIGURES]
        return found or ([_ONE] if self.is_list else [])

    @cached_property
    def figure_headings(self) -> Sequence[str]:
        return [one.heading for one in self.figures]

    def lacks(self) -> list[str]:
        """What has to be told before the rows can be read: of AREA, PERIOD and VALUE."""
        needs = [] if self.first(AREA) or self.first(AREA_NAME) or self.fixed.get(AREA) else [AREA]
        known = self.first(PERIOD) or self.fixed.get(PERIOD)
        if not known and not all(one.period or one.period_column for one in self.figures):
            needs.append(PERIOD)
        return needs if any(one.role == VALUE for one in self.figures) else [*needs, VALUE]


def observe(sheet: Sheet, layout: Layout) -> Account:
    """Every figure of the table; rows that can't be taken are listed with why."""
    account, parts = Account(rows=len(sheet.rows)), Parts()
    for row in sheet.rows:
        if _is_note(row, layout):
            account.notes += 1
            continue
        try:
            said = _where(row, layout, sheet)
            for subject, part, one in list(_figures(row, layout, said, sheet)):
                _take(subject, part, one, account, parts, layout)
        except BadRow as problem:
            account.left.append(Left(row.line, problem, row.values))
    parts.join(account)
    return account


def _is_note(row: Row, layout: Layout) -> bool:
    """Words in one cell and no figure: a footnote, a heading between, who published it."""
    if any(_is_filled(row.values.get(heading)) for heading in layout.figure_headings):
        return False
    filled = sum(map(_is_filled, row.values.values()))
    return not filled or (filled == 1 and len(layout.columns) > 2)


def _is_filled(value: object) -> bool:
    return isinstance(value, Value) or bool(text_of(value))


def _where(row: Row, layout: Layout, sheet: Sheet) -> str:
    """The area of a row, by its code where the file has one for what stands there."""
    if row.trouble:
        raise BadRow(BROKEN, said=row.trouble)
    heading = layout.first(AREA)
    said = text_of(row.values.get(heading)) or layout.fixed.get(AREA, "")
    return sheet.codes.get(heading, {}).get(said, said) or text_of(row.values.get(layout.first(AREA_NAME)))


def _figures(row: Row, layout: Layout, area: str, sheet: Sheet) -> Iterator[tuple[Subject, Part, Observation]]:
    """Each figure of a row with what it is of, and whether it is a figure of its own or part of another."""
    if not area and not layout.is_list:  # an event somewhere counts all the same
        raise BadRow(NO_AREA, column=layout.first(AREA))
    measured = text_of(row.values.get(layout.first(MEASURE)))
    for column in layout.figures:
        measure = measured or column.measure or layout.fixed.get(MEASURE, "")
        category = _together([*_words(row, layout, CATEGORY), column.category]) or layout.fixed.get(CATEGORY, "")
        subject = Subject(
            publisher=text_of(row.values.get(layout.first(PUBLISHER))),
            area=area,
            period=_period(row, layout, column),
            category=category,
            background=_together([*_backgrounds(row, layout), column.background]),
            measure=measure,
        )
        named = layout.first(AREA_NAME) or (layout.first(AREA) if layout.first(AREA) in sheet.codes else "")
        name = text_of(row.values.get(named))
        unit = COUNT if column is _ONE else unit_of(measure, category, sheet.unit, sheet.title)
        yield subject, _part(column, measured, category), Observation(name, unit, _value(row, column), row.line)


def _part(column: Column, measured: str, category: str) -> Part:
    if column.role != VALUE:
        return Part(column.role, in_measure=False)
    part = part_of(measured)
    if part == FIGURE and part_of(category) == ANSWERS:
        return Part(ANSWERS, of_all=True)
    return Part(part, in_measure=True)


def _words(row: Row, layout: Layout, role: str) -> list[str]:
    return [text_of(row.values.get(heading)) for heading in layout.all(role)]


def _backgrounds(row: Row, layout: Layout) -> list[str]:
    """A number alone says nothing: månad 3, ålder 16."""
    said = {heading: text_of(row.values.get(heading)) for heading in layout.all(BACKGROUND)}
    return [f"{heading} {word}" if word.isdecimal() else word for heading, word in said.items()]


def _together(words: Sequence[str]) -> str:
    return TOGETHER.join(word for word in words if word)


def _period(row: Row, layout: Layout, column: Column) -> str:
    if column.period:
        return column.period
    heading = column.period_column or layout.first(PERIOD)
    said = layout.fixed.get(PERIOD) or row.values.get(heading)
    try:
        return period_of(said)
    except ValueError:
        raise BadRow(NO_PERIOD, column=heading, said=text_of(said)[:40] or "–") from None


def _value(row: Row, column: Column) -> Value:
    if column is _ONE:
        return Value(1.0)
    try:
        return read_value(row.values.get(column.heading))
    except Unreadable as problem:
        raise BadRow(NO_NUMBER, column=column.heading, said=problem.said[:40]) from None


def _take(subject: Subject, part: Part, one: Observation, account: Account, parts: Parts, layout: Layout) -> None:
    if not part.is_figure:
        parts.add(subject, part, one)
        return
    before = account.observations.get(subject)
    if before is None:
        account.observations[subject] = one
    elif layout.is_list and one.unit in (COUNT, UNKNOWN):
        account.added += 1
        before.value = _sum(before.value, one.value)
    elif before.value == one.value:
        account.twice += 1
    else:
        raise BadRow(SAID_OTHERWISE, line=before.line)


def _sum(one: Value, other: Value) -> Value:
    if one.number is None or other.number is None:
        return Value(None, one.missing or other.missing or NOT_AVAILABLE)
    return Value(one.number + other.number)
