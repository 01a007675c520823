"""What python-docx leaves to the XML of a DOCX: languages, direction, repeated headers, alternative texts, shades."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from dialog.picture.documents.docx_order import put

HEATS = {1: "E4EFE9", 2: "BFDCCF", 3: "8CC0AD", 4: "2F7D6B", 5: "0A4238"}
DARK = (4, 5)  # heats on which the writing is white
FONT = "Noto Sans"  # a reader without it gets the program's own


def element(tag: str, **attributes: str) -> Any:
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def speak(document: Document, language: str, *, rtl: bool) -> None:
    """The language, font and direction of everything that says nothing else."""
    properties = document.styles["Normal"].element.get_or_add_rPr()
    set_font(properties)
    spoken = {"bidi": language} if rtl else {"val": language}
    for found in list(document.styles.element.iter(qn("w:lang"))):
        found.getparent().remove(found)
    put(properties, element("w:lang", **spoken))
    if rtl:
        put(document.sections[0]._sectPr, element("w:bidi"))


def set_font(properties: Any) -> None:
    """Ours for every script, in place of that of a theme."""
    put(properties, element("w:rFonts", ascii=FONT, hAnsi=FONT, cs=FONT, eastAsia=FONT))


def size(style: Any, points: float) -> None:
    """Of writing in every script: Arabic has a size of its own."""
    style.font.size = Pt(points)
    put(style.element.get_or_add_rPr(), element("w:szCs", val=str(round(2 * points))))


def widths(table: Table, centimetres: Sequence[float]) -> None:
    """Of the columns; programs believe the cells, so it is said in each."""
    table.autofit = False
    for column, wide in zip(table.columns, centimetres, strict=True):
        column.width = Cm(wide)
    for row in table.rows:
        for cell, wide in zip(row.cells, centimetres, strict=True):
            cell.width = Cm(wide)


def set_in(paragraph: Paragraph, *, rtl: bool, language: str | None = None) -> None:
    """A paragraph and its runs, read from right to left or in a language of their own."""
    set_direction(paragraph, rtl=rtl)
    for run in paragraph.runs:
        set_run(run, rtl=rtl, language=language)


def set_direction(paragraph: Paragraph, *, rtl: bool) -> None:
    if rtl:
        put(paragraph._p.get_or_add_pPr(), element("w:bidi"))


def set_run(run: Run, *, rtl: bool, language: str | None = None) -> None:
    """Arabic is bold by a property of its own."""
    if not rtl and not language:
        return
    properties = run._r.get_or_add_rPr()
    if rtl:
        put(properties, element("w:rtl"))
    if rtl and run.bold:
        put(properties, element("w:bCs"))
    if language:
        put(properties, element("w:lang", **({"bidi": language} if rtl else {"val": language})))


def repeat_header(row: _Row) -> None:
    """On every page that the table reaches; and no row breaks over two."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def keep_together(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))


def keep_with_next(paragraph: Paragraph) -> None:
    put(paragraph._p.get_or_add_pPr(), element("w:keepNext"))


def mirror(table: Table) -> None:
    """The first column at the right."""
    put(table._tbl.tblPr, element("w:bidiVisual"))


def narrow_margins(table: Table) -> None:
    """A millimetre beside what stands in a cell, and half of one above and below."""
    margins = element("w:tblCellMar")
    for side, twips in (("top", "28"), ("left", "57"), ("bottom", "28"), ("right", "57")):
        margins.append(element(f"w:{side}", w=twips, type="dxa"))
    put(table._tbl.tblPr, margins)


def describe_table(table: Table, title: str) -> None:
    """What it is, for whoever does not see it."""
    put(table._tbl.tblPr, element("w:tblCaption", val=title))


def describe_picture(run: Run, text: str, number: int) -> None:
    for found in run._r.iter(qn("wp:docPr")):
        found.set("descr", text)
        found.set("name", f"Figure {number}")


def shade(cell: _Cell, colour: str) -> None:
    put(cell._tc.get_or_add_tcPr(), element("w:shd", val="clear", color="auto", fill=colour))


def hatch(cell: _Cell) -> None:
    """Too little data: thin diagonal lines, grey, never a colour of the scale."""
    put(cell._tc.get_or_add_tcPr(), element("w:shd", val="thinDiagStripe", color="7C8781", fill="FFFFFF"))
