"""Where the marks of a drawing of areas lie: recorded to the right, felt upwards, with the two middles. Pure."""

from dataclasses import dataclass

from dialog.picture.statistics.quadrants import Quadrant, Quadrants

WIDTH, HEIGHT, EDGE = 480, 320, 24  # units of the drawing
ROOM = 1.08  # beyond the farthest mark


@dataclass(frozen=True)
class Mark:
    """One area by its number among those of the table beside the drawing."""

    number: int
    x: float
    y: float


@dataclass(frozen=True)
class Scatter:
    width: int
    height: int
    edge: int
    middle_x: float
    middle_y: float
    marks: tuple[Mark, ...]


def scatter(found: Quadrants) -> Scatter | None:
    """None where there are too few areas to tell a middle. Areas of which either is not known have no mark."""
    if found.middle_felt is None or found.middle_recorded is None:
        return None
    known = [(number, one) for number, one in enumerate(found.standings, start=1) if one.quadrant != Quadrant.UNKNOWN]
    right = ROOM * max([one.per_thousand or 0 for _, one in known]) or 1
    top = ROOM * max([one.felt.of_hundred or 0 for _, one in known]) or 1

    def place(recorded: float, felt: float) -> tuple[float, float]:
        across, up = (WIDTH - 2 * EDGE) * recorded / right, (HEIGHT - 2 * EDGE) * felt / top
        return round(EDGE + across, 1), round(HEIGHT - EDGE - up, 1)

    middle_x, middle_y = place(found.middle_recorded, found.middle_felt)
    marks = tuple(Mark(number, *place(one.per_thousand or 0, one.felt.of_hundred or 0)) for number, one in known)
    return Scatter(WIDTH, HEIGHT, EDGE, middle_x, middle_y, marks)
