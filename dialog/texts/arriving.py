"""What is found out about a text when it comes: whether it needs a careful look, and the language it is written in."""

from collections.abc import Sequence
from typing import Any

from dialog.texts.detecting import detect
from dialog.texts.suspicion.marks import mark_suspicion


def look_over(rows: Sequence[dict[str, Any]]) -> None:
    """Give rows of texts, of which words, language and question are known, what the queue can be filtered by."""
    for row in rows:
        row["written_in"] = detect(row["original"], chosen=row["language"])
    mark_suspicion(rows)
