"""Texts come in by one way, so that each is looked over before anybody reads it, and can be found by its words."""

import re
from pathlib import Path

DIALOG = Path(__file__).parents[2] / "dialog"
WRITES_TEXTS = re.compile(r"\binsert\(\s*(Text\b|texts?\.)|\bsession\.add(_all)?\([^)]*\bText\(")


def test_nobody_else_writes_new_texts():
    writers = [path for path in DIALOG.rglob("*.py") if WRITES_TEXTS.search(path.read_text())]
    assert [str(path.relative_to(DIALOG)) for path in writers] == ["texts/actions.py"]
