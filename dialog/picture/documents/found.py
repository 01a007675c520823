"""Findings of a picture as a document tells them, where the picture has any. Pure."""

from collections.abc import Iterator
from typing import Any

from dialog.picture.content import Picture
from dialog.picture.documents.marks import parts
from dialog.picture.documents.pieces import Piece, Prose
from dialog.picture.documents.teller import Teller


def findings_shown(picture: Picture, teller: Teller) -> Iterator[Piece]:
    """Each finding in its own words, as a point of a list."""
    found: tuple[Any, ...] = tuple(getattr(picture, "findings", ()) or ())
    said = [teller.say(one.statement) for one in found]
    if said:
        text = "\n".join(f"- {one.text}" for one in said)
        yield Prose(parts(text), next((one.lang for one in said if one.lang), None))
