"""The markup of a document outside any page: with templates alone, since everything is said in the view already."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from dialog.picture.documents.charts import layout
from dialog.picture.documents.labels import labels
from dialog.picture.documents.pieces import Bars, MapPiece, View

TEMPLATES = Path(__file__).parents[3] / "templates"


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, trim_blocks=True, lstrip_blocks=True)


def paper_html(view: View, version: str) -> str:
    """A whole document for WeasyPrint."""
    template = _environment().get_template("documents/paper.html")
    return template.render(view=view, version=version, words=labels(view))


def drawing_svg(piece: Bars | MapPiece, *, rtl: bool) -> str:
    """A chart or a map as SVG by itself."""
    charts = _environment().get_template("documents/charts.html").module
    if isinstance(piece, Bars):
        return str(charts.bar_chart(layout(piece, rtl=rtl), "figure", True))  # type: ignore[attr-defined]
    drawn = (piece.drawing, "figure", piece.title, piece.spoken, piece.names, piece.numbers, True)
    return str(charts.area_map(*drawn))  # type: ignore[attr-defined]
