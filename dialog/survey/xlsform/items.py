"""Which rows ask something that can be asked here, and what kind of question that is."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dialog.survey.questionnaire import KINDS, BadQuestionnaire, Kind, Row
from dialog.survey.xlsform.desk import YES, Desk
from dialog.survey.xlsform.fixes import Fix, fix_of, mend_row
from dialog.survey.xlsform.ids import id_of
from dialog.survey.xlsform.kinds import Asked, asked_of
from dialog.survey.xlsform.lines import Line
from dialog.survey.xlsform.reading_texts import text_of
from dialog.survey.xlsform.tree import Group, Leaf

CHOSEN = ("one_of", "several_of", "ranking", "matrix", "scale")  # kinds that need choices


@dataclass(frozen=True)
class Item:
    """What one question is made of."""

    leaf: Leaf
    asked: Asked
    kind: Kind
    fix: Fix = field(default_factory=dict)
    rows: Mapping[str, Row] = field(default_factory=dict)  # of a table, by their names

    @property
    def line(self) -> Line:
        return self.leaf.line


def item_of(leaf: Leaf, desk: Desk) -> Item | None:
    """None, and it is told why, for a row that asks nothing that can be asked here."""
    line, asked, fix = leaf.line, asked_of(leaf.line), fix_of(leaf, desk.losses)
    kind = fix["kind"] if fix.get("kind") in KINDS else asked.kind
    if kind is None:
        _tell_left_out(line, asked, desk)
    elif kind == "places" and not fix.get("feeling"):
        desk.losses.add(line, "type", "point")
    elif line["calculation"] and line["read_only"].casefold() in YES:
        desk.losses.count(line, "calculation", "calculated")
    elif kind in CHOSEN and line["appearance"] == "label":
        desk.losses.add(line, "appearance", "only_labels")
    else:
        return Item(leaf, asked, kind, fix)
    return None


def table_of(group: Group, desk: Desk) -> Item:
    """A group whose rows share their choices, as one question with rows."""
    leaves = [one for one in group.inside if isinstance(one, Leaf)]
    first, names = leaves[0].line, [leaf.line["name"] for leaf in leaves]
    fix = fix_of(Leaf(group.line), desk.losses)
    shared = {part: first[part] for part in ("required", "parameters") if first[part]}
    line = replace(group.line, cells={**shared, **group.line.cells})
    rows = [_row(leaf, group.line["name"], desk) for leaf in leaves]
    kind: Kind = "scale" if fix.get("kind") == "scale" else "matrix"
    return Item(Leaf(line), asked_of(first), kind, fix, dict(zip(names, rows, strict=True)))


def label_of(group: Group) -> Item | None:
    """What stands above a group inside a section, as an information block; None when nothing does."""
    if not group.line.words("label"):
        return None
    line = replace(group.line, cells={"name": group.line["name"], "type": "note"})
    return Item(Leaf(line), asked_of(line), "info")


def _row(leaf: Leaf, table: str, desk: Desk) -> Row:
    name = leaf.line["name"].removeprefix(f"{table}.")
    fix = fix_of(leaf, desk.losses)
    words = text_of(leaf.line, "label", desk.book.main, desk.losses.unless("text" in fix))
    row = Row(id_of(name) or f"row{leaf.line.row}", words)
    try:
        return mend_row(row, fix)
    except BadQuestionnaire:
        desk.losses.add(leaf.line, "dialog", "own_column")
        return row


def _tell_left_out(line: Line, asked: Asked, desk: Desk) -> None:
    if asked.loss == "metadata":
        desk.losses.count(line, "type", "metadata", value=asked.type, type=asked.type)
    elif asked.loss == "calculated":
        desk.losses.count(line, "type", "calculated")
    elif asked.loss == "unknown_type":
        desk.losses.add(line, "type", "unknown_type", type=asked.type)
    else:
        desk.losses.add(line, "type", asked.loss)
