"""What is found out about a text when it comes: whether it needs a careful look, and the language it is written in."""

from typing import Any, NewType

from dialog.texts.detecting import detect
from dialog.texts.suspicion.marks import mark_suspicion

LookedOver = NewType("LookedOver", list[dict[str, Any]])  # the only rows that can be stored


def look_over(rows: list[dict[str, Any]]) -> LookedOver:
    """Give rows of texts, of which words, language and question are known, what the queue can be filtered by."""
    for row in rows:
        row["written_in"] = detect(row["original"], chosen=row["language"])
    mark_suspicion(rows)
    return LookedOver(rows)
