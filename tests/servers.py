"""Dialog as it is really served, in processes of its own: for browsers, and for what only a real server shows."""

import fcntl
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from sqlalchemy.orm import Session, sessionmaker

from dialog.config import Config, log_key
from dialog.db import sessions
from tests.databases import copy_sqlite, delete_all_rows, migrate
from tests.folders import quick_folder
from tests.processes import end, ended_with_us, free_port, plain_environment

ROOT = Path(__file__).parent.parent
LONGEST_START = 60  # seconds, on a machine that does much else
DATABASE = "dialog.sqlite"


@dataclass(frozen=True)
class LiveServer:
    """A running server and what it stands on."""

    url: str  # without a slash at its end
    instance: Path
    sessions: sessionmaker[Session]  # on its database, for arranging and looking


@contextmanager
def serving(instance: Path, **settings: str) -> Iterator[LiveServer]:
    """A server on the database and key in this folder."""
    port = str(free_port())
    environment = environment_of(instance) | {"PORT": port} | settings
    log = instance / "server.log"
    with log.open("w") as output:
        command = ended_with_us([sys.executable, "-m", "gunicorn", "-c", "gunicorn.conf.py", "wsgi:app"])
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        maker = sessions(environment["DATABASE_URL"], log_key=log_key(Config.from_env(environment).SECRET_KEY))
        try:
            _wait_until_ready(f"http://127.0.0.1:{port}", process, log)
            yield LiveServer(f"http://127.0.0.1:{port}", instance, maker)
        finally:
            maker.kw["bind"].dispose()
            end(process)


def environment_of(instance: Path) -> dict[str, str]:
    return plain_environment() | {
        "HOST": "127.0.0.1",
        "DIALOG_INSTANCE": str(instance),
        "DATABASE_URL": f"sqlite:///{instance / DATABASE}",
        "DIALOG_DEMO": "1",
    }


def _wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + LONGEST_START
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{url}/healthz", timeout=5):
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.05)
    raise RuntimeError(f"the server did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def running_server() -> Iterator[LiveServer]:
    with quick_folder() as folder:
        migrate(f"sqlite:///{folder / DATABASE}")
        with serving(folder) as server:
            yield server


@pytest.fixture
def live_server(running_server: LiveServer) -> LiveServer:
    """A server on a migrated, empty database."""
    delete_all_rows(running_server.sessions.kw["bind"])
    return running_server


@pytest.fixture(scope="session")
def demo_instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a freshly built demonstration: built once a run, by whichever worker is first."""
    folder = tmp_path_factory.getbasetemp().parent / "demo-instance"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "built").exists():
            for command in (["db", "upgrade"], ["demo"]):
                whole = [sys.executable, "-m", "flask", "--app", "wsgi", *command]
                subprocess.run(whole, cwd=ROOT, env=environment_of(folder), check=True, capture_output=True)
            (folder / "built").touch()
    return folder


@pytest.fixture(scope="session")
def demo_server(demo_instance: Path) -> Iterator[LiveServer]:
    """A server on a copy of the demonstration. Tests share it: add to it, but don't count on what others add."""
    with quick_folder() as folder:
        for kept in ("demo.json", "secret-key"):
            shutil.copy(demo_instance / kept, folder)
        copy_sqlite(demo_instance / DATABASE, folder / DATABASE)
        with serving(folder) as server:
            yield server
