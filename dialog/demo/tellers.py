"""Those who answer: what they say in their own words, and who they are. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from dialog.demo.chance import Chance
from dialog.demo.chapters import Chapter, day_of, wave_day
from dialog.demo.temper import TEMPERS
from dialog.demo.voices.sayings import Saying
from dialog.languages import LANGUAGES


@dataclass
class Teller:
    """One voice in the making."""

    area: str  # a district's code, or elsewhere
    language: str
    sayings: dict[str, Saying] = field(default_factory=dict)  # by question
    channel: str = "web"
    on: date = date.min
    age: str = ""
    gender: str = ""

    @property
    def group_size(self) -> int:
        return max((saying.group_size for saying in self.sayings.values()), default=1)

    @property
    def is_spam(self) -> bool:
        return any("spam" in saying.flags for saying in self.sayings.values())

    @property
    def is_of_wave(self) -> bool:
        """One of many who write and answer the same on one day."""
        return any("wave" in saying.flags for saying in self.sayings.values())

    @property
    def is_content(self) -> bool:
        """Says only what is good."""
        stances = {stance for saying in self.sayings.values() for _, stance in saying.codes}
        return stances == {"strength"}


CHANNELS: Mapping[str, float] = {"web": 64, "paper": 14, "stand": 14, "meeting": 6, "walk": 2}
IN_PERSON: Mapping[str, float] = {"paper": 6, "meeting": 4}  # languages that the website does not speak yet
_GENDERS: Mapping[str, float] = {"woman": 58, "man": 38, "nonbinary_other": 1.5, "prefer_not": 2.5}
_CLASS = 20  # so many together are a school class


def introduce(chance: Chance, teller: Teller, chapter: Chapter) -> None:
    """Decide how and when somebody comes, and how old they are."""
    teller.channel = _channel(chance, teller)
    teller.on = wave_day(chapter) if teller.is_of_wave else day_of(chance, chapter, teller.channel)
    if teller.group_size > 1:
        teller.age = "0-15" if teller.channel == "school" else ""
    elif not (teller.is_spam or teller.is_of_wave) and chance.happens(0.95):
        teller.age = chance.weighted(TEMPERS[teller.area].ages)
        teller.gender = chance.weighted(_GENDERS) if chance.happens(0.97) else ""


def _channel(chance: Chance, teller: Teller) -> str:
    if teller.group_size > 1:
        return "school" if teller.group_size > _CLASS else "meeting"
    if teller.is_spam or teller.is_of_wave:
        return "web"
    return chance.weighted(CHANNELS if teller.language in LANGUAGES else IN_PERSON)
