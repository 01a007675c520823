"""Which options are offered after an earlier answer, as lines that anybody can fill in, and back. Pure.

A line names an earlier question, says whether the options are offered that belong to its answer, or all the others,
and for each option to which answer it belongs. An option that belongs to none is always offered. Questions whose
options belong to the same answers share them: only the first of their lines asks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dialog.survey.editing import change_question, find_question
from dialog.survey.making.condition_lines import Askable, askable
from dialog.survey.making.given import Given, first, line_of, same_line
from dialog.survey.making.lines import MANY, TICKED
from dialog.survey.questionnaire import VALUES, WRITTEN, Narrowing, Option, Question, Questionnaire

NARROW = "narrow"
SAME, OTHERS = "same", "others"
_BAR = "|"
_SET = "="  # before the answer that an option belongs to, in the form


@dataclass(frozen=True)
class NarrowLine:
    """One line as it was filled in. `belongs` has the answer of each option; None where an earlier line asks."""

    number: str
    question: str
    tag: str
    same: bool
    asked: Askable | None  # None: not asked before any more
    belongs: Mapping[str, str | None] | None  # by id of the option; None: to no answer
    written: str | None = None  # the same as one text, where there are many options


def narrowable(questionnaire: Questionnaire, id: str) -> list[Askable]:
    """The earlier questions whose answers options can belong to."""
    found = askable(questionnaire, id)
    return [one for one in found if one.options and one.kind not in ("area", *VALUES, *WRITTEN)]


def given_of_narrowing(question: Question) -> dict[str, list[str]]:
    """The lines as the fields of a form."""
    given: dict[str, list[str]] = {NARROW: [str(number) for number in range(1, len(question.narrowed) + 1)]}
    tags: set[str] = set()
    for number, one in enumerate(question.narrowed, start=1):
        name = f"{NARROW}-{number}"
        given |= {f"{name}-question": [one.question], f"{name}-tag": [one.tag]}
        given |= {f"{name}-same": [SAME if one.same else OTHERS]}
        given |= _given_of_tag(name, one.tag, question.options) if one.tag not in tags else {}
        tags.add(one.tag)
    return given


def _given_of_tag(name: str, tag: str, options: Sequence[Option]) -> dict[str, list[str]]:
    asked = _asked_of(options, tag)
    if len(asked) > MANY:
        lines = [f"{one.id} {_BAR} {line_of(one.tags[tag])}".rstrip() for one in asked if tag in one.tags]
        return {f"{name}-list": ["\n".join(lines)]}
    return {f"{name}-for-{one.id}": [f"{_SET}{one.tags[tag]}" if tag in one.tags else ""] for one in asked}


def _asked_of(options: Sequence[Option], tag: str) -> list[Option]:
    """The options that a form asks about: don't know and won't say fit every answer, unless somebody has said so."""
    return [one for one in options if one.id not in TICKED or tag in one.tags]


def narrowing_in(given: Given, question: Question, known: Sequence[Askable]) -> list[NarrowLine]:
    """The lines as they were filled in; one about a question that can't be looked at is left out, unless the
    question has it already.
    """
    asked, there = {one.id: one for one in known}, {one.question for one in question.narrowed}
    lines: list[NarrowLine] = []
    for number in given.get(NARROW, ()):
        id = first(given, f"{NARROW}-{number}-question")
        if id in asked or id in there:
            lines.append(_line_in(number, id, given, asked.get(id), question, {one.tag for one in lines}))
    return lines


def _line_in(
    number: str, id: str, given: Given, asked: Askable | None, question: Question, before: set[str]
) -> NarrowLine:
    name = f"{NARROW}-{number}"
    tag, same = first(given, f"{name}-tag") or id, first(given, f"{name}-same") != OTHERS
    if tag in before:
        return NarrowLine(number, id, tag, same, asked, None)
    if f"{name}-list" in given:
        written = first(given, f"{name}-list")
        return NarrowLine(number, id, tag, same, asked, dict(_listed(written, tag, question)), written)
    belongs = {one.id: one.tags.get(tag) for one in _asked_of(question.options, tag)}
    said = {one: first(given, f"{name}-for-{one}") for one in belongs if f"{name}-for-{one}" in given}
    chosen = {one: value.removeprefix(_SET) if value.startswith(_SET) else None for one, value in said.items()}
    return NarrowLine(number, id, tag, same, asked, {**belongs, **chosen})


def _listed(written: str, tag: str, question: Question) -> Iterator[tuple[str, str | None]]:
    """Each option, and what the text says it belongs to; nothing where it is not in it."""
    stored = {option.id: option.tags.get(tag, "") for option in question.options}
    yield from ((id, None) for id in stored)
    for line in written.splitlines():
        id, bar, value = (part.strip() for part in line.partition(_BAR))
        if id or bar:
            yield id, stored[id] if id in stored and same_line(stored[id], value) else value


def new_line(question: Question, asked: Askable, lines: Sequence[NarrowLine]) -> NarrowLine:
    """One more line. Options that have belonged to answers of that question before, belong to them again."""
    number = str(1 + max((int(line.number) for line in lines if line.number.isdecimal()), default=0))
    tag = _tag_for(question, asked, {line.tag for line in lines})
    name = f"{NARROW}-{number}"
    given = {f"{name}-tag": [tag], **_given_of_tag(name, tag, question.options)}
    return _line_in(number, asked.id, given, asked, question, set())


def _tag_for(question: Question, asked: Askable, used: set[str]) -> str:
    answers = {one.id for one in asked.options}
    for tag in dict.fromkeys(tag for option in question.options for tag in option.tags):
        values = {option.tags[tag] for option in question.options if option.tags.get(tag)}
        if tag not in used and values and values <= answers:
            return tag
    taken = used | {tag for option in question.options for tag in option.tags}
    names = (asked.id, *(f"{asked.id}_{number}" for number in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def change_narrowing(questionnaire: Questionnaire, id: str, given: Given, problems: dict[str, str]) -> Questionnaire:
    """The question with the lines of a form; a new line by which no option belongs to any answer counts for nothing."""
    question = find_question(questionnaire, id)
    lines = narrowing_in(given, question, narrowable(questionnaire, id))
    options = {option.id: option for option in question.options}
    kept: list[Narrowing] = []
    for line in lines:
        if wrong := _wrong(line, options):
            problems[f"{NARROW}-{line.number}-list"] = wrong
            continue
        tagged = {**options, **_tagged(options, line)}
        wanted = Narrowing(line.tag, line.question, line.same)
        is_there = any((one.tag, one.question) == (line.tag, line.question) for one in question.narrowed)
        if is_there or any(line.tag in option.tags for option in tagged.values()):
            options = tagged
            kept.append(wanted)
    return change_question(questionnaire, id, narrowed=tuple(dict.fromkeys(kept)), options=tuple(options.values()))


def _wrong(line: NarrowLine, options: Mapping[str, Option]) -> str:
    """Why the text of a line can't be kept; empty when it can."""
    belongs = line.belongs or {}
    if any(id not in options for id in belongs):
        return "no_such_option"
    answers = {one.id for one in line.asked.options} if line.asked else set(belongs.values())
    stored = {option.tags.get(line.tag) for option in options.values()}
    return "" if {*belongs.values()} <= {None, *answers, *stored} else "no_such_answer"


def _tagged(options: Mapping[str, Option], line: NarrowLine) -> dict[str, Option]:
    found = {}
    for id, value in (line.belongs or {}).items():
        others = {tag: one for tag, one in options[id].tags.items() if tag != line.tag}
        if options[id].tags.get(line.tag) != value:
            found[id] = replace(options[id], tags=others if value is None else {**others, line.tag: value})
    return found
