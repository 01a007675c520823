"""flask codes train."""

from pathlib import Path

import pytest
from flask import Flask

from dialog.review.suggesting import training
from dialog.review.suggesting.store import forget_model
from tests.review.suggesting.test_training import write_one


def test_suggestions_that_are_new_enough_are_not_made_anew(app: Flask, run):
    instance = Path(app.config["INSTANCE"])
    try:
        write_one(instance)
        ended = run("codes", "train", "--if-due")
        assert (ended.code, ended.out) == (0, "The suggestions are new enough.\n")
    finally:
        forget_model(instance)


def test_when_they_cannot_be_made_it_says_so_in_one_sentence(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(training, "_ROOT", tmp_path)  # where there is no such module
    ended = run("codes", "train")
    assert ended.code == 2
    assert ended.err.startswith("Error: The suggestions could not be made: ") and ended.err.count("\n") == 1
