"""Making what lies in a box unrecognisable for good. Pure.

A light blur can be undone, and coarse squares can be compared with pictures of people one knows. So each box keeps only
a few averages of its colours, and those only roughly: too little to tell one face, or one number plate, from another.
"""

from collections.abc import Iterable

from PIL import Image, ImageFilter

from dialog.texts.boxes import Box, clipped

_BLOCKS = 4  # averages along the longer side of a box
_ROUGHLY = 24  # steps of brightness, of 256, that are no longer told apart


def blurred(image: Image.Image, boxes: Iterable[Box]) -> Image.Image:
    """A copy of an RGB picture in which the boxes are blurred."""
    copy = image.copy()
    for box in boxes:
        if part := clipped(box, *image.size):
            edges = (part["left"], part["top"], part["left"] + part["width"], part["top"] + part["height"])
            copy.paste(_few_colours(image.crop(edges)), edges)
    return copy


def _few_colours(part: Image.Image) -> Image.Image:
    block = max(part.size) / _BLOCKS
    few = (max(1, round(part.width / block)), max(1, round(part.height / block)))
    averages = part.resize(few, Image.Resampling.BOX).point(_roughly)
    return averages.resize(part.size, Image.Resampling.NEAREST).filter(ImageFilter.GaussianBlur(block / 2))


def _roughly(value: int) -> int:
    return min(255, value // _ROUGHLY * _ROUGHLY + _ROUGHLY // 2)
