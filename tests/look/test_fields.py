"""Form fields say what is wrong to everyone, and the error summary leads to them."""

import re

import pytest
from jinja2 import Environment, FileSystemLoader

from tests.look.test_stylesheet import ROOT

OPTIONS = [("yes", "Yes"), ("no", "No")]


@pytest.fixture(scope="module")
def fields():
    environment = Environment(
        loader=FileSystemLoader(ROOT / "templates"), extensions=["jinja2.ext.i18n"], autoescape=True
    )
    environment.install_null_translations(newstyle=True)  # type: ignore[attr-defined]
    return environment.get_template("components/fields.html").module


def ids(html: str) -> set[str]:
    return set(re.findall(r' id="([^"]+)"', html))


def described_by(html: str) -> set[str]:
    return {id for ids in re.findall(r'aria-describedby="([^"]*)"', html) for id in ids.split()}


def test_every_kind_of_field_has_its_name_as_an_id_for_the_error_summary(fields):
    for html in (
        fields.text_field("q", "Question"),
        fields.text_area("q", "Question"),
        fields.select_field("q", "Question", OPTIONS),
        fields.choices("q", OPTIONS, "Question"),
        fields.matrix("all", [{"name": "q", "label": "Thing"}], OPTIONS, "Question"),
    ):
        assert len(re.findall(r'<(?:input|textarea|select)[^>]* id="q"', html)) == 1


def test_a_field_is_described_by_what_stands_beside_it(fields):
    for html in (
        fields.text_field("q", "Question", hint="Hint", error="Wrong"),
        fields.text_area("q", "Question", hint="Hint", error="Wrong", maxlength=10),
        fields.choices("q", OPTIONS, "Question", hint="Hint", error="Wrong"),
        fields.scale("all", [{"name": "q", "label": "Thing", "error": "Wrong"}], OPTIONS, "Question", hint="Hint"),
    ):
        assert described_by(html)
        assert described_by(html) <= ids(html)


def test_a_wrong_field_is_marked_invalid(fields):
    for html in (
        fields.text_field("q", "Question", error="Wrong"),
        fields.choices("q", OPTIONS, "Question", error="Wrong"),
        fields.choices("q", OPTIONS, "Question", error="Wrong", multiple=True),
        fields.scale("all", [{"name": "q", "label": "Thing", "error": "Wrong"}], OPTIONS, "Question"),
    ):
        assert 'aria-invalid="true"' in html


def test_what_was_chosen_stays_chosen(fields):
    one = fields.choices("q", OPTIONS, "Question", selected="no")
    several = fields.choices("q", OPTIONS, "Question", selected=["yes", "no"], multiple=True)
    assert re.findall(r'value="(\w+)"[^>]* checked', one) == ["no"]
    assert several.count(" checked") == 2


def test_what_was_written_stays_and_is_never_markup(fields):
    assert "<b>" not in fields.text_area("q", "Question", "<b>")
    assert "\n\nfirst line" in fields.text_area("q", "Question", "\nfirst line")


def test_the_last_options_stand_apart(fields):
    html = fields.choices("q", [*OPTIONS, ("dont_know", "Don't know")], "Question", apart=1)
    assert html.count("choice-apart") == 1
    assert html.index("choice-apart") > html.index('value="no"')
