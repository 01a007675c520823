"""Tables of a DOCX: headers that repeat, rows that stay whole, shades, and hatching for too little data."""

from collections.abc import Callable

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor
from docx.table import Table, _Cell

from dialog.picture.documents import docx_parts as parts
from dialog.picture.documents.pieces import Figure, Grid
from dialog.picture.documents.teller import Said
from dialog.picture.tables import State

WHITE = RGBColor(255, 255, 255)
TEXT_WIDTH, NUMBER_WIDTH, COUNT_WIDTH, LEAST_NAME = 16.0, 2.4, 1.6, 3.4  # centimetres
FEW_ROWS = 12  # so many stay on one page
NARROW = Pt(7)  # above the narrow columns of a matrix
SIGNS = {State.WITHHELD: "–", State.NO_DATA: "▨"}  # in a matrix, as the legend below it says


class TableWriter:
    """Writes tables into one document; `style` is the id of the style of writing in cells."""

    def __init__(self, document: Document, *, style: str, rtl: bool, is_rtl: Callable[[str], bool]) -> None:
        self.document, self.style, self.rtl, self.is_rtl = document, style, rtl, is_rtl

    def write(self, grid: Grid) -> None:
        table: Table = self.document.add_table(rows=1 + len(grid.rows), cols=len(grid.columns), style="Table Grid")
        parts.describe_table(table, grid.title)
        parts.narrow_margins(table)
        if self.rtl:
            parts.mirror(table)
        header, *rows = [list(row.cells) for row in table.rows]
        self._header(header, grid)
        for cells, (name, figures) in zip(rows, grid.rows, strict=True):
            self._cell(cells[0], name)
            for cell, figure in zip(cells[1:], figures, strict=True):
                self._figure(cell, figure, in_heat=grid.heat)
        parts.widths(table, _widths(grid))
        self._hold(table, [header, *rows])

    def _hold(self, table: Table, cells: list[list[_Cell]]) -> None:
        """The header on every page, each row whole; a short table on one page, and no header alone at its foot."""
        parts.repeat_header(table.rows[0])
        together = cells[:-1] if len(cells) <= FEW_ROWS else cells[:2]
        for row in table.rows:
            parts.keep_together(row)
        for line in together:
            for cell in line:
                parts.keep_with_next(cell.paragraphs[0])

    def _header(self, cells: list[_Cell], grid: Grid) -> None:
        numeric = [False, *(figure.numeric for figure in (grid.rows[0][1] if grid.rows else ()))]
        for place, (cell, column) in enumerate(zip(cells, grid.columns, strict=True)):
            is_number = place < len(numeric) and numeric[place] and not grid.heat
            self._cell(cell, column, bold=True, number=is_number, narrow=grid.heat)
            if grid.notes and place:
                self._note(cell, grid.notes[place - 1])

    def _note(self, cell: _Cell, text: str) -> None:
        """Small, below what the column is called."""
        paragraph = cell.add_paragraph()
        paragraph._p.style = self.style
        paragraph.add_run(text).font.size = NARROW
        parts.set_in(paragraph, rtl=self.rtl)

    def _figure(self, cell: _Cell, figure: Figure, *, in_heat: bool) -> None:
        shown = SIGNS.get(figure.state, figure.text) if in_heat else figure.text
        self._cell(cell, Said(shown), number=figure.numeric, white=figure.heat in parts.DARK, middle=in_heat)
        if figure.state is State.NO_DATA and in_heat:
            parts.hatch(cell)
        elif figure.heat:
            parts.shade(cell, parts.HEATS[figure.heat])

    def _cell(
        self,
        cell: _Cell,
        said: Said,
        *,
        bold: bool = False,
        number: bool = False,
        white: bool = False,
        narrow: bool = False,
        middle: bool = False,
    ) -> None:
        paragraph = cell.paragraphs[0]
        paragraph._p.style = self.style
        run = paragraph.add_run(said.text)
        run.bold = bold or None
        if white:
            run.font.color.rgb = WHITE
        if narrow:
            run.font.size = NARROW
        if number or middle:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER if middle else WD_ALIGN_PARAGRAPH.RIGHT
        parts.set_direction(paragraph, rtl=self.rtl)
        parts.set_run(run, rtl=self.is_rtl(said.lang) if said.lang else self.rtl, language=said.lang)


def _widths(grid: Grid) -> list[float]:
    """Centimetres: narrow columns of figures, and the rest for the names of the rows."""
    others = len(grid.columns) - 1
    numeric = [figure.numeric for figure in grid.rows[0][1]] if grid.rows else [True] * others
    if not all(numeric):
        words = (TEXT_WIDTH - COUNT_WIDTH * sum(numeric)) / (1 + numeric.count(False))
        return [words, *(COUNT_WIDTH if one else words for one in numeric)]
    each = min(NUMBER_WIDTH, (TEXT_WIDTH - LEAST_NAME) / max(others, 1))
    return [TEXT_WIDTH - each * others, *[each] * others]
