"""What the page of a draft shows: its sections and questions in order, and what is to be said of each."""

from collections import defaultdict
from dataclasses import dataclass, field

from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from dialog.survey.bank import differs, entry_of
from dialog.survey.comparability import series
from dialog.survey.conditions import Condition
from dialog.survey.making import fault_words, series_words
from dialog.survey.making.condition_words import in_words
from dialog.survey.making.fault_words import Told
from dialog.survey.making.kinds import KIND_NAMES
from dialog.survey.making.naming import language_called, said
from dialog.survey.making.queries import bank_entries, newest_version, read
from dialog.survey.making.series_words import SeriesTold
from dialog.survey.models import QuestionnaireDraft
from dialog.survey.questionnaire import Question, Questionnaire, Section
from dialog.survey.soundness import faults
from dialog.survey.texts import completeness


@dataclass(frozen=True)
class LineView:
    """One question in the outline."""

    id: str
    text: str
    facts: list[str]
    condition: str
    has_faults: bool
    breaks: list[SeriesTold]
    differs_from_bank: bool


@dataclass(frozen=True)
class SectionView:
    id: str
    title: str
    condition: str
    has_faults: bool
    lines: list[LineView]


@dataclass(frozen=True)
class OutlineView:
    """The whole draft at a glance."""

    sections: list[SectionView]
    faults: list[Told]
    series: list[SeriesTold]
    kept: int  # series that go on unchanged
    before: int | None  # the version that it follows
    languages: list[tuple[str, str, int]] = field(default_factory=list)  # tag, name, per cent that is there


def outline_view(session: Session, draft: QuestionnaireDraft, questionnaire: Questionnaire) -> OutlineView:
    before = newest_version(session, draft.key)
    found = series(read(before), questionnaire) if before else []
    ended = [series_words.told(one, questionnaire.main) for one in found if one.asks_for_a_reason]
    hindering = [fault_words.told(fault, questionnaire) for fault in faults(questionnaire)]
    lines = _Lines(session, questionnaire, hindering, ended)
    return OutlineView(
        sections=[lines.section(section) for section in questionnaire.sections],
        faults=hindering,
        series=ended,
        kept=sum(one.is_kept for one in found),
        before=before.version if before else None,
        languages=[
            (tag, language_called(tag), int(100 * completeness(questionnaire, tag))) for tag in questionnaire.languages
        ],
    )


class _Lines:
    """Makes the lines of the outline out of what is known of the whole."""

    def __init__(
        self, session: Session, questionnaire: Questionnaire, hindering: list[Told], ended: list[SeriesTold]
    ) -> None:
        self.questionnaire, self.entries = questionnaire, bank_entries(session)
        self.wrong = {one.question for one in hindering}, {one.section for one in hindering}
        self.ended: dict[str, list[SeriesTold]] = defaultdict(list)
        for one in ended:
            self.ended[one.question].append(one)

    def section(self, section: Section) -> SectionView:
        return SectionView(
            section.id,
            said(section.title, self.questionnaire.main),
            self._condition(section.show_if),
            section.id in self.wrong[1],
            [self._question(question) for question in section.questions],
        )

    def _question(self, question: Question) -> LineView:
        entry, main = entry_of(question, self.entries), self.questionnaire.main
        return LineView(
            question.id,
            said(question.text, main),
            _facts(question),
            self._condition(question.show_if),
            question.id in self.wrong[0],
            self.ended.get(question.id, []),
            bool(entry and entry.is_locked and differs(question, entry, main=main)),
        )

    def _condition(self, condition: Condition | None) -> str:
        return in_words(condition, self.questionnaire) if condition else ""


def _facts(question: Question) -> list[str]:
    facts = [str(KIND_NAMES[question.kind])]
    if question.options:
        facts.append(ngettext("%(num)s option", "%(num)s options", len(question.options)))
    if question.rows:
        facts.append(ngettext("%(num)s row", "%(num)s rows", len(question.rows)))
    return [*facts, _("must be answered")] if question.required else facts
