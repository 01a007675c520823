"""Which of our areas a file speaks of. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dialog.areas.population.rows import Known

_CODE_AND_NAME = re.compile(r"(\d[\w-]*) +(\D.*)")
_KINDS = re.compile(r"s? (?:kommun|stad|län)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """An area as figures are kept under it: ours, or one elsewhere that they can be compared with."""

    area_id: int | None
    code: str  # or the name, of what has no code
    name: str  # as the file has it; nothing where it has none


class Placing:
    """Finds areas by their code first, then by their name: names may have lost their å, ä and ö."""

    def __init__(self, known: Known, ids: Mapping[str, int]) -> None:
        self._known, self._ids = known, ids

    def place(self, said: str, name: str = "") -> Place:
        """The area of a row that says `0114 Upplands Väsby`, `2080A0010`, or Falun, perhaps with its name beside."""
        found = _CODE_AND_NAME.fullmatch(said)
        called = name or (found[2] if found else "")
        code = self._code(said) or self._code(name)
        if code is None:
            return Place(None, found[1] if found else said, called)
        return Place(self._ids[code], code, called or (said if said.casefold() != code.casefold() else ""))

    def is_ours(self, said: str) -> bool:
        return self._code(said) is not None

    def _code(self, said: str) -> str | None:
        """`Falu kommun` and `Dalarnas län` stand for what is listed without the word too."""
        if said[:1].isdigit():
            return self._known.code_of(said)
        return self._known.exactly(said) or self._known.exactly(_KINDS.sub("", said))
