"""What every test can ask for: an empty house, a visitor, somebody signed in, a running server, a browser."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings
from sqlalchemy.orm import Session

from dialog.accounts.actions import add_staff
from dialog.accounts.passwords import hashing
from dialog.accounts.visibility import MUNICIPALITY
from dialog.app import create_app
from dialog.config import Config
from tests.databases import ON_POSTGRES, WORKER, Database, PostgresDatabase, SQLiteFile
from tests.folders import quick_folder
from tests.forms import submit
from tests.postgres import running_postgres
from tests.writes import watch_writes

pytest_plugins = ["tests.servers", "tests.browsers"]

ROOT = Path(__file__).parent.parent
IN_A_BROWSER = {"live_server", "demo_server", "browser", "page", "open_page"}
PASSWORD = "correct horse battery staple"

_until_the_end = ExitStack()

# A busy machine makes slow examples, not wrong ones; the same examples every time where a failure must be repeatable.
settings.register_profile(
    "dialog",
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.load_profile("dialog")


def pytest_configure(config: pytest.Config) -> None:
    """One PostgreSQL for all workers, started by the process that starts them; they inherit its address."""
    if ON_POSTGRES and not hasattr(config, "workerinput") and not os.environ.get("TEST_DATABASE_URL"):
        os.environ["TEST_DATABASE_URL"] = _until_the_end.enter_context(running_postgres())


def pytest_unconfigure() -> None:
    _until_the_end.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if asked & IN_A_BROWSER:
            item.add_marker("browser")
        if "shared_data" in asked:
            item.add_marker("realfiles")
    elsewhere = {item for item in items if belongs_elsewhere(item)}
    config.hook.pytest_deselected(items=list(elsewhere))
    items[:] = [item for item in items if item not in elsewhere]


def belongs_elsewhere(item: pytest.Item) -> bool:
    """Meant for the other database, or on PostgreSQL: asks for none, so that its run on SQLite has said it all."""
    if ON_POSTGRES:
        return bool(item.get_closest_marker("sqlite")) or "database" not in getattr(item, "fixturenames", ())
    return bool(item.get_closest_marker("postgres"))


@pytest.fixture(scope="session")
def database() -> Iterator[Database]:
    """This worker's database; tests ask for `app`, `session` or `database_url` instead."""
    with quick_folder() as folder:
        made: Database = (
            PostgresDatabase(os.environ["TEST_DATABASE_URL"], f"dialog_test_{WORKER}")
            if ON_POSTGRES
            else SQLiteFile(folder)
        )
        yield made
        made.drop()


@pytest.fixture(scope="session")
def shared_app(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """One application for all tests of a worker, since making one takes longer than most tests."""
    app = create_app(
        Config(
            DATABASE_URL=database.url,
            SECRET_KEY="only for the tests, and for them alone",
            INSTANCE=tmp_path_factory.mktemp("instance"),
            TESTING=True,
            SECOND_FACTOR=(),
        )
    )
    watch_writes(app)
    yield app
    app.extensions["sessions"].kw["bind"].dispose()


@pytest.fixture
def app(shared_app: Flask, database: Database) -> Flask:
    """The application, on an empty database. A test that needs other settings makes its own on `database_url`."""
    shared_app.extensions["sessions"].kw["bind"].dispose()
    database.empty()
    return shared_app


@pytest.fixture
def database_url(database: Database) -> str:
    """The address of a migrated, empty database."""
    database.empty()
    return database.url


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    """To arrange and to look; commit before a page is asked for."""
    with app.extensions["sessions"]() as session:
        yield session


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A visitor whom nobody knows."""
    return app.test_client()


@pytest.fixture(scope="session", autouse=True)
def quick_passwords() -> None:
    """Hashing a password is meant to be slow; not in tests."""
    hashing._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    hashing._nobody = hashing._hasher.hash(PASSWORD)


@pytest.fixture
def signed_in(app: Flask) -> Callable[..., FlaskClient]:
    """`signed_in("reviewer")` is a client of somebody with this role, or these roles, who has just signed in."""

    def sign_in(*roles: str, authority: str = MUNICIPALITY) -> FlaskClient:
        email = f"{'-'.join(roles)}{'' if authority == MUNICIPALITY else '-' + authority}@test.example"
        with app.extensions["sessions"].begin() as session:
            add_staff(session, email=email, name=" ".join(roles), password=PASSWORD, roles=roles, authority=authority)
        client = app.test_client()
        answer = submit(client, "/staff/sign-in", {"email": email, "password": PASSWORD})
        assert answer.status_code == 303, f"signing in answered {answer.status}"
        return client

    return sign_in


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Public data files that are too large to keep here, in a folder beside the checkout."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("The public data files are not beside this checkout.")
    return folder
