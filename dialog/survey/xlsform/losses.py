"""What a workbook says and a questionnaire here can't, told by sheet, row and column. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from dialog.languages import N_
from dialog.survey.xlsform.expressions import NoCounterpart
from dialog.survey.xlsform.lines import Line
from dialog.texts.cleaning import clean_text

Say = Callable[..., str]  # gettext: a sentence, and what stands in its places
LONGEST_VALUE = 200  # characters of a cell that are repeated

KINDS: Mapping[str, str] = {
    "unknown_type": N_("Questions of type %(type)s can't be asked here, so it was left out."),
    "metadata": N_("Rows of type %(type)s are filled in by a device, so they were left out (%(number)s)."),
    "calculated": N_("Calculated values have no counterpart here, so they were left out (%(number)s)."),
    "from_file": N_("Its choices stand in another file, so it was left out."),
    "moment": N_("A time of day can't be asked for here, so it was left out."),
    "media": N_("Sound, video, files and barcodes can't be sent here, so it was left out."),
    "confirmation": N_("A confirmation is no question here, so it was left out."),
    "jump": N_("Jumps from one question to another have no counterpart here, so this one was left out."),
    "shape": N_("Lines and areas can't be drawn here, so it was left out."),
    "point": N_("A point has to be a safe or an unsafe place here, and this one is neither, so it was left out."),
    "only_labels": N_("The row only shows the choices of other rows, so it was left out."),
    "no_choices": N_("There are no choices called %(list)s, so it was left out."),
    "never_asked": N_("Its condition never holds, so it was left out."),
    "nothing_in_it": N_("Nothing in this group could be taken."),
    "repeat": N_("It can be filled in several times there; here it is asked once."),
    "no_end": N_("The group has no end; it was taken to end with the sheet."),
    "no_begin": N_("It ends a group that was not begun."),
    "no_name": N_("It has no name; it is called %(id)s."),
    "renamed": N_("It is called %(id)s here."),
    "no_text": N_("It has no text in %(language)s, the main language; its name stands for it."),
    "borrowed_text": N_("It has no text in %(language)s, the main language; that of another language stands for it."),
    "no_hint": N_("A section has no hint here, so the hint was left out."),
    "markup": N_("Markup such as colours or bold letters was taken out of the text."),
    "reference": N_("The text repeats an earlier answer, which can't be done here; … stands in its place."),
    "required_when": N_("Whether it must be answered depends on a condition; here it may be left empty."),
    "no_condition": N_("The condition was left out, so it is always asked, and may be left empty."),
    "note_left_out": N_("Its condition has no counterpart here, so it was left out."),
    "no_check": N_("The check was left out, so every answer is taken."),
    "no_filter": N_("The filter was left out, or a part of it, so more choices are offered."),
    "never_chosen": N_("It looks for choices that there are not (%(options)s); nobody can have chosen them."),
    "checked_in_vain": N_(
        "The check looks for choices that there are not (%(options)s); nothing is lost without it (%(number)s rows)."
    ),
    "choice_twice": N_("The list has this choice already; the first was taken."),
    "choice_without_name": N_("A choice without a name was left out."),
    "column": N_("The column has no counterpart here, so it was left out (%(number)s cells)."),
    "parameters": N_("These parameters have no counterpart here."),
    "appearance": N_("This appearance has no counterpart here (%(number)s rows)."),
    "language": N_("The language of the column is not known, so the column was left out."),
    "main_language": N_("The workbook does not say in which language it is; %(language)s was taken."),
    "version": N_("A version is a whole number from 1 to 9999 here; it became version 1."),
    "own_column": N_("What Dialog itself wrote in this column can't be read any more, so it was passed over."),
}
REASONS: Mapping[str, str] = {
    "unreadable": N_("It can't be read."),
    "unreadable_part": N_("“%(part)s” can't be read there."),
    "too_deep": N_("It has too many brackets inside each other."),
    "not_a_choice": N_("It looks for a choice in something that is no question."),
    "no_question": N_("It compares without looking at any question."),
    "two_kinds": N_("It compares things of two kinds."),
    "not_before": N_("It looks at %(name)s, which is not asked before it or could not be taken."),
    "written": N_("It compares what was written in %(name)s; of a text, conditions only know whether there is one."),
    "function": N_("“%(part)s” has no counterpart here."),
    "not_a_number": N_("“%(part)s” is no number."),
    "not_a_date": N_("“%(part)s” is no date."),
    "unchecked_kind": N_("Answers of this kind are not checked here."),
    "no_such_column": N_("The choices have no column %(part)s."),
}


@dataclass(frozen=True)
class Loss:
    """One thing that was left out or changed; `value` is what stands in the cell, shortened."""

    sheet: str
    row: int
    column: str  # its heading as it stands in the sheet
    value: str
    kind: str  # one of KINDS
    params: Mapping[str, str | int] = field(default_factory=dict)
    why: str = ""  # one of REASONS
    why_params: Mapping[str, str] = field(default_factory=dict)

    def worded(self, say: Say) -> str:
        """What happened, and why, as `say` translates it."""
        reason = [say(REASONS[self.why], **self.why_params)] if self.why else []
        return " ".join([say(KINDS[self.kind], **self.params), *reason])

    @property
    def sentence(self) -> str:
        """In English."""
        return self.worded(lambda text, **params: text % params if params else text)


def loss_document(loss: Loss) -> dict[str, Any]:
    """As JSON that any database keeps: without what can't be seen."""
    found = {name: value for name, value in asdict(loss).items() if value not in ("", {})}
    return {name: _clean(value) for name, value in found.items()}


def read_loss(document: Mapping[str, Any]) -> Loss:
    """The loss that `loss_document` wrote."""
    return Loss(**{"column": "", "value": "", **document})


def _clean(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _clean(one) for name, one in value.items()}
    return clean_text(value) if isinstance(value, str) else value


class Losses:
    """The losses of one workbook, in the order of its rows."""

    def __init__(self) -> None:
        self._found: dict[tuple[object, ...], Loss] = {}

    def unless(self, mended: bool) -> "Losses":
        """These; or, where Dialog's own column says it right, others that nobody is told."""
        return Losses() if mended else self

    def add(self, line: Line, part: str, kind: str, why: NoCounterpart | None = None, **params: str) -> None:
        """Something in the cell of a part of a line."""
        told = Loss(line.sheet, line.row, line.heading(part), line.raw(part)[:LONGEST_VALUE], kind, params)
        if why:
            told = replace(told, why=why.reason, why_params=why.params)
        self._found.setdefault((told.sheet, told.row, told.column, kind, why and why.args[0]), told)

    def count(self, line: Line, part: str, kind: str, *, value: str = "", number: int = 1, **params: str) -> None:
        """Something that many lines have alike: told once, where it stands first."""
        key = (line.sheet, part, kind, value, *params.values())
        before = self._found.get(key)
        if before:
            number += int(before.params["number"])
            self._found[key] = replace(before, params={**params, "number": number})
        else:
            self._found[key] = Loss(
                line.sheet, line.row, line.heading(part), value[:LONGEST_VALUE], kind, {**params, "number": number}
            )

    def all(self, sheets: Iterable[str]) -> list[Loss]:
        """By sheet, in the order given, and row."""
        order = {name: number for number, name in enumerate(sheets)}
        return sorted(self._found.values(), key=lambda one: (order.get(one.sheet, -1), one.row))
