"""DOCX, PDF and GeoPackage are what they say they are, can be read by whoever can't see, and show nothing withheld."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pikepdf
import pyogrio.raw
import pypdfium2
import pytest
import shapely
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from openpyxl import load_workbook

from dialog.picture.documents.docx_order import misplaced
from dialog.picture.documents.drawings import FONTS
from dialog.picture.documents.markup import drawing_svg, paper_html
from dialog.picture.documents.pieces import Bars, MapPiece
from dialog.picture.documents.queries import Bound
from dialog.picture.documents.view import Wanted, view_of
from dialog.picture.exports.edition import Edition, Wrong
from dialog.picture.exports.to_csv import to_csv
from dialog.picture.exports.to_geojson import to_geojson
from dialog.picture.exports.to_gpkg import to_gpkg
from dialog.picture.exports.to_json import to_json
from dialog.picture.exports.to_xlsx import cover_lines, to_xlsx
from dialog.picture.tables import State
from tests.picture.documents.conftest import WITHHELD, Files
from tests.picture.speaking import TODAY

pytestmark = pytest.mark.sqlite  # a file is the same wherever its figures were kept


def edition(bound: Bound, language: str = "sv") -> Edition:
    return Edition(2, TODAY, bound.picture, language)


def words_of_pdf(content: bytes) -> str:
    pages = pypdfium2.PdfDocument(content)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def has(element: Any, name: str) -> bool:
    """Whether there is such an element inside."""
    return next(element.iter(qn(name)), None) is not None


def tags(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every element of the tree that tells a screen reader what is what."""
    if isinstance(node, pikepdf.Array):
        for one in node:
            yield from tags(one)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from tags(node["/K"])


def test_a_docx_has_real_headings_in_order_and_says_what_it_is(bound: Bound, made: Files):
    document = docx.Document(io.BytesIO(made("full-sv.docx")))
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles.count("Title") == 1
    assert styles.count("Heading 1") > 8
    assert styles.index("Heading 1") < styles.index("Heading 2")
    assert (document.core_properties.title, document.core_properties.language) == ("Trygg i Provby", "sv")
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert all(told in text for told in ("trygg", "179", "trygghet 1", bound.stamp.checksum))


def test_tables_of_a_docx_repeat_their_header_and_say_what_they_are(made: Files):
    document = docx.Document(io.BytesIO(made("full-sv.docx")))
    assert document.tables
    for table in document.tables:
        assert has(table.rows[0]._tr, "w:tblHeader")
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_pictures_of_a_docx_have_alternative_texts_with_the_figures(made: Files):
    document = docx.Document(io.BytesIO(made("full-sv.docx")))
    told = [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))]
    assert len(told) > 5
    assert all(told)
    assert any("Trafik" in one and ": 141;" in one for one in told)


def test_an_arabic_docx_reads_from_right_to_left_and_tells_its_language(made: Files):
    document = docx.Document(io.BytesIO(made("short-ar.docx")))
    paragraphs = [one for one in document.paragraphs if one.text]
    assert all(has(one._p, "w:bidi") for one in paragraphs)
    assert all(has(run._r, "w:rtl") for one in paragraphs for run in one.runs if run.text)
    assert document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "ar"
    assert document.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")) is not None


def test_words_in_another_language_are_marked_as_such(made: Files):
    body = docx.Document(io.BytesIO(made("full-sv.docx"))).element.body
    quoted = [
        run for run in body.iter(qn("w:r")) if "المصباح" in "".join(one.text or "" for one in run.iter(qn("w:t")))
    ]
    assert quoted
    assert all(run.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "ar" for run in quoted)


@pytest.mark.parametrize("name", ["full-sv.docx", "short-ar.docx"])
def test_every_part_of_a_docx_is_well_formed_and_its_properties_stand_in_their_order(made: Files, name: str):
    with ZipFile(io.BytesIO(made(name))) as file:
        parts = {part: parse_xml(file.read(part)) for part in file.namelist() if part.endswith((".xml", ".rels"))}
    assert {"word/document.xml", "word/styles.xml", "word/footer1.xml"} <= set(parts)
    assert [fault for part in parts.values() for fault in misplaced(part)] == []
    ids = [one.get(qn("w:id")) for one in parts["word/document.xml"].iter(qn("w:bookmarkStart"))]
    assert len(ids) == len(set(ids))
    used = {one.get(qn("w:val")) for one in parts["word/document.xml"].iter(qn("w:pStyle"), qn("w:tblStyle"))}
    assert used <= {one.get(qn("w:styleId")) for one in parts["word/styles.xml"].iter(qn("w:style"))}


def test_what_stands_out_of_its_order_in_a_docx_is_found():
    wrong = parse_xml(f'<w:pPr {nsdecls("w")}><w:jc w:val="right"/><w:bidi/></w:pPr>')
    assert misplaced(wrong)
    assert not misplaced(parse_xml(f'<w:pPr {nsdecls("w")}><w:bidi/><w:jc w:val="right"/></w:pPr>'))


def test_a_docx_has_contents_that_lead_to_its_headings_and_can_be_worked_out_anew(made: Files):
    document = docx.Document(io.BytesIO(made("full-sv.docx")))
    headings = [one for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    links = list(document.element.body.iter(qn("w:hyperlink")))
    said = ["".join(text.text or "" for text in link.iter(qn("w:t"))) for link in links]
    assert said == [heading.text for heading in headings]
    marks = [next(one._p.iter(qn("w:bookmarkStart"))).get(qn("w:name")) for one in headings]
    assert [link.get(qn("w:anchor")) for link in links] == marks
    codes = [one.text.split()[0] for one in document.element.body.iter(qn("w:instrText"))]
    kinds = [one.get(qn("w:fldCharType")) for one in document.element.body.iter(qn("w:fldChar"))]
    assert (codes, kinds) == (["TOC"], ["begin", "separate", "end"])


def test_every_page_of_a_docx_says_which_edition_it_is_and_its_number(made: Files):
    section = docx.Document(io.BytesIO(made("full-sv.docx"))).sections[0]
    assert section.different_first_page_header_footer
    assert "Trygg i Provby · Utgåva 2" in section.header.paragraphs[0].text
    for foot in (section.footer, section.first_page_footer):
        assert "utgåva 2" in foot.paragraphs[0].text
        codes = [one.text.strip() for one in foot.paragraphs[0]._p.iter(qn("w:instrText"))]
        assert codes == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("name", ["full-sv.pdf", "short-ar.pdf"])
def test_a_pdf_is_tagged_and_says_its_language_and_title(made: Files, name: str):
    with pikepdf.open(io.BytesIO(made(name))) as pdf:
        assert str(pdf.Root.Lang) == name[-6:-4]
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert "pdfuaid:part" in pdf.open_metadata()
        found = [str(one["/S"]) for one in tags(pdf.Root.StructTreeRoot)]
        assert {"/H1", "/H2", "/H3", "/P", "/Table", "/TH", "/TD", "/Figure"} <= set(found)
        assert found.count("/H1") == 1


def test_every_header_of_a_table_in_a_pdf_says_what_it_is_a_header_of(made: Files):
    with pikepdf.open(io.BytesIO(made("full-sv.pdf"))) as pdf:
        found = [one for one in tags(pdf.Root.StructTreeRoot) if one["/S"] in ("/TH", "/TD")]
        scopes = {(str(one.A.get("/Scope")), str(one.P.P.S)) for one in found if one["/S"] == "/TH"}
        assert scopes == {("/Column", "/THead"), ("/Row", "/TBody")}
        ids = {str(one.ID) for one in found if one["/S"] == "/TH"}
        cells = [one for one in found if one["/S"] == "/TD"]
        assert all({str(header) for header in one.A.Headers} <= ids for one in cells)


def test_every_chapter_of_a_pdf_is_a_bookmark(bound: Bound, made: Files):
    view = view_of(bound.picture, bound.paper, bound.stamp, Wanted())
    with pikepdf.open(io.BytesIO(made("full-sv.pdf"))) as pdf, pdf.open_outline() as outline:
        (whole,) = outline.root
        assert whole.title == "Trygg i Provby"
        assert [one.title for one in whole.children] == [f"{one.number}. {one.heading}" for one in view.chapters]


def test_every_drawing_in_a_pdf_can_be_read_aloud(made: Files):
    with pikepdf.open(io.BytesIO(made("full-sv.pdf"))) as pdf:
        drawn = [one for one in tags(pdf.Root.StructTreeRoot) if one["/S"] == "/Figure"]
        assert drawn
        assert all(len(str(one.get("/Alt", ""))) > 20 for one in drawn)


def test_figures_of_a_chart_are_words_of_the_pdf_in_arabic_too(made: Files):
    text = words_of_pdf(made("short-ar.pdf"))
    assert "141" in text
    for label in ("بروفبي آمنة", "المرور والقيادة المتهورة", "الإنارة"):
        assert label in " ".join(text.split())


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_the_short_version_has_two_pages(made: Files, language: str):
    assert len(pypdfium2.PdfDocument(made(f"short-{language}.pdf"))) <= 2


def test_a_document_loads_nothing_and_runs_nothing(bound: Bound):
    view = view_of(bound.picture, bound.paper, bound.stamp, Wanted())
    html = paper_html(view, "full")
    assert not re.search(r"<script|\son\w+=|\sstyle=|<style|(?:src|href)=\"(?!#)", html)
    assert "&lt;b&gt;vid&lt;/b&gt;" in html
    for chapter in view.chapters:
        for piece in chapter.pieces:
            if isinstance(piece, Bars | MapPiece):
                assert not re.search(r"<script|\son\w+=|\sstyle=|<style", drawing_svg(piece, rtl=True))


def test_a_geopackage_has_the_areas_and_places_with_the_figures_that_are_shown(bound: Bound, tmp_path: Path):
    file = tmp_path / "picture.gpkg"
    file.write_bytes(to_gpkg(edition(bound)))
    assert {name for name, _kind in pyogrio.list_layers(file)} == {"areas", "places", "figures", "about"}
    meta, _ids, shapes, values = pyogrio.raw.read(file, layer="areas")
    assert (meta["crs"], meta["geometry_type"], len(shapes)) == ("EPSG:4326", "MultiPolygon", 3)
    columns = dict(zip(meta["fields"], values, strict=True))
    assert list(columns["name"]) == ["Norrby", "Söderby", "Västerby"]
    assert shapely.from_wkb(shapes[0]).is_valid
    spots = pyogrio.raw.read(file, layer="places")[2]
    assert 15 < shapely.from_wkb(spots[0]).x < 15.1
    about = dict(zip(*pyogrio.raw.read(file, layer="about")[3], strict=True))
    assert {"trygg", "5", "179", "trygghet 1"} <= set(about.values())


def test_a_superseded_edition_says_so_in_every_file_of_figures(bound: Bound):
    wrong = replace(edition(bound), wrong=Wrong(TODAY, {"sv": "Fel period."}, 3))
    assert to_json(wrong)["superseded"] == {"on": TODAY.isoformat(), "why": "Fel period.", "by": 3}
    assert to_geojson(wrong)["superseded"]["by"] == 3
    assert "Fel period." in dict(cover_lines(wrong)).values()
    assert b"Fel period." in to_gpkg(wrong)
    assert {row["superseded_on"] for row in csv.DictReader(to_csv(wrong))} == {TODAY.isoformat()}
    assert "superseded" not in to_json(edition(bound))


def test_no_figure_that_is_withheld_stands_in_any_file(bound: Bound, made: Files):
    table = bound.picture.table("Q6")
    assert table is not None
    hidden = [str(WITHHELD[one]) for one in WITHHELD if table[(one,)].state is State.WITHHELD]
    assert len(hidden) > 1
    numbers = re.compile(rf"(?<![\d-])(?:{'|'.join(hidden)})(?![\d-])")
    title = table.heading.title["sv"]
    figures = {
        "csv": "".join(line for line in to_csv(edition(bound)) if ",Q6," in line),
        "json": str(next(one for one in to_json(edition(bound))["tables"] if one["id"] == "Q6")["cells"]),
        "xlsx": str(list(load_workbook(io.BytesIO(to_xlsx(edition(bound))))["Q6"].iter_rows(values_only=True))),
        "pdf": after(title, words_of_pdf(made("full-sv.pdf"))),
        "docx": after(title, words_of_docx(made("full-sv.docx"))),
    }
    for kind, said in figures.items():
        assert "179" in said, kind  # everybody
        assert not numbers.search(said), (kind, said)


def after(title: str, words: str) -> str:
    """What stands below the headings with this title, for as long as a chart or a table is."""
    return " ".join(part[:300] for part in " ".join(words.split()).split(title)[1:])


def words_of_docx(content: bytes) -> str:
    body = docx.Document(io.BytesIO(content)).element.body
    return "\n".join("".join(text.text or "" for text in one.iter(qn("w:t"))) for one in body.iter(qn("w:p")))


def test_the_fonts_are_the_files_that_script_fonts_laid():
    lines = (line.split(maxsplit=1) for line in (FONTS / "MANIFEST.sha256").read_text().splitlines())
    listed = {path: digest for digest, path in lines}
    laid = {
        one.name: sha256(one.read_bytes()).hexdigest() for one in [*FONTS.glob("*.woff2"), *FONTS.glob("LICENSE-*")]
    }
    assert laid == listed
    assert "resolved" not in (FONTS / "package-lock.json").read_text()
