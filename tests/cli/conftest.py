"""A terminal whose current folder is the test's own."""

import pytest
from flask import Flask

from tests.cli.terminal import Run, runner


@pytest.fixture
def run(app: Flask, tmp_path, monkeypatch) -> Run:
    monkeypatch.chdir(tmp_path)
    return runner(app)
