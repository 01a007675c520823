"""What a file must be before it is decoded as a photo. Pure."""

from dialog.texts.foreign import begins_as_something_else, is_something_else
from dialog.texts.photo_headers import Header, NoHeader, read_header

TOO_LARGE, NOT_AN_IMAGE = "too_large", "not_an_image"
TOO_MANY_PIXELS, HIDES_SOMETHING = "too_many_pixels", "hides_something"
MOST_PIXELS = 50_000_000  # more than phones take; decoded, 200 MB
_MOST_SCANS = 64  # of a JPEG: encoders make about ten; each costs a walk through all the pixels
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"WEBP")


class BadPhoto(ValueError):
    """A file that is not taken as a photo; `kind` is TOO_LARGE, NOT_AN_IMAGE, TOO_MANY_PIXELS or HIDES_SOMETHING."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


def check_photo(data: bytes, *, largest: int) -> Header:
    """What the file says of itself, if it can be decoded without danger; `largest` is in bytes. Raises BadPhoto."""
    if len(data) > largest:
        raise BadPhoto(TOO_LARGE)
    try:
        header = read_header(data)
    except NoHeader:
        hides = begins_as_something_else(data) and any(one in data for one in _PICTURES)
        raise BadPhoto(HIDES_SOMETHING if hides else NOT_AN_IMAGE) from None
    if is_something_else(data):
        raise BadPhoto(HIDES_SOMETHING)
    if any(width * height > MOST_PIXELS for width, height in header.sizes):
        raise BadPhoto(TOO_MANY_PIXELS)
    if not _can_be_decoded(header):
        raise BadPhoto(NOT_AN_IMAGE)
    return header


def _can_be_decoded(header: Header) -> bool:
    has_pixels = bool(header.sizes) and all(width > 0 and height > 0 for width, height in header.sizes)
    return has_pixels and header.is_whole and not header.is_animated and header.scans <= _MOST_SCANS
