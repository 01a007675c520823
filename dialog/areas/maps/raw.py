"""What was found in a map file before anybody asked what it means. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from shapely.geometry.base import BaseGeometry

from dialog.languages import N_, Sentence

NO_OUTLINE = Sentence(N_("it has no outline"))
UNREADABLE = Sentence(N_("its outline can't be read"))


@dataclass(frozen=True)
class RawMap:
    """The features of a file: their values, and their shapes in the coordinates of the file."""

    values: Sequence[dict[str, Any]]
    shapes: Sequence[BaseGeometry | None]
    problems: Mapping[int, str] = field(default_factory=dict)  # by the number of the feature, from 0
    stated: str | None = None  # the projection, as the file writes it
    layer: str = ""
