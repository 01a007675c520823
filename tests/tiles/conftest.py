"""A server of tiles, and houses that show them."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from dialog.app import create_app
from dialog.config import Config
from tests.tiles.upstreams import Upstream, running_upstream

OpenHouse = Callable[..., FlaskClient]


@pytest.fixture
def upstream() -> Iterator[Upstream]:
    with running_upstream() as upstream:
        yield upstream


@pytest.fixture
def house(database_url: str, tmp_path: Path) -> Iterator[OpenHouse]:
    """`house("https://tiles.example/{z}/{x}/{y}.png")`: a visitor of a house with this base map."""
    opened = []

    def open_one(tiles: str, **settings: Any) -> FlaskClient:
        config = Config(
            DATABASE_URL=database_url, SECRET_KEY="k" * 16, INSTANCE=tmp_path, TESTING=True, TILES=tiles, **settings
        )
        opened.append(create_app(config))
        return opened[-1].test_client()

    yield open_one
    for app in opened:
        app.extensions["sessions"].kw["bind"].dispose()
