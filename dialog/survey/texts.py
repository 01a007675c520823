"""The texts of a questionnaire by path, so that they can be translated, compared and changed one by one. Pure.

A path names a text for good, since it is made of ids: `title`, `section:home`, `Q1`, `Q1.hint`, `Q1.text_label`,
`Q1.text_hint`, `Q1.must_text`, `Q1:very_safe` (an option), `Q1/a` (a row).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from dialog.languages import Words
from dialog.survey.questionnaire import Mark, Question, Questionnaire, Section

PARTS = ("hint", "text_label", "text_hint", "must_text")  # of a question, besides its text

Change = Callable[[str, Words], Words]  # from a path and its words to the words it is to have


def texts(questionnaire: Questionnaire) -> dict[str, Words]:
    """Every text that there is, in the order of the questionnaire."""
    return dict(_texts(questionnaire))


def change_texts(questionnaire: Questionnaire, change: Change) -> Questionnaire:
    """The questionnaire with every text passed through `change`."""
    sections = tuple(_section(section, change) for section in questionnaire.sections)
    return replace(questionnaire, title=change("title", questionnaire.title), sections=sections)


def source_of(text: str) -> str:
    """What a mark remembers of the text it translates."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:16]


def state_of(questionnaire: Questionnaire, path: str, words: Words, tag: str) -> str:
    """missing, machine, draft or checked; outdated when the main language says something else by now."""
    if not words.get(tag):
        return "missing"
    mark = questionnaire.marks.get(path, {}).get(tag)
    if mark is None or tag == questionnaire.main:
        return "checked"
    return mark.state if mark.source == source_of(words.get(questionnaire.main, "")) else "outdated"


def completeness(questionnaire: Questionnaire, tag: str) -> float:
    """Share of the texts that a language has, and that are not outdated; 0 to 1."""
    states = [state_of(questionnaire, path, words, tag) for path, words in texts(questionnaire).items()]
    return sum(state not in ("missing", "outdated") for state in states) / len(states) if states else 1.0


def mark_translations(questionnaire: Questionnaire, path: str, was: Words, marks: Mapping[str, Mark]) -> Questionnaire:
    """Remember how texts at a path came about; what had no mark then says that it translates what was there before."""
    before = {
        tag: Mark("checked", source_of(was.get(questionnaire.main, "")))
        for tag in was
        if tag != questionnaire.main and tag not in questionnaire.marks.get(path, {})
    }
    known = {**before, **questionnaire.marks.get(path, {}), **marks}
    return replace(questionnaire, marks={**questionnaire.marks, path: known})


def _texts(questionnaire: Questionnaire) -> Iterator[tuple[str, Words]]:
    yield "title", questionnaire.title
    for section in questionnaire.sections:
        yield f"section:{section.id}", section.title
        for question in section.questions:
            yield from _texts_of(question)


def _texts_of(question: Question) -> Iterator[tuple[str, Words]]:
    yield question.id, question.text
    yield from ((f"{question.id}.{part}", words) for part in PARTS if (words := getattr(question, part)))
    yield from ((f"{question.id}/{row.id}", row.text) for row in question.rows)
    yield from ((f"{question.id}:{option.id}", option.text) for option in question.options)


def _section(section: Section, change: Change) -> Section:
    questions = tuple(_question(question, change) for question in section.questions)
    return replace(section, title=change(f"section:{section.id}", section.title), questions=questions)


def _question(question: Question, change: Change) -> Question:
    parts: dict[str, Any] = {
        part: change(f"{question.id}.{part}", words) for part in PARTS if (words := getattr(question, part))
    }
    rows = tuple(replace(row, text=change(f"{question.id}/{row.id}", row.text)) for row in question.rows)
    options = tuple(replace(one, text=change(f"{question.id}:{one.id}", one.text)) for one in question.options)
    return replace(question, text=change(question.id, question.text), rows=rows, options=options, **parts)
