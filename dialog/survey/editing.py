"""Changing a questionnaire in the making: every edit gives a new questionnaire, and none loses a translation. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import MISSING, fields, replace
from typing import Any, TypeVar

from dialog.languages import Words
from dialog.survey.questionnaire import Mark, Option, Question, Questionnaire, Row, Section
from dialog.survey.texts import PARTS, change_texts, mark_translations, source_of, texts

Part = TypeVar("Part", Section, Question, Option, Row)
NEVER_DROPPED = ("id", "kind", "text")


class NoSuchPart(LookupError):
    """Nothing in the questionnaire has this id."""


class NothingLeft(ValueError):
    """A text would be empty in every language, and what it belongs to can't be without it."""


def find_question(questionnaire: Questionnaire, id: str) -> Question:
    """Raises NoSuchPart."""
    found = next((one for one in questionnaire.questions() if one.id == id), None)
    if found is None:
        raise NoSuchPart(id)
    return found


def find_section(questionnaire: Questionnaire, id: str) -> Section:
    """Raises NoSuchPart."""
    found = next((one for one in questionnaire.sections if one.id == id), None)
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
    gone = find_section(questionnaire, id)
    return replace(questionnaire, sections=tuple(one for one in questionnaire.sections if one != gone))


def move_section(questionnaire: Questionnaire, id: str, steps: int) -> Questionnaire:
    """So many places down, or up when negative; the first and last stay. Raises NoSuchPart."""
    return replace(questionnaire, sections=moved(questionnaire.sections, id, steps))


def move_question(questionnaire: Questionnaire, id: str, steps: int) -> Questionnaire:
    """One or several places down, or up when negative; past the end of its section into the next. Raises NoSuchPart."""
    question = find_question(questionnaire, id)
    at = next(at for at, section in enumerate(questionnaire.sections) if question in section.questions)
    section = questionnaire.sections[at]
    place = [one.id for one in section.questions].index(id)
    if 0 <= place + steps < len(section.questions):
        return change_section(questionnaire, section.id, questions=moved(section.questions, id, steps))
    other = at + (1 if steps > 0 else -1)
    if not 0 <= other < len(questionnaire.sections):
        return questionnaire
    without = remove_question(questionnaire, id)
    target = without.sections[other]
    questions = (question, *target.questions) if steps > 0 else (*target.questions, question)
    return change_section(without, target.id, questions=questions)


def place_question(questionnaire: Questionnaire, id: str, section_id: str, place: int) -> Questionnaire:
    """Make it the so-many-th question of a section, counted from 0. Raises NoSuchPart."""
    question = find_question(questionnaire, id)
    without = remove_question(questionnaire, id)
    questions = list(find_section(without, section_id).questions)
    questions.insert(max(0, place), question)
    return change_section(without, section_id, questions=tuple(questions))


def set_options(questionnaire: Questionnaire, id: str, options: Sequence[Option]) -> Questionnaire:
    """The options of a question, in order. One that stays keeps its texts: those have their own edit.

    Raises NoSuchPart.
    """
    kept = {option.id: option.text for option in find_question(questionnaire, id).options}
    filled = tuple(replace(one, text={**one.text, **kept.get(one.id, {})}) for one in options)
    exclusive = find_question(questionnaire, id).exclusive & {one.id for one in options}
    return change_question(questionnaire, id, options=filled, exclusive=exclusive)


def set_rows(questionnaire: Questionnaire, id: str, rows: Sequence[Row]) -> Questionnaire:
    """The rows of a scale or matrix, in the same way. Raises NoSuchPart."""
    kept = {row.id: row.text for row in find_question(questionnaire, id).rows}
    filled = tuple(replace(one, text={**one.text, **kept.get(one.id, {})}) for one in rows)
    return change_question(questionnaire, id, rows=filled)


def set_text(questionnaire: Questionnaire, path: str, tag: str, text: str, *, state: str = "checked") -> Questionnaire:
    """One text in one language; an empty one takes it away. The others stay, and tell that their source has changed.

    Raises NoSuchPart where the questionnaire has no such text (an empty part of a question is begun with `begin_text`),
    and NothingLeft where a text that must be there would be gone in every language.
    """
    was = texts(questionnaire).get(path)
    if was is None:
        raise NoSuchPart(path)
    text = text.strip()
    if was.get(tag, "") == text and tag == questionnaire.main:
        return questionnaire
    said: Words = {**was, tag: text} if text else {one: words for one, words in was.items() if one != tag}
    if not said and path.partition(".")[2] not in PARTS:
        raise NothingLeft(path)
    changed = change_texts(questionnaire, lambda at, words: said if at == path else words)
    marks = {} if tag == questionnaire.main or not text else {tag: Mark(state, source_of(was.get(changed.main, "")))}
    return mark_translations(changed, path, was, marks)


def begin_text(questionnaire: Questionnaire, id: str, part: str, text: str) -> Questionnaire:
    """A hint, or another part of PARTS, in the main language; what it says in others stays. Raises NoSuchPart."""
    if getattr(find_question(questionnaire, id), part):
        return set_text(questionnaire, f"{id}.{part}", questionnaire.main, text)
    words = {questionnaire.main: text.strip()} if text.strip() else {}
    return change_question(questionnaire, id, **{part: words})


def drop_part(questionnaire: Questionnaire, id: str, part: str) -> Questionnaire:
    """Take a part that not every question has away, in every language: a hint, the options, … Raises NoSuchPart."""
    empty = next((one for one in fields(Question) if one.name == part and part not in NEVER_DROPPED), None)
    if empty is None:
        raise NoSuchPart(part)
    value = empty.default_factory() if empty.default_factory is not MISSING else empty.default
    return change_question(questionnaire, id, **{part: value})


def _change_section(questionnaire: Questionnaire, id: str, change: Callable[[Section], Section]) -> Questionnaire:
    find_section(questionnaire, id)
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


def moved(parts: Sequence[Part], id: str, steps: int) -> tuple[Part, ...]:
    """One of the parts so many places down, or up when negative. Raises NoSuchPart."""
    place = {part.id: number for number, part in enumerate(parts)}
    if id not in place:
        raise NoSuchPart(id)
    rest = [part for part in parts if part.id != id]
    rest.insert(max(0, min(place[id] + steps, len(rest))), parts[place[id]])
    return tuple(rest)
