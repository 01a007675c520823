"""Settings: a missing or impossible one stops the start with a sentence that says what to set."""

from pathlib import Path

import pytest

from dialog.config import BadSetting, Config

KEY = {"SECRET_KEY": "sixteen characters and more"}


def test_without_a_secret_there_is_no_start(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="SECRET_KEY"):
        Config.from_env({"DIALOG_INSTANCE": str(tmp_path)})


def test_a_demonstration_makes_its_own_secret_and_keeps_it_to_itself(tmp_path: Path) -> None:
    env = {"DIALOG_INSTANCE": str(tmp_path), "DIALOG_DEMO": "1"}
    assert Config.from_env(env).SECRET_KEY == Config.from_env(env).SECRET_KEY
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "dialog.example"])
def test_a_demonstration_is_not_shown_to_the_world(tmp_path: Path, host: str) -> None:
    with pytest.raises(BadSetting, match="HOST"):
        Config.from_env(KEY | {"DIALOG_DEMO": "1", "HOST": host, "DIALOG_INSTANCE": str(tmp_path)})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DIALOG_CELL_MINIMUM", "4"),
        ("DIALOG_GROUP_MINIMUM", "9"),
        ("DIALOG_CELL_MINIMUM", "many"),
        ("DIALOG_PROXIES", "-1"),
        ("SECRET_KEY", "short"),
    ],
)
def test_an_impossible_setting_is_named(name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=name):
        Config.from_env(KEY | {name: value})


def test_thresholds_may_be_raised() -> None:
    assert Config.from_env(KEY | {"DIALOG_CELL_MINIMUM": "10"}).CELL_MINIMUM == 10
