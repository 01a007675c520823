"""Pictures to send: drawn ones, with all that cameras write into them, and the bytes of other kinds of file."""

import struct
import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageDraw, ImageFilter, ImageFont
from PIL.PngImagePlugin import PngInfo

LARGEST = 12 * 1024 * 1024  # bytes
MARK = b"Planted-By-Nobody-59.0503"  # must never be found in what is kept
_GREY = (118, 124, 120)


def a_place(width: int = 640, height: int = 480) -> Image.Image:
    """Sky, a wall and a path: nobody is there."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, height // 2, width, height), fill=_GREY)
    draw.polygon(((width * 0.4, height), (width * 0.5, height * 0.5), (width * 0.6, height)), fill=(160, 150, 140))
    return image


def with_face(image: Image.Image, left: int, top: int, size: int = 200) -> Image.Image:
    """A drawn face that detectors take for one, in a square of `size` pixels."""
    whole = Image.new("RGB", (4 * size, 4 * size), _GREY)
    draw = ImageDraw.Draw(whole)

    def oval(x: float, y: float, to_x: float, to_y: float, fill: tuple[int, int, int]) -> None:
        draw.ellipse([4 * size * one for one in (x, y, to_x, to_y)], fill=fill)

    oval(0.18, 0.02, 0.82, 0.70, (50, 38, 30))  # hair
    oval(0.22, 0.08, 0.78, 0.95, (205, 170, 150))
    oval(0.30, 0.15, 0.70, 0.38, (223, 188, 168))  # forehead
    for x in (0.37, 0.63):
        oval(x - 0.10, 0.40, x + 0.10, 0.52, (145, 110, 90))
        oval(x - 0.07, 0.43, x + 0.07, 0.49, (235, 235, 235))
        oval(x - 0.035, 0.425, x + 0.035, 0.495, (30, 20, 15))
        oval(x - 0.10, 0.35, x + 0.10, 0.385, (55, 40, 32))  # brow
    oval(0.46, 0.38, 0.54, 0.64, (230, 195, 175))  # nose
    for x in (0.46, 0.54):
        oval(x - 0.03, 0.62, x + 0.03, 0.66, (125, 90, 70))
    oval(0.38, 0.735, 0.62, 0.80, (140, 70, 70))  # mouth
    image.paste(whole.filter(ImageFilter.GaussianBlur(size * 0.05)).resize((size, size)), (left, top))
    return image


DARK, WHITE = (30, 30, 34), (226, 226, 230)


def with_plate(
    image: Image.Image,
    left: int,
    top: int,
    width: int = 180,
    words: str = "ABC 123",
    car: tuple[int, int, int] = DARK,
) -> Image.Image:
    """A car's end with a number plate on it, as wide as told and a fifth as high."""
    height = width * 110 // 520
    plate = Image.new("RGB", (4 * width, 4 * height), (245, 245, 245))
    draw = ImageDraw.Draw(plate)
    draw.rectangle((0, 0, 4 * width - 1, 4 * height - 1), outline=(20, 20, 20), width=width // 22)
    font = ImageFont.load_default(size=3.2 * height)
    draw.text((2 * width, 2 * height), words, font=font, fill=(15, 15, 15), anchor="mm", stroke_width=height // 10)
    ImageDraw.Draw(image).rectangle((left - width, top - width, left + 2 * width, top + width), fill=car)
    image.paste(plate.filter(ImageFilter.GaussianBlur(2)).resize((width, height)), (left, top))
    return image


def as_bytes(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    written = BytesIO()
    image.save(written, kind, **options)
    return written.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


def camera_data(*, orientation: int = 1) -> Image.Exif:
    """Where, when and with what the picture was taken, and a mark in each."""
    exif = Image.Exif()
    exif[0x010F] = MARK.decode()  # the maker
    exif[0x0112] = orientation
    exif[0x9C9B] = MARK.decode().encode("utf-16-le")  # a title
    exif.get_ifd(0x8825).update({1: "N", 2: (59.0, 3.0, 1.0), 3: "E", 4: (15.0, 3.0, 0.4), 27: MARK})
    exif.get_ifd(0x8769).update({0x9003: "2026:10:05 12:34:56", 0x9286: b"ASCII\0\0\0" + MARK})
    return exif


def colour_profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def told_of() -> bytes:
    return b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>' + MARK + b"</rdf:RDF></x:xmpmeta>"


def png_words() -> PngInfo:
    words = PngInfo()
    words.add_text("Comment", MARK.decode())
    words.add_text("Zipped", MARK.decode(), zip=True)
    words.add_itxt("XML:com.adobe.xmp", told_of().decode())
    return words


def png_chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_claiming(width: int, height: int, *, pixels: bytes = b"") -> bytes:
    """A PNG that says it is so large, with hardly anything in it."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    packed = png_chunk(b"IDAT", zlib.compress(pixels, 9))
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + packed + png_chunk(b"IEND", b"")


def jpeg_claiming(width: int, height: int) -> bytes:
    """A JPEG of a few pixels whose frame says it is so large."""
    data = bytearray(as_bytes(a_place(16, 16)))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def webp_claiming(width: int, height: int) -> bytes:
    extended = b"\0\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    inner = as_bytes(a_place(16, 16), "WEBP")[12:]
    body = b"WEBP" + b"VP8X" + struct.pack("<I", 10) + extended + inner
    return b"RIFF" + struct.pack("<I", len(body)) + body


def jpeg_with_segment(data: bytes, marker: int, payload: bytes) -> bytes:
    """A JPEG with one more segment right after its beginning."""
    return data[:2] + bytes((0xFF, marker)) + struct.pack(">H", len(payload) + 2) + payload + data[2:]
