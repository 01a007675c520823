"""A model as it is kept in a file, and what it suggests for a text, with numpy alone. Pure.

The file is read as plain numbers and JSON, never as Python objects: nothing in it can be run.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dialog.review.codebook.book import topic_id
from dialog.review.suggesting.hashing import bag_of, weighted
from dialog.review.suggesting.measuring import LIKELY, POSSIBLE

SHOWN = 5  # suggestions for one text


@dataclass(frozen=True)
class Suggestion:
    """A code that a text may have, and how probable that is."""

    code: str
    probability: float

    @property
    def is_likely(self) -> bool:
        return self.probability >= LIKELY


@dataclass(frozen=True)
class Model:
    """`weights` has a row for each hash and a column for each of `codes`; `report` tells how good it is.

    `slope` and `shift` turn scores into probabilities that came true so often in held-back codings.
    """

    codes: tuple[str, ...]
    rarity: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]
    slope: float
    shift: float
    report: dict[str, Any]

    @property
    def is_measured(self) -> bool:
        """Whether enough has been coded here to say how far it can be believed."""
        return bool(self.report.get("measured"))

    def probabilities(self, text: str) -> NDArray[np.float32]:
        """Of each code."""
        hashes, counts = bag_of(text)
        scores = weighted(counts, self.rarity[hashes]) @ self.weights[hashes] + self.bias
        return np.asarray(1 / (1 + np.exp(-(self.slope * scores + self.shift))), np.float32)

    def suggestions(self, text: str) -> list[Suggestion]:
        """The most probable first and at most SHOWN: a topic only where none of its subcodes is suggested."""
        found = zip(self.codes, self.probabilities(text).tolist(), strict=True)
        fitting = sorted((Suggestion(*one) for one in found if one[1] >= POSSIBLE), key=lambda one: -one.probability)
        under = {topic_id(one.code) for one in fitting if "." in one.code}
        return [one for one in fitting if one.code not in under][:SHOWN]


def write_model(model: Model, file: Path) -> None:
    about = {"codes": model.codes, "slope": model.slope, "shift": model.shift, "report": model.report}
    np.savez(
        file,
        about=np.frombuffer(json.dumps(about).encode(), np.uint8),
        rarity=model.rarity,
        weights=model.weights,
        bias=model.bias,
    )


def read_model(file: Path) -> Model:
    """Raises OSError, EOFError, BadZipFile, ValueError or KeyError where it is none."""
    with file.open("rb") as opened, np.load(opened, allow_pickle=False) as kept:
        about = json.loads(kept["about"].tobytes())
        return Model(
            tuple(about["codes"]),
            kept["rarity"],
            kept["weights"],
            kept["bias"],
            about["slope"],
            about["shift"],
            about["report"],
        )
