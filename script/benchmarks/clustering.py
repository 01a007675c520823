"""Finding where 100,000 reports gather, beside a bare DBSCAN on the same points: time and peak memory.

    clustering.py [REPORTS …]     by default 10,000 and 100,000

Both see the same town: a few hundred spots that are reported again and again, some of them by thousands, with pins
some tens of metres apart, and a third of all reports anywhere. Each runs in a process of its own, so that the peak is
its own. The bare one remembers every pair of neighbours, which is what a pile costs it.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

import numpy as np

from dialog.geography.points import METRES_PER_DEGREE
from dialog.picture.hotspots import FEWEST, NEAR, Points, gatherings

SIZES = (10_000, 100_000)
BAR = 3.0  # times the bare one's time, at most
MIDDLE, TOWN = (59.33, 15.0), 5_000  # degrees; metres from the middle to where hardly anybody reports
SPOTS, SPREAD = 600, 40.0  # spots that are reported often; metres between pins for one of them
ALONE = 1 / 3  # of reports
DISTRICT = 2_500  # metres


@dataclass(frozen=True)
class Measured:
    what: str
    reports: int
    seconds: float
    cpu_seconds: float
    peak_mib: int
    found: int


def town(reports: int, seed: int = 1) -> Points:
    """Invented reports; a voice in five makes more than one."""
    rng = np.random.default_rng(seed)
    weights = rng.pareto(2.0, SPOTS) + 0.2
    often = rng.choice(SPOTS, reports, p=weights / weights.sum())
    at = rng.uniform(-TOWN, TOWN, (SPOTS, 2))[often] + rng.normal(0, SPREAD, (reports, 2))
    alone = rng.random(reports) < ALONE
    at[alone] = rng.normal(0, TOWN / 2, (int(alone.sum()), 2))
    lat = MIDDLE[0] + at[:, 1] / METRES_PER_DEGREE
    lon = MIDDLE[1] + at[:, 0] / (METRES_PER_DEGREE * np.cos(np.radians(MIDDLE[0])))
    district = (at // DISTRICT).astype(np.int64) @ np.array([1_000, 1])
    return Points(lat.round(4), lon.round(4), rng.integers(0, int(reports * 0.8), reports), district)


def ours(points: Points) -> int:
    return len(gatherings(points, fewest=FEWEST))


def bare(points: Points) -> int:
    """DBSCAN as one would write it down: every report a point on a flat map, the same distance and minimum."""
    from sklearn.cluster import DBSCAN  # noqa: PLC0415  (as we import it: loading it is part of either time)

    shrink = np.cos(np.radians(MIDDLE[0]))
    where = np.column_stack([points.lat, points.lon * shrink]) * METRES_PER_DEGREE
    found = DBSCAN(eps=NEAR, min_samples=FEWEST, algorithm="kd_tree").fit_predict(where)
    return int(found.max()) + 1


WAYS: dict[str, Callable[[Points], int]] = {"ours": ours, "bare": bare}


def measure(what: str, reports: int) -> Measured:
    done = subprocess.run([sys.executable, __file__, what, str(reports)], check=True, capture_output=True, text=True)
    return Measured(**json.loads(done.stdout))


def run(what: str, reports: int) -> Measured:
    """Once in this process."""
    points = town(reports)
    started, used = time.monotonic(), time.process_time()
    found = WAYS[what](points)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Measured(what, reports, time.monotonic() - started, time.process_time() - used, peak, found)


def main(sizes: list[int]) -> None:
    for size in sizes:
        mine, theirs = measure("ours", size), measure("bare", size)
        print(
            f"clustering, {size:,} reports: {told(mine)} places; bare DBSCAN: {told(theirs)} clusters; "
            f"{mine.cpu_seconds / theirs.cpu_seconds:.2f} times its processor time (bar at most {BAR})",
            flush=True,
        )


def told(one: Measured) -> str:
    return f"{one.seconds:.1f} s ({one.cpu_seconds:.1f} s of processor), peak {one.peak_mib} MiB, {one.found}"


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in WAYS:
        print(json.dumps(asdict(run(sys.argv[1], int(sys.argv[2])))))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
