"""What in a text looks as if it could point to a person, and is not hidden yet. Pure.

It proposes and never decides. It is found anew whenever a text is shown, and kept nowhere.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dialog.review.masking import Span
from dialog.texts.personal.finder import find_personal
from dialog.texts.personal.names.places import Places


@dataclass(frozen=True)
class Suspect:
    """Words that somebody should look at, and what they look like: an id of masking.LABELS."""

    start: int
    end: int
    label: str
    sure: bool = True  # their form or what stands around them says so


def find_suspects(
    original: str,
    hidden: Iterable[Span],
    *,
    language: str | None = None,
    places: Collection[str] | Places = (),
) -> list[Suspect]:
    """In order, none overlapping another or what is hidden already; `places` are names of streets and areas."""
    taken = list(hidden)
    return [
        Suspect(one.start, one.end, one.kind, one.sure)
        for one in find_personal(original, language=language, places=places)
        if all(one.end <= start or end <= one.start for start, end in taken)
    ]
