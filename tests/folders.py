"""Where tests keep databases: in memory where there is room, since each commit waits for the disk."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

MEMORY = Path("/dev/shm")
ENOUGH = 512 * 1024 * 1024  # bytes


@contextmanager
def quick_folder() -> Iterator[Path]:
    in_memory = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ENOUGH
    with TemporaryDirectory(prefix="dialog-tests-", dir=MEMORY if in_memory else None) as name:
        yield Path(name)
