"""Ticking the boxes of the questionnaire as somebody from a district would. Pure."""

from collections.abc import Mapping
from typing import Any

from dialog.demo.chance import Chance
from dialog.demo.tellers import Teller
from dialog.demo.temper import PROBLEMS, TEMPERS

_SAFETY = ("very_safe", "fairly_safe", "fairly_unsafe", "very_unsafe")
_SIZES = ("none", "small", "fairly_big", "very_big")
_HELPS = {  # what would help against a problem
    "T1": {"traffic": 6, "police": 2},
    "T2": {"addiction_support": 4, "police": 4, "guards": 2},
    "T3": {"youth_activities": 6, "adults": 4},
    "T4": {"guards": 3, "police": 4, "adults": 2},
    "T5": {"cameras": 4, "adults": 2},
    "T6": {"cameras": 4, "police": 3},
    "T7": {"police": 5, "guards": 3},
    "T8": {"police": 5, "youth_activities": 3},
    "T9": {"lighting": 8, "greenery": 4},
    "T10": {"cleaning": 7},
}
_WORRIES: Mapping[str, str] = {
    "burglary": "T6", "violence_robbery": "T7", "sexual_harassment": "T4", "fraud": "T6", "vandalism": "T5",
    "theft": "T6",
}  # fmt: skip
_OF_WAVE: Mapping[str, Any] = {  # what all of them ticked
    "Q1.a": "very_unsafe", "Q1.b": "very_unsafe", "Q6": "often", "Q7": ["violence_robbery"], "Q8": "no",
    "Q9": ["police", "guards"], "Q10": "no", "Q11.police": "no", "Q11.municipality": "no",
}  # fmt: skip
_RELATIONS: Mapping[str, float] = {"live": 12, "work": 4, "study": 2, "visit": 1, "business": 1}


def closed_answers(chance: Chance, teller: Teller) -> dict[str, Any]:
    """By column id; what was left open is left out."""
    if teller.is_of_wave:
        return dict(_OF_WAVE)
    unease = _unease(chance, teller)
    answers = {
        "Q1.a": _safety(chance, teller, unease - 1.0),
        "Q1.b": _safety(chance, teller, unease),
        **_problem_sizes(chance, teller),
        "Q3": _main_problem(chance, teller),
        "Q6": _answered(chance, _level(chance, unease / 1.5, ("never", "sometimes", "often"))),
        "Q7": _worries(chance, teller, unease),
        "Q8": _answered(chance, chance.weighted(_victim(teller))),
        "Q9": _helps(chance, teller),
        "Q10": _answered(chance, chance.weighted({"yes": 2, "partly": 3, "no": 6})),
        **_trust(chance, unease),
        "Q12": _feedback(chance, teller),
        "B1": teller.age,
        "B2": teller.gender,
        "B3": chance.some(_RELATIONS, 2) if chance.happens(0.85) else [],
    }
    return {column: answer for column, answer in answers.items() if answer}


def _unease(chance: Chance, teller: Teller) -> float:
    """0 for very safe in the evening … 3 for very unsafe."""
    mean = TEMPERS[teller.area].evening - (0.9 if teller.is_content else 0)
    mean += {"woman": 0.3, "man": -0.25}.get(teller.gender, 0)
    mean += {"65-84": 0.15, "85-plus": 0.3}.get(teller.age, 0)
    return chance.around(mean, 0.8)


def _safety(chance: Chance, teller: Teller, unease: float) -> str:
    if chance.happens(0.12 if teller.age == "85-plus" else 0.02):
        return "stay_in"
    return "dont_know" if chance.happens(0.03) else _level(chance, unease, _SAFETY, spread=0.3)


def _level(chance: Chance, mean: float, levels: tuple[str, ...], spread: float = 0.4) -> str:
    return levels[min(max(round(chance.around(mean, spread)), 0), len(levels) - 1)]


def _answered(chance: Chance, answer: str) -> str:
    """Nothing now and then: almost every question may be skipped."""
    return answer if chance.happens(0.93) else ""


def _problem_sizes(chance: Chance, teller: Teller) -> dict[str, str]:
    if chance.happens(0.07):
        return {}
    sizes = dict(zip(PROBLEMS, TEMPERS[teller.area].sizes, strict=True))
    return {f"Q2.{problem}": _size(chance, size) for problem, size in sizes.items() if chance.happens(0.93)}


def _size(chance: Chance, mean: float) -> str:
    return "dont_know" if chance.happens(0.09) else _level(chance, mean, _SIZES, spread=0.85)


def _main_problem(chance: Chance, teller: Teller) -> str:
    """What they write about, if it is one of the ten."""
    written = [topic for saying in teller.sayings.values() for topic in saying.topics if topic in PROBLEMS]
    if written:
        return written[0]
    silent = teller.is_content or teller.is_spam
    return "" if silent or chance.happens(0.15) else chance.weighted(TEMPERS[teller.area].problems)


def _worries(chance: Chance, teller: Teller, unease: float) -> list[str]:
    if chance.happens(0.08):
        return []
    sizes = dict(zip(PROBLEMS, TEMPERS[teller.area].sizes, strict=True))
    chosen = [worry for worry, problem in _WORRIES.items() if chance.happens(sizes[problem] / 6 + unease / 12)]
    return chosen or ["nothing"]


def _victim(teller: Teller) -> Mapping[str, float]:
    theft = TEMPERS[teller.area].sizes[PROBLEMS.index("T6")]
    return {"yes_reported": 3 * theft, "yes_unreported": 3 * theft, "no": 40, "prefer_not": 1.5}


def _helps(chance: Chance, teller: Teller) -> list[str]:
    weights: dict[str, float] = {}
    for problem, weight in TEMPERS[teller.area].problems.items():
        for remedy, share in _HELPS[problem].items():
            weights[remedy] = weights.get(remedy, 0) + weight * share
    most = 2 if "Q9" in teller.sayings else 3
    chosen = chance.some(weights, most) if chance.happens(0.88) else []
    return [*chosen, "other"] if "Q9" in teller.sayings else chosen


def _trust(chance: Chance, unease: float) -> dict[str, str]:
    levels = ("yes", "partly", "no")
    asked = {"Q11.police": unease / 2, "Q11.municipality": unease / 2 + 0.3}
    return {
        column: "dont_know" if chance.happens(0.15) else _level(chance, mean, levels, spread=0.7)
        for column, mean in asked.items()
        if chance.happens(0.92)
    }


def _feedback(chance: Chance, teller: Teller) -> list[str]:
    by_hand = 4 if teller.channel in ("paper", "meeting") else 1
    weights = {"web": 6, "notice": 2 * by_hand, "meeting": by_hand, "association": 1.5, "follow_code": 3}
    return chance.some(weights, 2) if chance.happens(0.75) else []
