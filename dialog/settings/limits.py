"""What can be set and how far, and what is in force. Pure.

Numbers that protect people move in one direction only: the minimum of voices up, the days of an exact point down.
They are held to Config's default twice, when they are set and when they are used.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from dialog.languages import LANGUAGES, MAIN


class OutOfBounds(ValueError):
    """A setting may not have this value; `least` and `most` say how far it may go."""

    def __init__(self, name: str, least: int, most: int) -> None:
        super().__init__(f"{name} may not be below {least} or above {most}.")
        self.name, self.least, self.most = name, least, most


class MainLanguageNeeded(ValueError):
    """The language that every sentence falls back to can't be left out."""


@dataclass(frozen=True)
class Limit:
    """How far a number may go from Config's default: up to `most`, or down to 1 where it may only fall."""

    name: str  # of the setting
    config: str  # of Config's default
    most: int = 0  # 0: Config's default, since it may only fall

    def bounds(self, config: Mapping[str, Any]) -> tuple[int, int]:
        """(least, most)"""
        default = int(config[self.config])
        return (default, max(self.most, default)) if self.most else (1, default)

    def held(self, value: int, config: Mapping[str, Any]) -> int:
        least, most = self.bounds(config)
        return min(max(value, least), most)


LIMITS: Mapping[str, Limit] = {
    one.name: one
    for one in (
        Limit("cell_minimum", "CELL_MINIMUM", most=100),
        Limit("group_minimum", "GROUP_MINIMUM", most=200),
        Limit("cell_inhabitants", "CELL_INHABITANTS", most=10_000),
        Limit("clearance_days", "CLEARANCE_DAYS", most=365),
        Limit("point_days", "POINT_DAYS"),
    )
}
SWITCHES: Mapping[str, bool] = {"digest": False, "two_destroy": False}  # name -> default
LANGUAGES_OFFERED = "languages"


@dataclass(frozen=True)
class InForce:
    """The settings as they are now."""

    cell_minimum: int  # voices
    group_minimum: int  # voices in area × background group
    cell_inhabitants: int  # how many people live at least where a coarsened point may lie
    clearance_days: int  # how old a single report must be before other systems may read it
    point_days: int  # how long an exact point, and a photo as it was sent, is kept
    languages: tuple[str, ...]  # tags that residents are offered, the main one first
    digest: bool  # whether those who wish get what waits by e-mail
    two_destroy: bool  # whether a second person has to agree before anything is destroyed


def in_force(stored: Mapping[str, Any], config: Mapping[str, Any]) -> InForce:
    """What holds, given what administrators set and Config's defaults."""
    numbers = {name: limit.held(stored.get(name, config[limit.config]), config) for name, limit in LIMITS.items()}
    switches = {name: bool(stored.get(name, default)) for name, default in SWITCHES.items()}
    values: dict[str, Any] = {**numbers, **switches, "languages": offered(stored.get(LANGUAGES_OFFERED, LANGUAGES))}
    return InForce(**values)


def offered(tags: Collection[str]) -> tuple[str, ...]:
    """Those of the tags that are shipped, in the order of shipping, and always the main one."""
    return tuple(tag for tag in LANGUAGES if tag in tags or tag == MAIN)


def checked(name: str, value: Any, config: Mapping[str, Any]) -> Any:
    """The value as it is kept. Raises OutOfBounds, MainLanguageNeeded, or KeyError for a name that is none."""
    if name in LIMITS:
        least, most = LIMITS[name].bounds(config)
        if not least <= value <= most:
            raise OutOfBounds(name, least, most)
        return int(value)
    if name == LANGUAGES_OFFERED:
        if MAIN not in value:
            raise MainLanguageNeeded
        return list(offered(value))
    if name in SWITCHES:
        return bool(value)
    raise KeyError(name)
