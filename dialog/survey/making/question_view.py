"""What the page of one question shows."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dialog.languages import LANGUAGES
from dialog.survey.bank import Entry, differs, entry_of
from dialog.survey.comparability import series
from dialog.survey.conditions import Condition
from dialog.survey.making.condition_lines import (
    MUST,
    WHEN,
    Askable,
    Joined,
    Line,
    askable,
    askable_in_rule,
    lines_in,
    lines_of,
)
from dialog.survey.making.condition_words import in_words
from dialog.survey.making.given import Given, NotUsable, first
from dialog.survey.making.kinds import KIND_NAMES, PART_NAMES
from dialog.survey.making.looks import looks_of, spelled
from dialog.survey.making.naming import brief
from dialog.survey.making.narrowing_words import Narrow, narrow_of
from dialog.survey.making.queries import bank_entries, newest_version, read
from dialog.survey.making.question_form import given_of
from dialog.survey.making.seen import digest_of, of_question
from dialog.survey.making.series_words import SeriesTold, told
from dialog.survey.models import QuestionnaireDraft
from dialog.survey.questionnaire import Question, Questionnaire
from dialog.survey.soundness import impossible
from dialog.survey.texts import PARTS, state_of, texts


@dataclass(frozen=True)
class When:
    """The lines of a condition as the form shows them; `of` is what it is for."""

    of: str
    joined: Joined
    lines: list[Line]
    known: list[Askable]
    kept: dict[str, str]  # conditions that are more than a line, by their document, in words


@dataclass(frozen=True)
class QuestionView:
    """One question in its draft: the form's values, and what there is to know beside it."""

    question: Question
    main: str
    given: Given
    seen: str  # how each part looks
    whole: str  # how all of it looks
    when: When
    must: When
    narrow: Narrow
    kinds: list[tuple[str, str]]
    measures: list[tuple[str, str]]
    left_over: list[tuple[str, str]]  # parts of another kind that it still has
    emptied: list[tuple[str, str]]  # texts that only other languages have
    entry: Entry | None = None  # of the bank, that measures the same
    differs: bool = False
    series: list[SeriesTold] = field(default_factory=list)
    languages: list[tuple[str, int]] = field(default_factory=list)  # and how many of its texts each lacks


def question_view(
    session: Session,
    draft: QuestionnaireDraft,
    questionnaire: Questionnaire,
    question: Question,
    given: Given | None = None,
    ask: Mapping[str, str] | None = None,
) -> QuestionView:
    """`ask`: which questions a new line of `ask`, `ask_must` or `ask_narrow` is to be about."""
    entries = bank_entries(session)
    entry = entry_of(question, entries)
    shown, wanted = given or given_of(questionnaire, question), ask or {}
    known, before = askable_in_rule(questionnaire, question.id), askable(questionnaire, question.id)
    return QuestionView(
        question=question,
        main=questionnaire.main,
        given=shown,
        seen=spelled(looks_of(questionnaire, question.id)),
        whole=digest_of(questionnaire, of_question(question.id)),
        when=when_of(questionnaire, question.show_if, before, shown, wanted.get("ask", "")),
        must=when_of(questionnaire, question.must, known, shown, wanted.get("ask_must", ""), MUST),
        narrow=narrow_of(questionnaire, question, shown, wanted.get("ask_narrow", "")),
        kinds=[(kind, str(name)) for kind, name in KIND_NAMES.items()],
        measures=_measures(entries, question, questionnaire.main),
        left_over=[(part, str(PART_NAMES[part])) for part in impossible(question)],
        emptied=_emptied(questionnaire, question),
        entry=entry,
        differs=bool(entry) and differs(question, entry, main=questionnaire.main) if entry else False,
        series=series_of(session, draft.key, questionnaire, question.id),
        languages=_languages(questionnaire, question),
    )


def series_of(session: Session, key: str, questionnaire: Questionnaire, question_id: str) -> list[SeriesTold]:
    """What the published version measured with this question and the draft does not, or not in the same way."""
    before = newest_version(session, key)
    found = series(read(before), questionnaire) if before else []
    own = (one for one in found if one.asks_for_a_reason and one.now and one.now.question == question_id)
    return [told(one, questionnaire.main) for one in own]


def when_of(
    questionnaire: Questionnaire,
    condition: Condition | None,
    known: list[Askable],
    given: Given,
    ask: str,
    of: str = WHEN,
) -> When:
    """The condition as it was filled in, or as it stands; and one more line for a question to ask about."""
    joined, lines = lines_of(condition, known)
    if of in given:
        joined = "any" if first(given, f"{of}-joined") == "any" else "all"
        with suppress(NotUsable):
            lines = lines_in(given, known, of)
    more = [Line(one, one.relations[0]) for one in known if one.id == ask]
    kept = {line.kept_document: in_words(line.kept, questionnaire) for line in lines if line.kept}
    return When(of, joined, [*lines, *more], known, kept)


def _measures(entries: list[Entry], question: Question, main: str) -> list[tuple[str, str]]:
    """What a question can be said to measure: every entry of the bank, and what it measures now."""
    found = {
        name: f"{name} – {brief(column.title, main)}"
        for entry in entries
        for column in entry.question.columns()
        if (name := column.measures)
    }
    for entry in entries:
        if entry.question.measures:
            found.setdefault(entry.question.measures, f"{entry.question.measures} – {brief(entry.question.text, main)}")
    own = (question.measures, *(row.measures for row in question.rows))
    return [*found.items(), *((name, name) for name in own if name and name not in found)]


def _emptied(questionnaire: Questionnaire, question: Question) -> list[tuple[str, str]]:
    names = {"hint": _("hint"), **{part: str(PART_NAMES[part]) for part in PARTS if part in PART_NAMES}}
    return [
        (part, name)
        for part, name in names.items()
        if (words := getattr(question, part)) and not words.get(questionnaire.main)
    ]


def _languages(questionnaire: Questionnaire, question: Question) -> list[tuple[str, int]]:
    own = {
        path: words
        for path, words in texts(questionnaire).items()
        if path == question.id or path.startswith((f"{question.id}.", f"{question.id}:", f"{question.id}/"))
    }
    return [
        (
            LANGUAGES[tag].endonym if tag in LANGUAGES else tag,
            sum(state_of(questionnaire, path, words, tag) in ("missing", "outdated") for path, words in own.items()),
        )
        for tag in questionnaire.languages
        if tag != questionnaire.main
    ]
