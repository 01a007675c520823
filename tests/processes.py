"""Programs that a test run starts: they end with it, even when it is killed."""

import os
import shutil
import socket
import subprocess
from collections.abc import Sequence


def ended_with_us(command: Sequence[str], *, signal: str = "TERM") -> list[str]:
    """The command, told by the system (Linux) when the process that started it is gone."""
    watcher = shutil.which("setpriv")
    return [watcher, f"--pdeathsig={signal}", *command] if watcher else list(command)


def end(process: subprocess.Popen[bytes], *, seconds: float = 10) -> None:
    process.terminate()
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def plain_environment() -> dict[str, str]:
    """Ours without the settings of Dialog, which a developer may have set for the own installation."""
    ours = ("DIALOG_", "DATABASE_URL", "TEST_DATABASE_URL", "SECRET_KEY", "HOST", "PORT", "WEB_CONCURRENCY")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}
