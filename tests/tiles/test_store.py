"""The store of tiles stays within its size, and keeps what is used."""

import os
import time
from pathlib import Path

from dialog.tiles.store import Store

TILE = bytes(1000)
LARGEST = 100_000


def size_of(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("*/*"))


def test_the_store_never_grows_beyond_its_size(tmp_path: Path):
    store = Store(tmp_path, largest=LARGEST)
    for number in range(400):
        store.keep(str(number), TILE, '"etag"')
        assert size_of(tmp_path) <= LARGEST
    assert size_of(tmp_path) > LARGEST / 2


def test_several_processes_share_one_size(tmp_path: Path):
    stores = [Store(tmp_path, largest=LARGEST) for _ in range(4)]
    for number in range(400):
        stores[number % 4].keep(str(number), TILE, "")
        assert size_of(tmp_path) <= LARGEST


def test_what_has_not_been_used_for_longest_goes_first(tmp_path: Path):
    store = Store(tmp_path, largest=LARGEST)
    for number in range(80):
        store.keep(str(number), TILE, "")
    long_ago = time.time() - 10 * 86_400
    for path in tmp_path.glob("*/*"):
        os.utime(path, (long_ago, long_ago))
    used = [str(number) for number in range(0, 80, 10)]
    assert all(store.find(key) for key in used)
    for number in range(80, 140):
        store.keep(str(number), TILE, "")
    assert all(store.find(key) for key in used)
    assert sum(store.find(str(number)) is not None for number in range(80)) < 40


def test_what_was_kept_comes_back_whole(tmp_path: Path):
    store = Store(tmp_path)
    store.keep("a", b"one\ntwo\n", 'W/"x"')
    found = store.find("a")
    assert found is not None
    assert (found.body, found.etag) == (b"one\ntwo\n", 'W/"x"')
    assert found.age < 60
    assert store.find("b") is None


def test_no_name_of_a_file_tells_which_place_was_looked_at(tmp_path: Path):
    Store(tmp_path).keep("https://maps.example 9/281/151", TILE, "")
    [path] = tmp_path.glob("*/*")
    assert "281" not in path.name
