"""Finding faces and number plates, rather too many than too few. Pure.

Most detectors are the cascades that come with OpenCV (Viola and Jones 2001): small, quick, without a network, and not
sure to find everybody. A reviewer looks at every photo before anybody else may see it. OpenCV takes long to load, and
nothing but a photo needs it: import this module where a photo is being read.
"""

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
from cv2.data import haarcascades
from PIL import Image

from dialog.texts.boxes import FACE, PLATE, Box, clipped, enlarged, make_box, merged, mirrored, scaled
from dialog.texts.plates import Grey, find_light_plates

_LOOKED_AT = 960  # pixels along the longer side of what is searched
_MARGIN = 0.2  # of a box, on each side: hair, chin, the frame of a plate
_LEAST = {FACE: (20, 20), PLATE: (45, 15)}  # (width, height) in pixels of what is searched


@dataclass(frozen=True)
class _Detector:
    cascade: str
    kind: str
    step: float  # by how much the window grows from one look to the next
    agreeing: int  # how many windows must have found the same


_FRONT = (
    _Detector("frontalface_alt2", FACE, step=1.15, agreeing=2),
    _Detector("frontalface_default", FACE, step=1.2, agreeing=4),
)
_SIDE = _Detector("profileface", FACE, step=1.2, agreeing=3)  # knows one side only
_PLATE = _Detector("russian_plate_number", PLATE, step=1.1, agreeing=1)  # as wide and high as European ones


def find_faces_and_plates(image: Image.Image) -> list[Box]:
    """Boxes around what may be a face or a number plate, in pixels of the picture, with some margin."""
    scale = min(1.0, _LOOKED_AT / max(image.size))
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    whole = np.asarray(image.convert("L"))
    grey = np.asarray(image.convert("L").resize(size))
    found = [
        *(box for detector in _FRONT for box in _found(detector, grey)),
        *_found(_SIDE, grey),
        *(mirrored(box, size[0]) for box in _found(_SIDE, np.ascontiguousarray(grey[:, ::-1]))),
        *_found(_PLATE, grey),
    ]
    large = [enlarged(scaled(box, 1 / scale), _MARGIN) for box in merged(found)]
    return merged(part for box in (*large, *find_light_plates(whole)) if (part := clipped(box, *image.size)))


def _found(detector: _Detector, grey: Grey) -> list[Box]:
    least = _LEAST[detector.kind]
    if grey.shape[1] < least[0] or grey.shape[0] < least[1]:
        return []
    cascade = _cascade(detector.cascade)
    windows = cascade.detectMultiScale(grey, detector.step, detector.agreeing, minSize=least)
    return [make_box(left, top, width, height, detector.kind) for left, top, width, height in windows]


@cache
def _cascade(name: str) -> cv2.CascadeClassifier:
    """Reading one takes a tenth of a second. They may not be used by two threads at once."""
    return cv2.CascadeClassifier(f"{haarcascades}haarcascade_{name}.xml")
