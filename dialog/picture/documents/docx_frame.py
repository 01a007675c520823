"""The frame of a DOCX: its styles, its page, what stands at the head and foot of each, what it says of itself."""

from datetime import UTC, datetime

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.section import Section
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from dialog.picture.documents import docx_parts as parts
from dialog.picture.documents.blocks import EASY, FULL, SHORT
from dialog.picture.documents.docx_fields import ENTRY, number_pages
from dialog.picture.documents.pieces import View

INK, SPRUCE, HEATHER, SOFT = (
    RGBColor(0x1B, 0x25, 0x23),
    RGBColor(0x0E, 0x5A, 0x4F),
    RGBColor(0x86, 0x36, 0x6A),
    RGBColor(0x47, 0x53, 0x4F),
)
SMALL, ABOUT, WARNING = "Dialog small", "Dialog about", "Dialog warning"
SCALES = {FULL: 1.0, SHORT: 0.86, EASY: 1.14}  # of letters: a short version keeps to two pages
_HEADINGS = (("Title", 22.0, 0, 6), ("Heading 1", 15.0, 18, 4), ("Heading 2", 11.0, 12, 3))  # as below
_OWN = (  # points: letters, before, after
    (SMALL, 9.0, 0, 0, INK),
    (ABOUT, 8.5, 2, 6, SOFT),
    (WARNING, 10.0, 4, 6, HEATHER),
    (ENTRY, 10.5, 0, 3, INK),
)


def prepare(document: Document, view: View, version: str) -> None:
    rtl = view.direction == "rtl"
    parts.speak(document, view.language, rtl=rtl)
    _style(document, SCALES[version])
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin = section.bottom_margin = Cm(2.2)
    _head_and_foot(section, view, rtl=rtl)
    told = document.core_properties
    told.title, told.subject, told.language, told.author = view.title.text, view.kicker, view.language, "Dialog"
    told.comments, told.created = "", datetime.now(UTC)


def _style(document: Document, scale: float) -> None:
    styles = document.styles
    parts.size(styles["Normal"], _points(10.5, scale))
    styles["Normal"].paragraph_format.space_after = Pt(6 * scale)
    for name, points, before, after in _HEADINGS:
        style = styles[name]
        parts.size(style, _points(points, scale))
        parts.set_font(style.element.get_or_add_rPr())
        style.font.color.rgb = SPRUCE
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before * scale), Pt(after)
    for name, points, before, after, colour in _OWN:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.color.rgb = styles["Normal"], colour
        parts.size(style, _points(points, scale))
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _points(points: float, scale: float) -> float:
    """The format counts in halves."""
    return round(2 * points * scale) / 2


def _head_and_foot(section: Section, view: View, *, rtl: bool) -> None:
    """Which document and edition it is stands on every page but the first, which begins with it; pages on all."""
    section.different_first_page_header_footer = True
    _line(section.header.paragraphs[0], view.footer, rtl=rtl)
    for foot in (section.footer, section.first_page_footer):
        paragraph = foot.paragraphs[0]
        paragraph.text = f"{view.kicker} · "
        number_pages(paragraph)
        _line(paragraph, "", rtl=rtl)


def _line(paragraph: Paragraph, text: str, *, rtl: bool) -> None:
    if text:
        paragraph.text = text
    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(8.5), SOFT
    parts.set_in(paragraph, rtl=rtl)
