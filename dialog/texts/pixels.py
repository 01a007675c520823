"""From a photo's bytes to its pixels, upright and in sRGB; from pixels to bytes with nothing else in them. Pure."""

from io import BytesIO

import numpy as np
from PIL import Image, ImageCms, ImageFile, ImageOps

from dialog.texts.photo_checks import NOT_AN_IMAGE, BadPhoto
from dialog.texts.photo_headers import WEBP, Header

LONGEST_SIDE = 1600  # pixels: enough to see what a place is like
_QUALITY = 80
_EFFORT = 2  # of 6: twice as fast as usual, and a few per cent larger
_LARGEST_PROFILE = 100_000  # bytes; phones write some hundred, printers a million
_SRGB = ImageCms.createProfile("sRGB")


def decode(data: bytes, header: Header) -> Image.Image:
    """The photo upright, in sRGB on white, at most LONGEST_SIDE wide and high. Raises BadPhoto."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # a library that makes documents sets it for the whole process
    try:
        with Image.open(BytesIO(data), formats=[header.kind]) as opened:
            if opened.size not in header.sizes:
                raise BadPhoto(NOT_AN_IMAGE)
            return _pixels_alone(_in_srgb(_upright(_small(opened))))
    except BadPhoto:
        raise
    except Exception as problem:  # decoders fail in many ways, all of which mean the same
        raise BadPhoto(NOT_AN_IMAGE) from problem


def encode(image: Image.Image) -> bytes:
    """WebP of the pixels and of nothing else."""
    written = BytesIO()
    _pixels_alone(image).save(written, WEBP, quality=_QUALITY, method=_EFFORT)
    return written.getvalue()


def decode_own(image: bytes) -> Image.Image:
    """The pixels of what `encode` wrote."""
    with Image.open(BytesIO(image), formats=[WEBP]) as opened:
        return opened.convert("RGB")


def _small(opened: Image.Image) -> Image.Image:
    """JPEGs are decoded at a part of their size, if that is enough."""
    image = opened
    if image.mode.startswith("I;16"):
        image = Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    elif image.mode in ("P", "PA", "1", "I", "F"):
        image = image.convert("RGBA" if image.mode in ("P", "PA") else "L")
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=1.1)
    return image


def _upright(image: Image.Image) -> Image.Image:
    return ImageOps.exif_transpose(image)


def _in_srgb(image: Image.Image) -> Image.Image:
    """Colours of another profile become those of sRGB, where that can be done; what is clear becomes white."""
    profile = image.info.get("icc_profile") or b""
    if image.mode == "RGB" and 0 < len(profile) <= _LARGEST_PROFILE:
        return _converted(image, profile)
    if image.mode in ("RGBA", "LA"):
        clear = image.convert("RGBA")
        image = Image.new("RGB", image.size, "white")
        image.paste(clear, mask=clear.getchannel("A"))
    return image.convert("RGB")


def _converted(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        return ImageCms.profileToProfile(image, source, _SRGB, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image


def _pixels_alone(image: Image.Image) -> Image.Image:
    """A new picture of the same pixels: a comment, a profile or a thumbnail would stay on the old one."""
    return Image.frombytes("RGB", image.size, image.tobytes())
