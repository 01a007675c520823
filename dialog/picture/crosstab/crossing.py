"""What can be crossed with what: dimensions by name, and a table of two or three of them. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dialog.languages import N_, Words
from dialog.picture.codes import code_dimension
from dialog.picture.crosstab.numbering import codes_said, times_said
from dialog.picture.crosstab.sets import place_sets
from dialog.picture.crosstab.tally import Counts, tally
from dialog.picture.dimensions import listed, silent
from dialog.picture.heard import Heard
from dialog.picture.ids import AREA, CODE, VOICES
from dialog.picture.observations import Placed
from dialog.picture.problems import is_problem
from dialog.picture.tables import ALL, Dimension
from dialog.picture.universes import Frame, universes
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


def cross(heard: Heard, names: Sequence[str], frame: Frame) -> CrossTab:
    """`frame.questions` are those among the names."""
    observed = universes(heard, frame)[VOICES]
    placed = [_placed(heard, name, frame, observed.placed, observed.size) for name in names]
    return without_nobody(tuple(one.dimension for one in placed), tally(placed), observed.size)


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


def _placed(heard: Heard, name: str, frame: Frame, observed: Mapping[str, Placed], size: int) -> Placed:
    if name == TIME:
        when = listed(TIME, N_("When"), TIMES, none=N_("No place, or no time told"), additive=False)
        return place_sets(when, times_said(heard), size)
    if name == CODE:
        return place_sets(_codes(frame.codebook, heard), codes_said(heard), size)
    for one in frame.questions:
        if question_name(one.id) == name and is_problem(one):
            return observed[f"code:{one.id}"]
    return observed[name]


def _codes(codebook: Codebook, heard: Heard) -> Dimension:
    known = code_dimension(codebook, heard.codings[CODE].values)
    return replace(known, items=(*known.items, silent(N_("Nothing written that is read and coded"))))


def depth_of(dimension: Dimension, item: str) -> int:
    """How many items are around one, `all` left out."""
    parents = {one.id: one.parent for one in dimension.items}
    depth, above = 0, parents.get(item)
    while above not in (None, ALL):
        depth, above = depth + 1, parents.get(above)
    return depth
