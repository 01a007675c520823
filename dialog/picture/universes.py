"""Whose words a table counts, and what was observed of them. Pure.

`voices` are all voices of a round. `reports` are those that reported a place: there, the area is where the place is.
`coded` are those with a reviewed and coded text. Where no report was made inside a response, every report is a voice
of its own, and what it says is observed of `voices`: two universes that differ by the responses alone would let a
reader subtract one from the other.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dialog.picture.area_items import AreaItems
from dialog.picture.codes import Category, code_dimension, stance_dimension
from dialog.picture.columns import Columns, Single
from dialog.picture.dimensions import channel_dimension, language_dimension, question_dimension
from dialog.picture.heard import Heard
from dialog.picture.ids import AREA, CODE, CODED, NO_ANSWER, REPORTS, STANCE, VOICES
from dialog.picture.observations import (
    ItemOf,
    Observations,
    Placed,
    Rows,
    followed_by,
    place_chosen,
    place_nowhere,
    place_single,
)
from dialog.picture.problems import is_problem, problems_observed
from dialog.picture.reported import places_reported
from dialog.picture.tables import Dimension
from dialog.survey.questionnaire import Column

Observed = dict[str, Placed]


@dataclass(frozen=True)
class Frame:
    """What the items of a round are: its areas, questions and imported categories."""

    areas: AreaItems
    questions: Sequence[Column]
    categories: Sequence[Category]


def universes(heard: Heard, frame: Frame) -> Mapping[str, Observations]:
    """What was observed, by universe; `reports` only where some lie inside responses."""
    alone = _flag(heard.reports.single["inside"], False)
    size = heard.responses.size + int(alone.sum())
    placed = _of_voices(heard, frame, alone) | _answers(heard.responses, frame.questions, size - heard.responses.size)
    found = {CODED: _coded(heard.codings, frame.areas)}
    if alone.all():
        asked = places_reported(heard.reports, frame.categories, additive=True)
        placed |= {name: _after_responses(one, heard) for name, one in asked.items()}
    else:
        found[REPORTS] = _reports(heard.reports, frame)
    return {VOICES: Observations(size, placed)} | found


def _flag(column: Single, value: bool) -> NDArray[np.bool_]:
    wanted = [one is value for one in column.values] or [False]
    return np.array(wanted)[column.codes]


def _of_voices(heard: Heard, frame: Frame, alone: NDArray[np.bool_]) -> Observed:
    """Language, channel and area of responses, then of reports that are voices of their own."""
    both = (heard.responses.single, heard.reports.single)

    def placed(name: str, dimension: Dimension, item_of: ItemOf) -> Placed:
        first, second = (place_single(dimension, columns[name], item_of) for columns in both)
        return followed_by(first, heard.responses.size, second.only(alone), int(alone.sum()))

    def values(name: str) -> list[Hashable]:
        return [value for columns in both for value in columns[name].values]

    return {
        "language": placed("language", language_dimension(values("language")), str),
        "channel": placed("channel", channel_dimension(values("channel")), str),
        AREA: placed(AREA, frame.areas.dimension, frame.areas.item_of),
    }


def _answers(responses: Columns, questions: Sequence[Column], others: int) -> Observed:
    """What responses answered, and the other voices, who were not asked."""
    placed = {}
    for question in questions:
        dimension = question_dimension(question)
        answered = place_chosen(responses, question.id, dimension, several=question.several)
        unasked = place_nowhere(dimension, others, none=NO_ANSWER)
        placed[dimension.id] = followed_by(answered, responses.size, unasked, others)
    problems = [question for question in questions if is_problem(question)]
    rows = [(question, placed.pop(f"question:{question.id}")) for question in problems]
    return placed | problems_observed(rows, responses.size + others)


def _after_responses(placed: Placed, heard: Heard) -> Placed:
    """The same where responses, which report no place, come first."""
    responses = place_nowhere(placed.dimension, heard.responses.size, none=NO_ANSWER)
    return followed_by(responses, heard.responses.size, placed, heard.reports.size)


def _reports(reports: Columns, frame: Frame) -> Observations:
    voices = reports.single["voice"]
    additive = len(voices.values) == reports.size
    areas = replace(frame.areas.dimension, additive=additive)
    placed = places_reported(reports, frame.categories, additive=additive)
    placed[AREA] = place_single(areas, reports.single["area"], frame.areas.item_of)
    return Observations(reports.size, placed, _numbers(voices))


def _coded(codings: Columns, areas: AreaItems) -> Observations:
    code, stance = code_dimension(), stance_dimension()
    placed = {
        AREA: place_single(areas.dimension, codings.single["area"], areas.item_of),
        CODE: place_single(code, codings.single["code"], str),
        STANCE: place_single(stance, codings.single["stance"], str),
    }
    return Observations(codings.size, placed, _numbers(codings.single["voice"]))


def _numbers(voices: Single) -> Rows:
    return voices.codes.astype(np.int32)
