"""What a proposal says, and what proposals are made from. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dialog.languages import Words
from dialog.picture.beside.verdicts import Outside
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
class Setting:
    """Everything that proposals are made from; the picture of a draft, and what stands around it."""

    picture: Picture
    measures: Mapping[str, str]  # what a column of a question measures -> the column
    is_open: bool  # the round: its figures may still change
    before: Before | None = None
    others: Sequence[Outside] = ()
    lanes: Collection[str] = ()  # of LANES of dialog.sources: those that are there besides the dialogue
