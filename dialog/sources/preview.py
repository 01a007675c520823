"""How each column of a file was understood, as a form that can be put right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dialog.rows.cells import text_of
from dialog.sources.taking import Understood
from dialog.sources.understanding.columns import (
    AREA,
    FIGURES,
    MEASURE,
    PERIOD,
    PUBLISHER,
    ROLES,
    VALUE,
    Column,
    Said,
    Told,
)

_EXAMPLES = 3
FIXED = (PERIOD, AREA, MEASURE, PUBLISHER)  # what may be the same for all figures of a file
_LONGEST = 200  # characters


@dataclass(frozen=True)
class Group:
    """A column, or those that differ in their year only."""

    key: str
    columns: Sequence[Column]
    examples: Sequence[str]

    @property
    def first(self) -> Column:
        return self.columns[0]

    @property
    def heading(self) -> str:
        if len(self.columns) == 1:
            return self.first.heading
        periods = sorted(one.period for one in self.columns)
        return f"{self.first.heading} … ({periods[0]}–{periods[-1]})" if periods[0] else f"{self.first.heading} …"

    @property
    def has_figures(self) -> bool:
        """Whether it matters what its figures are of: also of limits, where several columns have some."""
        return self.first.role == VALUE or (self.first.role in FIGURES and bool(self.first.category))


def groups_of(understood: Understood) -> list[Group]:
    """In the order of the file."""
    together: dict[str, list[Column]] = {}
    for column in understood.columns:
        together.setdefault(column.key, []).append(column)
    return [Group(key, columns, _examples(understood, columns[0].heading)) for key, columns in together.items()]


def told_in(form: Mapping[str, str], understood: Understood | None, earlier: Told) -> Told:
    """What a filled-in preview says that is other than what was understood, over what was said before."""
    said = {}
    for number, group in enumerate(groups_of(understood) if understood else ()):
        if one := _said(form, number, group):
            said[group.key] = one
    fixed = {name: form.get(name, "").strip()[:_LONGEST] for name in FIXED if name in form}
    return Told(said, fixed).over(earlier)


def _said(form: Mapping[str, str], number: int, group: Group) -> Said | None:
    role = form.get(f"role-{number}", group.first.role)
    category = form.get(f"category-{number}", group.first.category).strip()[:_LONGEST]
    measure = form.get(f"measure-{number}", group.first.measure).strip()[:_LONGEST]
    was = (group.first.role, group.first.category, group.first.measure)
    if role not in ROLES or (role, category, measure) == was:
        return None
    return Said(role, category, measure)


def _examples(understood: Understood, heading: str) -> list[str]:
    """The first different things that stand in a column."""
    found: dict[str, None] = {}
    for row in understood.sheet.rows[:200]:
        value = row.values.get(heading)
        said = text_of(getattr(value, "number", value))
        if said:
            found[said[:60]] = None
        if len(found) == _EXAMPLES:
            break
    return list(found)
