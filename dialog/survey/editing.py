"""Changing a questionnaire in the making: every edit gives a new questionnaire, and none loses a translation. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from dialog.languages import Words
from dialog.survey.questionnaire import Mark, Option, Question, Questionnaire, Row, Section
from dialog.survey.texts import change_texts, mark_translations, source_of, texts

Part = TypeVar("Part", Section, Question, Option, Row)


class NoSuchPart(LookupError):
    """Nothing in the questionnaire has this id."""


def find_question(questionnaire: Questionnaire, id: str) -> Question:
    """Raises NoSuchPart."""
    found = next((one for one in questionnaire.questions() if one.id == id), None)
    if found is None:
        raise NoSuchPart(id)
    return found


def free_id(taken: Iterable[str], beginning: str) -> str:
    """An id that nothing has: q1, q2, …"""
    known = set(taken)
    return next(id for number in range(1, len(known) + 2) if (id := f"{beginning}{number}") not in known)


def add_section(questionnaire: Questionnaire, section: Section) -> Questionnaire:
    return replace(questionnaire, sections=(*questionnaire.sections, section))


def add_question(questionnaire: Questionnaire, section_id: str, question: Question) -> Questionnaire:
    """At the end of a section. Raises NoSuchPart."""
    return _change_section(questionnaire, section_id, lambda one: replace(one, questions=(*one.questions, question)))


def change_question(questionnaire: Questionnaire, id: str, **changes: Any) -> Questionnaire:
    """Everything of a question but its texts, which have their own edit. Raises NoSuchPart."""
    return _change_questions(questionnaire, id, lambda question: (replace(question, **changes),))


def change_section(questionnaire: Questionnaire, id: str, **changes: Any) -> Questionnaire:
    """Raises NoSuchPart."""
    return _change_section(questionnaire, id, lambda section: replace(section, **changes))


def remove_question(questionnaire: Questionnaire, id: str) -> Questionnaire:
    """Raises NoSuchPart."""
    return _change_questions(questionnaire, id, lambda _: ())


def remove_section(questionnaire: Questionnaire, id: str) -> Questionnaire:
    """With its questions. Raises NoSuchPart."""
    found = _change_section(questionnaire, id, lambda section: section)
    return replace(found, sections=tuple(section for section in found.sections if section.id != id))


def move_section(questionnaire: Questionnaire, id: str, steps: int) -> Questionnaire:
    """So many places down, or up when negative; the first and last stay. Raises NoSuchPart."""
    return replace(questionnaire, sections=_moved(questionnaire.sections, id, steps))


def move_question(questionnaire: Questionnaire, id: str, steps: int) -> Questionnaire:
    """One or several places down, or up when negative; past the end of its section into the next. Raises NoSuchPart."""
    question = find_question(questionnaire, id)
    at = next(at for at, section in enumerate(questionnaire.sections) if question in section.questions)
    section = questionnaire.sections[at]
    place = [one.id for one in section.questions].index(id)
    if 0 <= place + steps < len(section.questions):
        return change_section(questionnaire, section.id, questions=_moved(section.questions, id, steps))
    other = at + (1 if steps > 0 else -1)
    if not 0 <= other < len(questionnaire.sections):
        return questionnaire
    without = remove_question(questionnaire, id)
    target = without.sections[other]
    questions = (question, *target.questions) if steps > 0 else (*target.questions, question)
    return change_section(without, target.id, questions=questions)


def set_options(questionnaire: Questionnaire, id: str, options: Sequence[Option]) -> Questionnaire:
    """The options of a question; texts of one that stays are kept where the new one says nothing. Raises NoSuchPart."""
    kept = {option.id: option.text for option in find_question(questionnaire, id).options}
    filled = tuple(replace(one, text={**kept.get(one.id, {}), **one.text}) for one in options)
    return change_question(questionnaire, id, options=filled)


def set_rows(questionnaire: Questionnaire, id: str, rows: Sequence[Row]) -> Questionnaire:
    """The rows of a scale or matrix, in the same way. Raises NoSuchPart."""
    kept = {row.id: row.text for row in find_question(questionnaire, id).rows}
    filled = tuple(replace(one, text={**kept.get(one.id, {}), **one.text}) for one in rows)
    return change_question(questionnaire, id, rows=filled)


def set_text(questionnaire: Questionnaire, path: str, tag: str, text: str, *, state: str = "checked") -> Questionnaire:
    """One text in one language; an empty one takes it away. The others stay, and tell that their source has changed.

    Raises NoSuchPart where the questionnaire has no such text; an empty part of a question is begun with `begin_text`.
    """
    was = texts(questionnaire).get(path)
    if was is None:
        raise NoSuchPart(path)
    text = text.strip()
    if was.get(tag, "") == text and tag == questionnaire.main:
        return questionnaire
    said: Words = {**was, tag: text} if text else {one: words for one, words in was.items() if one != tag}
    changed = change_texts(questionnaire, lambda at, words: said if at == path else words)
    marks = {} if tag == questionnaire.main or not text else {tag: Mark(state, source_of(was.get(changed.main, "")))}
    return mark_translations(changed, path, was, marks)


def begin_text(questionnaire: Questionnaire, id: str, part: str, text: str) -> Questionnaire:
    """A hint, or another part that a question had not, in the main language. Raises NoSuchPart."""
    words = {questionnaire.main: text.strip()} if text.strip() else {}
    return change_question(questionnaire, id, **{part: words})


def _change_section(questionnaire: Questionnaire, id: str, change: Callable[[Section], Section]) -> Questionnaire:
    if id not in [section.id for section in questionnaire.sections]:
        raise NoSuchPart(id)
    sections = (change(section) if section.id == id else section for section in questionnaire.sections)
    return replace(questionnaire, sections=tuple(sections))


def _change_questions(
    questionnaire: Questionnaire, id: str, change: Callable[[Question], tuple[Question, ...]]
) -> Questionnaire:
    find_question(questionnaire, id)
    sections = tuple(
        replace(
            section,
            questions=tuple(new for old in section.questions for new in (change(old) if old.id == id else (old,))),
        )
        for section in questionnaire.sections
    )
    return replace(questionnaire, sections=sections)


def _moved(parts: Sequence[Part], id: str, steps: int) -> tuple[Part, ...]:
    place = {part.id: number for number, part in enumerate(parts)}
    if id not in place:
        raise NoSuchPart(id)
    rest = [part for part in parts if part.id != id]
    rest.insert(max(0, min(place[id] + steps, len(rest))), parts[place[id]])
    return tuple(rest)


def lost_texts(before: Questionnaire, after: Questionnaire) -> Mapping[str, Words]:
    """Texts that were there and are not any more, by path: what an edit or an import must never cause unasked."""
    now = texts(after)
    gone = {
        path: {tag: text for tag, text in words.items() if not now.get(path, {}).get(tag)}
        for path, words in texts(before).items()
    }
    return {path: words for path, words in gone.items() if words}
