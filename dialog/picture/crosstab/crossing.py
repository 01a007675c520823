"""What can be crossed with what: dimensions by name, and a table of two or three of them. Pure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from dialog.languages import N_, Words
from dialog.picture.area_items import AreaItems
from dialog.picture.codes import code_dimension
from dialog.picture.columns import Columns
from dialog.picture.crosstab.sets import place_sets
from dialog.picture.crosstab.tally import Counts, tally
from dialog.picture.dimensions import channel_dimension, language_dimension, listed, question_dimension, silent
from dialog.picture.heard import OF_VOICE
from dialog.picture.ids import AREA, CODE
from dialog.picture.observations import Placed, place, place_chosen, place_nowhere
from dialog.picture.problems import is_problem, problem_dimension
from dialog.picture.tables import ALL, Dimension
from dialog.picture.wording import in_shipped, words
from dialog.places.fields import TIMES
from dialog.review.codebook.book import Codebook
from dialog.survey.questionnaire import Column as Question

TIME, LANGUAGE, CHANNEL = "time", "language", "channel"
FEWEST, MOST = 2, 3  # dimensions of a cross-tab
WHO, SAID, WROTE = "who", "said", "wrote"


@dataclass(frozen=True)
class Choice:
    """Something to break voices down by; `sort`: who answered, what was chosen, or what was written and reported."""

    name: str
    label: Words
    sort: str


@dataclass(frozen=True)
class CrossTab:
    """How many voices are in each combination of items: raw numbers, for the analyst's own screen alone.

    Items that nobody is in are left out. `counts` has one dimension for each of `dimensions`, `all` among the items.
    """

    dimensions: tuple[Dimension, ...]
    counts: Counts
    voices: int


def choices(questions: Sequence[Question]) -> list[Choice]:
    """Everything that voices of a round can be broken down by."""
    background = [one for one in questions if one.background]
    asked = [one for one in questions if not one.background]
    return [
        Choice(AREA, words(N_("Area")), WHO),
        *(Choice(question_name(one.id), in_shipped(one.title), WHO) for one in background),
        Choice(LANGUAGE, words(N_("Language")), WHO),
        Choice(CHANNEL, words(N_("How it came")), WHO),
        *(Choice(question_name(one.id), in_shipped(one.title), SAID) for one in asked),
        Choice(CODE, words(N_("Theme")), WROTE),
        Choice(TIME, words(N_("When")), WROTE),
    ]


def question_name(id: str) -> str:
    return f"question:{id}"


def asked_in(names: Sequence[str], questions: Sequence[Question]) -> list[Question]:
    """The questions among the names."""
    return [one for one in questions if question_name(one.id) in names]


@dataclass(frozen=True)
class Spoken:
    """What is looked at of a round: columns of responses, of reports that are voices of their own, and sets of both.

    `sets` has (voice, what it said) by dimension, for times of day and codes, as far as they are looked at.
    """

    responses: Columns
    lone: Columns
    sets: Mapping[str, Sequence[tuple[int, Any]]]

    @property
    def size(self) -> int:
        return self.responses.size + self.lone.size


@dataclass(frozen=True)
class Frame:
    """What the items are: areas down to one level, the questions that are looked at, codes."""

    areas: AreaItems
    questions: Sequence[Question]
    codebook: Codebook


def cross(spoken: Spoken, names: Sequence[str], frame: Frame) -> CrossTab:
    """`names` of dimensions, each another; every voice is counted once in each cell that it is in."""
    placed = [_placed(spoken, name, frame) for name in names]
    return without_nobody(tuple(one.dimension for one in placed), tally(placed), spoken.size)


def without_nobody(dimensions: tuple[Dimension, ...], counts: Counts, voices: int) -> CrossTab:
    """Only items that somebody is in, and `all`."""
    kept = []
    for axis, dimension in enumerate(dimensions):
        others = tuple(other for other in range(counts.ndim) if other != axis)
        used = counts.max(axis=others, initial=0) > 0
        used[0] = True
        counts = counts.compress(used, axis=axis)
        items = tuple(item for item, is_used in zip(dimension.items, used.tolist(), strict=True) if is_used)
        kept.append(replace(dimension, items=items))
    return CrossTab(tuple(kept), np.ascontiguousarray(counts), voices)


def _placed(spoken: Spoken, name: str, frame: Frame) -> Placed:
    if name == TIME:
        when = listed(TIME, N_("When"), TIMES, none=N_("No place, or no time told"), additive=False)
        return place_sets(when, spoken.sets[TIME], spoken.size)
    if name == CODE:
        return place_sets(
            _codes(frame.codebook, {code for _, code in spoken.sets[CODE]}), spoken.sets[CODE], spoken.size
        )
    if name in OF_VOICE:
        dimension, item_of = _of_voice(spoken, name, frame)
        first, then = (place(dimension, columns[name], item_of) for columns in (spoken.responses, spoken.lone))
        return first.followed_by(then)
    question = next(one for one in frame.questions if question_name(one.id) == name)
    dimension = question_dimension(question)
    answered = place_chosen(dimension, spoken.responses[question.id], several=question.several)
    placed = answered.followed_by(place_nowhere(dimension, spoken.lone.size))
    return replace(placed, dimension=problem_dimension(question)) if is_problem(question) else placed


def _of_voice(spoken: Spoken, name: str, frame: Frame) -> tuple[Dimension, Callable[[Any], str]]:
    if name == AREA:
        return frame.areas.dimension, frame.areas.item_of
    found = [*spoken.responses[name].values, *spoken.lone[name].values]
    return (language_dimension if name == LANGUAGE else channel_dimension)(found), str


def _codes(codebook: Codebook, found: set[str]) -> Dimension:
    known = code_dimension(codebook, found)
    return replace(known, items=(*known.items, silent(N_("Nothing written that is read and coded"))))


def depth_of(dimension: Dimension, item: str) -> int:
    """How many items are around one, `all` left out."""
    parents = {one.id: one.parent for one in dimension.items}
    depth, above = 0, parents.get(item)
    while above not in (None, ALL):
        depth, above = depth + 1, parents.get(above)
    return depth
