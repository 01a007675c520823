"""Hiding words of a text that could point to a person, and showing them again. Pure.

A mask is {start, end, label}: characters from the beginning, the end not included, and an id of LABELS.
The original stays as it is, so that every mask can be taken off.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dialog.languages import N_

Span = tuple[int, int]
Mask = Mapping[str, Any]

LABELS: Mapping[str, str] = {
    "name": N_("name"),
    "phone": N_("phone number"),
    "email": N_("e-mail address"),
    "address": N_("address"),
    "personal_number": N_("personal number"),
    "plate": N_("number plate"),
    "handle": N_("name in social media"),
    "door": N_("door code or flat"),
    "other": N_("personal details"),
}


class NoSuchWords(ValueError):
    """The words do not stand in the text."""


class NoSuchMask(LookupError):
    """Nothing is hidden there."""


class UnknownLabel(ValueError):
    """No such reason for hiding words."""


@dataclass(frozen=True)
class Segment:
    """A stretch of a text: plain words, or a mask, which has a label and no words."""

    start: int
    end: int
    words: str
    label: str | None = None


def apply_masks(original: str, masks: Iterable[Mask]) -> list[Segment]:
    """The text as plain and masked segments, none of them empty, in order and without gaps."""
    segments: list[Segment] = []
    reached = 0
    for mask in merged(masks, len(original)):
        segments.append(Segment(reached, mask["start"], original[reached : mask["start"]]))
        segments.append(Segment(mask["start"], mask["end"], "", mask["label"]))
        reached = mask["end"]
    segments.append(Segment(reached, len(original), original[reached:]))
    return [segment for segment in segments if segment.start < segment.end]


def masked_text(original: str, masks: Iterable[Mask], say: Callable[[str], str] = str) -> str:
    """The text with [label] for what is hidden; `say` puts a label into a language."""
    segments = apply_masks(original, masks)
    return "".join(f"[{say(LABELS.get(one.label, one.label))}]" if one.label else one.words for one in segments)


def find_spans(original: str, words: str) -> list[Span]:
    """Everywhere the words stand: as whole words, else inside others. Case and kind of white space don't matter.

    Raises NoSuchWords.
    """
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    if not pattern:
        raise NoSuchWords(words)
    for chosen in (rf"(?<!\w){pattern}(?!\w)", pattern):
        if found := [match.span() for match in re.finditer(chosen, original, re.IGNORECASE)]:
            return found
    raise NoSuchWords(words)


def with_masks(original: str, masks: Iterable[Mask], spans: Iterable[Span], label: str) -> list[dict[str, Any]]:
    """The masks and new ones on the spans. Raises UnknownLabel, or NoSuchWords for a span outside the text."""
    if label not in LABELS:
        raise UnknownLabel(label)
    added: list[Mask] = []
    for start, end in spans:
        if not 0 <= start < end <= len(original):
            raise NoSuchWords(f"{start}–{end}")
        added.append({"start": start, "end": end, "label": label})
    return merged([*masks, *added], len(original))


def without_mask(masks: Sequence[Mask], start: int) -> tuple[list[dict[str, Any]], str]:
    """The masks but the one that begins at `start`, and that one's label. Raises NoSuchMask."""
    taken = [mask for mask in masks if mask["start"] == start]
    if not taken:
        raise NoSuchMask(start)
    return [dict(mask) for mask in masks if mask["start"] != start], taken[0]["label"]


def merged(masks: Iterable[Mask], length: int) -> list[dict[str, Any]]:
    """In order, with those that overlap or touch made one, which keeps the label of the first."""
    result: list[dict[str, Any]] = []
    for mask in sorted(masks, key=lambda mask: (mask["start"], mask["end"])):
        start, end = max(mask["start"], 0), min(mask["end"], length)
        if start >= end:
            continue
        if result and start <= result[-1]["end"]:
            result[-1]["end"] = max(result[-1]["end"], end)
        else:
            result.append({"start": start, "end": end, "label": mask["label"]})
    return result
