"""The safety survey of the police in Åkersta: an index from 0 to 6 for each question and district. Pure.

It was sent to a sample, unlike the dialogue, and mostly says the same; of Centrum it is calmer, of Torsvik silent.
"""

from collections.abc import Iterator, Mapping, Sequence

from dialog.demo.chance import Chance
from dialog.demo.land import DISTRICTS, NAMES

HEAD = "Område;År;Fråga;Index;Undre gräns;Övre gräns;Antal svar"
QUESTIONS = {  # -> the code of the codebook that is nearest
    "Buskörning och fortkörning": "T1",
    "Öppen narkotikahandel": "T2.dealing",
    "Ungdomar som stör ordningen": "T3.rowdy_groups",
    "Skadegörelse på allmän plats": "T5",
    "Dålig belysning utomhus": "T9.lighting",
    "Nedskräpning": "T10.litter",
    "Otrygg utomhus ensam sent på kvällen": "T11.fear_outdoors",
}
_INDEX: Mapping[str, Sequence[float]] = {  # of QUESTIONS, the latest year
    "centrum": (2.3, 2.9, 2.0, 2.4, 1.9, 2.6, 2.2),
    "norrby": (2.7, 2.8, 3.6, 2.9, 4.1, 2.8, 4.0),
    "ekhagen": (3.2, 1.1, 1.4, 1.3, 2.0, 1.5, 1.7),
    "sjovik": (2.4, 1.7, 3.5, 1.8, 1.9, 2.5, 2.6),
    "lillaker": (3.0, 0.6, 1.0, 0.9, 1.6, 1.2, 1.2),
    "hammaren": (3.1, 0.9, 0.9, 2.2, 2.5, 2.9, 1.6),
    "ostra-byarna": (4.3, 0.5, 1.0, 0.6, 2.2, 1.1, 1.5),
    "": (2.7, 1.9, 2.2, 1.9, 2.4, 2.2, 2.3),
}
_ANSWERS: Mapping[str, int] = {  # about as many in both years
    "centrum": 214, "norrby": 148, "ekhagen": 131, "sjovik": 104, "lillaker": 83, "hammaren": 61, "ostra-byarna": 44,
    "torsvik": 7, "": 792,
}  # fmt: skip
SENT = 1_600
_BEFORE = {"norrby": 0.3, "centrum": 0.5, "sjovik": -0.4}  # what the index was higher by the time before
_SPREAD = 1.5  # of what people answer, on the scale from 0 to 6
_SEED = 47


def answers(round: int) -> int:
    """How many answered, the time before (0) and the latest (1)."""
    return _answers("", round)


def safety_csv(years: Sequence[int]) -> str:
    """The time before and the latest; one year alone is the time before."""
    chance = Chance(_SEED)
    rows = [row for place, year in enumerate(years) for row in _rows(chance, place, year)]
    return "\n".join([HEAD, *rows]) + "\n"


def _rows(chance: Chance, round: int, year: int) -> Iterator[str]:
    for area in (*DISTRICTS, ""):
        name = DISTRICTS[area][0] if area else NAMES["sv"]
        for place, question in enumerate(QUESTIONS):
            told = f"{name};{year};{question}"
            if area not in _INDEX:
                yield f"{told};..;;;{_answers(area, round)}"
                continue
            index = _INDEX[area][place] + (_BEFORE.get(area, 0.1) if not round else 0) + chance.around(0, 0.08)
            yield f"{told};{_with_limits(index, _answers(area, round))}"


def _answers(area: str, round: int) -> int:
    return _ANSWERS[area] - (0 if round else _ANSWERS[area] // 20)


def _with_limits(index: float, answers: int) -> str:
    half = 1.96 * _SPREAD / answers**0.5
    low, high = max(index - half, 0), min(index + half, 6)
    return f"{_comma(index)};{_comma(low)};{_comma(high)};{answers}"


def _comma(number: float) -> str:
    return f"{number:.2f}".replace(".", ",")
