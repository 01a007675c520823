"""What in a text looks as if it could point to a person: numbers and addresses of a plain form. Pure.

It proposes and never decides; names and places of living it does not know.
"""

import re
from dataclasses import dataclass

from dialog.review.masking import Span

_PATTERNS = (  # what comes first wins where two fit
    ("email", re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")),
    (
        "personal_number",  # YYMMDD-NNNN with or without century; 60 is added to the day in co-ordination numbers
        re.compile(r"(?<!\d)(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:[0-2469]\d|3[01]|[78]\d)[-+ ]?\d{4}(?!\d)"),
    ),
    ("phone", re.compile(r"(?<![\d+])(?:\+|00?)[1-9](?:[ \u00a0/()-]{0,2}\d){6,12}(?!\d)")),
)


@dataclass(frozen=True)
class Suspect:
    """Words that somebody should look at, and what they look like: an id of masking.LABELS."""

    start: int
    end: int
    label: str


def find_suspects(original: str, hidden: list[Span]) -> list[Suspect]:
    """In order, none overlapping another or what is hidden already."""
    taken = list(hidden)
    found: list[Suspect] = []
    for label, pattern in _PATTERNS:
        for match in pattern.finditer(original):
            start, end = match.span()
            if all(end <= other_start or other_end <= start for other_start, other_end in taken):
                taken.append((start, end))
                found.append(Suspect(start, end, label))
    return sorted(found, key=lambda one: one.start)
