"""What is said of how good suggestions are."""

import numpy as np
from sklearn.metrics import f1_score

from dialog.review.suggesting.measuring import FEWEST, bands, found_codes, macro_f1


def drawn(texts: int = 200, codes: int = 6):
    rng = np.random.default_rng(3)
    truth = rng.random((texts, codes)) < 0.3
    suggested = np.where(rng.random(truth.shape) < 0.8, truth, ~truth)
    return truth, suggested


def test_precision_and_recall_are_counted_for_each_code():
    truth = np.array([[True]] * 6 + [[False]] * 4)
    suggested = np.array([[True]] * 3 + [[False]] * 3 + [[True]] * 1 + [[False]] * 3)
    (found,) = found_codes(["T1"], truth, suggested)
    assert (found.precision, found.recall, found.texts) == (0.75, 0.5, 6)


def test_codes_that_few_texts_have_are_left_out():
    truth = np.zeros((20, 2), bool)
    truth[: FEWEST - 1, 0] = truth[:FEWEST, 1] = True
    assert [one.code for one in found_codes(["T1", "T2"], truth, truth)] == ["T2"]
    assert macro_f1(truth[:, :1], truth[:, :1]) is None


def test_macro_f1_is_that_of_scikit_learn_and_lies_in_its_interval():
    truth, suggested = drawn()
    found = macro_f1(truth, suggested)
    assert found is not None
    value, low, high = found
    assert abs(value - f1_score(truth, suggested, average="macro")) < 1e-6
    assert low < value < high
    assert macro_f1(truth, suggested) == (value, low, high)


def test_what_is_called_likely_and_possible_is_counted_apart():
    truth, chances = np.array([[True, False, True, False]]), np.array([[0.9, 0.7, 0.3, 0.1]], np.float32)
    assert bands(truth, chances) == {"likely": (1, 2), "possible": (1, 1)}
