"""A questionnaire page by page: what is asked on each, and which comes next. Pure.

A questionnaire whose questions depend on answers, or that is long, is asked section by section. Nothing is kept in
between: the answers of other pages travel with the form. What depends on an answer on the same page is asked for as
soon as the page comes back with it; where script runs, at once.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dialog.survey.answers import Checked, Given, Problem
from dialog.survey.conditions import holds
from dialog.survey.questionnaire import Question, Questionnaire, Section

ONE_PAGE = 40  # questions: the default questionnaire, which is known to be answered on one page, has 19
CLOSING = "closing"  # the page after the last section, where the answers are sent


@dataclass(frozen=True)
class Page:
    """One section as things stand. `follow` are questions that an answer on this page could still lead to."""

    section: Section
    number: int
    of: int
    asked: tuple[Question, ...]
    follow: tuple[Question, ...]
    is_last: bool  # nothing comes after it, as things stand


def is_paged(questionnaire: Questionnaire) -> bool:
    return questionnaire.has_conditions or sum(1 for _ in questionnaire.questions()) > ONE_PAGE


def sections_shown(questionnaire: Questionnaire, checked: Checked) -> list[Section]:
    """The sections that the answers lead to and that ask something; a photo is asked for elsewhere."""
    led_to = [one for one in questionnaire.sections if holds(one.show_if, checked.known)]
    return [one for one in led_to if any(is_asked(question, checked) for question in _on_pages(one))]


def page(questionnaire: Questionnaire, checked: Checked, section_id: str) -> Page | None:
    """The page of a section; None when the answers do not lead to it, or no section has this id."""
    shown = sections_shown(questionnaire, checked)
    number = next((number for number, one in enumerate(shown) if one.id == section_id), None)
    if number is None:
        return None
    section = shown[number]
    questions = _on_pages(section)
    asked = tuple(question for question in questions if is_asked(question, checked))
    follow = tuple(question for question in questions if question not in asked)
    return Page(section, number + 1, len(shown), asked, follow, is_last=number + 1 == len(shown))


def _on_pages(section: Section) -> list[Question]:
    return [question for question in section.questions if question.kind != "photo"]


def photos_asked(questionnaire: Questionnaire, checked: Checked) -> list[Question]:
    """Questions for a photo. They stand where the answers are sent from: a file can't travel from page to page."""
    return [one for one in questionnaire.questions() if one.kind == "photo" and one.id in checked.shown]


def is_asked(question: Question, checked: Checked) -> bool:
    """Whether it can be answered now: one whose options depend on another waits for that."""
    narrowing = (one.question for one in question.narrowed if one.same)
    return question.id in checked.shown and all(one in checked.known for one in narrowing)


def next_section(questionnaire: Questionnaire, checked: Checked, section_id: str, *, back: bool = False) -> str:
    """The id of the section after (or before) this one; CLOSING after the last, the first before the first.

    An unknown section, and none, stands before the first.
    """
    order = [section.id for section in questionnaire.sections]
    shown = [section.id for section in sections_shown(questionnaire, checked)]
    at = len(order) if section_id == CLOSING else order.index(section_id) if section_id in order else -1
    if back:
        before = [id for id in shown if order.index(id) < at]
        return before[-1] if before else next(iter(shown), CLOSING)
    return next((id for id in shown if order.index(id) > at), CLOSING)


def newly_asked(page: Page, seen: Collection[str]) -> list[Question]:
    """Questions of a page that what was answered on it has led to, and that were not shown with it."""
    return [question for question in page.asked if question.id not in seen]


def problems_on(section: Section | None, problems: Sequence[Problem]) -> list[Problem]:
    """The problems of one section's questions; of no section, all."""
    if section is None:
        return list(problems)
    names = tuple(name for question in section.questions for name in names_of(question))
    return [problem for problem in problems if _belongs(problem.field, section, names)]


def section_of(questionnaire: Questionnaire, problem: Problem) -> str:
    """The section with the question that has the problem."""
    found = (one.id for one in questionnaire.sections if problems_on(one, [problem]))
    return next(found, questionnaire.sections[0].id)


def carried(questionnaire: Questionnaire, shown: Section | None, given: Given) -> Iterator[tuple[str, str]]:
    """The answers of other pages, to travel with the form; fields that nobody asks for are left behind."""
    for section in questionnaire.sections:
        if shown and section.id == shown.id:
            continue
        for question in section.questions:
            for name, values in _fields_of(question, given):
                yield from ((name, value) for value in values if value)


def names_of(question: Question) -> tuple[str, ...]:
    """The names of its fields; a ranking's own name stands for all of its places."""
    return (question.id, *question.fields)


def _belongs(field: str, section: Section, names: Collection[str]) -> bool:
    return field in names or any(field.startswith(f"{block}_") for one in section.questions for block in one.blocks)


def _fields_of(question: Question, given: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, Sequence[str]]]:
    for name in question.fields:
        if name in given:
            yield name, given[name]
    for block in question.blocks:
        yield from ((name, values) for name, values in given.items() if name.startswith(f"{block}_"))
