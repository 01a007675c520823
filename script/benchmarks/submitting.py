"""Stored submissions per second of server time, Dialog beside the barest Flask page on the same server and database.

Both are served by gunicorn with the same settings and asked in turn, A B A B, so that a ratio holds although the
machine's speed drifts. A flow is what a resident does: open the form, send it.
"""

import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

import psutil

ROOT = Path(__file__).parent.parent.parent
SECONDS, PAIRS, CLIENTS = 5.0, 5, (4, 16)
BAR_CPU, BAR_P95 = 0.4, 3.0  # the project's bars: at least 0.4 of the bare page's rate, at most 3 times its p95
ANSWERS = {"Q0": "a1", "Q1_a": "very_safe", "Q1_b": "fairly_unsafe", "Q6": "sometimes", "B1": "25-44"} | {
    f"Q2_T{number}": "small" for number in range(1, 11)
}
TEXT = "lighting on the path to the station is poor after dark and cars drive fast near the school gate"
HIDDEN = re.compile(r'name="(form_token|key|csrf_token)" value="([^"]*)"')


@dataclass(frozen=True)
class Served:
    """A running server."""

    name: str
    port: int
    path: str
    thanks: str
    process: psutil.Process

    def cpu(self) -> float:
        """Seconds of processor time that the server and its workers have used."""
        family = [self.process, *self.process.children(recursive=True)]
        return sum(sum(one.cpu_times()[:2]) for one in family)


@dataclass(frozen=True)
class Measured:
    """What one run showed."""

    stored: int
    errors: int
    per_cpu_second: float
    p95: float  # seconds a flow


@contextmanager
def serving(name: str, app: str, path: str, thanks: str, url: str, port: int) -> Iterator[Served]:
    env = os.environ | {"DATABASE_URL": url, "SECRET_KEY": "for the benchmark only", "PORT": str(port)}
    env |= {"HOST": "127.0.0.1", "PYTHONPATH": f"{ROOT}:{ROOT / 'script' / 'benchmarks'}", "DIALOG_DEMO": "0"}
    command = [sys.executable, "-m", "gunicorn", "-c", str(ROOT / "gunicorn.conf.py"), "--log-level", "error", app]
    process = subprocess.Popen(command, env=env, cwd=ROOT)
    try:
        wait_for(port, path)
        yield Served(name, port, path, thanks, psutil.Process(process.pid))
    finally:
        process.terminate()
        process.wait(15)


def wait_for(port: int, path: str) -> None:
    for _ in range(200):
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise RuntimeError(f"nothing answers on port {port}")


def flow(connection: HTTPConnection, served: Served, rnd: random.Random) -> bool:
    """Open the form, fill it in, send it; whether it was thanked for."""
    connection.request("GET", served.path)
    opened = connection.getresponse()
    page = opened.read().decode()
    cookie = (opened.getheader("Set-Cookie") or "").split(";")[0]
    fields = dict(HIDDEN.findall(page)) | ANSWERS | {"Q3_text": f"{TEXT} {rnd.random()}"}
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": cookie}
    connection.request("POST", served.path, urlencode(fields), headers)
    return served.thanks in connection.getresponse().read().decode()


def run(served: Served, clients: int, seconds: float = SECONDS) -> Measured:
    until = time.monotonic() + seconds
    before = served.cpu()

    def client(number: int) -> tuple[list[float], int]:
        rnd, times, errors = random.Random(number), [], 0
        connection = HTTPConnection("127.0.0.1", served.port, timeout=30)
        while time.monotonic() < until:
            started = time.monotonic()
            if flow(connection, served, rnd):
                times.append(time.monotonic() - started)
            else:
                errors += 1
        return times, errors

    with ThreadPoolExecutor(clients) as pool:
        results = list(pool.map(client, range(clients)))
    times = sorted(seconds for some, _ in results for seconds in some)
    errors = sum(wrong for _, wrong in results)
    used = served.cpu() - before
    return Measured(len(times), errors, len(times) / used, times[int(len(times) * 0.95)] if times else float("inf"))


def compare(name: str, dialog_url: str, bare_url: str) -> None:
    with (
        serving("Dialog", "wsgi:app", "/sv/dialogue/benchmark", 'id="receipt"', dialog_url, 8791) as dialog,
        serving("bare", "bare:app", "/", "Thank you", bare_url, 8792) as bare,
    ):
        for clients in CLIENTS:
            for served in (dialog, bare):
                run(served, clients, 1.0)
            pairs = [(run(dialog, clients), run(bare, clients)) for _ in range(PAIRS)]
            report(name, clients, pairs)


def report(name: str, clients: int, pairs: list[tuple[Measured, Measured]]) -> None:
    rates = [ours.per_cpu_second / theirs.per_cpu_second for ours, theirs in pairs]
    slow = [ours.p95 / theirs.p95 for ours, theirs in pairs]
    errors = sum(ours.errors for ours, _ in pairs)
    stored = statistics.median(ours.stored / SECONDS for ours, _ in pairs)
    print(
        f"submitting, {name}, {clients} clients: {spread(rates)} of the bare page's submissions per CPU-second "
        f"(bar at least {BAR_CPU}); p95 {spread(slow)} times its (bar at most {BAR_P95}); "
        f"{stored:.0f} stored a second; {errors} errors"
    )


def spread(figures: list[float]) -> str:
    return f"{statistics.median(figures):.2f} ({min(figures):.2f}–{max(figures):.2f})"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        urls = (f"sqlite:///{folder}/dialog.sqlite", f"sqlite:///{folder}/bare.sqlite")
        subprocess.run([sys.executable, str(Path(__file__).with_name("prepare.py")), urls[0]], check=True)
        compare("SQLite", *urls)


if __name__ == "__main__":
    main()
