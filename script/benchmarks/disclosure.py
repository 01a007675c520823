"""Protecting one large table: 30 areas by 60 codes, of which a voice can name several, by 3 years."""

import time
from itertools import product

import numpy as np

from dialog.picture.disclosure import protect
from dialog.picture.tables import ALL, Dimension, Heading, Item, RawTable, State

AREAS, CODES, YEARS, VOICES = 30, 60, 3, 20_000
MOST_SECONDS = 15  # the project's bar is "seconds"


def main() -> None:
    table = made()
    started, used = time.monotonic(), time.process_time()
    [safe] = protect([table])
    took, cpu = time.monotonic() - started, time.process_time() - used
    small = sum(0 < count < 5 for count in table.counts.values())
    hidden = sum(cell.state is State.WITHHELD for cell in safe.cells.values())
    print(
        f"disclosure, {AREAS} areas x {CODES} codes x {YEARS} years, {len(safe.cells):,} cells, {small:,} small: "
        f"{took:.1f} s ({cpu:.1f} s of processor), {hidden:,} withheld (bar {MOST_SECONDS} s)"
    )


def made(seed: int = 1) -> RawTable:
    """Voices crowd into some areas and codes, and hardly reach others."""
    rng = np.random.default_rng(seed)
    areas, years = rng.choice(AREAS, VOICES, p=rng.dirichlet(np.full(AREAS, 0.8))), rng.integers(0, YEARS, VOICES)
    likely = rng.dirichlet(np.full(CODES, 0.5))
    counts = np.zeros((AREAS + 1, CODES + 1, YEARS + 1), np.int64)
    for area, year in zip((areas + 1).tolist(), (years + 1).tolist(), strict=True):
        said = [0, *set((rng.choice(CODES, rng.integers(1, 4), p=likely) + 1).tolist())]
        for cell in product((0, area), said, (0, year)):
            counts[cell] += 1
    dimensions = (listed("area", AREAS), listed("code", CODES, additive=False), listed("year", YEARS))
    keys = product(*([item.id for item in one.items] for one in dimensions))
    return RawTable(
        Heading("t", {}, "", "voices", "", {}, {}), dimensions, dict(zip(keys, counts.ravel().tolist(), strict=True))
    )


def listed(id: str, size: int, *, additive: bool = True) -> Dimension:
    items = (Item(ALL, {}, None), *(Item(f"{id}{number}", {}) for number in range(size)))
    return Dimension(id, {}, items, additive=additive)


if __name__ == "__main__":
    main()
