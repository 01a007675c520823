"""A question as the fields of a form, and what a filled-in form makes of it. Pure.

A form touches only the parts that it shows. Words of other languages are never in it, and so can't be lost by it.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from dialog.survey.bank import measured_by
from dialog.survey.conditions import Condition
from dialog.survey.editing import begin_text, change_question, find_question, set_text
from dialog.survey.making.condition_lines import (
    MUST,
    WHEN,
    Askable,
    askable,
    askable_in_rule,
    condition_in,
    given_of_lines,
    lines_of,
)
from dialog.survey.making.given import Given, NotUsable, first, is_checked, text_in
from dialog.survey.making.lines import change_options, change_rows, given_of_options, given_of_rows
from dialog.survey.making.narrowing_lines import change_narrowing, given_of_narrowing
from dialog.survey.questionnaire import KINDS, MOST_PLACES, Question, Questionnaire
from dialog.survey.soundness import MOST_OPTIONS, possible
from dialog.survey.texts import PARTS
from dialog.survey.values import NotAValue, OutOfBounds, read_value
from dialog.texts.cleaning import clean_text

_ALONE = ("places", "photo", "info")  # kinds that nobody must answer
_UNMEASURED = ("area", "short", "text", "places", "photo", "info")  # kinds without figures of their own


def parts_of(kind: str) -> tuple[str, ...]:
    """The groups of fields that a question of this kind has in the form."""
    able = possible(kind)
    beside = ("text_beside",) if "text_label" in able else ()
    bounds = ("bounds",) if "least" in able else ()
    own = tuple(
        one
        for one in ("options", "rows", "maximum", "exclusive", "shuffle", "feeling", "whole", "narrowed", "must")
        if one in able
    )
    required = () if kind in _ALONE else ("required",)
    measured = ("background",) if kind not in _UNMEASURED else ()
    measures = ("measures",) if "rows" not in able and kind not in ("short", "text", "photo", "info") else ()
    return ("hint", *own, *bounds, *beside, *required, *measures, *measured, "condition")


def given_of(questionnaire: Questionnaire, question: Question) -> dict[str, list[str]]:
    """The question as the fields of its form."""
    main = questionnaire.main
    shown = lines_of(question.show_if, askable(questionnaire, question.id))
    rule = lines_of(question.must, askable_in_rule(questionnaire, question.id))
    texts = {name: [getattr(question, name).get(main, "")] for name in ("text", *PARTS)}
    flags = {name: ["yes"] for name in ("required", "shuffle", "whole", "background") if getattr(question, name)}
    bounds = {name: [_written(getattr(question, name))] for name in ("maximum", "least", "most")}
    return {
        "parts": [" ".join(parts_of(question.kind))],
        "kind": [question.kind],
        **texts,
        **given_of_options(question, main),
        **given_of_rows(question, main),
        **flags,
        **bounds,
        "exclusive": sorted(question.exclusive),
        "feeling": [question.feeling],
        "measures": [question.measures],
        **given_of_narrowing(question),
        **given_of_lines(*rule, MUST),
        **given_of_lines(*shown),
    }


def apply_form(questionnaire: Questionnaire, id: str, given: Given, *, spent: Collection[str] = ()) -> Questionnaire:
    """The questionnaire with a question as the form says. `spent`: ids that new options and rows may not have.

    Raises NotUsable and NoSuchPart.
    """
    question, parts = find_question(questionnaire, id), first(given, "parts").split()
    problems: dict[str, str] = {}
    changed = _words(questionnaire, question, given, parts, problems)
    if "options" in parts:
        changed = change_options(changed, id, given, spent, problems)
    if "rows" in parts:
        changed = change_rows(changed, id, given, spent, problems)
    if "narrowed" in parts:
        changed = change_narrowing(changed, id, given, problems)
    changes = _flags(given, parts) | _bounds(question, given, parts, problems)
    changes |= _choices(find_question(changed, id), given, parts)
    problems.update(_measured_twice(questionnaire, id, given, parts))
    if "condition" in parts:
        changes["show_if"] = _condition(given, askable(questionnaire, id), WHEN, problems)
    if "must" in parts:
        changes["must"] = _condition(given, askable_in_rule(questionnaire, id), MUST, problems)
    if problems:
        raise NotUsable(problems)
    return change_question(changed, id, **changes)


def _words(
    questionnaire: Questionnaire, question: Question, given: Given, parts: Collection[str], problems: dict[str, str]
) -> Questionnaire:
    main, text = questionnaire.main, text_in(given, "text")
    if not text and question.text.get(main):
        problems["text"] = "empty"
    elif text != clean_text(question.text.get(main, "")):
        questionnaire = set_text(questionnaire, question.id, main, text)
    shown = (("hint", "hint"), ("text_beside", "text_label"), ("text_beside", "text_hint"), ("must", "must_text"))
    for part in (name for group, name in shown if group in parts):
        said = text_in(given, part)
        if said != clean_text(getattr(question, part).get(main, "")):
            questionnaire = begin_text(questionnaire, question.id, part, said)
    return questionnaire


def _flags(given: Given, parts: Collection[str]) -> dict[str, Any]:
    return {name: is_checked(given, name) for name in ("required", "shuffle", "whole", "background") if name in parts}


def _choices(question: Question, given: Given, parts: Collection[str]) -> dict[str, Any]:
    kind, changes = first(given, "kind"), dict[str, Any]()
    if kind in KINDS:
        changes["kind"] = kind
    if "feeling" in parts:
        changes["feeling"] = first(given, "feeling")
    if "measures" in parts:
        changes["measures"] = first(given, "measures")
    if "exclusive" in parts:
        known = {option.id for option in question.options}
        changes["exclusive"] = frozenset(given.get("exclusive", ())) & known
    return changes


def _bounds(question: Question, given: Given, parts: Collection[str], problems: dict[str, str]) -> dict[str, Any]:
    names = (*(("maximum",) if "maximum" in parts else ()), *(("least", "most") if "bounds" in parts else ()))
    changes: dict[str, Any] = {}
    for name in names:
        written = first(given, name).strip()
        if written == _written(getattr(question, name)):
            continue
        try:
            changes[name] = _bound(question, name, written) if written else None
        except (NotAValue, OutOfBounds):
            problems[name] = "not_a_date" if question.kind == "date" else "not_a_number"
    return changes


def _bound(question: Question, name: str, written: str) -> float | int | str:
    if name != "maximum":
        return read_value(Question(question.id, question.kind, {}), written)
    most = MOST_PLACES if question.kind == "places" else MOST_OPTIONS
    return read_value(Question(question.id, "number", {}, least=1, most=most, whole=True), written)


def _condition(given: Given, known: Sequence[Askable], of: str, problems: dict[str, str]) -> Condition | None:
    try:
        return condition_in(given, known, of)
    except NotUsable as unusable:
        problems.update(unusable.problems)
        return None


def _measured_twice(questionnaire: Questionnaire, id: str, given: Given, parts: Collection[str]) -> dict[str, str]:
    """One thing is measured once: a second question would mix two series up."""
    elsewhere = {one for other in questionnaire.questions() if other.id != id for one in measured_by(other)}
    own = [one for one in given.get("row_measures", ()) if one] if "rows" in parts else []
    if "measures" in parts and first(given, "measures") in elsewhere:
        return {"measures": "measured"}
    return {"rows": "measured"} if len(own) > len({*own} - elsewhere) else {}


def _written(value: object) -> str:
    return "" if value is None else str(value)


def differing(mine: Mapping[str, list[str]], theirs: Mapping[str, list[str]]) -> list[str]:
    """The fields in which two fillings of the form differ."""
    passed = {"parts", "csrf_token", "revision", "seen", "go"}
    names = dict.fromkeys((*theirs, *mine))
    return [name for name in names if name not in passed and _said(mine, name) != _said(theirs, name)]


def _said(given: Given, name: str) -> list[str]:
    return [one for one in given.get(name, ()) if one]
