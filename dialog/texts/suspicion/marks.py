"""What a text is marked with when it comes, so that the queue can be filtered by it; what was found is not kept."""

from collections.abc import Iterable
from typing import Any

from dialog.texts.personal.finder import find_personal
from dialog.texts.personal.found import ADDRESS
from dialog.texts.suspicion.judging import ACCUSATION, CRIME, suspicion_of

_WHERE = "place"  # the question of a report that an address is the answer to
_HELD = (ACCUSATION, CRIME)


def mark_suspicion(rows: Iterable[dict[str, Any]]) -> None:
    """Give rows of texts, of which the words, the language and the question are known, their `suspicion` and `held`."""
    for row in rows:
        found = find_personal(row["original"], language=row.get("written_in") or row["language"])
        if row["question"] == _WHERE:
            found = [one for one in found if one.kind != ADDRESS]
        row["suspicion"] = suspicion_of(row["original"], found)
        row["held"] = row["suspicion"] in _HELD
