"""What a proposal says, and what proposals are made from. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dialog.languages import Words
from dialog.picture.content import Picture
from dialog.picture.findings.told import Evidence


@dataclass(frozen=True)
class Proposal:
    """A finding that the figures suggest; whoever writes the finding judges both words and strength."""

    key: str  # the same for the same thing in every draft
    kind: str
    title: Words
    statement: Words
    evidence: tuple[Evidence, ...]
    strength: str
    reason: Words


@dataclass(frozen=True)
class Before:
    """The latest edition of the round before, and what of it may be compared."""

    edition: int
    picture: Picture
    kept: Mapping[str, str]  # column of a question now -> the same then, where words and options are the same
    same_areas: bool


@dataclass(frozen=True)
class Outside:
    """A figure that another source has of each area, the higher the worse; None where it has none or may not show it.

    `areas` is by the items of the dimension `area`, with the whole as the item `all`.
    """

    source: str  # its id in the register
    lane: str  # one of LANES
    title: Words  # of the figure, with its publisher and year
    code: str  # the problem that it is about
    areas: Mapping[str, float | None]


@dataclass(frozen=True)
class Setting:
    """Everything that proposals are made from; the picture of a draft, and what stands around it."""

    picture: Picture
    measures: Mapping[str, str]  # what a column of a question measures -> the column
    is_open: bool  # the round: its figures may still change
    before: Before | None = None
    others: Sequence[Outside] = ()
    lanes: Collection[str] = ()  # of the sources that are there besides the dialogue
