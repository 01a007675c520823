"""What hinders a questionnaire from being asked. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from dialog.survey.conditions import Condition, mentioned
from dialog.survey.questionnaire import FEELINGS, MOST_PLACES, VALUES, WRITTEN, Question, Questionnaire
from dialog.survey.texts import texts

RESERVED_FIELDS = frozenset({"form_token", "key", "page", "go", "seen", "way_in", "phrase"})  # of forms of dialogues
MOST_OPTIONS = 20_000  # of one question: villages of a country
NEEDED: Mapping[str, frozenset[str]] = {
    "one_of": frozenset({"options"}),
    "several_of": frozenset({"options"}),
    "ranking": frozenset({"options"}),
    "scale": frozenset({"options", "rows"}),
    "matrix": frozenset({"options", "rows"}),
    "places": frozenset({"feeling"}),
}
_POSSIBLE: Mapping[str, frozenset[str]] = {
    "area": frozenset({"options"}),
    "one_of": frozenset({"text_label", "text_hint", "shuffle", "narrowed", "must"}),
    "several_of": frozenset({"maximum", "exclusive", "text_label", "text_hint", "shuffle", "narrowed", "must"}),
    "ranking": frozenset({"maximum", "shuffle", "narrowed", "must"}),
    "scale": frozenset({"shuffle"}),
    "matrix": frozenset({"shuffle"}),
    "number": frozenset({"options", "least", "most", "whole", "must"}),
    "date": frozenset({"options", "least", "most", "must"}),
    "places": frozenset({"maximum"}),
}
_PARTS = sorted(frozenset[str]().union(*NEEDED.values(), *_POSSIBLE.values()))

What = Literal[
    "no_sections", "no_questions", "needs", "cannot_have", "twice", "areas_twice", "exclusive", "feeling",
    "too_many_places", "bound", "bounds_crossed", "not_before", "no_text",
]  # fmt: skip
_ENGLISH: Mapping[What, str] = {
    "no_sections": "The questionnaire has no sections.",
    "no_questions": "Section {section} has no questions.",
    "needs": "Question {question} has no {part}, which kind {kind} needs.",
    "cannot_have": "Question {question} has {part}, which kind {kind} can't have.",
    "twice": "{whole} has more than one {part} called {id}.",
    "areas_twice": "The questionnaire asks for the area more than once.",
    "exclusive": "Question {question} has an exclusive option that is none of its options.",
    "feeling": f"Question {{question}} asks for places of an unknown feeling; the feelings are {', '.join(FEELINGS)}.",
    "too_many_places": f"Question {{question}} asks for more than {MOST_PLACES} places.",
    "bound": "Question {question} has a least or most that is no {kind}.",
    "bounds_crossed": "Question {question} has a least that is more than its most.",
    "not_before": "{whole} has a condition on {id}, which is not asked before it.",
    "no_text": "{whole} has no text in {id}, the main language.",
}


@dataclass(frozen=True)
class Fault:
    """One thing to mend. `str` gives it as a plain English sentence; pages find words of their own.

    `params`, as far as they apply: section, question, part, kind; id is what is used twice, asked too late, or the
    language that lacks a text; path, that text; whole, what has the fault, in English.
    """

    what: What
    params: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return _ENGLISH[self.what].format(**self.params)


def possible(kind: str) -> frozenset[str]:
    """The parts, of those that only some kinds have, that a question of this kind can have."""
    return NEEDED.get(kind, frozenset()) | _POSSIBLE.get(kind, frozenset())


def impossible(question: Question) -> list[str]:
    """Parts that the question has and its kind can't have: left from when it was of another kind."""
    return [part for part in _PARTS if part not in possible(question.kind) and _has(question, part)]


def faults(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Everything that must be mended before anybody is asked, in the order of the questionnaire."""
    if not questionnaire.sections:
        yield Fault("no_sections")
    for section in questionnaire.sections:
        if not section.questions:
            yield Fault("no_questions", {"section": section.id})
    for question in questionnaire.questions():
        yield from _parts(question)
        yield from _sense(question)
    yield from _names_used_twice(questionnaire)
    yield from _conditions(questionnaire)
    for path, words in texts(questionnaire).items():
        if not words.get(questionnaire.main):
            yield Fault("no_text", {"path": path, "id": questionnaire.main, "whole": _called(path), **_asked(path)})


def _names_used_twice(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Two fields of one name in the form would mix up two answers."""
    questions = list(questionnaire.questions())
    names = [name for question in questions for name in question.fields]
    whole = {"whole": "The questionnaire"}
    yield from _twice("section", [section.id for section in questionnaire.sections], whole)
    yield from _twice("question", [question.id for question in questions], whole)
    yield from _twice("form field", [*names, *RESERVED_FIELDS], whole)
    if sum(question.kind == "area" for question in questions) > 1:
        yield Fault("areas_twice")


def _parts(question: Question) -> Iterator[Fault]:
    impossible_parts = impossible(question)
    for part in _PARTS:
        params = {"question": question.id, "part": part, "kind": question.kind}
        if part in NEEDED.get(question.kind, frozenset()) and not _has(question, part):
            yield Fault("needs", params)
        if part in impossible_parts:
            yield Fault("cannot_have", params)


def _has(question: Question, part: str) -> bool:
    value = getattr(question, part)
    return value not in (None, False) and value != () and value != frozenset() and value != {} and value != ""


def _sense(question: Question) -> Iterator[Fault]:
    own = {"question": question.id}
    whole = {**own, "whole": f"Question {question.id}"}
    yield from _twice("option", [option.id for option in question.options], whole)
    yield from _twice("row", [row.id for row in question.rows], whole)
    if not question.exclusive <= {option.id for option in question.options}:
        yield Fault("exclusive", own)
    if question.kind == "places" and question.feeling not in FEELINGS:
        yield Fault("feeling", own)
    if question.kind == "places" and (question.maximum or 0) > MOST_PLACES:
        yield Fault("too_many_places", own)
    if question.kind in VALUES:
        yield from _bounds(question)


def _bounds(question: Question) -> Iterator[Fault]:
    bounds = [one for one in (question.least, question.most) if one is not None]
    fits = _is_day if question.kind == "date" else _is_number
    if not all(map(fits, bounds)):
        yield Fault("bound", {"question": question.id, "kind": question.kind})
    elif len(bounds) == 2 and bounds[0] > bounds[1]:  # type: ignore[operator]  # two of a kind, as was just seen
        yield Fault("bounds_crossed", {"question": question.id})


def known_before(questionnaire: Questionnaire, id: str) -> set[str]:
    """The ids that a condition of this question, or of this section, may look at."""
    known: set[str] = set()
    for section in questionnaire.sections:
        if section.id == id:
            return known
        for question in section.questions:
            if question.id == id:
                return known
            known |= _answers(question)
    return known


def _conditions(questionnaire: Questionnaire) -> Iterator[Fault]:
    """Only what stands before can be known when a question is shown."""
    known: set[str] = set()
    for section in questionnaire.sections:
        of_section = {"section": section.id, "whole": f"Section {section.id}"}
        yield from _unknown(of_section, section.show_if, known)
        for question in section.questions:
            own = {"question": question.id, "whole": f"Question {question.id}"}
            yield from _unknown(own, question.show_if, known)
            late = (one.question for one in question.narrowed if one.question not in known)
            yield from (Fault("not_before", {**own, "id": one}) for one in late)
            known |= _answers(question)
            yield from _unknown(own, question.must, known)


def _answers(question: Question) -> set[str]:
    """What conditions call its answers."""
    own = {question.id} if question.kind in ("area", *WRITTEN) else set()
    return own | {column.id for column in question.columns()}


def _unknown(own: Mapping[str, str], condition: Condition | None, known: set[str]) -> Iterator[Fault]:
    yield from (Fault("not_before", {**own, "id": one}) for one in mentioned(condition) if one not in known)


def _twice(part: str, ids: list[str], own: Mapping[str, str]) -> Iterator[Fault]:
    yield from (Fault("twice", {**own, "part": part, "id": id}) for id, times in Counter(ids).items() if times > 1)


def _called(path: str) -> str:
    """Question Q6; Question Q6, option never; Question Q2, row T1; Section home; The title."""
    if path == "title":
        return "The title"
    if path.startswith("section:"):
        return f"Section {path.removeprefix('section:')}"
    for sign, part in ((":", "option"), ("/", "row")):
        question, found, id = path.partition(sign)
        if found:
            return f"Question {question}, {part} {id}"
    return f"Question {path.partition('.')[0]}"


def _asked(path: str) -> Mapping[str, str]:
    """The section or question that a text belongs to."""
    if path == "title":
        return {}
    if path.startswith("section:"):
        return {"section": path.removeprefix("section:")}
    for sign in (".", "/", ":"):
        path = path.partition(sign)[0]
    return {"question": path}


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False
