"""What is known while a workbook's rows are read, one after the other."""

from dataclasses import dataclass, field, replace

from dialog.survey.condition_document import read_condition
from dialog.survey.conditions import DEEPEST, Condition, mentioned
from dialog.survey.questionnaire import BadQuestionnaire
from dialog.survey.xlsform.books import Book
from dialog.survey.xlsform.choices import Lists
from dialog.survey.xlsform.expressions import Known, NoCounterpart, read_expression
from dialog.survey.xlsform.fixes import Fix
from dialog.survey.xlsform.ids import Ids
from dialog.survey.xlsform.joining import ALWAYS, NEVER, depth_of, together
from dialog.survey.xlsform.kinds import asked_of
from dialog.survey.xlsform.lines import Line
from dialog.survey.xlsform.losses import Losses

YES, NO = ("yes", "true", "true()", "1"), ("no", "false", "false()", "0", "")


@dataclass
class Desk:
    book: Book
    losses: Losses
    lists: Lists
    ids: Ids = field(default_factory=Ids)
    known: dict[str, Known] = field(default_factory=dict)  # questions that conditions can look at, by name
    taken: list[Line] = field(default_factory=list)  # rows that became something here
    everything: bool = False  # also what is never asked

    def filters_of(self, choices: str) -> dict[str, str]:
        """The filters, by name, of all questions that have a list of choices in common."""
        lines = (line for line in self.book.survey if line["choice_filter"])
        return {line["name"]: line["choice_filter"] for line in lines if asked_of(line).list == choices}

    def knows(self, condition: Condition, *own: str) -> bool:
        """Whether all that a condition looks at has been asked."""
        return {one.id for one in self.known.values()}.union(own).issuperset(mentioned(condition))


@dataclass(frozen=True)
class When:
    """When something is asked; `unsure` where a condition could not be read."""

    condition: Condition = ALWAYS
    unsure: bool = False
    around: Condition = ALWAYS  # of the section, which holds for all in it

    @property
    def inside(self) -> "When":
        """For what stands in a section that is asked then: on its own, always."""
        return When(unsure=self.unsure, around=self.condition)

    def narrowed(self, line: Line, fix: Fix, desk: Desk) -> "When":
        """The same, and what a row itself says."""
        own = _own(line, fix, desk)
        both = own.condition if self.condition == ALWAYS else together([self.condition, own.condition])
        if depth_of(both) > DEEPEST:
            desk.losses.add(line, "relevant", "no_condition", NoCounterpart("too_deep"))
            return replace(self, unsure=True)
        if both == NEVER:
            desk.losses.add(line, "relevant", "never_asked")
        return When(both, self.unsure or own.unsure, self.around)

    def is_asked(self, desk: Desk) -> bool:
        return self.condition != NEVER or desk.everything

    @property
    def show_if(self) -> Condition | None:
        return None if self.condition == ALWAYS else self.condition


def _own(line: Line, fix: Fix, desk: Desk) -> When:
    written = _written_by_us(line, fix, desk) if "show_if" in fix else None
    if written:
        return written
    relevant = line["relevant"]
    if not relevant or relevant.casefold() in YES:
        return When()
    if relevant.casefold() in NO:
        return When(NEVER)
    try:
        read = read_expression(relevant, desk.known)
    except NoCounterpart as why:
        desk.losses.add(line, "relevant", "note_left_out" if asked_of(line).kind == "info" else "no_condition", why)
        return When(unsure=True)
    if read.unknown:
        desk.losses.add(line, "relevant", "never_chosen", options=", ".join(read.unknown))
    return When(read.condition)


def _written_by_us(line: Line, fix: Fix, desk: Desk) -> When | None:
    if fix["show_if"] is None:
        return When()
    try:
        condition = read_condition(fix["show_if"], line["name"])
    except BadQuestionnaire:
        desk.losses.add(line, "dialog", "own_column")
        return None
    return When(condition) if desk.knows(condition) else None
