"""ARCHITECTURE.md is the tree of the house: what it names exists, and what exists it names."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
NAMED = re.findall(
    r"`((?:dialog|templates|translations|migrations|script|tests|docs)/[\w./-]*|wsgi\.py)`",
    (ROOT / "ARCHITECTURE.md").read_text(),
)


@pytest.mark.parametrize("path", sorted(set(NAMED)))
def test_every_file_it_names_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_every_module_stands_in_it() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "dialog/*.py", "wsgi.py"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    missing = [path for path in listed.stdout.split() if not path.endswith("__init__.py") and path not in NAMED]
    assert missing == []


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "ARCHITECTURE.md"])
def test_every_link_and_picture_of_a_document_leads_somewhere(name: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", (ROOT / name).read_text())
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_every_setting_is_documented() -> None:
    said = (ROOT / "README.md").read_text()
    asked = set(
        re.findall(r'"((?:DIALOG_)\w+|DATABASE_URL|SECRET_KEY|HOST)"', (ROOT / "dialog" / "config.py").read_text())
    )
    assert asked and not [name for name in asked if name not in said]
