"""Two versions of one question, field by field, for people to choose between."""

from collections.abc import Iterable, Iterator, Sequence

from flask_babel import gettext as _

from dialog.survey.editing import NoSuchPart, find_question
from dialog.survey.making.condition_lines import MUST, WHEN, Askable, askable, askable_in_rule, condition_in
from dialog.survey.making.condition_words import in_words
from dialog.survey.making.given import Given, NotUsable, first, is_checked
from dialog.survey.making.kinds import FEELING_NAMES, KIND_NAMES
from dialog.survey.making.lines import TICKED
from dialog.survey.making.narrowing_lines import narrowable, narrowing_in
from dialog.survey.making.narrowing_words import narrowing_told
from dialog.survey.questionnaire import Questionnaire

Lines = list[tuple[str, str]]  # what a field is called, and what it says


def difference(mine: Lines, theirs: Lines) -> list[tuple[str, str, str]]:
    """(field, mine, theirs) wherever the two are not alike."""
    others = dict(theirs)
    own = dict(mine)
    names = dict.fromkeys((*own, *others))
    return [(name, own.get(name, ""), others.get(name, "")) for name in names if own.get(name) != others.get(name)]


def shown(given: Given, questionnaire: Questionnaire, id: str) -> Lines:
    """What a filled-in form says of a question, as somebody would read it aloud."""
    return [(name, value) for name, value in _fields(given, questionnaire, id) if value]


def _fields(given: Given, questionnaire: Questionnaire, id: str) -> Iterator[tuple[str, str]]:
    yield _("Question"), first(given, "text").strip()
    yield _("Hint"), first(given, "hint").strip()
    yield _("Kind"), str(KIND_NAMES.get(first(given, "kind"), ""))
    yield _("Options"), _listed((*given.get("option_text", ()), *_more(given, "option"), *_ticked(given)))
    yield _("Rows"), _listed((*given.get("row_text", ()), *_more(given, "row")))
    yield _("Text beside the options"), first(given, "text_label").strip()
    yield _("Hint for that text"), first(given, "text_hint").strip()
    yield _("Must be answered"), _yes(given, "required")
    yield _("At most"), first(given, "maximum")
    yield _("Rule out all others"), _listed(given.get("exclusive", ()))
    yield _("Shuffled"), _yes(given, "shuffle")
    yield _("Least"), first(given, "least")
    yield _("Highest"), first(given, "most")
    yield _("Whole numbers only"), _yes(given, "whole")
    yield _("Places"), str(FEELING_NAMES.get(first(given, "feeling"), ""))
    yield _("Measures"), _listed((first(given, "measures"), *given.get("row_measures", ())))
    yield _("Tells who answers"), _yes(given, "background")
    yield _("Options that depend on an earlier answer"), _narrowing(given, questionnaire, id)
    yield _("The answer must fulfil"), _condition(given, questionnaire, _known_in_rule(questionnaire, id), MUST)
    yield _("Otherwise people read"), first(given, "must_text").strip()
    yield _("Shown if"), _condition(given, questionnaire, askable(questionnaire, id), WHEN)


def _listed(parts: Iterable[str]) -> str:
    return " · ".join(part.strip() for part in parts if part.strip())


def _more(given: Given, part: str) -> list[str]:
    return [*first(given, f"more_{part}s").splitlines(), *first(given, f"{part}_list").splitlines()]


def _ticked(given: Given) -> list[str]:
    return [first(given, f"{id}_text") or usual.text["sv"] for id, usual in TICKED.items() if is_checked(given, id)]


def _yes(given: Given, name: str) -> str:
    return _("Yes") if is_checked(given, name) else ""


def _known_in_rule(questionnaire: Questionnaire, id: str) -> list[Askable]:
    try:
        return askable_in_rule(questionnaire, id)
    except NoSuchPart:
        return []


def _narrowing(given: Given, questionnaire: Questionnaire, id: str) -> str:
    """Such as: “Which town?”: elm_street = uppsala, …"""
    try:
        question = find_question(questionnaire, id)
    except NoSuchPart:
        return ""
    lines = narrowing_in(given, question, narrowable(questionnaire, id))
    return " · ".join(narrowing_told(line, questionnaire) for line in lines)


def _condition(given: Given, questionnaire: Questionnaire, known: Sequence[Askable], of: str) -> str:
    try:
        condition = condition_in(given, known, of)
    except NotUsable:
        return ""
    return in_words(condition, questionnaire) if condition else ""
