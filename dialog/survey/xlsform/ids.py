"""Names of a workbook as ids here, none used twice. Pure."""

import re
import unicodedata
from dataclasses import replace

from dialog.survey.pieces import is_id
from dialog.survey.questionnaire import Question
from dialog.survey.soundness import RESERVED_FIELDS

LONGEST = 40


def id_of(name: str) -> str:
    """Thatta & Shah Bunder -> Thatta_Shah_Bunder; nothing when no letter or digit is left."""
    if is_id(name):
        return name
    latin = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_-]+", "_", latin).lstrip("_-")[:LONGEST].rstrip("_") or ""


def numbered(id: str, number: int) -> str:
    """q -> q-2"""
    return f"{id[: LONGEST - 1 - len(str(number))]}-{number}"


class Ids:
    """The ids given so far, and with them the names of all fields of the form."""

    def __init__(self) -> None:
        self._fields = set(RESERVED_FIELDS)
        self._questions: set[str] = set()
        self._sections: set[str] = set()

    def settle(self, question: Question) -> Question:
        """The question with an id whose fields nobody else uses."""
        tried, number = question, 1
        while tried.id in self._questions or not self._fields.isdisjoint(tried.fields):
            number += 1
            tried = replace(question, id=numbered(question.id, number))
        self._questions.add(tried.id)
        self._fields.update(tried.fields)
        return tried

    def settle_section(self, id: str) -> str:
        tried, number = id, 1
        while tried in self._sections:
            number += 1
            tried = numbered(id, number)
        self._sections.add(tried)
        return tried
