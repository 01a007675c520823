"""Fitting a model to examples: `python -m dialog.review.suggesting.fitting EXAMPLES ABOUT MODEL`, a process of its own.

It keeps a processor busy for seconds or minutes, which a process that answers people must not be. It reads numbers and
writes numbers; texts never reach it. One logistic regression for each code (one against the rest); how good they are is
measured by cross-validation, where texts with the same words stay together, and their scores become probabilities by
Platt's method: a logistic regression of what was true on what was scored, for all codes together.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from dialog.review.suggesting.hashing import FEATURES
from dialog.review.suggesting.measuring import LIKELY, POSSIBLE, SEED, bands, found_codes, macro_f1
from dialog.review.suggesting.model import Model, write_model

FOLDS = 3
FEWEST_TEXTS = 40  # below which nothing is measured
MEASURED = 4_000  # texts that are held back in turn, at most
FREEDOM = 30.0  # inverse strength of regularisation
OTHERS = 2_000  # examples without a code that it is told apart from, at most; they stand for all of them
SCALES = (1.0, 0.0)  # scores as they are

Scores = NDArray[np.float32]


@dataclass(frozen=True)
class Given:
    """The examples as arrays: weighted runs, which codes each row has, and its group (below 0: of the codebook)."""

    runs: Any  # csr_matrix
    rarity: NDArray[np.float32]
    truth: NDArray[np.bool_]
    groups: NDArray[np.int64]


def fit(examples: Path, about: Path, model: Path) -> None:
    given, said = _given(examples), json.loads(about.read_text())
    codes, report = said["codes"], said["report"]
    slope, shift = SCALES
    texts = np.flatnonzero(given.groups >= 0)
    if len(np.unique(given.groups[texts])) >= FEWEST_TEXTS:
        slope, shift, measured = _measured(given, texts[-MEASURED:], codes)
        report |= measured
    weights, bias = _weights(given.runs, given.truth)
    write_model(Model(tuple(codes), given.rarity, weights, bias, slope, shift, report), model)


def _given(file: Path) -> Given:
    with np.load(file, allow_pickle=False) as kept:
        counts, hashes, starts = kept["counts"], kept["hashes"], kept["starts"]
        truth, groups = kept["truth"], kept["groups"]
    rows = len(starts) - 1
    having = np.bincount(hashes, minlength=FEATURES)
    rarity = (np.log((1 + rows) / (1 + having)) + 1).astype(np.float32)
    values = (1 + np.log(counts.astype(np.float32))) * rarity[hashes]
    runs = csr_matrix((values, hashes, starts), shape=(rows, FEATURES))
    lengths = np.sqrt(np.asarray(runs.multiply(runs).sum(axis=1)).ravel())
    runs.data /= np.repeat(np.where(lengths > 0, lengths, 1), np.diff(runs.indptr)).astype(np.float32)
    return Given(runs, rarity, truth, groups)


def _weights(runs: Any, truth: NDArray[np.bool_]) -> tuple[Scores, Scores]:
    """A column for each code; one that no example has, or every one, is never suggested."""
    weights = np.zeros((FEATURES, truth.shape[1]), np.float32)
    bias = np.full(truth.shape[1], -30, np.float32)
    rng = np.random.default_rng(SEED)
    for column, has in enumerate(truth.T):
        if has.any() and not has.all():
            rows, worth = _against_others(has, rng)
            fitted = _one_against_the_rest().fit(runs[rows], has[rows], worth)
            weights[:, column], bias[column] = fitted.coef_[0], fitted.intercept_[0]
    return weights, bias


def _one_against_the_rest() -> LogisticRegression:
    """The dual problem, which is the quick one where there are more runs than examples; no more exact than need be."""
    return LogisticRegression(C=FREEDOM, solver="liblinear", dual=True, tol=0.01, max_iter=1_000, random_state=SEED)


def _against_others(has: NDArray[np.bool_], rng: np.random.Generator) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """All rows with a code and some without it, and how much each counts."""
    others = np.flatnonzero(~has)
    drawn = others if len(others) <= OTHERS else rng.choice(others, OTHERS, replace=False)
    rows = np.sort(np.concatenate([np.flatnonzero(has), drawn]))
    return rows, np.where(has[rows], 1.0, len(others) / len(drawn))


def _measured(given: Given, texts: NDArray[np.intp], codes: list[str]) -> tuple[float, float, dict[str, Any]]:
    scores, truth = np.zeros((len(texts), len(codes)), np.float32), given.truth[texts]
    for kept, held in _folds(given, texts):
        weights, bias = _weights(given.runs[kept], given.truth[kept])
        scores[held] = given.runs[texts[held]] @ weights + bias
    slope, shift = _scales(scores, truth)
    probabilities = 1 / (1 + np.exp(-(slope * scores + shift)))
    suggested = probabilities >= POSSIBLE
    return slope, shift, {
        "measured": len(texts),
        "codes": [asdict(one) for one in found_codes(codes, truth, suggested)],
        "macro_f1": macro_f1(truth, suggested),
        "bands": bands(truth, probabilities),
        "thresholds": {"likely": LIKELY, "possible": POSSIBLE},
    }  # fmt: skip


def _folds(given: Given, texts: NDArray[np.intp]) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """(rows to learn from, places among `texts` that are held back); words of the codebook are always learnt from."""
    seeds = np.flatnonzero(given.groups < 0)
    for kept, held in GroupKFold(FOLDS).split(texts, groups=given.groups[texts]):
        yield np.concatenate([seeds, texts[kept]]), held


def _scales(scores: Scores, truth: NDArray[np.bool_]) -> tuple[float, float]:
    possible = scores > -20  # codes that a fold had no example of say nothing
    if not truth[possible].any():
        return SCALES
    fitted = LogisticRegression(C=1e6).fit(scores[possible].reshape(-1, 1), truth[possible])
    return float(fitted.coef_[0, 0]), float(fitted.intercept_[0])


if __name__ == "__main__":
    fit(*map(Path, sys.argv[1:4]))
