"""An edition as files tell it: its number, its day, its picture, in one language. Pure."""

from dataclasses import dataclass
from datetime import date

from dialog.languages import Words, pick
from dialog.picture.content import Picture


@dataclass(frozen=True)
class Wrong:
    """That an edition is superseded: since when, why, and by which, if a right one is out."""

    since: date
    why: Words
    by_edition: int | None


@dataclass(frozen=True)
class Edition:
    """What every file is made from."""

    number: int
    released_on: date
    picture: Picture
    language: str  # the tag asked for; words that lack it are in the main language
    wrong: Wrong | None = None

    def say(self, words: Words) -> str:
        return pick(words, self.language)[0]

    @property
    def rule(self) -> dict[str, str | int]:
        """How small figures are kept from leaving: the method in words, and the thresholds in voices."""
        picture = self.picture
        base = {"rounding": picture.rounding} if picture.rounding else {}
        return {"method": self.say(picture.method), "k": picture.minimum, "group_k": picture.group_minimum, **base}
