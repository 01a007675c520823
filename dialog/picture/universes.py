"""Whose words a table counts, and what was observed of them. Pure.

`voices` are all voices of a round. `reports` are those that reported a place: there, the area is where the place is.
`coded` are those with a reviewed and coded text. Where no report was made inside a response, every report is a voice
of its own, and what it says is observed of `voices`: two universes that differ by the responses alone would let a
reader subtract one from the other.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dialog.picture.area_items import AreaItems
from dialog.picture.codes import Category, code_dimension, stance_dimension
from dialog.picture.columns import Column, Columns
from dialog.picture.dimensions import channel_dimension, language_dimension, question_dimension
from dialog.picture.heard import Heard
from dialog.picture.ids import AREA, CODE, CODED, REPORTS, STANCE, VOICES
from dialog.picture.observations import Observations, Placed, place, place_chosen, place_nowhere
from dialog.picture.problems import is_problem, problems_observed
from dialog.picture.reported import places_reported
from dialog.picture.tables import Dimension
from dialog.survey.questionnaire import Column as Question

Observed = dict[str, Placed]


@dataclass(frozen=True)
class Frame:
    """What the items of a round are: its areas, questions and imported categories."""

    areas: AreaItems
    questions: Sequence[Question]
    categories: Sequence[Category]


def universes(heard: Heard, frame: Frame) -> Mapping[str, Observations]:
    """What was observed, by universe; `reports` only where some lie inside responses."""
    alone = _is_false(heard.reports["inside"])
    size = heard.responses.size + int(alone.sum())
    placed = _of_voices(heard, frame, alone) | _answers(heard.responses, frame.questions, size - heard.responses.size)
    found = {CODED: _coded(heard.codings, frame.areas)}
    if alone.all():
        asked = places_reported(heard.reports, frame.categories, additive=True)
        before = heard.responses.size
        placed |= {name: place_nowhere(one.dimension, before).followed_by(one) for name, one in asked.items()}
    else:
        found[REPORTS] = _reports(heard.reports, frame)
    return {VOICES: Observations(size, placed)} | found


def _of_voices(heard: Heard, frame: Frame, alone: NDArray[np.bool_]) -> Observed:
    """Language, channel and area of responses, then of reports that are voices of their own."""

    def placed(name: str, dimension: Dimension, item_of: Callable[[Any], str]) -> Placed:
        first, second = (place(dimension, columns[name], item_of) for columns in (heard.responses, heard.reports))
        return first.followed_by(second.only(alone))

    def values(name: str) -> list[Any]:
        return [*heard.responses[name].values, *heard.reports[name].values]

    return {
        "language": placed("language", language_dimension(values("language")), str),
        "channel": placed("channel", channel_dimension(values("channel")), str),
        AREA: placed(AREA, frame.areas.dimension, frame.areas.item_of),
    }


def _answers(responses: Columns, questions: Sequence[Question], others: int) -> Observed:
    """What responses answered, and the other voices, who were not asked."""
    placed = {}
    for question in questions:
        dimension = question_dimension(question)
        answered = place_chosen(dimension, responses[question.id], several=question.several)
        placed[dimension.id] = answered.followed_by(place_nowhere(dimension, others))
    problems = [question for question in questions if is_problem(question)]
    return placed | problems_observed([(question, placed.pop(f"question:{question.id}")) for question in problems])


def _reports(reports: Columns, frame: Frame) -> Observations:
    voices = reports["voice"]
    additive = len(voices.values) == reports.size
    placed = places_reported(reports, frame.categories, additive=additive)
    placed[AREA] = place(replace(frame.areas.dimension, additive=additive), reports[AREA], frame.areas.item_of)
    return Observations(reports.size, placed, voices.codes.astype(np.int32))


def _coded(codings: Columns, areas: AreaItems) -> Observations:
    placed = {
        AREA: place(areas.dimension, codings[AREA], areas.item_of),
        CODE: place(code_dimension(), codings[CODE], str),
        STANCE: place(stance_dimension(), codings[STANCE], str),
    }
    return Observations(codings.size, placed, codings["voice"].codes.astype(np.int32))


def _is_false(column: Column) -> NDArray[np.bool_]:
    return np.array([value is False for value in column.values] or [False])[column.codes]
