"""The figures that a table holds, each with what it is of; and what could not be taken. Pure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from dialog.languages import N_
from dialog.sources.tables.values import Value


class BadRow(ValueError):
    """A row can't be taken; `sentence` is a template in English, for translators too."""

    def __init__(self, sentence: str, *, column: str = "", **values: object) -> None:
        super().__init__(sentence % values if values else sentence)
        self.sentence, self.column, self.values = sentence, column, values


@dataclass(frozen=True, slots=True)
class Left:
    """A row that was left out, and why."""

    line: int
    problem: BadRow
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a figure is of; no two figures of a source are of the same."""

    publisher: str
    area: str  # as the file says it: a code, a code and a name, or a name
    period: str
    category: str
    background: str
    measure: str


@dataclass(slots=True)
class Observation:
    """One figure, or why there is none, as it was published."""

    area_name: str
    unit: str
    value: Value
    line: int
    lower: float | None = None
    upper: float | None = None
    answers: int | None = None


@dataclass
class Account:
    """What has become of every row of a file."""

    rows: int = 0
    observations: dict[Subject, Observation] = field(default_factory=dict)
    notes: int = 0  # rows of words below or between the figures
    added: int = 0  # rows that were added to the figure of another: a list of single events
    twice: int = 0  # rows that say what another says
    limits: int = 0  # limits of figures and numbers of answers that were put beside them
    left: list[Left] = field(default_factory=list)

    @property
    def missing(self) -> Counter[str]:
        """How many have no figure, by the reason."""
        return Counter(one.value.missing for one in self.observations.values() if one.value.missing)

    @property
    def periods(self) -> list[str]:
        return sorted({subject.period for subject in self.observations})

    @property
    def areas(self) -> set[tuple[str, str]]:
        """What the file calls its areas: (area, name)."""
        return {(subject.area, one.area_name) for subject, one in self.observations.items()}

    @property
    def publishers(self) -> Counter[str]:
        return Counter(subject.publisher for subject in self.observations)


NO_AREA = N_("It names no area.")
NO_PERIOD = N_("%(said)s is no year or other period.")
NO_NUMBER = N_("%(said)s is neither a number nor a mark for a missing one.")
SAID_OTHERWISE = N_("Line %(line)s says something else of the same.")
NO_INDEX = N_("%(said)s is no index from 0 to 6.")
LIMIT_ALONE = N_("It is the limit of a figure that is not there.")
SEVERAL_FIGURES = N_("It is a limit, and there are several figures it could be of.")
BROKEN = N_("The row can’t be relied on: %(said)s.")
