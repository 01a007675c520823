"""Drafting the whole situation picture of ever larger rounds: time, processor time and peak memory.

    draft.py [RESPONSES …]     by default 10,000, 100,000 and 1,000,000, each with a tenth as many reports

Every round is drafted in a process of its own, so that the peak is that of this draft alone.
"""

import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import date
from itertools import pairwise

from synthetic import fill, make_round

from dialog.db import make_engine, sessions, upgrade
from dialog.picture.actions import draft_picture
from dialog.picture.disclosure import Rule
from dialog.schema import metadata  # noqa: F401  (every mapper)
from dialog.survey.queries import find_round

SIZES = (10_000, 100_000, 1_000_000)
MOST_SECONDS, MOST_MIB = 60, 2048  # the project's bar for 1,000,000 responses and 100,000 reports
LINEAR = 10.5  # times the time for ten times the voices: what is no worse than linear, and a twentieth for chance


@dataclass(frozen=True)
class Measured:
    responses: int
    seconds: float
    cpu_seconds: float
    peak_mib: int


def prepare(url: str, responses: int) -> None:
    upgrade(make_engine(url))
    with sessions(url, log_key=b"of no importance here").begin() as session:
        fill(session, make_round(session), responses=responses, reports=responses // 10)


def draft(url: str, responses: int) -> Measured:
    """Draft once in this process."""
    started, used = time.monotonic(), time.process_time()
    with sessions(url, log_key=b"of no importance here").begin() as session:
        draft_picture(session, round=find_round(session, "synthetic"), rule=Rule(), on=date.today())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Measured(responses, time.monotonic() - started, time.process_time() - used, peak)


def measure(responses: int) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/dialog.sqlite"
        for step in ("prepare", "draft"):
            command = [sys.executable, __file__, step, url, str(responses)]
            done = subprocess.run(command, check=True, capture_output=True, text=True)
    return Measured(**json.loads(done.stdout))


def main(sizes: list[int]) -> None:
    results = []
    for size in sizes:
        one = measure(size)
        results.append(one)
        print(
            f"draft, {one.responses:,} responses and {one.responses // 10:,} reports: {one.seconds:.1f} s "
            f"({one.cpu_seconds:.1f} s of processor), peak {one.peak_mib} MiB "
            f"(bar for 1,000,000: {MOST_SECONDS} s, {MOST_MIB} MiB)",
            flush=True,
        )
    for smaller, larger in pairwise(results):
        times = larger.cpu_seconds / smaller.cpu_seconds
        voices = larger.responses / smaller.responses
        print(f"draft, {voices:.0f} times the voices: {times:.2f} times the processor time (bar {LINEAR} for 10)")


if __name__ == "__main__":
    if sys.argv[1:2] == ["prepare"]:
        prepare(sys.argv[2], int(sys.argv[3]))
    elif sys.argv[1:2] == ["draft"]:
        print(json.dumps(asdict(draft(sys.argv[2], int(sys.argv[3])))))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
