"""Who of the staff may see what of a text, a report or a note: the one place that knows.

An installation is shared by authorities that are each responsible for what they write down: what the police note for
themselves the municipality may not read, and the other way round. What a resident wrote, and where exactly, is for
those who review, of whichever authority.
"""

from collections.abc import Set
from typing import Protocol

MUNICIPALITY, POLICE, OTHER = "municipality", "police", "other"
AUTHORITIES = (MUNICIPALITY, POLICE, OTHER)
REVIEWER = "reviewer"


class Viewer(Protocol):
    """Who looks: a row of staff, or anything else that says as much."""

    @property
    def roles(self) -> Set[str]: ...

    @property
    def authority(self) -> str: ...


def may_see_unmasked_text(viewer: Viewer) -> bool:
    """What a resident wrote before anything was hidden. Every look is logged."""
    return REVIEWER in viewer.roles


def may_see_exact_point(viewer: Viewer) -> bool:
    """Where the pin stood, and the words of the place as they were written. Every look is logged."""
    return REVIEWER in viewer.roles


def may_see_photo(viewer: Viewer) -> bool:
    """A photo of a report, blurred or not. Every look at an unblurred one is logged."""
    return REVIEWER in viewer.roles


def may_see_note(viewer: Viewer, *, of: str) -> bool:
    """An internal note, written by somebody of the authority `of`: only one's own authority's."""
    return REVIEWER in viewer.roles and viewer.authority == of


def notes_seen_by(viewer: Viewer) -> tuple[str, ...]:
    """The authorities whose internal notes this person may read, for the condition of a query; () is none at all."""
    return tuple(authority for authority in AUTHORITIES if may_see_note(viewer, of=authority))
