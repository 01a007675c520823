"""How far a questionnaire is in each of its languages. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialog.languages import Language
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.translating.tags import language_of, name_in
from dialog.survey.translating.wordings import progress


@dataclass(frozen=True)
class Spoken:
    """One language of a questionnaire."""

    language: Language
    name: str  # in the reader's language
    numbers: Mapping[str, int]  # of texts, by state

    @property
    def percent(self) -> int:
        """Of the texts that are there and up to date, rounded down."""
        total = sum(self.numbers.values())
        gaps = self.numbers.get("missing", 0) + self.numbers.get("outdated", 0)
        return 100 * (total - gaps) // total if total else 100

    @property
    def is_empty(self) -> bool:
        return self.numbers.get("missing", 0) == sum(self.numbers.values())


def spoken(questionnaire: Questionnaire, tag: str, reader: str) -> Spoken:
    return Spoken(language_of(tag), name_in(tag, reader), progress(questionnaire, tag))


def all_spoken(questionnaire: Questionnaire, reader: str) -> list[Spoken]:
    """Every language but the main one."""
    return [spoken(questionnaire, tag, reader) for tag in questionnaire.languages if tag != questionnaire.main]
