"""Where the parts of a bar chart lie on its drawing, read from left or from right. Pure.

The label of a bar stands beside it, on as many lines as it needs at a width that any script keeps to, so that no text
has to be measured.
"""

from dataclasses import dataclass
from textwrap import wrap

from dialog.picture.documents.pieces import Bar, Bars

WIDTH = 640  # units of the drawing
LETTERS = 31  # of a label on a line
NAMES = 264  # units that labels have before the bars begin
LINE, BAR, GAP = 19, 14, 6  # units: a line of text, a bar, between bars
NUMBERS = 60  # for the figures at the end of the bars
UNKNOWN = 56  # how long the box of a figure is that is not shown: the same for all
INDENT = 18  # of a bar that is a part of the one before it


@dataclass(frozen=True)
class Line:
    text: str
    y: float


@dataclass(frozen=True)
class Row:
    lines: tuple[Line, ...]
    figure: str
    state: str
    is_part: bool
    text_x: float
    bar_x: float
    bar_y: float
    bar_width: float
    track_x: float
    track_width: float
    beside_x: float  # where words stand instead of a figure


@dataclass(frozen=True)
class Layout:
    """`start` and `end` are values of text-anchor, for the side where reading begins and where it ends."""

    title: str
    spoken: str
    width: int
    height: float
    start: str
    end: str
    number_x: float
    fonts: str
    rows: tuple[Row, ...]


def layout(piece: Bars, *, rtl: bool = False) -> Layout:
    rows, top = [], 0.0
    for bar in piece.bars:
        row, top = _row(bar, top, rtl)
        rows.append(row)
    return Layout(
        piece.title,
        piece.spoken,
        WIDTH,
        max(top, 1),
        "end" if rtl else "start",
        "start" if rtl else "end",
        0 if rtl else WIDTH,
        "Vazirmatn, Noto Sans" if rtl else "Noto Sans, Vazirmatn",
        tuple(rows),
    )


def _row(bar: Bar, top: float, rtl: bool) -> tuple[Row, float]:
    indent = INDENT if bar.is_part else 0
    texts = wrap(bar.label.text, LETTERS - (2 if bar.is_part else 0)) or [""]
    lines = tuple(Line(text, top + LINE * (place + 1) - 5) for place, text in enumerate(texts))
    room = WIDTH - NUMBERS - NAMES
    length = round(room * bar.width / 100, 1) if bar.figure.state.value == "shown" else UNKNOWN

    def from_start(x: float, width: float = 0) -> float:
        return round(WIDTH - x - width if rtl else x, 1)

    row = Row(
        lines,
        bar.figure.text,
        bar.figure.state.value,
        bar.is_part,
        text_x=from_start(indent),
        bar_x=from_start(NAMES, length),
        bar_y=top + 3,
        bar_width=length,
        track_x=from_start(NAMES, room),
        track_width=room,
        beside_x=from_start(NAMES + UNKNOWN + 10),
    )
    return row, top + LINE * len(texts) + GAP
