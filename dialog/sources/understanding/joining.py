"""Confidence limits and numbers of answers on rows or in columns of their own, put beside their figure. Pure."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dialog.sources.understanding.observations import (
    LIMIT_ALONE,
    SEVERAL_FIGURES,
    Account,
    BadRow,
    Left,
    Observation,
    Subject,
)
from dialog.sources.understanding.units import COUNT, FIGURE, LOWER_LIMIT, UPPER_LIMIT


@dataclass(frozen=True, slots=True)
class Part:
    """A figure of its own, or which part of another's."""

    name: str  # FIGURE, LOWER_LIMIT, UPPER_LIMIT, ANSWERS
    in_measure: bool = False  # the words of its measure say that it is a part, not what is measured
    of_all: bool = False  # of every figure of the same area and period

    @property
    def is_figure(self) -> bool:
        return self.name == FIGURE


@dataclass
class Parts:
    """The parts of a file until all its figures are known."""

    waiting: list[tuple[Subject, Part, Observation]] = field(default_factory=list)

    def add(self, subject: Subject, part: Part, one: Observation) -> None:
        self.waiting.append((subject, part, one))

    def join(self, account: Account) -> None:
        """Put each beside its figure; one that has none, or several, is left out."""
        if not self.waiting:
            return
        of: dict[Subject, list[Observation]] = defaultdict(list)
        around: dict[tuple[str, str, str], list[Observation]] = defaultdict(list)
        for subject, observation in account.observations.items():
            for known in {replace(subject, measure=""), replace(subject, measure="", category="")}:
                of[known].append(observation)
            around[_around(subject)].append(observation)
        for subject, part, one in self.waiting:
            try:
                for figure in around[_around(subject)] if part.of_all else [_figure(subject, of)]:
                    _put(part, one, figure)
                account.limits += 1
            except BadRow as problem:
                account.left.append(Left(one.line, problem, {"": one.value.number}))


def _around(subject: Subject) -> tuple[str, str, str]:
    return subject.publisher, subject.area, subject.period


def _figure(subject: Subject, of: Mapping[Subject, Sequence[Observation]]) -> Observation:
    """The figure of the same: of several that measure differently the one that is no count."""
    found = of.get(replace(subject, measure="")) or ()
    uncounted = [one for one in found if one.unit != COUNT]
    chosen = uncounted if len(uncounted) == 1 else found
    if not chosen:
        raise BadRow(LIMIT_ALONE)
    if len(chosen) > 1:
        raise BadRow(SEVERAL_FIGURES)
    return chosen[0]


def _put(part: Part, one: Observation, figure: Observation) -> None:
    if part.name == LOWER_LIMIT:
        figure.lower = one.value.number
    elif part.name == UPPER_LIMIT:
        figure.upper = one.value.number
    elif one.value.number is not None:
        figure.answers = int(one.value.number)
