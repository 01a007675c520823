"""Which tables tell what colleagues said: each closed question, and each by workplace; nothing more. Pure."""

from collections.abc import Iterator, Sequence

from dialog.languages import N_, Words
from dialog.picture.dimensions import coarse
from dialog.picture.ids import VOICES, is_silent
from dialog.picture.observations import Observations
from dialog.picture.plan import FEW_CATEGORIES, Shape
from dialog.picture.problems import is_problem
from dialog.picture.tables import ALL, Dimension, Heading
from dialog.picture.wording import filled, in_shipped, words
from dialog.survey.default_staff_dialogue import WORKPLACE
from dialog.survey.questionnaire import Column

SOURCE = "staff"
BASE = N_("All colleagues who answered")
UNIT = N_("colleagues")


def universe_of(round: str) -> str:
    return f"{VOICES}:{round}"


def staff_shapes(
    round: str, period: str, questions: Sequence[Column], observed: Observations, *, small: bool
) -> list[Shape]:
    """For a small gathering one-way tables in few categories, and nothing of who answered.

    By workplace stands what colleagues said, never what else tells who they are.
    """
    plan = _Plan(round, period, observed)
    if small:
        return [*plan.merged(questions)]
    unit = next((one for one in questions if one.measures == WORKPLACE and one.background and not one.several), None)
    alone = [shape for one in questions for shape in plan.shape(one.id, in_shipped(one.title), one)]
    return alone + ([*plan.by_unit(questions, unit)] if unit else [])


class _Plan:
    """What all shapes of one round have in common."""

    def __init__(self, round: str, period: str, observed: Observations) -> None:
        self._round, self._period, self._observed = round, period, observed

    def by_unit(self, questions: Sequence[Column], unit: Column) -> Iterator[Shape]:
        for one in questions:
            if not one.background:
                title = filled(N_("%(question)s – by workplace"), question=one.title)
                yield from self.shape(f"{one.id}-by-unit", title, unit, one)

    def merged(self, questions: Sequence[Column]) -> Iterator[Shape]:
        for one in questions:
            few = len([item for item in self._dimension(one, merged=True).items if item.parent == ALL])
            if not one.background and not one.several and few <= FEW_CATEGORIES + 1:
                yield from self.shape(one.id, in_shipped(one.title), one, merged=True)

    def shape(self, id: str, title: Words, *columns: Column, merged: bool = False) -> Iterator[Shape]:
        """The shape, if anybody answered each of its questions; what is said by workplace stands in few categories."""
        names = tuple(name_of(one) for one in columns)
        if not all(map(self._says_something, columns)):
            return
        heading = Heading(
            id=f"staff-{self._round}-{id}",
            title=title,
            source=SOURCE,
            universe=universe_of(self._round),
            period=self._period,
            base=words(BASE),
            unit=words(UNIT),
        )
        few = merged or len(columns) > 1
        yield Shape(heading, tuple(self._dimension(one, merged=few) for one in columns), VOICES, names)

    def _says_something(self, column: Column) -> bool:
        placed = self._observed.placed[name_of(column)]
        return placed.says_something({item.id for item in placed.dimension.items if is_silent(item.id)})

    def _dimension(self, column: Column, *, merged: bool = False) -> Dimension:
        found = self._observed.placed[name_of(column)].dimension
        return coarse(found, levels=2 if is_problem(column) else 1) if merged else found


def name_of(column: Column) -> str:
    """What is observed of a question."""
    return f"code:{column.id}" if is_problem(column) else f"question:{column.id}"
