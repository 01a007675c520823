"""Reading the JSON of a questionnaire piece by piece; whatever is wrong gets one plain sentence."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from dialog.languages import Words
from dialog.survey.questionnaire import BadQuestionnaire

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")  # no dot: it joins a question and its row
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True)
class Piece:
    """One JSON object of the document; `name` is what to call it to the person who wrote it."""

    name: str
    values: Mapping[str, Any]

    @classmethod
    def of(cls, value: object, name: str, *, known: Collection[str]) -> "Piece":
        """The value as an object that has only known keys; named by its own id as soon as it shows one."""
        if not isinstance(value, dict):
            raise BadQuestionnaire(f"{name} must be an object with names and values.")
        unknown = [key for key in value if key not in known]
        if unknown:
            raise BadQuestionnaire(f"{name} has an unknown key: {str(unknown[0])[:40]}.")
        own = value.get("id")
        return cls(f"{name} {own}" if is_id(own) else name, value)

    def id(self) -> str:
        found = self.values.get("id")
        if not isinstance(found, str) or not is_id(found):
            raise BadQuestionnaire(f"{self.name} needs an id of 1 to 40 letters, digits, - or _.")
        return found

    def words(self, key: str) -> Words:
        """The text in every language. Raises BadQuestionnaire when there is none."""
        found = self.values.get(key)
        if not isinstance(found, dict) or not found:
            raise BadQuestionnaire(f"{self.name} needs a {key}: an object with one text for each language.")
        for tag, text in found.items():
            self._insist_on_text(key, tag, text)
        return dict(found)

    def words_if_any(self, key: str) -> Words:
        return self.words(key) if key in self.values else {}

    def _insist_on_text(self, key: str, tag: object, text: object) -> None:
        if not is_tag(tag):
            raise BadQuestionnaire(f"{self.name} has a {key} in {str(tag)[:40]!r}, which is not a language tag.")
        if not isinstance(text, str) or not text.strip():
            raise BadQuestionnaire(f"{self.name} has an empty {key} in {tag}.")
        if _UNPRINTABLE.search(text):
            raise BadQuestionnaire(f"{self.name} has a {key} in {tag} with a character that can't be printed.")

    def string(self, key: str) -> str:
        found = self.values.get(key, "")
        if not isinstance(found, str) or _UNPRINTABLE.search(found):
            raise BadQuestionnaire(f"{self.name} has a {key} that is not a text.")
        return found

    def flag(self, key: str) -> bool:
        found = self.values.get(key, False)
        if not isinstance(found, bool):
            raise BadQuestionnaire(f"{self.name} has a {key} that is neither true nor false.")
        return found

    def number(self, key: str, *, most: int) -> int | None:
        """A whole number from 1 to `most`; None when the key is absent."""
        if key not in self.values:
            return None
        found = self.values[key]
        if type(found) is not int or not 1 <= found <= most:  # a bool is no number here
            raise BadQuestionnaire(f"{self.name} needs a {key} that is a whole number from 1 to {most}.")
        return found

    def value(self, key: str) -> float | int | str | None:
        """A number, or a text such as a date; None when the key is absent."""
        found = self.values.get(key)
        if isinstance(found, bool) or not isinstance(found, int | float | str | None) or not _is_finite(found):
            raise BadQuestionnaire(f"{self.name} has a {key} that is neither a number nor a date.")
        return self.string(key) if isinstance(found, str) else found

    def strings(self, key: str) -> list[str]:
        found = self.items(key)
        if not all(isinstance(one, str) for one in found):
            raise BadQuestionnaire(f"{self.name} has {key} that are not texts.")
        return found

    def names(self, key: str) -> dict[str, str]:
        """An object of short texts by name."""
        found = self.values.get(key, {})
        if not isinstance(found, dict) or not all(isinstance(part, str) for one in found.items() for part in one):
            raise BadQuestionnaire(f"{self.name} has {key} that are not an object of texts.")
        return dict(found)

    def items(self, key: str) -> list[Any]:
        found = self.values.get(key, [])
        if not isinstance(found, list):
            raise BadQuestionnaire(f"{self.name} has {key} that are not a list.")
        return found


def _is_finite(value: object) -> bool:
    return not isinstance(value, float) or isfinite(value)


def is_id(value: object) -> bool:
    return isinstance(value, str) and bool(_ID.fullmatch(value))


def is_tag(value: object) -> bool:
    """Whether it is a language tag, such as sv or pt-BR."""
    return isinstance(value, str) and bool(_TAG.fullmatch(value))
