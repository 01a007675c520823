"""The pages of languages and texts, put together for their templates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import render_template, request
from flask_babel import gettext as _

from dialog.survey.models import QuestionnaireDraft
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.texts import texts
from dialog.survey.translating.differences import Piece, differences
from dialog.survey.translating.leafing import FILTERS, Leaf, by_question
from dialog.survey.translating.names import name_of
from dialog.survey.translating.overview import all_spoken, spoken
from dialog.survey.translating.sentences import FILTER_NAMES, LOOKS, STATES
from dialog.survey.translating.tags import addable, language_of, name_in
from dialog.survey.translating.typed import STATE, TEXT
from dialog.survey.translating.wordings import Wording
from dialog.web.requests import page_language

NEEDS_NO_CHOICE = ("machine", "outdated")  # states that a text can stay in, but that nobody gives it


@dataclass(frozen=True)
class Field:
    """One text on the page, with what was typed where it could not be kept."""

    wording: Wording
    name: str
    typed: str
    state: str
    theirs: str | None  # what somebody else has written meanwhile
    changes: Sequence[Piece]  # of the source

    @property
    def states(self) -> list[tuple[str, str]]:
        """What can be chosen: to leave it as it is, where that is possible, and what a human can say of it."""
        own = [self.wording.state] if self.wording.state in NEEDS_NO_CHOICE else []
        return [(state, str(STATES[state])) for state in (*own, "draft", "checked")]

    @property
    def rows(self) -> int:
        """Lines that the text is likely to need."""
        return min(8, 2 + max(len(self.wording.source), len(self.typed)) // 60)


@dataclass(frozen=True)
class Group:
    """Texts of one question or section."""

    path: str
    name: str
    asked: str  # the question in the main language, where its own text is not among them
    fields: Sequence[Field]


def overview(draft: QuestionnaireDraft, questionnaire: Questionnaire, given: str = "", problem: str = "") -> str:
    reader = page_language()
    tags = addable(questionnaire.languages)
    return render_template(
        "facilitator/translations.html",
        draft=draft,
        title=questionnaire.title,
        main=language_of(questionnaire.main),
        main_name=name_in(questionnaire.main, reader),
        spoken=all_spoken(questionnaire, reader),
        state_names=STATES,
        pairs=sorted(((tag, name_in(tag, reader)) for tag in tags), key=lambda pair: pair[1].casefold()),
        given=given,
        problem=problem,
    )


def page_of_texts(
    draft: QuestionnaireDraft,
    questionnaire: Questionnaire,
    tag: str,
    page: Leaf,
    *,
    conflicts: Mapping[str, str] | None = None,
    typed: Mapping[str, str] | None = None,
) -> str:
    found = spoken(questionnaire, tag, page_language())
    sources = {path: words.get(questionnaire.main, "") for path, words in texts(questionnaire).items()}
    groups = [_group(path, some, sources, conflicts or {}, typed or {}) for path, some in by_question(page.wordings)]
    fields = [field for group in groups for field in group.fields]
    return render_template(
        "facilitator/translations_texts.html",
        draft=draft,
        title=questionnaire.title,
        spoken=found,
        source=language_of(questionnaire.main),
        page=page,
        groups=groups,
        problems=[(f"{TEXT}{one.wording.path}", one.name) for one in fields if one.theirs is not None],
        show=request.args.get("show", ""),
        filters=[(name, str(FILTER_NAMES[name]), _number(found.numbers, states)) for name, states in FILTERS.items()],
        state_names=STATES,
        looks=LOOKS,
    )


def _number(numbers: Mapping[str, int], states: Sequence[str]) -> int:
    return sum(number for state, number in numbers.items() if not states or state in states)


def _group(
    path: str,
    some: Sequence[Wording],
    sources: Mapping[str, str],
    conflicts: Mapping[str, str],
    typed: Mapping[str, str],
) -> Group:
    fields = [_field(one, conflicts, typed) for one in some]
    asked = "" if any(one.path == path for one in some) else sources.get(path, "")
    return Group(path, name_of(path, _), asked, fields)


def _field(one: Wording, conflicts: Mapping[str, str], typed: Mapping[str, str]) -> Field:
    given = typed if one.path in conflicts else {}
    state = given.get(f"{STATE}{one.path}", one.state)
    return Field(
        wording=one,
        name=name_of(one.path, _),
        typed=given.get(f"{TEXT}{one.path}", one.text),
        state=state if state != "missing" else "draft",
        theirs=conflicts.get(one.path),
        changes=differences(one.before, one.source) if one.before else (),
    )
