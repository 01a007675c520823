"""Groups of a workbook as sections; what stands in no group makes sections of its own."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from dialog.languages import Words
from dialog.survey.questionnaire import BadQuestionnaire, Question, Section
from dialog.survey.xlsform.asking import ask
from dialog.survey.xlsform.desk import Desk, When
from dialog.survey.xlsform.fixes import Fix, fix_of, mend_section, without
from dialog.survey.xlsform.ids import id_of
from dialog.survey.xlsform.items import item_of, label_of, table_of
from dialog.survey.xlsform.reading_texts import text_of
from dialog.survey.xlsform.tree import Group, Leaf

Node = Leaf | Group
LOOSE = "part"  # what sections without a group are called


def sections_of(nodes: list[Node], title: Words, desk: Desk) -> tuple[Section, ...]:
    """Every section that asks something."""
    sections: list[Section] = []
    for is_section, some in groupby(nodes, key=_is_section):
        if is_section:
            groups = (node for node in some if isinstance(node, Group))
            sections += [made for group in groups if (made := _section(group, desk))]
        elif questions := tuple(_questions(list(some), desk, When())):
            sections.append(Section(desk.ids.settle_section(LOOSE), title, questions))
    return tuple(sections)


def _is_section(node: Node) -> bool:
    """A group without a label only holds a condition, so it is no page of its own, unless Dialog has written it."""
    return isinstance(node, Group) and not node.is_table and bool(node.line.words("label") or node.line["dialog"])


def _section(group: Group, desk: Desk) -> Section | None:
    line, fix = group.line, fix_of(Leaf(group.line), desk.losses)
    when = When().narrowed(line, fix, desk)
    if not when.is_asked(desk):
        return None
    _tell(group, desk)
    if line.words("hint"):
        desk.losses.add(line, "hint", "no_hint")
    questions = tuple(_questions(group.inside, desk, when.inside))
    if not questions:
        desk.losses.add(line, "type", "nothing_in_it")
        return None
    title = text_of(line, "label", desk.book.main, desk.losses.unless("title" in fix))
    section = _mended(Section(id_of(line["name"]) or LOOSE, title, ()), fix, group, desk)
    desk.taken.append(line)
    id = desk.ids.settle_section(section.id)
    return replace(section, id=id, questions=questions, show_if=when.show_if)


def _mended(section: Section, fix: Fix, group: Group, desk: Desk) -> Section:
    try:
        return mend_section(section, without(fix, ("show_if",)))
    except BadQuestionnaire:
        desk.losses.add(group.line, "dialog", "own_column")
        return section


def _questions(nodes: list[Node], desk: Desk, when: When) -> Iterator[Question]:
    for node in nodes:
        if isinstance(node, Leaf):
            item = item_of(node, desk)
        elif node.is_table:
            item = table_of(node, desk)
        else:
            yield from _inside(node, desk, when)
            continue
        if item and (question := ask(item, desk, when)):
            yield question


def _inside(group: Group, desk: Desk, when: When) -> Iterator[Question]:
    """The questions of a group inside a section, under the group's condition; its label above them."""
    within = when.narrowed(group.line, fix_of(Leaf(group.line), desk.losses), desk)
    if not within.is_asked(desk):
        return
    _tell(group, desk)
    item = label_of(group)
    label = ask(item, desk, within) if item else None
    questions = list(_questions(group.inside, desk, within))
    if questions and label:
        yield label
    yield from questions


def _tell(group: Group, desk: Desk) -> None:
    if group.repeats:
        desk.losses.add(group.line, "type", "repeat")
