"""Files that are not photos, or not only photos, are refused before anything is decoded."""

import gzip
import subprocess
import sys
import tarfile
import textwrap
import time
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from dialog.texts.photos import BadPhoto, read_photo
from tests.texts.pictures import (
    LARGEST,
    a_place,
    as_bytes,
    camera_data,
    jpeg_claiming,
    jpeg_with_segment,
    png_chunk,
    png_claiming,
    webp_claiming,
)

ROOT = Path(__file__).parents[2]
JPEG = as_bytes(a_place(), quality=90)
PNG = as_bytes(a_place(), "PNG")
WEBP = as_bytes(a_place(), "WEBP")
PAGE = b"<html><script>alert(document.domain)</script></html>"
PHP = b"<?php system($_GET['c']); ?>"
PDF = b"%PDF-1.7\n1 0 obj\n<< /OpenAction << /S /JavaScript >> >>\nendobj\n%%EOF\n"


def zipped() -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("META-INF/MANIFEST.MF", "Main-Class: Evil\n" * 20)
    return written.getvalue()


def tarred() -> bytes:
    written = BytesIO()
    with tarfile.open(fileobj=written, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("x"))
    return written.getvalue()


def moving(kind: str) -> bytes:
    return as_bytes(a_place(64, 48), kind, save_all=True, append_images=[Image.new("RGB", (64, 48), "red")])


def in_png(name: bytes, data: bytes) -> bytes:
    end = PNG.rindex(b"IEND") - 4
    return PNG[:end] + png_chunk(name, data) + PNG[end:]


def titled(words: str) -> bytes:
    exif = camera_data()
    exif[0x010E] = words
    exif[0x9C9B] = words.encode("utf-16-le")
    return as_bytes(a_place(), exif=exif)


REFUSED = {
    "not_an_image": {
        "nothing at all": b"",
        "one byte": b"\xff",
        "words": b"Lampan vid tunneln lyser inte.",
        "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "PDF": PDF,
        "HTML": PAGE,
        "HTML that is called JPEG": b"photo.jpg\n" + PAGE,
        "ZIP": zipped(),
        "tar": tarred(),
        "gzip": gzip.compress(PAGE),
        "GIF": as_bytes(a_place(64, 48), "GIF"),
        "GIF with script": b"GIF89a/*" + as_bytes(a_place(64, 48), "GIF")[8:] + b"*/=alert(1)",
        "TIFF": as_bytes(a_place(64, 48), "TIFF"),
        "BMP": as_bytes(a_place(64, 48), "BMP"),
        "ICO": as_bytes(a_place(64, 64), "ICO"),
        "JPEG 2000": as_bytes(a_place(64, 48), "JPEG2000"),
        "AVIF": as_bytes(a_place(64, 48), "AVIF"),
        "HEIC": b"\0\0\0\x24ftypheic\0\0\0\0mif1heic" + bytes(200) + JPEG,
        "MP4": b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + bytes(1000),
        "EPS": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
        "Windows program": b"MZ" + bytes(76) + b"This program cannot be run in DOS mode",
        "half a JPEG": JPEG[: len(JPEG) // 2],
        "half a PNG": PNG[: len(PNG) // 2],
        "half a WebP": WEBP[: len(WEBP) // 2],
        "a JPEG without its end": JPEG[:-2],
        "the beginning of a JPEG": b"\xff\xd8\xff\xe0",
        "the beginning of a PNG": PNG[:8],
        "the beginning of a WebP": WEBP[:12],
        "a moving PNG": moving("PNG"),
        "a moving WebP": moving("WEBP"),
        "a PNG of no width": png_claiming(0, 10),
        "a PNG with too few pixels": png_claiming(1000, 1000),
        "a JPEG of a thousand passes": JPEG[:-2] + b"\xff\xda\0\x08\1\1\0\0\0\0" * 1000 + b"\xff\xd9",
        "nothing but fill": b"\xff\xd8" + b"\xff" * 5_000_000,
        "nothing but empty parts": PNG[:33] + png_chunk(b"tEXt", b"") * 200_000,
    },
    "too_many_pixels": {
        "a PNG bomb": png_claiming(30_000, 30_000, pixels=bytes(30_000_000)),
        "the largest PNG there is": png_claiming(2**31 - 1, 2**31 - 1),
        "a JPEG that claims too much": jpeg_claiming(65_500, 65_500),
        "a WebP that claims too much": webp_claiming(16_384, 16_384),
    },
    "too_large": {"more bytes than allowed": JPEG + bytes(LARGEST)},
    "hides_something": {
        "JPEG and ZIP": JPEG + zipped(),
        "PNG and ZIP": PNG + zipped(),
        "WebP and ZIP": WEBP + zipped(),
        "JPEG and RAR": JPEG + b"Rar!\x1a\x07\x01\0" + bytes(50),
        "JPEG and 7z": JPEG + b"7z\xbc\xaf\x27\x1c" + bytes(50),
        "JPEG and tar": JPEG + tarred(),
        "JPEG and PDF": JPEG + PDF,
        "JPEG and PHP": JPEG + PHP,
        "JPEG and a program": JPEG + b"\x7fELF\2\1\1" + bytes(50),
        "JPEG and a shell script": JPEG + b"\n#!/bin/sh\nrm -rf /\n",
        "PNG and HTML": PNG + PAGE,
        "PHP in a JPEG's comment": as_bytes(a_place(), comment=PHP),
        "PDF in a JPEG's first block": jpeg_with_segment(JPEG, 0xE5, PDF),
        "ZIP in a JPEG's comment": jpeg_with_segment(JPEG, 0xFE, zipped()),
        "a page in a PNG's words": in_png(b"tEXt", b"Comment\0" + PAGE),
        "PHP in a PNG's own block": in_png(b"pHPx", b"<?=`$_GET[0]`?>      "),
        "a script as a title": titled("<script>alert(1)</script>"),
        "a script in capitals": titled("<SCRIPT SRC=//x>"),
        "PDF in front of a JPEG": PDF + JPEG,
        "ZIP in front of a PNG": zipped() + PNG,
        "a page in front of a WebP": PAGE + WEBP,
    },
}
EACH = [(kind, name) for kind, files in REFUSED.items() for name in files]


@pytest.mark.parametrize(("kind", "name"), EACH, ids=[name for _, name in EACH])
def test_it_is_refused(kind, name):
    start = time.process_time()
    with pytest.raises(BadPhoto) as refused:
        read_photo(REFUSED[kind][name], largest=LARGEST)
    assert refused.value.kind == kind
    assert time.process_time() - start < 2  # seconds


def test_a_title_in_wide_letters_is_read_too():
    exif = camera_data()
    exif[0x9C9B] = "<script>alert(1)</script>".encode("utf-16-le")
    with pytest.raises(BadPhoto, match="hides_something"):
        read_photo(as_bytes(a_place(), exif=exif), largest=LARGEST)


def test_a_photo_of_just_the_largest_size_is_taken():
    assert read_photo(JPEG, largest=len(JPEG)).width == 640
    with pytest.raises(BadPhoto, match="too_large"):
        read_photo(JPEG, largest=len(JPEG) - 1)


def test_the_extension_means_nothing():
    for data in (PNG, WEBP):  # whatever they were called
        assert read_photo(data, largest=LARGEST).height == 480


def test_a_bomb_takes_hardly_any_memory():
    """In a process of its own, whose greatest size is known to Linux."""
    program = """
        from pathlib import Path
        from dialog.texts.photos import BadPhoto, read_photo
        from tests.texts.pictures import LARGEST, png_claiming

        def most():  # kilobytes
            lines = Path("/proc/self/status").read_text().splitlines()
            return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))

        bomb = png_claiming(30_000, 30_000, pixels=bytes(30_000_000))
        before = most()
        try:
            read_photo(bomb, largest=LARGEST)
        except BadPhoto as refused:
            print(refused.kind, most() - before)
    """
    command = [sys.executable, "-c", textwrap.dedent(program)]
    kind, grown = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout.split()
    assert kind == "too_many_pixels"
    assert int(grown) < 20_000
