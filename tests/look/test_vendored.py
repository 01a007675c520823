"""The browser libraries are the files that script/vendor laid, pinned and unchanged."""

import json
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[2]
VENDOR = ROOT / "dialog" / "static" / "vendor"
MANIFEST = VENDOR / "MANIFEST.sha256"


def listed() -> dict[str, str]:
    """path -> hash, as `sha256sum` wrote them"""
    lines = (line.split(maxsplit=1) for line in MANIFEST.read_text().splitlines())
    return {path: digest for digest, path in lines}


def laid() -> dict[str, str]:
    files = (path for path in VENDOR.rglob("*") if path.is_file() and path != MANIFEST)
    return {str(path.relative_to(VENDOR)): sha256(path.read_bytes()).hexdigest() for path in files}


def test_every_vendored_file_is_listed_with_its_hash():
    assert laid() == listed()


def test_every_vendored_library_brings_its_licence():
    for library in (path for path in VENDOR.iterdir() if path.is_dir()):
        assert (library / "LICENSE").is_file(), library.name


def test_every_library_is_pinned_to_one_version():
    wanted = json.loads((ROOT / "package.json").read_text())["dependencies"]
    locked = json.loads((ROOT / "package-lock.json").read_text())["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted


def test_the_lock_names_no_place_to_fetch_from():
    assert "resolved" not in (ROOT / "package-lock.json").read_text()
