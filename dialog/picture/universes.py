"""Whose words a table counts, and what was observed of them. Pure.

`voices` are all voices of a round. `reports` are those that reported a place: there, the area is where the place is.
`coded` are those with a reviewed and coded text. Where no report was made inside a response, those who reported are
voices of their own, and what they say is observed of `voices`: two universes that differ by the responses alone would
let a reader subtract one from the other.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from dialog.picture.area_items import AreaItems
from dialog.picture.codes import Category, code_dimension, stance_dimension
from dialog.picture.columns import Columns
from dialog.picture.dimensions import channel_dimension, language_dimension, question_dimension
from dialog.picture.heard import RESPONSE, Heard
from dialog.picture.ids import AREA, CODE, CODED, REPORTS, STANCE, VOICES
from dialog.picture.observations import Observations, Placed, place, place_chosen, place_nowhere
from dialog.picture.place_items import PlaceItem, PlaceItems, ground
from dialog.picture.problems import is_problem, problems_observed
from dialog.picture.reported import places_reported
from dialog.picture.sendings import Sendings
from dialog.picture.spots import SPOT, named_spots
from dialog.picture.tables import Dimension
from dialog.review.codebook.book import Codebook
from dialog.survey.questionnaire import Column as Question

Observed = dict[str, Placed]


@dataclass(frozen=True)
class Frame:
    """What the items of a round are: areas, questions, imported categories, codes, and places where reports gather."""

    areas: AreaItems
    questions: Sequence[Question]
    categories: Sequence[Category]
    codebook: Codebook
    places: Sequence[PlaceItem] = ()


def universes(heard: Heard, frame: Frame) -> Mapping[str, Observations]:
    """What was observed, by universe; `reports` only where some lie inside responses."""
    sendings = Sendings(heard.reports)
    alone = int(sendings.first.sum())
    placed = _answers(heard.responses, frame.questions, alone)
    found = {CODED: _coded(heard.codings, frame)}
    if RESPONSE in heard.reports["inside"].values:
        placed |= _of_voices(heard, frame, lambda one: one.only(sendings.first))
        found[REPORTS] = _reports(heard.reports, frame)
    else:
        placed |= _of_voices(heard, frame, sendings.as_voices) | _reported_alone(heard, frame, sendings)
    return {VOICES: Observations(heard.responses.size + alone, placed)} | found


def _of_voices(heard: Heard, frame: Frame, as_voices: Callable[[Placed], Placed]) -> Observed:
    """Language, channel and area of responses, then of reports that are voices of their own."""

    def placed(name: str, dimension: Dimension, item_of: Callable[[Any], str]) -> Placed:
        first, second = (place(dimension, columns[name], item_of) for columns in (heard.responses, heard.reports))
        return _followed(first, as_voices(second))

    def values(name: str) -> list[Any]:
        return [*heard.responses[name].values, *heard.reports[name].values]

    return {
        "language": placed("language", language_dimension(values("language")), str),
        "channel": placed("channel", channel_dimension(values("channel")), str),
        AREA: placed(AREA, frame.areas.dimension, frame.areas.item_of),
    }


def _reported_alone(heard: Heard, frame: Frame, sendings: Sendings) -> Observed:
    """Of responses, who reported nothing, then of reports: what they say of their places."""
    asked = places_reported(heard.reports, frame.categories, additive=True)
    others = {name: place_nowhere(one.dimension, heard.responses.size) for name, one in asked.items()}
    if frame.places:
        items = _place_items(heard.reports, frame, frame.areas.dimension)
        asked |= items.observed(ground(heard.reports, frame.areas.item_of))
        others |= items.elsewhere(heard.responses[AREA], frame.areas.item_of)
    return {name: _followed(others[name], sendings.as_voices(one)) for name, one in asked.items()}


def _followed(first: Placed, second: Placed) -> Placed:
    """These observations, then those; a voice can be in several items where one of those is."""
    return replace(first.followed_by(second), dimension=second.dimension)


def _place_items(reports: Columns, frame: Frame, areas: Dimension) -> PlaceItems:
    return PlaceItems(frame.places, areas, named_spots(reports[SPOT]))


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
    areas = replace(frame.areas.dimension, additive=additive)
    placed[AREA] = place(areas, reports[AREA], frame.areas.item_of)
    if frame.places:
        placed |= _place_items(reports, frame, areas).observed(ground(reports, frame.areas.item_of))
    return Observations(reports.size, placed, voices.codes.astype(np.int32))


def _coded(codings: Columns, frame: Frame) -> Observations:
    placed = {
        AREA: place(frame.areas.dimension, codings[AREA], frame.areas.item_of),
        CODE: place(code_dimension(frame.codebook, codings[CODE].values), codings[CODE], str),
        STANCE: place(stance_dimension(), codings[STANCE], str),
    }
    return Observations(codings.size, placed, codings["voice"].codes.astype(np.int32))
