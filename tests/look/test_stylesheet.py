"""The stylesheets serve every direction of reading from one set of rules, and a slow network."""

import gzip
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "dialog" / "static"
STYLES = (STATIC / "dialog.css").read_text()
MAP_STYLES = (STATIC / "map" / "map.css").read_text()
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
both = pytest.mark.parametrize("styles", [STYLES, MAP_STYLES], ids=["dialog", "map"])
HEAVIEST = 14 * 1024  # bytes, compressed: a third of what a resident's page may weigh

PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|(?:min-|max-)?(?:width|height)|left|right|"
    r"top|bottom)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)


def rules_without_conditions(styles: str) -> str:
    """The rules without comments and without the conditions of @media and @container, which speak of widths."""
    return re.sub(r"/\*.*?\*/|@(?:media|container)[^{]*", "", styles, flags=re.DOTALL)


@both
def test_a_stylesheet_names_no_side_of_the_screen(styles: str):
    assert PHYSICAL.findall(rules_without_conditions(styles)) == []


@both
def test_a_stylesheet_loads_nothing(styles: str):
    assert not re.search(r"@import|url\(", styles)


def test_the_stylesheet_is_light():
    assert len(gzip.compress(STYLES.encode())) <= HEAVIEST


def test_no_template_needs_what_the_content_policy_refuses():
    refused = re.compile(r"\sstyle=|<style|\son[a-z]+=[\"']|<script(?![^>]*\bsrc=)|javascript:")
    assert [path.name for path in TEMPLATES if refused.search(path.read_text())] == []
