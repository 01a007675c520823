"""What was acknowledged is on disk: the settings without which that would not be so."""

import pytest
from sqlalchemy import text

from dialog.db import make_engine


def test_sqlite_writes_ahead_and_waits_for_the_disk(tmp_path: object) -> None:
    engine = make_engine(f"sqlite:///{tmp_path}/durable.sqlite")
    with engine.connect() as connection:
        found = {
            name: connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    engine.dispose()
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}  # 2: FULL


@pytest.mark.postgres
def test_postgresql_commits_synchronously(database_url: str) -> None:
    engine = make_engine(database_url)
    with engine.connect() as connection:
        assert connection.scalar(text("SHOW synchronous_commit")) in ("on", "remote_apply", "remote_write")
    engine.dispose()
