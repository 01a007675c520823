"""Fields of a DOCX, which programs work out anew: the numbers of pages, and the table of contents."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from dialog.picture.documents.docx_parts import element, set_direction, set_run

CONTENTS = 'TOC \\o "1-1" \\h \\z \\u'  # headings of the first level, as links
ENTRY = "Dialog contents"  # the style of its lines


def number_pages(paragraph: Paragraph) -> None:
    """The number of the page, and of how many."""
    for code in ("PAGE", "NUMPAGES"):
        if code == "NUMPAGES":
            paragraph.add_run(" / ")
        paragraph.add_run()._r.append(element("w:fldChar", fldCharType="begin"))
        paragraph.add_run()._r.append(_instruction(code))
        paragraph.add_run()._r.append(element("w:fldChar", fldCharType="separate"))
        paragraph.add_run("1")
        paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))


def mark_heading(paragraph: Paragraph, number: int) -> None:
    """What a line of the contents leads to."""
    start = element("w:bookmarkStart", id=str(number), name=_anchor(number))
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def write_contents(document: Document, headings: Sequence[tuple[int, str]], *, style: str, rtl: bool) -> None:
    """A field that has its lines already, each a link; a program that works it out anew adds the pages.

    `headings`: (number of the mark, text). We don't know on which page a program will put them.
    """
    lines = [document.add_paragraph() for _heading in headings]
    for paragraph, (number, text) in zip(lines, headings, strict=True):
        paragraph._p.style = style
        link = element("w:hyperlink", anchor=_anchor(number), history="1")
        run = paragraph.add_run(text)
        set_run(run, rtl=rtl)
        link.append(run._r)
        paragraph._p.append(link)
        set_direction(paragraph, rtl=rtl)
    if lines:
        _enclose(lines[0], lines[-1])


def _enclose(first: Paragraph, last: Paragraph) -> None:
    """The field begins before the first line and ends behind the last."""
    begin = [element("w:fldChar", fldCharType="begin"), _instruction(CONTENTS)]
    begin.append(element("w:fldChar", fldCharType="separate"))
    for part in reversed(begin):
        first._p.insert(1, _run(part))
    last._p.append(_run(element("w:fldChar", fldCharType="end")))


def _run(part: Any) -> Any:
    made = OxmlElement("w:r")
    made.append(part)
    return made


def _instruction(code: str) -> Any:
    said = OxmlElement("w:instrText")
    said.text = f" {code} "
    said.set(qn("xml:space"), "preserve")
    return said


def _anchor(number: int) -> str:
    return f"_Toc{number:08}"
