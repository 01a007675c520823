"""The release plan: which shapes of table a picture has. No other shapes ever leave. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dialog.languages import N_, Words
from dialog.picture.dimensions import coarse
from dialog.picture.groups import UNSAFE
from dialog.picture.ids import (
    AREA,
    CODE,
    CODED,
    IMPORTED,
    RATED,
    REPORTS,
    SCATTERED,
    STANCE,
    VOICES,
    is_area,
    is_place,
    is_silent,
)
from dialog.picture.observations import Observations, Placed
from dialog.picture.place_items import PLACE, PLACE_ALONE
from dialog.picture.problems import is_problem
from dialog.picture.spots import SPOT
from dialog.picture.tables import ALL, Dimension, Heading
from dialog.picture.wording import filled, in_shipped, words
from dialog.survey.questionnaire import Column

DIALOGUE = "dialogue"
FEW_CATEGORIES = 3  # besides no answer: as many as the table of a small gathering may have

BASES = {
    VOICES: N_("All voices of the round"),
    REPORTS: N_("Voices that reported a place"),
    CODED: N_("Voices with a text that is read and coded"),
}
ONE_WAY_OF_PLACES = {
    "cause": ("causes", N_("What makes places unsafe")),
    "strength": ("strengths", N_("What makes places safe")),
    "time": ("times", N_("When places are like that")),
    SPOT: ("spots", N_("Places outside every area")),
    "month": ("months", N_("Reports month by month")),
    IMPORTED: ("imported", N_("Categories that came with the file (imported)")),
}
# By feeling within the areas, which have a table by feeling themselves; by cause and time beside all the rest.
WHERE_REPORTS_GATHER = {
    ("places", N_("Places where reports gather")): (PLACE,),
    ("places-by-feeling", N_("Places where reports gather, by how they feel")): (PLACE, "feeling"),
    ("places-by-cause", N_("Places where reports gather, by what makes them unsafe")): (PLACE_ALONE, "cause"),
    ("places-by-time", N_("Places where reports gather, by when they are like that")): (PLACE_ALONE, "time"),
}


@dataclass(frozen=True)
class Shape:
    """A table to be: what it says of itself, its dimensions, whose voices, and what was observed of each dimension."""

    heading: Heading
    dimensions: tuple[Dimension, ...]
    universe: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """What shapes are made from: whose round, which questions, and what was observed."""

    round: str
    period: str
    questions: Sequence[Column]
    observed: Mapping[str, Observations]

    def shapes(self, *, small: bool) -> list[Shape]:
        """All tables; for a small gathering one-way ones only, in few categories, and nothing of who answered."""
        return (
            [*self._small()]
            if small
            else [*self._who(), *self._answers(), *self._problems(), *self._places(), *self._themes()]
        )

    def _who(self) -> Iterator[Shape]:
        yield from self._shape("area", N_("Voices by area"), VOICES, AREA)
        yield from self._shape("language", N_("Language of the voices"), VOICES, "language")
        yield from self._shape("channel", N_("How the voices came"), VOICES, "channel")
        for question in self.questions:
            if question.background:
                yield from self._shape(question.id, in_shipped(question.title), VOICES, f"question:{question.id}")

    def _answers(self) -> Iterator[Shape]:
        for question in self.questions:
            name = f"question:{question.id}"
            if question.background or is_problem(question):
                continue
            yield from self._shape(question.id, in_shipped(question.title), VOICES, name)
            if any(item.id == UNSAFE for item in self._items(VOICES, name)):
                title = filled(N_("%(question)s – by area"), question=question.title)
                for shape in self._shape(f"{question.id}-by-area", title, VOICES, AREA, name):
                    yield replace(shape, dimensions=(shape.dimensions[0], coarse(shape.dimensions[1], levels=1)))

    def _problems(self) -> Iterator[Shape]:
        title = N_("Problems by area: voices that call them fairly or very big")
        yield from self._shape("problems", title, VOICES, AREA, CODE)
        said = N_("Voices that said of any problem how big it is, by area")
        yield from self._shape("rated", said, VOICES, AREA, RATED)
        for question in filter(is_problem, self.questions):
            yield from self._shape(question.id, in_shipped(question.title), VOICES, f"code:{question.id}")

    def _places(self) -> Iterator[Shape]:
        universe = REPORTS if REPORTS in self.observed else VOICES
        yield from self._shape("kinds", N_("Reported places by kind"), universe, "kind")
        yield from self._shape("kinds-by-area", N_("Reported places by area and kind"), universe, AREA, "kind")
        yield from self._shape("feelings", N_("How reported places feel"), universe, "feeling")
        yield from self._shape("feelings-by-area", N_("How reported places feel, by area"), universe, AREA, "feeling")
        for dimension, (id, title) in ONE_WAY_OF_PLACES.items():
            yield from self._shape(id, title, universe, dimension)
        for (id, title), columns in WHERE_REPORTS_GATHER.items():
            yield from self._shape(id, title, universe, *columns)

    def _themes(self) -> Iterator[Shape]:
        yield from self._shape("themes", N_("Themes in what people wrote"), CODED, CODE, STANCE)
        for shape in self._shape("themes-by-area", N_("Themes in what people wrote, by area"), CODED, AREA, CODE):
            yield replace(shape, dimensions=(shape.dimensions[0], coarse(shape.dimensions[1], levels=1)))

    def _small(self) -> Iterator[Shape]:
        for question in self.questions:
            if question.background or question.several:
                continue
            name = f"code:{question.id}" if is_problem(question) else f"question:{question.id}"
            for shape in self._shape(question.id, in_shipped(question.title), VOICES, name):
                merged = coarse(shape.dimensions[0], levels=2 if is_problem(question) else 1)
                if len([item for item in merged.items if item.parent == ALL]) <= FEW_CATEGORIES + 1:
                    yield replace(shape, dimensions=(merged,))
        universe = REPORTS if REPORTS in self.observed else VOICES
        yield from self._shape("feelings", N_("How reported places feel"), universe, "feeling")

    def _shape(self, id: str, title: str | Words, universe: str, *columns: str) -> Iterator[Shape]:
        """The shape, if anything was said of each of its dimensions."""
        observed = self.observed[universe].placed
        if not all(name in observed and _says_something(observed[name]) for name in columns):
            return
        heading = Heading(
            id=id,
            title=words(title) if isinstance(title, str) else title,
            source=IMPORTED if IMPORTED in columns else DIALOGUE,
            universe=f"{universe}:{self.round}",
            period=self.period,
            base=words(BASES[universe]),
            unit=words(N_("voices")),
        )
        yield Shape(heading, tuple(observed[name].dimension for name in columns), universe, columns)

    def _items(self, universe: str, name: str) -> tuple:
        placed = self.observed[universe].placed.get(name)
        return placed.dimension.items if placed else ()


def _says_something(placed: Placed) -> bool:
    """Whether anybody is in an item that tells more than that nothing was said."""
    silent = {item.id for item in placed.dimension.items if is_silent(item.id) or item.id == SCATTERED}
    if placed.dimension.id == AREA:
        silent |= {item.id for item in placed.dimension.items if not is_area(item.id) and not is_place(item.id)}
    return placed.says_something(silent)
