"""Photos of places: read safely, made anew from their pixels, with faces and number plates blurred. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from threading import Lock

from PIL import Image

from dialog.texts.blurring import blurred
from dialog.texts.boxes import Box
from dialog.texts.photo_checks import BadPhoto, check_photo
from dialog.texts.pixels import decode, decode_own, encode

__all__ = ["BadPhoto", "Ready", "blur", "read_photo"]

_one_at_a_time = Lock()  # a photo takes hundreds of megabytes while it is read, and detectors serve one thread


@dataclass(frozen=True)
class Ready:
    """A photo that can be kept. Nothing of the file that came is left but what can be seen."""

    image: bytes  # WebP, blurred
    original: bytes  # WebP, not blurred
    width: int  # pixels, of both
    height: int
    boxes: list[Box]  # what is blurred


def read_photo(data: bytes, *, largest: int) -> Ready:
    """The photo in a file of at most `largest` bytes: JPEG, PNG or WebP. Raises BadPhoto, and nothing else."""
    header = check_photo(data, largest=largest)
    with _one_at_a_time:
        pixels = decode(data, header)
        boxes = _find(pixels)
    return Ready(encode(blurred(pixels, boxes)), encode(pixels), pixels.width, pixels.height, boxes)


def blur(original: bytes, boxes: Iterable[Box]) -> bytes:
    """A photo of ours (WebP) with these boxes blurred, besides what is blurred in it already."""
    return encode(blurred(decode_own(original), boxes))


def _find(pixels: Image.Image) -> list[Box]:
    from dialog.texts.finding import find_faces_and_plates  # noqa: PLC0415 - OpenCV: slow to load, seldom needed

    return find_faces_and_plates(pixels)
