"""What hinders a questionnaire from being asked, each in one plain sentence. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from dialog.survey.conditions import Condition, mentioned
from dialog.survey.questionnaire import FEELINGS, MOST_PLACES, VALUES, Question, Questionnaire
from dialog.survey.texts import texts

RESERVED_FIELDS = frozenset({"form_token", "key", "page", "go", "seen"})  # of every resident's form
MOST_OPTIONS = 20_000  # of one question: villages of a country
_NEEDED: Mapping[str, frozenset[str]] = {
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
_PARTS = sorted(frozenset[str]().union(*_NEEDED.values(), *_POSSIBLE.values()))


def faults(questionnaire: Questionnaire) -> Iterator[str]:
    """Everything that must be mended before anybody is asked, in the order of the questionnaire."""
    if not questionnaire.sections:
        yield "The questionnaire has no sections."
    for section in questionnaire.sections:
        if not section.questions:
            yield f"Section {section.id} has no questions."
    for question in questionnaire.questions():
        yield from _parts(question)
        yield from _sense(question)
    yield from _names_used_twice(questionnaire)
    yield from _conditions(questionnaire)
    for path, words in texts(questionnaire).items():
        if not words.get(questionnaire.main):
            yield f"{_called(path)} has no text in {questionnaire.main}, the main language."


def _names_used_twice(questionnaire: Questionnaire) -> Iterator[str]:
    """Two fields of one name in the form would mix up two answers."""
    questions = list(questionnaire.questions())
    names = [name for question in questions for name in question.fields]
    yield from _twice("The questionnaire", "section", [section.id for section in questionnaire.sections])
    yield from _twice("The questionnaire", "question", [question.id for question in questions])
    yield from _twice("The questionnaire", "form field", [*names, *RESERVED_FIELDS])
    if sum(question.kind == "area" for question in questions) > 1:
        yield "The questionnaire asks for the area more than once."


def _parts(question: Question) -> Iterator[str]:
    needed = _NEEDED.get(question.kind, frozenset())
    possible = needed | _POSSIBLE.get(question.kind, frozenset())
    for part in _PARTS:
        value = getattr(question, part)
        present = value not in (None, False) and value != () and value != frozenset() and value != {} and value != ""
        if part in needed and not present:
            yield f"Question {question.id} has no {part}, which kind {question.kind} needs."
        if present and part not in possible:
            yield f"Question {question.id} has {part}, which kind {question.kind} can't have."


def _sense(question: Question) -> Iterator[str]:
    name = f"Question {question.id}"
    yield from _twice(name, "option", [option.id for option in question.options])
    yield from _twice(name, "row", [row.id for row in question.rows])
    if not question.exclusive <= {option.id for option in question.options}:
        yield f"{name} has an exclusive option that is none of its options."
    if question.kind == "places" and question.feeling not in FEELINGS:
        yield f"{name} asks for places of an unknown feeling; the feelings are {', '.join(FEELINGS)}."
    if question.kind == "places" and (question.maximum or 0) > MOST_PLACES:
        yield f"{name} asks for more than {MOST_PLACES} places."
    if question.kind in VALUES:
        yield from _bounds(question)


def _bounds(question: Question) -> Iterator[str]:
    bounds = [one for one in (question.least, question.most) if one is not None]
    fits = _is_day if question.kind == "date" else _is_number
    if not all(map(fits, bounds)):
        yield f"Question {question.id} has a least or most that is no {question.kind}."
    elif len(bounds) == 2 and bounds[0] > bounds[1]:  # type: ignore[operator]  # two of a kind, as was just seen
        yield f"Question {question.id} has a least that is more than its most."


def _conditions(questionnaire: Questionnaire) -> Iterator[str]:
    """Only what stands before can be known when a question is shown."""
    known: set[str] = set()
    for section in questionnaire.sections:
        yield from _unknown(f"Section {section.id}", section.show_if, known)
        for question in section.questions:
            name = f"Question {question.id}"
            yield from _unknown(name, question.show_if, known)
            yield from (_not_before(name, one.question) for one in question.narrowed if one.question not in known)
            known |= {question.id} if question.kind in ("area", *VALUES) else set()
            known |= {column.id for column in question.columns()}
            yield from _unknown(name, question.must, known)


def _unknown(name: str, condition: Condition | None, known: set[str]) -> Iterator[str]:
    yield from (_not_before(name, one) for one in mentioned(condition) if one not in known)


def _not_before(name: str, asked: str) -> str:
    return f"{name} has a condition on {asked}, which is not asked before it."


def _twice(name: str, what: str, ids: list[str]) -> Iterator[str]:
    yield from (f"{name} has more than one {what} called {id}." for id, times in Counter(ids).items() if times > 1)


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


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _is_day(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False
