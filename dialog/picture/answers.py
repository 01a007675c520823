"""Stored answers as columns. Each distinct piece of them, such as `"Q6": "never"`, is understood only once. Pure.

A million responses are made of a few hundred pieces, so that finding the pieces takes a third of the time of parsing.
"""

import re
from collections.abc import Sequence
from json import dumps, loads
from typing import Any

import numpy as np

from dialog.picture.columns import Codes, Column, Numbering, joined, smallest_type

_PIECE = re.compile(r'"[^"\\]+": (?:"[^"\\]*"|\[[^\]]*\])')


class AnswersBuilding:
    """Columns of answers while documents still come. A row that lacks an answer has None."""

    def __init__(self, names: Sequence[str]) -> None:
        self._places = {name: place for place, name in enumerate(names)}
        self._values = [Numbering({None: 0}) for _ in names]
        self._pieces = Numbering()
        self._meanings: list[tuple[int, int]] = []  # of each piece: which column, which of its values
        self._chunks: list[Codes] = []

    def add(self, documents: Sequence[str]) -> None:
        """More rows, each a JSON object of strings and lists of strings; other keys are passed over."""
        found = [pieces_of(document) for document in documents]
        numbers = np.array([self._pieces[piece] for pieces in found for piece in pieces], np.int64)
        rows = np.repeat(np.arange(len(documents)), [len(pieces) for pieces in found])
        self._meanings += [self._meaning(str(piece)) for piece in list(self._pieces)[len(self._meanings) :]]
        columns, values = np.array(self._meanings or [(0, 0)]).T
        largest = max(map(len, self._values), default=0)
        codes = np.zeros((len(self._places) + 1, len(documents)), smallest_type(largest))
        codes[columns[numbers], rows] = values[numbers]
        self._chunks.append(codes[:-1])

    def done(self) -> dict[str, Column]:
        return {
            name: Column(tuple(self._values[place]), joined([chunk[place] for chunk in self._chunks]))
            for name, place in self._places.items()
        }

    def _meaning(self, piece: str) -> tuple[int, int]:
        ((name, value),) = loads(f"{{{piece}}}").items()
        if name not in self._places:
            return len(self._places), 0
        place = self._places[name]
        return place, self._values[place][_hashable(value)]


def pieces_of(document: str) -> list[str]:
    """The members of a JSON object as they are written."""
    found: list[str] = _PIECE.findall(document)
    if ", ".join(found) == document[1:-1]:
        return found
    return [dumps({name: value})[1:-1] for name, value in loads(document).items()]  # written in another way


def _hashable(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
