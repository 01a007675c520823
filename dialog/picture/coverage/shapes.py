"""Which tables tell who answered: area, age and sex, two of them together, and languages. Pure."""

from collections.abc import Iterator, Sequence

from dialog.languages import N_, Words
from dialog.picture.ids import AREA, VOICES
from dialog.picture.observations import Observations
from dialog.picture.plan import BASES, DIALOGUE, Shape
from dialog.picture.tables import Heading
from dialog.picture.wording import words

LANGUAGE = "language"


def coverage_shapes(round: str, period: str, observed: Observations, age: str, sex: str) -> list[Shape]:
    """`age` and `sex` are dimensions, empty where the round does not ask."""
    asked = [one for one in (AREA, age, sex) if one and one in observed.placed]
    crossed = [(AREA, one) for one in asked if one != AREA] + ([(age, sex)] if {age, sex} <= set(asked) else [])
    return [
        _shape(round, period, observed, *columns) for columns in [*((one,) for one in asked), (LANGUAGE,), *crossed]
    ]


def _shape(round: str, period: str, observed: Observations, *columns: str) -> Shape:
    dimensions = tuple(observed.placed[name].dimension for name in columns)
    heading = Heading(
        id="-by-".join(columns),
        title=_title([one.label for one in dimensions]),
        source=DIALOGUE,
        universe=f"{VOICES}:{round}",
        period=period,
        base=words(BASES[VOICES]),
        unit=words(N_("voices")),
    )
    return Shape(heading, dimensions, VOICES, columns)


def _title(labels: Sequence[Words]) -> Words:
    return dict(_joined(labels))


def _joined(labels: Sequence[Words]) -> Iterator[tuple[str, str]]:
    for tag in labels[0]:
        if all(tag in label for label in labels):
            yield tag, " × ".join(label[tag] for label in labels)
