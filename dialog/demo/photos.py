"""Photos of invented places, drawn: nobody took them, and nobody is in them but a shape that is blurred."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from dialog.texts.boxes import FACE, Box, make_box
from dialog.texts.photos import Ready, blur

SIZE = (800, 600)  # pixels
_QUALITY = 80  # WebP


@dataclass(frozen=True)
class Light:
    """The colours of a scene."""

    sky: str
    ground: str
    path: str
    green: str


NIGHT = Light("#151b2b", "#1d2622", "#2b302f", "#16231b")
DAY = Light("#b9cfdc", "#8fa07a", "#b8b2a4", "#5f7a4d")
Draw = ImageDraw.ImageDraw


def draw(scene: str, seed: int) -> Ready:
    """A photo as `read_photo` would give it; the same for the same scene and seed."""
    picture = Image.new("RGB", SIZE)
    at, chance = ImageDraw.Draw(picture), Random(seed)
    SCENES[scene](at, chance)
    box = _figure(at, chance.randint(120, 640), chance.randint(330, 380))
    original = _encoded(picture.filter(ImageFilter.GaussianBlur(1.2)))
    return Ready(blur(original, [box]), original, *SIZE, [box])


def _encoded(picture: Image.Image) -> bytes:
    file = BytesIO()
    picture.save(file, "WEBP", quality=_QUALITY, method=4)
    return file.getvalue()


def _land(at: Draw, light: Light) -> None:
    """Ground, and a path that leads away."""
    width, height = SIZE
    at.rectangle((0, 0, width, height), fill=light.sky)
    at.rectangle((0, 330, width, height), fill=light.ground)
    at.polygon([(250, height), (560, height), (430, 330), (385, 330)], fill=light.path)


def _bushes(at: Draw, chance: Random, colour: str, number: int) -> None:
    for _ in range(number):
        x, y, radius = chance.choice((chance.randint(0, 260), chance.randint(500, 800))), chance.randint(300, 460), 60
        for _ in range(9):
            dx, dy, size = chance.randint(-50, 50), chance.randint(-40, 30), chance.randint(25, radius)
            at.ellipse((x + dx - size, y + dy - size, x + dx + size, y + dy + size), fill=colour)


def _lamp(at: Draw, x: int, *, lit: bool) -> None:
    at.line((x, 430, x, 150), fill="#3a3f42", width=8)
    at.line((x, 150, x + 45, 150), fill="#3a3f42", width=8)
    if lit:
        at.ellipse((x - 20, 110, x + 110, 240), fill="#4d4a38")
    at.ellipse((x + 30, 145, x + 60, 165), fill="#ffe9a8" if lit else "#23282b")


def _dark_path(at: Draw, chance: Random) -> None:
    _land(at, NIGHT)
    _lamp(at, 600, lit=True)
    _bushes(at, chance, NIGHT.green, 4)
    _lamp(at, 210, lit=False)


def _overgrown(at: Draw, chance: Random) -> None:
    _land(at, DAY)
    _lamp(at, 590, lit=False)
    _bushes(at, chance, DAY.green, 11)


def _litter(at: Draw, chance: Random) -> None:
    _land(at, DAY)
    _bushes(at, chance, DAY.green, 3)
    for _ in range(26):
        x, y, size = chance.randint(120, 680), chance.randint(400, 580), chance.randint(6, 18)
        colour = chance.choice(("#e8e4da", "#c8452f", "#3f6fa8", "#d9b23c", "#777"))
        at.polygon([(x, y), (x + size, y - 4), (x + size + 4, y + size), (x - 3, y + size - 2)], fill=colour)


def _painted_wall(at: Draw, chance: Random) -> None:
    _land(at, DAY)
    at.rectangle((60, 130, 740, 400), fill="#a39a8c", outline="#837b6f", width=5)
    for colour in ("#86366a", "#1f6fb2", "#2b7d6d"):
        points = [(chance.randint(120, 680), chance.randint(180, 350)) for _ in range(7)]
        at.line(points, fill=colour, width=14, joint="curve")


def _figure(at: Draw, x: int, y: int) -> Box:
    """Somebody far away: a round head on a body."""
    at.ellipse((x, y, x + 26, y + 30), fill="#b98f74")
    at.rounded_rectangle((x - 10, y + 30, x + 36, y + 100), radius=14, fill="#3b4a5a")
    return make_box(x - 12, y - 10, 50, 50, FACE)


SCENES: Mapping[str, Callable[[Draw, Random], None]] = {  # cause -> what is to be seen
    "lighting": _dark_path,
    "hidden": _overgrown,
    "litter": _litter,
    "vandalism": _painted_wall,
}
