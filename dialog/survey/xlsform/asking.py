"""Rows of the sheet survey as questions."""

from dataclasses import replace
from functools import partial
from typing import Any

from dialog.survey.questionnaire import VALUES, WRITTEN, BadQuestionnaire, Option, Question
from dialog.survey.xlsform.checks import checked
from dialog.survey.xlsform.choices import Choices
from dialog.survey.xlsform.desk import NO, YES, Desk, When
from dialog.survey.xlsform.expressions import CLOSED, Known, NoCounterpart, read_expression
from dialog.survey.xlsform.filters import Filter, read_filter
from dialog.survey.xlsform.fixes import CHECKS, Fix, mend_question, only, without
from dialog.survey.xlsform.ids import id_of
from dialog.survey.xlsform.items import CHOSEN, Item
from dialog.survey.xlsform.joining import implies, together
from dialog.survey.xlsform.kinds import asked_of, parameters_of
from dialog.survey.xlsform.lines import Line
from dialog.survey.xlsform.reading_texts import borrowed, something_else, text_of

OTHER = "other"  # the choice that `or_other` adds


def ask(item: Item, desk: Desk, when: When) -> Question | None:
    """The question; None, and it is told why, when there is nothing to choose from or it is never asked."""
    filters = _filters(item, desk)
    choices = _choices(item, filters, desk)
    if item.kind in CHOSEN and not choices.options and not item.fix.get("options"):
        desk.losses.add(item.line, "type", "no_choices", list=item.asked.list or "–")
        return None
    shown = when.narrowed(item.line, item.fix, desk)
    pointless = item.kind == "info" and shown.unsure and not when.unsure and not desk.everything
    if pointless or not shown.is_asked(desk):
        return None
    desk.taken.append(item.line)
    question = _settled(_question(item, filters, choices, shown, desk), item, desk)
    _remember(question, item, choices, desk)
    return _checked(replace(question, show_if=shown.show_if), item, desk)


def _question(item: Item, filters: tuple[Filter, ...], choices: Choices, shown: When, desk: Desk) -> Question:
    """As the row says it, but for its check."""
    line, main, losses = item.line, desk.book.main, desk.losses
    return Question(
        id=id_of(line["name"]) or f"{item.kind}{line.row}",
        kind=item.kind,
        text=text_of(line, "label", main, losses.unless("text" in item.fix)),
        hint=borrowed(line, "hint", main, losses.unless("hint" in item.fix)),
        options=choices.options,
        rows=tuple(item.rows.values()),
        required=_is_required(line, item.kind, shown, desk) and not shown.unsure,
        narrowed=tuple(dict.fromkeys(one.narrowing(desk.lists.tags) for one in filters)),
        shuffle=item.kind in CHOSEN and parameters_of(line).get("randomize", "").casefold() == "true",
        whole=item.kind == "number" and item.asked.whole,
        **_range(item),
        **_beside(item, desk),
    )


def _filters(item: Item, desk: Desk) -> tuple[Filter, ...]:
    line = item.line
    if not line["choice_filter"] or item.kind not in ("one_of", "several_of", "ranking"):
        return ()
    later = partial(desk.filters_of, item.asked.list)
    found = read_filter(line["choice_filter"], desk.lists.columns, desk.known, own=line["name"], later=later)
    if found.why and "narrowed" not in item.fix:
        desk.losses.add(line, "choice_filter", "no_filter", found.why)
    return found.filters


def _choices(item: Item, filters: tuple[Filter, ...], desk: Desk) -> Choices:
    if item.kind in VALUES:
        instead = item.leaf.extras.get("instead")
        return desk.lists.choices(asked_of(instead).list) if instead else Choices()
    if item.kind not in (*CHOSEN, "area"):
        return Choices()
    found = desk.lists.choices(item.asked.list, filters)
    if not item.asked.other or OTHER in found.ids or not found.options:
        return found
    other = Option(OTHER, something_else(desk.book.main, desk.book.languages)[0])
    return Choices((*found.options, other), {**found.ids, OTHER: OTHER})


def _is_required(line: Line, kind: str, shown: When, desk: Desk) -> bool:
    """Also where it says so of a case that is no other than when it is asked at all."""
    written = line["required"].casefold()
    if kind == "info" or written in NO:
        return False
    if written in YES or _is_always_so(line["required"], shown, desk):
        return True
    desk.losses.add(line, "required", "required_when")
    return False


def _is_always_so(written: str, shown: When, desk: Desk) -> bool:
    try:
        read = read_expression(written, desk.known)
    except NoCounterpart:
        return False
    return implies(together([shown.around, shown.condition]), read.condition)


def _range(item: Item) -> dict[str, Any]:
    """The bounds of a range that one slides along."""
    if item.asked.type.casefold() != "range":
        return {}
    told = {"start": "1", "end": "10", **parameters_of(item.line)}
    try:
        ends = sorted(float(told[name]) for name in ("start", "end"))
    except ValueError:
        return {}
    least, most = (int(one) if one.is_integer() else one for one in ends)
    return {"least": least, "most": most}


def _beside(item: Item, desk: Desk) -> dict[str, Any]:
    """What can be written beside the choices."""
    if item.kind not in ("one_of", "several_of"):
        return {}
    written, main = item.leaf.extras.get("text"), desk.book.main
    if written:
        label = text_of(written, "label", main, desk.losses.unless("text_label" in item.fix))
        hint = borrowed(written, "hint", main, desk.losses.unless("text_hint" in item.fix))
        return {"text_label": label, "text_hint": hint}
    return {"text_label": something_else(main, desk.book.languages)[1]} if item.asked.other else {}


def _settled(question: Question, item: Item, desk: Desk) -> Question:
    """With what Dialog has written beside it, and an id of its own."""
    fix = without(item.fix, ("show_if", *CHECKS))
    mended = _mended(question, fix, item, desk)
    if not all(one.question in {known.id for known in desk.known.values()} for one in mended.narrowed):
        mended = replace(mended, narrowed=question.narrowed)
    settled = desk.ids.settle(mended)
    if not item.line["name"]:
        desk.losses.add(item.line, "name", "no_name", id=settled.id)
    elif settled.id != item.line["name"] and settled.id != fix.get("id"):
        desk.losses.add(item.line, "name", "renamed", id=settled.id)
    return settled


def _checked(question: Question, item: Item, desk: Desk) -> Question:
    """With what its answer must fulfil."""
    found = checked(question, item, desk)
    fix = only(item.fix, CHECKS)
    mended = _mended(found, fix, item, desk)
    columns = (column.id for column in question.columns())
    return mended if not mended.must or desk.knows(mended.must, question.id, *columns) else found


def _mended(question: Question, fix: Fix, item: Item, desk: Desk) -> Question:
    try:
        return mend_question(question, fix)
    except BadQuestionnaire:
        desk.losses.add(item.line, "dialog", "own_column")
        return question


def _remember(question: Question, item: Item, choices: Choices, desk: Desk) -> None:
    """So that conditions further down can look at it."""
    line, kind = item.line, question.kind
    if kind in (*CLOSED, *VALUES, *WRITTEN):
        desk.known[line["name"]] = Known(question.id, kind, choices.ids)
    for name, row in zip(item.rows, question.rows, strict=False):
        desk.known[name] = Known(f"{question.id}.{row.id}", "one_of", choices.ids)
    if kind in VALUES and (instead := item.leaf.extras.get("instead")):
        desk.known[instead["name"]] = Known(question.id, "one_of", choices.ids)
