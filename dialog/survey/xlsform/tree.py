"""Rows put into the groups they stand in. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pyxform.aliases import control

from dialog.survey.xlsform.grids import NoForm
from dialog.survey.xlsform.kinds import asked_of
from dialog.survey.xlsform.lines import Line
from dialog.survey.xlsform.losses import Losses

DEEPEST = 20  # groups inside groups
_BOUND = re.compile(r"(begin|end)[\s_]+(.+)", re.IGNORECASE)


@dataclass
class Leaf:
    """One row that asks something, and the rows after it that ask for a part of the same answer."""

    line: Line
    extras: dict[str, Line] = field(default_factory=dict)  # by what they ask for: text, or instead


@dataclass
class Group:
    line: Line
    repeats: bool = False
    inside: list["Leaf | Group"] = field(default_factory=list)

    @property
    def is_table(self) -> bool:
        """Whether its rows share their choices, so that they make one question of several rows."""
        leaves = [one for one in self.inside if isinstance(one, Leaf)]
        if not leaves or len(leaves) < len(self.inside) or "table-list" not in self.line["appearance"]:
            return False
        asked = [asked_of(leaf.line) for leaf in leaves]
        simple = not any(leaf.line[part] for leaf in leaves for part in ("relevant", "constraint", "choice_filter"))
        alike = len({(one.kind, one.list, one.other) for one in asked}) == 1
        alike = alike and len({leaf.line["required"] for leaf in leaves}) == 1
        return simple and alike and asked[0].kind == "one_of" and not asked[0].other

    def leaves(self) -> Iterator[Leaf]:
        for one in self.inside:
            yield from one.leaves() if isinstance(one, Group) else (one,)


def tree_of(lines: Sequence[Line], losses: Losses) -> list[Leaf | Group]:
    """The rows of the sheet survey. Raises NoForm when groups stand too deep inside each other."""
    root = Group(Line("", 0))
    open_groups = [root]
    for line in lines:
        bound = _BOUND.fullmatch(" ".join(line["type"].split()))
        inside = open_groups[-1].inside
        if bound and bound[1].casefold() == "begin" and _control(bound[2]):
            group = Group(line, _control(bound[2]) != "group")
            inside.append(group)
            open_groups.append(group)
            if len(open_groups) > DEEPEST:
                raise NoForm(f"The sheet survey has more than {DEEPEST - 1} groups inside each other.")
        elif bound and bound[1].casefold() == "end":
            if len(open_groups) > 1:
                open_groups.pop()
            else:
                losses.add(line, "type", "no_begin")
        elif line["type"]:
            _put(line, inside)
    for group in open_groups[1:]:
        losses.add(group.line, "type", "no_end")
    return root.inside


def _control(name: str) -> str:
    return control.get(" ".join(name.casefold().replace("_", " ").split()), "")


def _put(line: Line, inside: list[Leaf | Group]) -> None:
    """A row that Dialog has marked as a part of the one before belongs to that."""
    before = inside[-1] if inside else None
    if line.part_of and isinstance(before, Leaf) and line.part_of not in before.extras:
        before.extras[line.part_of] = line
    else:
        inside.append(Leaf(line))
