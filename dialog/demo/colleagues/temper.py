"""How work looks at the six workplaces of the story: how many answered, and what they tick. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialog.demo.colleagues.words import CARE, LEISURE, SCHOOL, STREETS


@dataclass(frozen=True)
class Workplace:
    """How many answered, and what weighs how much among what they choose."""

    answers: int
    problems: Mapping[str, float]  # the same say how big each is
    places: Mapping[str, float]
    times: Mapping[str, float]
    needs: Mapping[str, float]


WORKPLACES: Mapping[str, Workplace] = {
    SCHOOL: Workplace(
        46,
        {"T3": 9, "T1": 6, "T9": 3, "T5": 2, "T7": 2, "T2": 1},
        {"school": 9, "playground_sports": 4, "path": 3, "stop_station": 2},
        {"day": 5, "evening": 4, "weekday": 5, "morning": 3},
        {"more_adults": 7, "whom_to_call": 4, "joint_work": 5, "time": 4, "routines": 2},
    ),
    CARE: Workplace(
        36,
        {"T9": 9, "T6": 5, "T10": 2, "T4": 1, "T7": 1},
        {"housing": 8, "path": 5, "parking": 3, "tunnel_bridge": 2},
        {"evening": 7, "night": 3, "dark": 7, "morning": 2},
        {"place_upkeep": 8, "quick_answers": 5, "whom_to_call": 4, "routines": 3, "manager": 2},
    ),
    STREETS: Workplace(
        24,
        {"T9": 6, "T10": 6, "T5": 4, "T3": 2},
        {"tunnel_bridge": 5, "path": 5, "park_woods": 4, "square": 3, "parking": 2},
        {"always": 3, "weekend": 4, "night": 4, "dark": 3},
        {"joint_work": 5, "time": 4, "quick_answers": 3, "routines": 2},
    ),
    LEISURE: Workplace(
        20,
        {"T3": 8, "T2": 4, "T4": 3, "T8": 1},
        {"square": 5, "stop_station": 5, "playground_sports": 4, "shop_bar": 2},
        {"evening": 8, "weekend": 5, "night": 2},
        {"more_adults": 6, "joint_work": 4, "training": 3, "manager": 1},
    ),
    "police": Workplace(
        8,
        {"T2": 4, "T8": 3, "T7": 2, "T3": 2},
        {"square": 3, "stop_station": 2, "housing": 2},
        {"night": 4, "weekend": 4},
        {"joint_work": 4, "time": 3, "quick_answers": 1},
    ),
    "social_services": Workplace(
        6,
        {"T8": 3, "T2": 3, "T3": 3},
        {"housing": 3, "square": 2},
        {"evening": 3, "weekend": 2},
        {"joint_work": 4, "time": 2, "training": 1},
    ),
}
