"""A document as DOCX that people go on writing in: real headings, tables with headers, alternative texts.

Imported by the process of long work alone.
"""

import io
from collections.abc import Callable
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from dialog.picture.documents import docx_parts as parts
from dialog.picture.documents.drawings import to_png
from dialog.picture.documents.labels import labels
from dialog.picture.documents.marks import HEADING, LIST, Part
from dialog.picture.documents.pieces import (
    Bars,
    Facts,
    Figure,
    Grid,
    MapPiece,
    Note,
    Piece,
    Point,
    Points,
    Prose,
    Quotes,
    View,
)
from dialog.picture.documents.teller import Said
from dialog.picture.tables import State

INK, SPRUCE, HEATHER, SOFT, WHITE = (
    RGBColor(0x1B, 0x25, 0x23),
    RGBColor(0x0E, 0x5A, 0x4F),
    RGBColor(0x86, 0x36, 0x6A),
    RGBColor(0x47, 0x53, 0x4F),
    RGBColor(255, 255, 255),
)
TEXT_WIDTH, NUMBER_WIDTH = 16.0, 2.4  # centimetres
DRAWN = Cm(15)
FROM_RIGHT = ("ar", "ckb", "fa", "he", "prs", "ps", "ur", "yi")  # languages that people may be quoted in
BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")  # styles of lists, each further in than the one before
SMALL, ABOUT, WARNING = "Dialog small", "Dialog about", "Dialog warning"


def to_docx(view: View, version: str) -> bytes:
    """The file."""
    writer = Writer(view)
    writer.write(with_tables=version == "full")
    file = io.BytesIO()
    writer.document.save(file)
    return file.getvalue()


class Writer:
    """A document being written, from its title to the tables behind its charts."""

    def __init__(self, view: View) -> None:
        self.view, self.words = view, labels(view)
        self.rtl = view.direction == "rtl"
        self.document: Document = docx.Document()
        _prepare(self.document, view, rtl=self.rtl)
        self._kinds: dict[type, Callable[..., None]] = {
            Prose: self._prose,
            Points: self._points,
            Note: self._note,
            Grid: self._grid,
            Bars: self._drawing,
            MapPiece: self._drawing,
            Quotes: self._quotes,
            Facts: self._facts,
        }

    def write(self, *, with_tables: bool) -> None:
        view = self.view
        self._line(view.kicker, SMALL)
        self._line(view.title.text, "Title", view.title.lang)
        for warning in view.warnings:
            self._line(warning, WARNING)
        self._facts(view.facts)
        for chapter in view.chapters:
            self._line(f"{chapter.number}. {chapter.heading}", "Heading 1")
            for piece in chapter.pieces:
                self._piece(piece)
        if with_tables and view.tables:
            self._line(view.tables_heading, "Heading 1")
            for number, grid in view.tables:
                self._line(f"{self.words['figure'][number]}. {grid.title}", "Heading 2")
                self._table(grid)
                self._line(grid.about, ABOUT)

    def _piece(self, piece: Piece) -> None:
        if type(piece) in self._kinds:
            self._kinds[type(piece)](piece)

    def _line(self, text: str, style: str = "Normal", language: str | None = None) -> None:
        paragraph = self.document.add_paragraph(text, style=style)
        parts.set_in(paragraph, rtl=self.rtl, language=language)

    def _prose(self, piece: Prose) -> None:
        for part in piece.parts:
            self._part(part, piece.lang)

    def _part(self, part: Part, language: str | None) -> None:
        style = {LIST: "List Bullet", HEADING: "Heading 2"}.get(part.kind, "Normal")
        for line in part.lines:
            paragraph = self.document.add_paragraph(style=style)
            for run in line:
                paragraph.add_run(run.text).bold = run.strong or None
            parts.set_in(paragraph, rtl=self.rtl and language is None, language=language)

    def _points(self, piece: Points) -> None:
        for one in piece.points:
            self._point(one, 0)

    def _point(self, point: Point, depth: int) -> None:
        """A bullet, its small lines below it, and what is behind it, further in as far as there are styles for it."""
        style = BULLETS[min(depth, len(BULLETS) - 1)]
        paragraph = self.document.add_paragraph(style=style)
        self._run(paragraph, point.name, bold=True)
        if point.standing:
            self._run(paragraph, Said(f" ({point.standing})"))
        if point.words.text:
            self._run(paragraph, Said(". " if point.standing else " "))
            self._run(paragraph, point.words)
        parts.set_direction(paragraph, rtl=self.rtl)
        for line in point.lines:
            self._line(line.text, ABOUT, line.lang)
        for one in point.parts:
            self._point(one, depth + 1)

    def _run(self, paragraph: Paragraph, said: Said, *, bold: bool = False) -> None:
        run = paragraph.add_run(said.text)
        run.bold = bold or None
        parts.set_run(run, rtl=self.rtl and (said.lang is None or _is_rtl(said.lang)), language=said.lang)

    def _note(self, piece: Note) -> None:
        self._line(piece.text, WARNING)

    def _grid(self, piece: Grid) -> None:
        self._line(piece.title, "Heading 2")
        self._table(piece)
        self._line(piece.about, ABOUT)
        if piece.heat:
            self._line(f"▨ {self.words['few']}   – {self.words['withheld']}", ABOUT)

    def _drawing(self, piece: Bars | MapPiece) -> None:
        self._line(f"{self.words['figure'][piece.number]}. {piece.title}", "Heading 2")
        paragraph = self.document.add_paragraph()
        run = paragraph.add_run()
        run.add_picture(io.BytesIO(to_png(piece, rtl=self.rtl)), width=DRAWN)
        parts.describe_picture(run, f"{piece.title}. {piece.spoken}", piece.number)
        parts.set_in(paragraph, rtl=self.rtl)
        self._line(piece.about, ABOUT)

    def _quotes(self, piece: Quotes) -> None:
        for voice in piece.voices:
            paragraph = self.document.add_paragraph(voice.words, style="Quote")
            parts.set_in(paragraph, rtl=_is_rtl(voice.lang), language=voice.lang)
            self._line(voice.of, ABOUT)
        self._line(piece.about, ABOUT)

    def _facts(self, piece: Facts) -> None:
        for name, value in piece.lines:
            paragraph = self.document.add_paragraph()
            paragraph.add_run(f"{name}: ").bold = True
            paragraph.add_run(value)
            parts.set_in(paragraph, rtl=self.rtl)

    def _table(self, grid: Grid) -> None:
        table = self.document.add_table(rows=1, cols=len(grid.columns), style="Table Grid")
        parts.describe_table(table, grid.title)
        if self.rtl:
            parts.mirror(table)
        for place, (cell, column) in enumerate(zip(table.rows[0].cells, grid.columns, strict=True)):
            note = f" ({grid.notes[place - 1]})" if grid.notes and place else ""
            self._cell(cell, Said(column.text + note, column.lang), bold=True)
        parts.repeat_header(table.rows[0])
        for name, figures in grid.rows:
            row = table.add_row()
            parts.keep_together(row)
            first, *others = row.cells
            self._cell(first, name)
            for cell, figure in zip(others, figures, strict=True):
                self._figure(cell, figure, in_heat=grid.heat)
        parts.widths(table, _widths(grid))
        if grid.left_out:
            self._line(grid.left_out, ABOUT)

    def _figure(self, cell: _Cell, figure: Figure, *, in_heat: bool) -> None:
        self._cell(cell, Said(figure.text), number=figure.numeric, white=figure.heat in parts.DARK)
        if figure.state is State.NO_DATA and in_heat:
            parts.hatch(cell)
        elif figure.heat:
            parts.shade(cell, parts.HEATS[figure.heat])

    def _cell(self, cell: _Cell, said: Said, *, bold: bool = False, number: bool = False, white: bool = False) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.style = SMALL
        run = paragraph.add_run(said.text)
        run.bold = bold or None
        if white:
            run.font.color.rgb = WHITE
        if number:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        parts.set_in(paragraph, rtl=self.rtl and said.lang is None, language=said.lang)


def _widths(grid: Grid) -> list[float]:
    """Centimetres: narrow columns of figures, and the rest for the names of the rows."""
    others = len(grid.columns) - 1
    if grid.rows and any(not figure.numeric for figure in grid.rows[0][1]):
        return [TEXT_WIDTH / (others + 1)] * (others + 1)
    each = min(NUMBER_WIDTH, TEXT_WIDTH * 0.65 / max(others, 1))
    return [TEXT_WIDTH - each * others, *[each] * others]


def _is_rtl(language: str) -> bool:
    return language.partition("-")[0] in FROM_RIGHT


def _prepare(document: Document, view: View, *, rtl: bool) -> None:
    """Styles, language, page, footer, and what the file says of itself."""
    parts.speak(document, view.language, rtl=rtl)
    styles = document.styles
    parts.size(styles["Normal"], 10.5)
    for name, points in (("Title", 24), ("Heading 1", 15), ("Heading 2", 11.5)):
        parts.size(styles[name], points)
        styles[name].font.name, styles[name].font.color.rgb = parts.FONT, SPRUCE
    for name, points, colour in ((SMALL, 9, INK), (ABOUT, 8.5, SOFT), (WARNING, 10.5, HEATHER)):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.color.rgb = styles["Normal"], colour
        parts.size(style, points)
        style.paragraph_format.space_before = Pt(3 if name == ABOUT else 0)
        style.paragraph_format.space_after = Pt(0 if name == SMALL else 6)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    footer = section.footer.paragraphs[0]
    footer.text = f"{view.footer} · "
    parts.number_pages(footer)
    parts.set_in(footer, rtl=rtl)
    told = document.core_properties
    told.title, told.subject, told.language, told.author = view.title.text, view.kicker, view.language, "Dialog"
    told.comments, told.created = "", datetime.now(UTC)
