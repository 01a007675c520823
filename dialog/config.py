"""Settings, read once from the environment."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

ROOT = Path(__file__).parent.parent
SMALLEST_CELL, SMALLEST_GROUP = 5, 10  # voices; both may be raised, never lowered
LEAST_DELAY = 14  # days; may be raised, never lowered


class BadSetting(ValueError):
    """A setting is missing or impossible; the text says what to set."""


@dataclass(frozen=True)
class Config:
    DATABASE_URL: str = "sqlite:///instance/dialog.sqlite"
    SECRET_KEY: str = ""
    INSTANCE: Path = ROOT / "instance"  # what belongs to this installation: key, database, demo sign-ins
    DEMO: bool = False
    TESTING: bool = False
    PROXIES: int = 0  # how many proxies in front may be believed about scheme and host
    EXIT_URL: str = "https://www.smhi.se/"  # where "leave this page" goes: a weather page
    CELL_MINIMUM: int = SMALLEST_CELL
    GROUP_MINIMUM: int = SMALLEST_GROUP
    POINT_DAYS: int = 90  # how long an exact point, and a photo as it was sent, is kept
    CELL_INHABITANTS: int = 50  # how many people at least live where a coarsened point may lie
    PHOTO_MEGABYTES: int = 12  # the largest photo that is taken
    CLEARANCE_DAYS: int = LEAST_DELAY  # how old a single report must be before other systems may read it
    TILES: str = ""  # the base map: an XYZ or WMS address, or the path of a PMTiles file; empty: only our own areas
    TILES_CREDIT: str = ""  # whom the base map must name
    MAX_CONTENT_LENGTH: int = (
        4 * 1024 * 1024
    )  # bytes of a form: ample, so that too much gets a sentence beside its field
    MAX_FORM_MEMORY_SIZE: int = 4 * 1024 * 1024
    MAX_FORM_PARTS: int = 2000
    SESSION_HOURS: int = 8
    IDLE_MINUTES: int = 60

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> "Config":
        """The settings of this process. Raises BadSetting with a sentence that says what to set."""
        instance = Path(env.get("DIALOG_INSTANCE", ROOT / "instance")).resolve()
        demo = env.get("DIALOG_DEMO") == "1"
        if demo and not _is_loopback(env.get("HOST", "127.0.0.1")):
            raise BadSetting("DIALOG_DEMO=1 has known sign-ins: set HOST=127.0.0.1, or unset DIALOG_DEMO.")
        return cls(
            DATABASE_URL=env.get("DATABASE_URL") or f"sqlite:///{instance / 'dialog.sqlite'}",
            SECRET_KEY=_secret_key(env, instance, demo),
            INSTANCE=instance,
            DEMO=demo,
            PROXIES=_number(env, "DIALOG_PROXIES", cls.PROXIES, least=0),
            EXIT_URL=env.get("DIALOG_EXIT_URL", cls.EXIT_URL),
            CELL_MINIMUM=_number(env, "DIALOG_CELL_MINIMUM", cls.CELL_MINIMUM, least=SMALLEST_CELL),
            GROUP_MINIMUM=_number(env, "DIALOG_GROUP_MINIMUM", cls.GROUP_MINIMUM, least=SMALLEST_GROUP),
            POINT_DAYS=_number(env, "DIALOG_POINT_DAYS", cls.POINT_DAYS, least=1),
            CELL_INHABITANTS=_number(env, "DIALOG_CELL_INHABITANTS", cls.CELL_INHABITANTS, least=10),
            PHOTO_MEGABYTES=_number(env, "DIALOG_PHOTO_MEGABYTES", cls.PHOTO_MEGABYTES, least=1),
            CLEARANCE_DAYS=_number(env, "DIALOG_CLEARANCE_DAYS", cls.CLEARANCE_DAYS, least=LEAST_DELAY),
            TILES=env.get("DIALOG_TILES", cls.TILES),
            TILES_CREDIT=env.get("DIALOG_TILES_CREDIT", cls.TILES_CREDIT),
            SESSION_HOURS=_number(env, "DIALOG_SESSION_HOURS", cls.SESSION_HOURS, least=1),
            IDLE_MINUTES=_number(env, "DIALOG_IDLE_MINUTES", cls.IDLE_MINUTES, least=5),
        )

    @property
    def demo_file(self) -> Path:
        """Where the demonstration keeps its sign-ins: {"reviewer@demo.example": "password", …}."""
        return self.INSTANCE / "demo.json"


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _number(env: Mapping[str, str], name: str, default: int, *, least: int) -> int:
    try:
        value = int(env.get(name) or default)
    except ValueError:
        raise BadSetting(f"{name} must be a whole number, not {env[name]!r}.") from None
    if value < least:
        raise BadSetting(f"{name} may not be below {least}.")
    return value


def _secret_key(env: Mapping[str, str], instance: Path, demo: bool) -> str:
    """The key from the environment, else the installation's own file, which only a demonstration makes."""
    if key := env.get("SECRET_KEY"):
        if len(key) < 16:
            raise BadSetting("SECRET_KEY is too short: set at least 16 random characters.")
        return key
    kept = instance / "secret-key"
    if kept.exists():
        return kept.read_text().strip()
    if not demo:
        raise BadSetting("SECRET_KEY is not set: set it to at least 16 random characters, the same for every process.")
    instance.mkdir(parents=True, exist_ok=True)
    kept.touch(mode=0o600)
    kept.write_text(secrets.token_hex(32))
    return kept.read_text().strip()
