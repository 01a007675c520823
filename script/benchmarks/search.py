"""How long finding a name takes: making the index, and one search, beside rapidfuzz looking at every name.

The names are invented, as a large municipality has them: streets with their houses, some in Arabic too. The questions
are what people type: the name, its beginning, without dots, with letters wrong, with its area, and its end alone.
Processor time counts, since other programs run on the same machine.
"""

import random
import statistics
import sys
import time
from collections.abc import Callable, Sequence

from rapidfuzz import process

from dialog.areas.names.folding import fold
from dialog.areas.names.search import Name, NameIndex

NAMES, QUESTIONS, BARE_QUESTIONS, AREAS = 100_000, 300, 20, 200
MOST_BUILD_SECONDS, MOST_MS = 2.0, 20.0  # the project's bars: making the index, 19 of 20 searches
FIRST = (
    *("Stor", "Lill", "Norr", "Söder", "Öst", "Väst", "Kvarn", "Kyrk", "Skol", "Berg", "Dal", "Sjö", "Strand", "Kung"),
    *("Drottning", "Björk", "Ek", "Gran", "Tall", "Rönn", "Lind"),
)
BETWEEN = ("ba", "da", "fe", "gå", "hä", "ka", "li", "lö", "ma", "ne", "ni", "ra", "rö", "se", "si", "ta", "ti", "vä")
LAST = (
    *("gatan", "vägen", "stigen", "gränd", "torget", "parken", "backen", "plan", "allén", "leden", "gård", "hult"),
    *("torp", "sta", "by", "ås", "bo", "lund", "holm", "vik"),
)
BEFORE = ("", "", "", "Norra ", "Södra ", "Gamla ")
LETTERS = "abcdefghijklmnoprstuvåäö"


def invented(number: int, rnd: random.Random) -> list[Name]:
    names: list[Name] = []
    while len(names) < number:
        between = "".join(rnd.choice(BETWEEN) for _ in range(rnd.randint(0, 2)))
        called = rnd.choice(BEFORE) + rnd.choice(FIRST) + between + rnd.choice(LAST)
        area = rnd.randrange(AREAS)
        spellings = [called, f"شارع {called}"] if rnd.random() < 0.2 else [called]
        names.append(Name(len(names), spellings, area))
        for house in rnd.sample(range(1, 90), rnd.randint(0, 4)):
            names.append(Name(len(names), [f"{called} {house}"], area, is_detail=True))
    return names[:number]


def misspelt(text: str, rnd: random.Random) -> str:
    at = rnd.randrange(len(text))
    letter = rnd.choice(LETTERS)
    changed = (
        text[at + 1 :],
        letter + text[at + 1 :],
        letter + text[at:],
        text[at + 1 : at + 2] + text[at] + text[at + 2 :],
    )
    return text[:at] + rnd.choice(changed)


def questions(names: Sequence[Name], rnd: random.Random) -> dict[str, list[str]]:
    """By what they show, as many of each."""
    several = max(QUESTIONS // 7, 1)
    some = [(name.spellings[0], name.area_id) for name in rnd.sample(list(names), several)]
    return {
        "as written": [text for text, _ in some],
        "its beginning": [text[: rnd.randint(2, 6)] for text, _ in some],
        "without dots": [fold(text) for text, _ in some],
        "one letter wrong": [misspelt(text, rnd) for text, _ in some],
        "two letters wrong": [misspelt(misspelt(text, rnd), rnd) for text, _ in some],
        "with its area": [f"{text} område{area}" for text, area in some],
        "an end that many share": [rnd.choice(LAST) for _ in some],
    }


def timed(search: Callable[[str], object], asked: Sequence[str]) -> list[float]:
    """Milliseconds of processor time that each question took."""
    times = []
    for question in asked:
        before = time.process_time()
        search(question)
        times.append(1_000 * (time.process_time() - before))
    return times


def p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def main(number: int) -> None:
    rnd = random.Random(1)
    names = invented(number, rnd)
    areas = {area: (f"Område{area}", "Provby") for area in range(AREAS)}
    before = time.process_time()
    index = NameIndex(names, areas)
    print(f"index of {number:,} names: {time.process_time() - before:.1f} s (bar {MOST_BUILD_SECONDS} s)")

    first = index.inside(set(range(AREAS // 2)))
    everything: list[float] = []
    asked = questions(names, rnd)
    for kind, several in asked.items():
        times = timed(lambda question: index.search(question, first=first), several)
        everything += times
        print(f"search, {kind}: p50 {statistics.median(times):.1f} ms, p95 {p95(times):.1f} ms")
    print(f"search, all: p50 {statistics.median(everything):.1f} ms, p95 {p95(everything):.1f} ms (bar {MOST_MS} ms)")

    spellings = [fold(spelling) for name in names for spelling in name.spellings]
    mixed = rnd.sample([question for several in asked.values() for question in several], BARE_QUESTIONS)
    bare = statistics.median(timed(lambda question: process.extract(fold(question), spellings, limit=8), mixed))
    ratio = bare / statistics.median(everything)
    print(f"rapidfuzz looking at every name: p50 {bare:.1f} ms, {ratio:.0f} times as long")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else NAMES)
