"""Ticking the boxes of a report as somebody would who knows the spot. Pure."""

from collections.abc import Mapping
from typing import Any

from dialog.demo.chance import Chance
from dialog.demo.spots import DARK, EVENINGS, SCHOOL_DAYS, Spot, Weights

_REMEDIES: Mapping[str, Weights] = {  # what people think would help against a cause
    "lighting": {"lighting": 9},
    "hidden": {"greenery": 8},
    "desolate": {"adults": 4, "lighting": 2},
    "no_escape": {"lighting": 2, "greenery": 2},
    "gathering": {"youth_activities": 5, "adults": 4, "police": 3},
    "intoxication": {"addiction_support": 4, "guards": 4, "police": 2},
    "drugs": {"police": 5, "cameras": 3, "addiction_support": 2},
    "traffic": {"traffic": 9},
    "vandalism": {"cameras": 4, "cleaning": 3},
    "litter": {"cleaning": 8},
    "upkeep": {"cleaning": 6},
    "threats": {"police": 5, "guards": 4},
    "reputation": {"adults": 3},
    "other": {"other": 3},
}


def ticked(chance: Chance, spot: Spot, feeling: str) -> dict[str, Any]:
    """What is answered beside feeling and kind; what does not fit the feeling is not asked."""
    answers: dict[str, Any] = {}
    if feeling != "safe" and spot.causes:
        answers["causes"] = sorted(chance.some(spot.causes, 3))
        answers["times"] = sorted(chance.some(spot.times, 3))
        answers |= _what_follows(chance, spot, answers["causes"])
    if feeling != "unsafe" and spot.strengths:
        answers["strengths"] = sorted(chance.some(spot.strengths, 2))
    if chance.happens(0.6):
        answers["frequency"] = chance.weighted({"once": 1, "sometimes": 4, "weekly": 5, "daily": 3})
    if chance.happens(0.6):
        answers["affected"] = sorted(chance.some(spot.affected, 2))
    return answers


def _what_follows(chance: Chance, spot: Spot, causes: list[str]) -> dict[str, list[str]]:
    """In which seasons it is so, what it leads to and what would help: each left open by some."""
    found = {}
    if chance.happens(0.55):
        found["seasons"] = sorted(chance.some(_seasons(spot), 2))
    if chance.happens(0.5):
        children = 5 if "children" in spot.affected and spot.affected["children"] > 2 else 0.5
        weights = {"avoid": 5, "detour": 4, "children_accompanied": children}
        found["consequences"] = sorted(chance.some(weights, 2))
    if chance.happens(0.6):
        weights = {remedy: weight for cause in causes for remedy, weight in _REMEDIES[cause].items()}
        found["remedies"] = sorted(chance.some(weights, 2))
    return found


def _seasons(spot: Spot) -> Weights:
    if spot.times is DARK:
        return {"winter": 6, "autumn": 5, "all_year": 1}
    if spot.times is SCHOOL_DAYS:
        return {"all_year": 4, "autumn": 2, "winter": 2, "spring": 1}
    return (
        {"summer": 5, "spring": 2, "all_year": 3}
        if spot.times is EVENINGS
        else {"all_year": 6, "summer": 2, "winter": 1}
    )
