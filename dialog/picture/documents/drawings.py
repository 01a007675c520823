"""Charts and maps as PNG, for files that can't hold SVG. Imported by the process of long work alone."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import resvg_py
from fontTools.merge import Merger
from fontTools.ttLib import TTFont

from dialog.picture.documents.markup import drawing_svg
from dialog.picture.documents.pieces import Bars, MapPiece

FONTS = Path(__file__).parent / "fonts"
FAMILIES = {"noto-sans": ("latin", "latin-ext"), "vazirmatn": ("arabic", "latin")}
WEIGHTS = (400, 700)
SCALE = 2  # of the drawing's 640 units: 1,280 pixels, 215 an inch when it is printed 15 cm wide


def to_png(piece: Bars | MapPiece, *, rtl: bool) -> bytes:
    drawn = resvg_py.svg_to_bytes(
        svg_string=drawing_svg(piece, rtl=rtl),
        font_dirs=[_unpacked().name],
        skip_system_fonts=True,
        font_family="Vazirmatn" if rtl else "Noto Sans",
        zoom=SCALE,
        background="white",
    )
    return bytes(drawn)


@cache
def _unpacked() -> TemporaryDirectory[str]:
    """A folder of our fonts, one file a family and weight, without their compression; gone with us.

    The library that draws can't read compressed fonts, and takes the letters of one text from one file.
    """
    folder = TemporaryDirectory(prefix="dialog-fonts-")
    for family, (first, second) in FAMILIES.items():
        for weight in WEIGHTS:
            parts = []
            for part in (first, second):
                font = TTFont(FONTS / f"{family}-{part}-{weight}-normal.woff2")
                font.flavor = None
                parts.append(str(Path(folder.name) / f"{family}-{part}-{weight}.part"))
                font.save(parts[-1])
            Merger().merge(parts).save(Path(folder.name) / f"{family}-{weight}.ttf")
    return folder
