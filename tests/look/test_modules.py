"""Scripts that are modules: what they import is there, and is never an old version."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.look.test_stylesheet import STATIC

SCRIPTS = [path for path in sorted(STATIC.rglob("*.js")) if "vendor" not in path.parts]
IMPORTED = re.compile(r"""(?:\bfrom |\bimport\(|\bimport )["']([^"']+)["']""")


def imports(script: Path) -> list[str]:
    return IMPORTED.findall(script.read_text())


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_what_a_script_imports_is_there(script: Path):
    for address in imports(script):
        assert address.startswith("."), address
        assert (script.parent / address).is_file(), address


def test_an_imported_module_is_asked_for_again_each_time(client: FlaskClient):
    """Its address says nothing of its version, unlike those that asset() gives; an old one would not fit the others."""
    modules = {(script.parent / address).resolve() for script in SCRIPTS for address in imports(script)}
    assert modules
    for module in modules:
        address = f"/static/{module.relative_to(STATIC)}"
        with client.get(address) as answer:
            assert answer.headers["Cache-Control"] == "no-cache", address
        with client.get(address, headers={"If-None-Match": answer.headers["ETag"]}) as again:
            assert again.status_code == 304, address
