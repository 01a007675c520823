"""Invented voices, and the raw tables that count them: a few by hand, or many by chance."""

from collections.abc import Sequence
from itertools import product

import numpy as np

from dialog.picture.tables import ALL, Dimension, Heading, Item, RawTable

Voice = dict[str, tuple[str, ...]]  # the items somebody is in, for each dimension


def dimension(id: str, *items: str, additive: bool = True, background: bool = False) -> Dimension:
    """Items are written with what they are part of, if anything: `west`, `west/harbour`."""
    paths = [item.split("/") for item in items]
    parts = [Item(path[-1], {"en": path[-1]}, path[-2] if len(path) > 1 else ALL) for path in paths]
    return Dimension(id, {"en": id}, (Item(ALL, {"en": "All"}, None), *parts), additive, background)


def heading(id: str, universe: str = "round") -> Heading:
    return Heading(id, {"en": id}, "Dialog", universe, "2026-05-04/2026-06-14", {"en": "voices"}, {"en": "voices"})


def whole_items(one: Dimension, items: Sequence[str]) -> set[str]:
    """Items with everything they are part of."""
    parents = {item.id: item.parent for item in one.items}
    found: set[str] = {ALL}
    for item in items:
        step: str | None = item
        while step is not None:
            found.add(step)
            step = parents[step]
    return found


def count(voices: Sequence[Voice], *dimensions: Dimension, universe: str = "round") -> RawTable:
    counts = dict.fromkeys(product(*([item.id for item in one.items] for one in dimensions)), 0)
    for voice in voices:
        for key in product(*(whole_items(one, voice[one.id]) for one in dimensions)):
            counts[key] += 1
    return RawTable(heading(" by ".join(one.id for one in dimensions), universe), dimensions, counts)


def people(number: int, **items: str) -> list[Voice]:
    return [{dimension: (item,) for dimension, item in items.items()}] * number


def without(voices: Sequence[Voice], **items: str) -> list[Voice]:
    return [voice for voice in voices if voice not in people(1, **items)]


def coding(*codes: str) -> list[Voice]:
    return [{"code": codes}]


def crowd(**counts: dict[str, int]) -> list[Voice]:
    """Voices by area and answer: crowd(north={"yes": 20, "no": 3})."""
    return [
        voice
        for area, said in counts.items()
        for answer, number in said.items()
        for voice in people(number, area=area, answer=answer)
    ]


def random_voices(chance: np.random.Generator, dimensions: Sequence[Dimension], number: int) -> list[Voice]:
    """People who crowd into some items and leave others nearly empty."""
    leaves = {one.id: [item.id for item in one.items[1:] if not one.children(item.id)] for one in dimensions}
    likely = {id: chance.dirichlet(np.full(len(items), 0.8)) for id, items in leaves.items()}
    voices = []
    for _ in range(number):
        voice = {}
        for one in dimensions:
            several = 1 if one.additive else int(chance.integers(0, 3))
            voice[one.id] = tuple(chance.choice(leaves[one.id], several, p=likely[one.id]).tolist())
        voices.append(voice)
    return voices


def random_dimensions(chance: np.random.Generator) -> dict[str, Dimension]:
    areas = ["north", "south", "east"]
    if chance.random() < 0.5:
        areas = ["north", "north/hill", "north/mill", "north/moor", "south", "south/park", "south/dock", "east"]
    return {
        "area": dimension("area", *areas),
        "answer": dimension("answer", *"abcd"[: chance.integers(2, 5)]),
        "other": dimension("other", *"xyz"[: chance.integers(2, 4)]),
        "code": dimension("code", "light", "light/dark", "light/broken", "litter", "noise", additive=False),
        "age": dimension("age", "young", "old", background=True),
    }


SHAPES = (
    ("area",), ("answer",), ("code",), ("area", "answer"), ("area", "other"), ("area", "code"), ("area", "age"),
    ("age", "answer"), ("area", "age", "answer"), ("area", "code", "other"),
)  # fmt: skip


def random_shapes(chance: np.random.Generator) -> list[tuple[str, ...]]:
    return [shape for shape in SHAPES if chance.random() < 0.4] or [("area", "answer")]


def random_picture(seed: int) -> list[RawTable]:
    chance = np.random.default_rng(seed)
    by = random_dimensions(chance)
    voices = random_voices(chance, list(by.values()), int(chance.integers(0, 150)))
    return [count(voices, *(by[id] for id in shape)) for shape in random_shapes(chance)]


def random_editions(seed: int, number: int) -> list[list[RawTable]]:
    """Voices come, and a few are withdrawn, between editions of the same tables."""
    chance = np.random.default_rng(seed)
    by = random_dimensions(chance)
    voices = random_voices(chance, list(by.values()), int(chance.integers(20, 150)))
    shapes, editions = random_shapes(chance), []
    for _ in range(number):
        editions.append([count(voices, *(by[id] for id in shape)) for shape in shapes])
        stay = [voice for voice in voices if chance.random() < chance.choice([1, 0.98])]
        voices = stay + random_voices(chance, list(by.values()), int(chance.choice([0, 2, 30])))
    return editions
