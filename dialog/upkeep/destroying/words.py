"""What remains of a text when the words that its masks hide are destroyed. Pure."""

from collections.abc import Iterable

from dialog.review.masking import Mask, merged

FILLER = "\u2588"  # a full block for each character, so that masks and codings keep their place


def without_hidden(original: str, masks: Iterable[Mask]) -> str:
    """The text with every hidden character overwritten; as long as before."""
    for mask in merged(masks, len(original)):
        original = original[: mask["start"]] + FILLER * (mask["end"] - mask["start"]) + original[mask["end"] :]
    return original


def hidden_length(original: str, masks: Iterable[Mask]) -> int:
    """How many characters are hidden."""
    return sum(mask["end"] - mask["start"] for mask in merged(masks, len(original)))
