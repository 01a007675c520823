"""A text as a reviewer reads it: hidden words as blocks, suspicious ones marked, coded ones numbered. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dialog.review.masking import Mask, Segment, Span, apply_masks
from dialog.review.suspects import Suspect


@dataclass(frozen=True)
class Piece:
    """A stretch of a text that looks the same all along; `label` and no words where it is hidden."""

    start: int
    end: int
    words: str
    label: str | None = None
    suspected: str = ""  # the label of what it looks like; empty where it looks like nothing
    is_coded: bool = False
    numbers: tuple[int, ...] = ()  # of the coded spans that end with it, counted from 1


def pieces(original: str, masks: Iterable[Mask], suspects: Sequence[Suspect], coded: Sequence[Span]) -> list[Piece]:
    """The text in pieces, in order and without gaps; `coded` are the spans to number."""
    cuts = {edge for one in suspects for edge in (one.start, one.end)} | {edge for span in coded for edge in span}
    cut = [piece for segment in apply_masks(original, masks) for piece in _cut(segment, sorted(cuts))]
    marked = [
        replace(piece, suspected=_suspected(suspects, piece), is_coded=any(_within(piece, span) for span in coded))
        for piece in cut
    ]
    return _numbered(marked, coded)


def _cut(segment: Segment, cuts: Sequence[int]) -> list[Piece]:
    if segment.label:
        return [Piece(segment.start, segment.end, "", segment.label)]
    edges = [segment.start, *(cut for cut in cuts if segment.start < cut < segment.end), segment.end]
    words = segment.words
    return [Piece(start, end, words[start - segment.start : end - segment.start]) for start, end in pairwise(edges)]


def _suspected(suspects: Iterable[Suspect], piece: Piece) -> str:
    if piece.label:
        return ""
    return next((one.label for one in suspects if _within(piece, (one.start, one.end))), "")


def _within(piece: Piece, span: Span) -> bool:
    return piece.start < span[1] and span[0] < piece.end


def _numbered(marked: list[Piece], coded: Sequence[Span]) -> list[Piece]:
    """Each number stands once, behind the last piece of its span."""
    for number, span in enumerate(coded, start=1):
        last = max((index for index, piece in enumerate(marked) if _within(piece, span)), default=None)
        if last is not None:
            marked[last] = replace(marked[last], numbers=(*marked[last].numbers, number))
    return marked
