"""A document as DOCX that people go on writing in: real headings, contents, tables with headers, alternative texts.

Imported by the process of long work alone.
"""

import io
from collections.abc import Callable

import docx
from docx.document import Document
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from dialog.picture.documents import docx_parts as parts
from dialog.picture.documents.blocks import FULL
from dialog.picture.documents.docx_fields import ENTRY, mark_heading, write_contents
from dialog.picture.documents.docx_frame import ABOUT, SMALL, WARNING, prepare
from dialog.picture.documents.docx_tables import TableWriter
from dialog.picture.documents.drawings import to_png
from dialog.picture.documents.labels import labels
from dialog.picture.documents.marks import HEADING, LIST, Part
from dialog.picture.documents.pieces import (
    Bars,
    Facts,
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

CHART, CHART_IN_SHORT, MAP, MAP_IN_SHORT = Cm(14.5), Cm(12.5), Cm(12), Cm(8)  # how wide they are drawn
INDENT = Cm(0.63)  # of a bullet's text, and of each list inside another
FROM_RIGHT = ("ar", "ckb", "fa", "he", "prs", "ps", "ur", "yi")  # languages that people may be quoted in
BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")  # styles of lists, each further in than the one before


def to_docx(view: View, version: str) -> bytes:
    """The file."""
    writer = Writer(view, version)
    writer.write()
    file = io.BytesIO()
    writer.document.save(file)
    return file.getvalue()


class Writer:
    """A document being written, from its title to the tables behind its charts."""

    def __init__(self, view: View, version: str) -> None:
        self.view, self.words = view, labels(view)
        self.whole = version == FULL  # with contents, and the tables behind the charts
        self.rtl = view.direction == "rtl"
        self.document: Document = docx.Document()
        prepare(self.document, view, version)
        self._styles = {style.name: style.style_id for style in self.document.styles}  # python-docx looks long for them
        self._tables = TableWriter(self.document, style=self._styles[SMALL], rtl=self.rtl, is_rtl=_is_rtl)
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

    def write(self) -> None:
        view = self.view
        headings = [(chapter.number, f"{chapter.number}. {chapter.heading}") for chapter in view.chapters]
        behind = (len(headings) + 1, view.tables_heading)
        self._line(view.kicker, SMALL)
        self._line(view.title.text, "Title", view.title.lang)
        for warning in view.warnings:
            self._line(warning, WARNING)
        self._facts(view.facts)
        if self.whole:
            self._contents([*headings, behind] if view.tables else headings)
        for chapter, heading in zip(view.chapters, headings, strict=True):
            self._heading(*heading)
            for piece in chapter.pieces:
                self._piece(piece)
        if self.whole and view.tables:
            self._heading(*behind)
            for number, grid in view.tables:
                self._line(f"{self.words['figure'][number]}. {grid.title}", "Heading 2")
                self._table(grid)
                self._line(grid.about, ABOUT)

    def _contents(self, headings: list[tuple[int, str]]) -> None:
        """On the first page; what follows begins on the next."""
        self._line(self.view.contents_heading, "TOC Heading")
        write_contents(self.document, headings, style=self._styles[ENTRY], rtl=self.rtl)
        self.document.add_page_break()

    def _heading(self, number: int, text: str) -> None:
        mark_heading(self._line(text, "Heading 1"), number)

    def _piece(self, piece: Piece) -> None:
        if type(piece) in self._kinds:
            self._kinds[type(piece)](piece)

    def _paragraph(self, style: str, text: str = "") -> Paragraph:
        paragraph = self.document.add_paragraph(text)
        paragraph._p.style = self._styles[style]
        return paragraph

    def _line(self, text: str, style: str = "Normal", language: str | None = None) -> Paragraph:
        paragraph = self._paragraph(style, text)
        parts.set_in(paragraph, rtl=_is_rtl(language) if language else self.rtl, language=language)
        return paragraph

    def _prose(self, piece: Prose) -> None:
        for part in piece.parts:
            self._part(part, piece.lang)

    def _part(self, part: Part, language: str | None) -> None:
        style = {LIST: "List Bullet", HEADING: "Heading 2"}.get(part.kind, "Normal")
        for line in part.lines:
            paragraph = self._paragraph(style)
            for run in line:
                paragraph.add_run(run.text).bold = run.strong or None
            parts.set_in(paragraph, rtl=_is_rtl(language) if language else self.rtl, language=language)

    def _points(self, piece: Points) -> None:
        for one in piece.points:
            self._point(one, 0)

    def _point(self, point: Point, depth: int) -> None:
        """A bullet, its small lines below it, and what is behind it, further in as far as there are styles for it."""
        style = BULLETS[min(depth, len(BULLETS) - 1)]
        paragraph = self._paragraph(style)
        self._run(paragraph, point.name, bold=True)
        if point.standing:
            self._run(paragraph, Said(f" ({point.standing})"))
        if point.words.text:
            self._run(paragraph, Said(". " if point.standing else " "))
            self._run(paragraph, point.words)
        parts.set_direction(paragraph, rtl=self.rtl)
        for line in point.lines:
            below = self._line(line.text, ABOUT, line.lang)
            below.paragraph_format.space_before = below.paragraph_format.space_after = Pt(1)
            below.paragraph_format.left_indent = Cm(INDENT.cm * (depth + 1))
        for one in point.parts:
            self._point(one, depth + 1)

    def _run(self, paragraph: Paragraph, said: Said, *, bold: bool = False) -> None:
        run = paragraph.add_run(said.text)
        run.bold = bold or None
        parts.set_run(run, rtl=_is_rtl(said.lang) if said.lang else self.rtl, language=said.lang)

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
        parts.keep_with_next(paragraph)
        run = paragraph.add_run()
        run.add_picture(io.BytesIO(to_png(piece, rtl=self.rtl)), width=self._width(piece))
        parts.describe_picture(run, f"{piece.title}. {piece.spoken}", piece.number)
        parts.set_in(paragraph, rtl=self.rtl)
        self._line(piece.about, ABOUT)

    def _width(self, piece: Bars | MapPiece) -> Cm:
        if isinstance(piece, MapPiece):
            return MAP if self.whole else MAP_IN_SHORT
        return CHART if self.whole else CHART_IN_SHORT

    def _quotes(self, piece: Quotes) -> None:
        for voice in piece.voices:
            paragraph = self._paragraph("Quote", voice.words)
            paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = Pt(6), Pt(0)
            parts.keep_with_next(paragraph)
            parts.set_in(paragraph, rtl=_is_rtl(voice.lang), language=voice.lang)
            self._line(voice.of, ABOUT)
        self._line(piece.about, ABOUT)

    def _facts(self, piece: Facts) -> None:
        for name, value in piece.lines:
            paragraph = self._paragraph(SMALL)
            paragraph.add_run(f"{name}: ").bold = True
            paragraph.add_run(value)
            parts.set_in(paragraph, rtl=self.rtl)

    def _table(self, grid: Grid) -> None:
        self._tables.write(grid)
        if grid.left_out:
            self._line(grid.left_out, ABOUT)


def _is_rtl(language: str) -> bool:
    return language.partition("-")[0] in FROM_RIGHT
