"""A document as tagged PDF. Imported by the process of long work alone: WeasyPrint is large."""

from functools import cache
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from dialog.picture.documents.markup import paper_html
from dialog.picture.documents.pdf_scopes import say_scopes
from dialog.picture.documents.pieces import View

HERE = Path(__file__).parent
WIDTHS = "".join(f'[data-width="{width}"] {{ width: {width}% }}' for width in range(101))
VARIANT = "pdf/ua-1"  # PDF with the tags of ISO 14289-1


class OnlyOurs(URLFetcher):
    """Reads the fonts beside the stylesheet, and nothing else from anywhere: a document holds words of many people."""

    def fetch(self, url: str, headers: object = None) -> object:
        if not url.startswith((HERE / "fonts").as_uri()):
            raise ValueError(f"A document may not load {url}")
        return super().fetch(url, headers)


def to_pdf(view: View, version: str) -> bytes:
    """The file; text in it can be read aloud and found, and drawings say what they show."""
    style, fonts, fetcher = _paper()
    html = HTML(string=paper_html(view, version), url_fetcher=fetcher, media_type="print")
    made: bytes = html.write_pdf(stylesheets=[style], font_config=fonts, pdf_variant=VARIANT, finisher=say_scopes)
    return made


@cache
def _paper() -> tuple[CSS, FontConfiguration, OnlyOurs]:
    """The stylesheet with its fonts, read and unpacked once: that takes longer than a short document."""
    fonts, fetcher = FontConfiguration(), OnlyOurs(allowed_protocols=("file",))
    style = CSS(
        string=(HERE / "paper.css").read_text(encoding="utf-8") + WIDTHS,
        base_url=HERE.as_uri() + "/",
        font_config=fonts,
        url_fetcher=fetcher,
    )
    return style, fonts, fetcher
