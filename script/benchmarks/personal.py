"""How many texts a second are looked through for what could point to a person, and whether hostile ones take longer.

The texts are those of the demonstration and the labelled sentences of the tests, alone and many in one. Processor time
counts, since other programs run on the same machine.
"""

import sys
import time
from collections.abc import Sequence

from dialog.demo.voices.everything import OFTEN, ONCE
from dialog.texts.personal.finder import find_personal
from dialog.texts.suspicion.judging import suspicion_of
from tests.texts.personal.labelled import HELD_OUT, KNOWN, sentences

LEAST_TEXTS = 2_000  # the project's bar: texts a second
MOST_GROWTH = 25  # times as long for ten times as much; 10 is in proportion, and short times are measured coarsely
ROUNDS = 5
LONG = 100_000  # characters
HOSTILE = (
    *("0", "+46 70", "a@", "a.b.@c.", "[at] ", "0 7 ", "A", "Karin ", "Karin Lind ", "von ", "A. ", "heter karin "),
    *("a-", "Storgatan 1", "1 Aa Bb Cc ", "kod: 12", "bil abc 123 ", "snap: a.", "insta_a ", "instagram.com/", " "),
    *("شارع ا ", "محمد ", "و", "ابو ", "Mikollesta ", "knark ", "Han slår. "),
)

Text = tuple[str, str]  # language, words


def seconds(texts: Sequence[Text], rounds: int = ROUNDS) -> float:
    """The least of several rounds: finding, and judging what was found."""
    least = float("inf")
    for _ in range(rounds):
        begun = time.process_time()
        for language, text in texts:
            suspicion_of(text, find_personal(text, language=language))
        least = min(least, time.process_time() - begun)
    return least


def main() -> int:
    begun = time.process_time()
    find_personal("Karin", language="sv")
    print(f"reading the lists of names, once: {1000 * (time.process_time() - begun):.0f} ms")
    rates = [rate(name, texts) for name, texts in everyday().items()][:-1]  # long ones have no bar
    print(f"the slowest of them: {min(rates):.0f} a second, without the long ones; bar {LEAST_TEXTS}")
    growth = {piece: grown(piece) for piece in HOSTILE}
    worst = max(growth, key=lambda piece: growth[piece])
    print(f"ten times as long takes at most {growth[worst]:.1f} times as long ({worst!r}); bar {MOST_GROWTH}")
    return int(min(rates) < LEAST_TEXTS or growth[worst] > MOST_GROWTH)


def everyday() -> dict[str, list[Text]]:
    said = [(saying.language, saying.text) for saying in (*ONCE, *OFTEN)]
    labelled = [(one.language, one.text) for which in (HELD_OUT, KNOWN) for one in sentences(which)]
    swedish = [text for language, text in said if language == "sv"]
    long = [("sv", " ".join(swedish[at : at + 6])) for at in range(0, len(swedish), 6)]
    return {"demonstration": said, "labelled": labelled, "long": long}


def rate(name: str, texts: Sequence[Text]) -> float:
    """How many a second, printed too."""
    found = len(texts) / seconds(texts)
    mean = sum(len(text) for _, text in texts) / len(texts)
    print(f"{name:14} {len(texts):4} texts of {mean:4.0f} characters: {found:7.0f} a second")
    return found


def grown(piece: str) -> float:
    """How many times as long a text of LONG characters takes as one of a tenth of them."""
    short, long = ([("fi", (piece * (size // len(piece) + 1))[:size])] for size in (LONG // 10, LONG))
    return seconds(long, rounds=1) / max(seconds(short, rounds=3), 0.002)


if __name__ == "__main__":
    sys.exit(main())
