"""Taking the names of a file into what can be searched."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from dialog.areas.locating import finest_of
from dialog.areas.maps.files import Shape
from dialog.areas.names.actions import replace_names
from dialog.areas.names.joining import Part, join, point_in
from dialog.areas.names.reading import NoSpot, Reading, Unnamed, read_entry
from dialog.areas.queries import locator, root_of
from dialog.languages import N_, Sentence
from dialog.rows.rejects import Rejects

NO_NAME, NO_SHAPE = Sentence(N_("it has no name")), Sentence(N_("it lies nowhere"))


@dataclass(frozen=True)
class Loaded:
    """What a load did."""

    new: int
    gone: int  # names that the file gave before
    kinds: Mapping[str, int]
    joined: int  # entries that were parts of the same name
    nameless: int
    passed_over: int
    outside: int  # names that lie in no area


def load_names(
    session: Session,
    entries: Sequence[Shape],
    rejects: Rejects,
    *,
    source: str,
    reading: Reading,
    is_table: bool,
    by: int | None = None,
) -> Loaded:
    """Keep the names of a file in place of those that it gave before.

    In a map much has no name, and is left out; a row of a table without one is rejected.
    """
    parts, left_out = _read(entries, rejects, reading, is_table)
    points = [point_in(part.shape) for part in parts]
    root = root_of(session)
    areas = finest_of(locator(session, root.id), points) if root else [None] * len(points)
    spots = join(parts, areas)
    replaced = replace_names(session, source=source, spots=spots, by=by)
    return Loaded(
        replaced.new,
        replaced.gone,
        Counter(spot.kind for spot in spots),
        joined=len(parts) - len(spots),
        nameless=left_out[Unnamed],
        passed_over=left_out[NoSpot],
        outside=sum(spot.area_id is None for spot in spots),
    )


def _read(
    entries: Sequence[Shape], rejects: Rejects, reading: Reading, is_table: bool
) -> tuple[list[Part], Counter[type[Unnamed]]]:
    """What can be taken, and how many entries were left out for which reason."""
    parts: list[Part] = []
    left_out: Counter[type[Unnamed]] = Counter()
    for entry in entries:
        try:
            found = list(read_entry(entry.row.values, entry.outline, reading))
        except Unnamed as problem:
            left_out[type(problem)] += 1
            if str(problem) or (is_table and not isinstance(problem, NoSpot)):
                rejects.add(
                    entry.row, entry.problem or (problem.args[0] if problem.args else NO_NAME), column=reading.heading
                )
            continue
        if entry.outline is None or entry.outline.is_empty:
            rejects.add(entry.row, entry.problem or NO_SHAPE)
            continue
        parts += found
    return parts, left_out
