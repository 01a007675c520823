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

HEATS = {1: "E4EFE9", 2: "BFDCCF", 3: "8CC0AD", 4: "2F7D6B", 5: "0A4238"}
DARK = (4, 5)  # heats on which the writing is white
FONT = "Noto Sans"  # a reader without it gets the program's own


def element(name: str, **attributes: str) -> Any:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def speak(document: Document, language: str, *, rtl: bool) -> None:
    """The language, font and direction of everything that says nothing else."""
    style = document.styles["Normal"]
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    spoken = {"bidi": language} if rtl else {"val": language}
    for found in document.styles.element.iter(qn("w:lang")):
        found.getparent().remove(found)
    properties.append(element("w:lang", **spoken))
    if rtl:
        document.sections[0]._sectPr.append(element("w:bidi"))


def size(style: Any, points: float) -> None:
    """Of writing in every script: Arabic has a size of its own."""
    style.font.size = Pt(points)
    style.element.get_or_add_rPr().append(element("w:szCs", val=str(round(2 * points))))


def widths(table: Table, centimetres: Sequence[float]) -> None:
    """Of the columns; programs believe the cells, so it is said in each."""
    table.autofit = False
    for column, wide in zip(table.columns, centimetres, strict=True):
        column.width = Cm(wide)
        for cell in column.cells:
            cell.width = Cm(wide)


def set_in(paragraph: Paragraph, *, rtl: bool, language: str | None = None) -> None:
    """A paragraph and its runs, read from right to left or in a language of their own."""
    set_direction(paragraph, rtl=rtl)
    for run in paragraph.runs:
        set_run(run, rtl=rtl, language=language)


def set_direction(paragraph: Paragraph, *, rtl: bool) -> None:
    if rtl:
        paragraph._p.get_or_add_pPr().append(element("w:bidi"))


def set_run(run: Run, *, rtl: bool, language: str | None = None) -> None:
    if rtl:
        run._r.get_or_add_rPr().append(element("w:rtl"))
    if language:
        run._r.get_or_add_rPr().append(element("w:lang", **({"bidi": language} if rtl else {"val": language})))


def repeat_header(row: _Row) -> None:
    """On every page that the table reaches; and no row breaks over two."""
    row._tr.get_or_add_trPr().append(element("w:tblHeader"))


def keep_together(row: _Row) -> None:
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))


def mirror(table: Table) -> None:
    """The first column at the right."""
    table._tbl.tblPr.append(element("w:bidiVisual"))


def describe_table(table: Table, title: str) -> None:
    """What it is, for whoever does not see it."""
    table._tbl.tblPr.append(element("w:tblCaption", val=title))


def describe_picture(run: Run, text: str, number: int) -> None:
    for found in run._r.iter(qn("wp:docPr")):
        found.set("descr", text)
        found.set("name", f"Figure {number}")


def shade(cell: _Cell, colour: str) -> None:
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill=colour))


def hatch(cell: _Cell) -> None:
    """Too little data: thin diagonal lines, grey, never a colour of the scale."""
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="thinDiagStripe", color="7C8781", fill="FFFFFF"))


def number_pages(paragraph: Paragraph) -> None:
    """The number of the page, and of how many."""
    for code in ("PAGE", "NUMPAGES"):
        if code == "NUMPAGES":
            paragraph.add_run(" / ")
        run = paragraph.add_run()
        for kind, text in (("begin", ""), ("", code), ("end", "")):
            if kind:
                run._r.append(element("w:fldChar", fldCharType=kind))
            else:
                said = OxmlElement("w:instrText")
                said.text = text
                run._r.append(said)
