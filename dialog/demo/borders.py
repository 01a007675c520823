"""The borders of Åkersta as drawn: each stretch once, so that neighbours share it and nothing is left between. Pure."""

from functools import cache
from math import cos, radians
from typing import Any

from shapely.geometry import Polygon, mapping

from dialog.geography.points import METRES_PER_DEGREE, Point

Spot = tuple[int, int]  # on the drawing: to the east and to the south of its corner
METRES = 35  # one step on the drawing
NORTH, WEST = 59.52, 15.28  # the corner of the drawing, WGS84; the land itself is invented

STRETCHES: dict[str, list[Spot]] = {  # from one meeting of three areas to the next
    "hammaren-lillaker": [(115, 273), (116, 243), (120, 224), (123, 205), (130, 188)],
    "lillaker-centrum": [(130, 188), (126, 185), (123, 182), (120, 174)],
    "lillaker-ekhagen": [(120, 174), (101, 175), (62, 180), (48, 186)],
    "centrum-ekhagen": [(120, 174), (125, 159), (130, 153), (133, 145), (132, 141), (133, 129), (130, 121), (128, 113)],
    "centrum-norrby": [
        (128, 113), (143, 112), (158, 107), (167, 102), (183, 101), (188, 99), (196, 93), (201, 91), (205, 88),
    ],
    "centrum-sjovik": [(205, 88), (212, 98), (214, 104), (218, 109), (227, 116), (231, 120), (236, 124)],
    "centrum-ostra-byarna": [(236, 124), (235, 131), (228, 144), (228, 155), (229, 162), (227, 181)],
    "centrum-hammaren": [
        (227, 181), (215, 182), (209, 183), (196, 186), (179, 194), (173, 192), (154, 189), (130, 188),
    ],
    "ekhagen-norrby": [(128, 113), (106, 69), (92, 50)],
    "norrby-sjovik": [(205, 88), (207, 71), (211, 54), (212, 37), (210, 26)],
    "sjovik-ostra-byarna": [(236, 124), (256, 116), (277, 111), (296, 101), (314, 90), (336, 92), (358, 93)],
    "ostra-byarna-hammaren": [(227, 181), (231, 183), (235, 185), (240, 193), (242, 202), (245, 210)],
    "hammaren-torsvik": [(245, 210), (248, 246), (251, 270)],
    "torsvik-ostra-byarna": [(245, 210), (265, 206), (304, 193), (341, 178)],
    "around-lillaker": [(48, 186), (54, 193), (60, 217), (65, 229), (70, 242), (78, 255), (89, 266), (115, 273)],
    "around-ekhagen": [
        (92, 50), (70, 57), (55, 65), (43, 74), (30, 84), (21, 96), (18, 110), (20, 137), (20, 150), (24, 163),
        (34, 174), (48, 186),
    ],
    "around-norrby": [(210, 26), (204, 25), (155, 20), (138, 21), (124, 28), (112, 38), (100, 47), (92, 50)],
    "around-sjovik": [
        (358, 93), (353, 81), (339, 71), (302, 60), (289, 54), (276, 47), (262, 41), (219, 28), (210, 26),
    ],
    "around-ostra-byarna": [(341, 178), (346, 162), (358, 137), (360, 123), (360, 109), (358, 93)],
    "around-torsvik": [
        (251, 270), (282, 261), (297, 254), (307, 243), (312, 230), (315, 217), (322, 206), (331, 196), (341, 178),
    ],
    "around-hammaren": [(115, 273), (138, 279), (154, 284), (171, 286), (188, 283), (204, 278), (251, 270)],
}  # fmt: skip


def point_at(east: float, south: float) -> Point:
    """Where a spot of the drawing lies, to the metre."""
    step = METRES / METRES_PER_DEGREE
    return Point(round(NORTH - south * step, 5), round(WEST + east * step / cos(radians(NORTH)), 5))


@cache
def outline_of(area: str) -> dict[str, Any]:
    """The area (its code) as a GeoJSON polygon: its stretches put end to end."""
    left = [stretch for name, stretch in STRETCHES.items() if _is_side(name, area)]
    ring = left.pop(0)
    while left:
        following = next(one for one in left if ring[-1] in (one[0], one[-1]))
        left.remove(following)
        ring = ring + (following[1:] if following[0] == ring[-1] else following[-2::-1])
    corners = [point_at(*spot) for spot in ring]
    return dict(mapping(Polygon([(corner.lon, corner.lat) for corner in corners])))


def _is_side(stretch: str, area: str) -> bool:
    return stretch.startswith(f"{area}-") or stretch.endswith(f"-{area}")
