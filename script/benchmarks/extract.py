"""Writing the extract of ever larger rounds, as a web process streams it: growth, memory, the first line.

    extract.py [RESPONSES …]     by default 10,000, 100,000 and 1,000,000, each with a tenth as many reports

Beside each: the bare csv module writing rows that are there already, as wide and as many. Each in a process of its own.
"""

import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path

from synthetic import fill, make_round

from dialog.db import make_engine, sessions, upgrade
from dialog.picture.extract.actions import Passed
from dialog.picture.extract.lines import voices_csv
from dialog.picture.extract.reading import read_reports, read_responses
from dialog.schema import metadata  # noqa: F401  (every mapper)
from dialog.survey.queries import find_round, questionnaire_of

SIZES = (10_000, 100_000, 1_000_000)
GROWTH, MIB, BESIDE, FIRST = 12.0, 16, 6.0, 0.1  # bars: ten times the rows, more memory, the csv module, the first line
KEY = b"of no importance here"


@dataclass(frozen=True)
class Measured:
    responses: int
    cpu_seconds: float
    first: float  # part of the whole time until the first lines are there
    peak_mib: float
    size: int  # characters


def prepare(url: str, responses: int) -> None:
    upgrade(make_engine(url))
    with sessions(url, log_key=KEY).begin() as session:
        fill(session, make_round(session), responses=responses, reports=responses // 10)


def lines(url: str) -> Iterator[str]:
    with sessions(url, log_key=KEY)() as session:
        round = find_round(session, "synthetic")
        passed, columns = Passed(0, round.id), questionnaire_of(round).columns()
        yield from voices_csv(columns, read_responses(session, passed), read_reports(session, passed))


def extract(url: str, responses: int) -> Measured:
    """Write the file once in this process."""
    started, used, size, first = time.monotonic(), time.process_time(), 0, 0.0
    with Path("/dev/null").open("w") as nowhere:
        for number, piece in enumerate(lines(url)):
            nowhere.write(piece)
            size += len(piece)
            first = first or (time.monotonic() - started if number else 0.0)
    whole = time.monotonic() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Measured(responses, time.process_time() - used, first / whole, peak, size)


def bare(url: str, responses: int) -> Measured:
    """The csv module with one row of the same file again and again."""
    pieces = lines(url)
    next(pieces)
    row = next(csv.reader([next(pieces).split("\r\n", 1)[0]]))
    used = time.process_time()
    with Path("/dev/null").open("w") as nowhere:
        writer = csv.writer(nowhere)
        for _number in range(responses + responses // 10 * 2 // 5):
            writer.writerow(row)
    return Measured(responses, time.process_time() - used, 0, 0, 0)


def measure(responses: int) -> tuple[Measured, Measured]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/dialog.sqlite"
        _run("prepare", url, responses)
        return tuple(Measured(**json.loads(_run(step, url, responses))) for step in ("extract", "bare"))


def _run(step: str, url: str, responses: int) -> str:
    command = [sys.executable, __file__, step, url, str(responses)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def main(sizes: list[int]) -> None:
    results = []
    for size in sizes:
        one, limit = measure(size)
        results.append(one)
        print(
            f"extract, {size:,} responses and {size // 10:,} reports: {one.cpu_seconds:.1f} s of processor, "
            f"{one.cpu_seconds / limit.cpu_seconds:.1f} times the csv module (bar {BESIDE:.0f}), first lines after "
            f"{one.first:.3f} of the time (bar {FIRST}), peak {one.peak_mib:.0f} MiB, {one.size / 1e6:.0f} MB",
            flush=True,
        )
    for smaller, larger in pairwise(results):
        print(
            f"extract, {larger.responses // smaller.responses} times the voices: "
            f"{larger.cpu_seconds / smaller.cpu_seconds:.1f} times the processor time (bar {GROWTH:.0f} for 10), "
            f"{larger.peak_mib - smaller.peak_mib:.1f} MiB more at the peak (bar {MIB})"
        )


if __name__ == "__main__":
    steps = {"extract": extract, "bare": bare}
    if sys.argv[1:2] == ["prepare"]:
        prepare(sys.argv[2], int(sys.argv[3]))
    elif sys.argv[1:2] and sys.argv[1] in steps:
        print(json.dumps(asdict(steps[sys.argv[1]](sys.argv[2], int(sys.argv[3])))))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
