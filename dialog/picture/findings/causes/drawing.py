"""A cause tree as a drawing: the problem first, the causes behind it in columns, each in a box of its own. Pure.

Text does not flow in SVG, so that lines are broken here, by how wide letters are on average; a box grows with its
lines. What sort of cause it is shows as words in the box, besides its corners and its outline.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from dialog.languages import Words, pick
from dialog.picture.findings.causes.tree import Node

WIDTH, GAP, ROW_GAP = 232, 40, 14  # units: of a box, between columns, between boxes
LINE, PAD = 18, 11  # units: the height of a line, the space inside a box
LETTERS = 24  # that fit a line of a box, on average
MARGIN = 6


@dataclass(frozen=True)
class Box:
    """One box; `number` is empty for the problem. Lines are those of its words, without the line above them."""

    number: str
    nature: str
    standing: str
    lines: tuple[str, ...]
    language: str
    x: int
    y: int
    height: int

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True)
class Drawing:
    """`lines` are SVG path data, from what is behind to what it leads to."""

    width: int
    height: int
    box_width: int
    boxes: tuple[Box, ...]
    lines: tuple[str, ...]


def drawing(problem: Words, causes: Sequence[Node], language: str) -> Drawing:
    """In a language; words that lack it are in the main one."""
    rows = _Rows(language)
    roots = [rows.place(node, 1) for node in causes]
    bottom = rows.bottom if causes else MARGIN
    first = _box("", "", "", problem, language, 0, 0)
    middle = (roots[0].middle + roots[-1].middle) / 2 if roots else MARGIN + first.height / 2
    top = max(MARGIN, round(middle - first.height / 2))
    start = _box("", "", "", problem, language, 0, top)
    lines = [*(_line(start, root) for root in roots), *rows.lines]
    boxes = (start, *rows.boxes)
    width = max(box.x for box in boxes) + WIDTH + MARGIN
    return Drawing(width, max(bottom, start.y + start.height) + MARGIN, WIDTH, boxes, tuple(lines))


class _Rows:
    """Boxes as they are placed from the top down: a cause stands beside the middle of those behind it."""

    def __init__(self, language: str) -> None:
        self.language, self.bottom = language, MARGIN
        self.boxes: list[Box] = []
        self.lines: list[str] = []

    def place(self, node: Node, column: int) -> Box:
        start = self.bottom
        behind = [self.place(one, column + 1) for one in node.behind]
        cause = node.cause
        told = (node.number, cause.nature, cause.standing, cause.words, self.language, column)
        height = _box(*told, 0).height
        beside = round((behind[0].middle + behind[-1].middle) / 2 - height / 2) if behind else start
        top = max(start, beside)
        box = _box(*told, top)
        self.bottom = max(self.bottom, top + height + ROW_GAP)
        self.boxes.append(box)
        self.lines += [_line(box, one) for one in behind]
        return box


def _box(number: str, nature: str, standing: str, words: Words, language: str, column: int, top: int) -> Box:
    text, tag = pick(words, language)
    lines = tuple(_broken(text))
    height = 2 * PAD + LINE * (len(lines) + (1 if number else 0))
    return Box(number, nature, standing, lines, tag, MARGIN + column * (WIDTH + GAP), top, height)


def _broken(text: str) -> Iterator[str]:
    yield from wrap(text, LETTERS) or [""]


def _line(to: Box, behind: Box) -> str:
    """A curve from the start of the cause behind to the end of what it leads to."""
    x, y, end, height = to.x + WIDTH, to.middle, behind.x, behind.middle
    half = (x + end) / 2
    return f"M{end} {height:.0f}C{half:.0f} {height:.0f} {half:.0f} {y:.0f} {x} {y:.0f}"
