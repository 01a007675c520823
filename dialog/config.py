"""Settings, read once from the environment."""

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).parent.parent
SMALLEST_CELL, SMALLEST_GROUP = 5, 10  # voices; both may be raised, never lowered
LEAST_DELAY = 14  # days; may be raised, never lowered
STAFF_ROLES = ("reviewer", "facilitator", "analyst", "admin")


def derived_key(secret: str, purpose: str) -> bytes:
    """32 bytes for one purpose alone, from this installation's SECRET_KEY, as HKDF expands a key (RFC 5869)."""
    return hmac.digest(secret.encode(), f"dialog {purpose}".encode(), "sha256")


def log_key(secret: str) -> bytes:
    """What the lines of the log are sealed with: whoever has only the database can't make a line that fits."""
    return derived_key(secret, "log")


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
    TRANSLATOR_URL: str = ""  # a service that speaks LibreTranslate's HTTP interface; empty: no machine translates
    TRANSLATOR_KEY: str = ""
    TILES: str = ""  # the base map: an XYZ or WMS address, or the path of a PMTiles file; empty: only our own areas
    TILES_CREDIT: str = ""  # whom the base map must name
    BACKUPS: Path | None = None  # the folder of backups; None: INSTANCE/backups
    BACKUP_KEY_FILE: str = ""  # the file with the age key that backups are encrypted for
    BACKUPS_KEPT: int = 7
    MAX_CONTENT_LENGTH: int = (
        4 * 1024 * 1024
    )  # bytes of a form: ample, so that too much gets a sentence beside its field
    MAX_FORM_MEMORY_SIZE: int = 4 * 1024 * 1024
    MAX_FORM_PARTS: int = 2000
    SESSION_HOURS: int = 8
    IDLE_MINUTES: int = 60
    SECOND_FACTOR: tuple[str, ...] = STAFF_ROLES  # who needs more than a password: whoever holds one of these roles
    SMTP_URL: str = ""  # smtp://, smtp+starttls:// or smtps://user:password@host:port; empty: no mail is sent
    MAIL_FROM: str = ""
    OIDC_ISSUER: str = ""  # the sign-on service of the municipality or the police; empty: there is none
    OIDC_CLIENT_ID: str = ""
    OIDC_CLIENT_SECRET: str = ""
    OIDC_NAME: str = ""  # what staff call it
    OIDC_TRUST_EMAIL: bool = False  # whether its addresses are verified even where it does not say so
    OIDC_SECOND_FACTOR: str = "amr"  # whose is the second factor: amr (as its answer says), provider or own
    OIDC_ROLES: tuple[
        tuple[str, str], ...
    ] = ()  # (its group, our role): then its groups alone decide who has which role
    OIDC_GROUPS_CLAIM: str = "groups"
    OIDC_CREATE: bool = False  # whether somebody unknown with such a group gets an account

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
            BACKUPS=Path(env["DIALOG_BACKUPS"]).resolve() if env.get("DIALOG_BACKUPS") else None,
            BACKUP_KEY_FILE=env.get("DIALOG_BACKUP_KEY_FILE", cls.BACKUP_KEY_FILE),
            BACKUPS_KEPT=_number(env, "DIALOG_BACKUPS_KEPT", cls.BACKUPS_KEPT, least=1),
            SESSION_HOURS=_number(env, "DIALOG_SESSION_HOURS", cls.SESSION_HOURS, least=1),
            IDLE_MINUTES=_number(env, "DIALOG_IDLE_MINUTES", cls.IDLE_MINUTES, least=5),
            SECOND_FACTOR=() if demo else _roles(env, "DIALOG_SECOND_FACTOR", STAFF_ROLES),
            **_translator(env),
            **_mail(env),
            **_sign_on(env),
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


def _roles(env: Mapping[str, str], name: str, default: tuple[str, ...]) -> tuple[str, ...]:
    asked = env.get(name, "all").strip()
    roles = default if asked == "all" else tuple(role.strip() for role in asked.split(","))
    if wrong := [role for role in roles if role not in STAFF_ROLES]:
        raise BadSetting(f"{name} must be all, or some of {', '.join(STAFF_ROLES)}, not {wrong[0]!r}.")
    return roles


def _secret(env: Mapping[str, str], name: str) -> str:
    """A setting that may stand in a file of its own instead, named by the same name and _FILE."""
    file = env.get(f"{name}_FILE")
    if not file:
        return env.get(name, "")
    try:
        return Path(file).read_text().strip()
    except OSError as problem:
        raise BadSetting(f"{name}_FILE can't be read: {problem.strerror}.") from None


def _choice(env: Mapping[str, str], name: str, default: str, choices: tuple[str, ...]) -> str:
    if (value := env.get(name, default)) not in choices:
        raise BadSetting(f"{name} must be one of {', '.join(choices)}, not {value!r}.")
    return value


def _translator(env: Mapping[str, str]) -> dict[str, Any]:
    """Off unless set: what residents wrote, masked, leaves the house with every translation."""
    url = env.get("DIALOG_TRANSLATOR_URL", "").rstrip("/")
    parts = urlsplit(url)
    if url and not (parts.scheme == "https" or (parts.scheme == "http" and _is_loopback(parts.hostname or ""))):
        raise BadSetting("DIALOG_TRANSLATOR_URL must begin with https://, unless the translator runs on this machine.")
    return {"TRANSLATOR_URL": url, "TRANSLATOR_KEY": _secret(env, "DIALOG_TRANSLATOR_KEY")}


def _mail(env: Mapping[str, str]) -> dict[str, Any]:
    url, sender = _secret(env, "DIALOG_SMTP_URL"), env.get("DIALOG_MAIL_FROM", "")
    if url and urlsplit(url).scheme not in ("smtp", "smtp+starttls", "smtps"):
        raise BadSetting("DIALOG_SMTP_URL must begin with smtp://, smtp+starttls:// or smtps://.")
    if url and "@" not in sender:
        raise BadSetting("DIALOG_MAIL_FROM must be the address that mail is sent from.")
    return {"SMTP_URL": url, "MAIL_FROM": sender}


def _sign_on(env: Mapping[str, str]) -> dict[str, Any]:
    issuer = env.get("DIALOG_OIDC_ISSUER", "").rstrip("/")
    if not issuer:
        return {}
    parts = urlsplit(issuer)
    if parts.scheme != "https" and not _is_loopback(parts.hostname or ""):
        raise BadSetting("DIALOG_OIDC_ISSUER must begin with https://.")
    if not env.get("DIALOG_OIDC_CLIENT_ID"):
        raise BadSetting(
            "DIALOG_OIDC_CLIENT_ID is not set: the sign-on service gives it when Dialog is registered there."
        )
    roles, create = _groups(env, "DIALOG_OIDC_ROLES"), env.get("DIALOG_OIDC_CREATE") == "1"
    if create and not roles:
        raise BadSetting("DIALOG_OIDC_CREATE=1 needs DIALOG_OIDC_ROLES: an account without a role opens nothing.")
    return {
        "OIDC_ISSUER": issuer,
        "OIDC_CLIENT_ID": env["DIALOG_OIDC_CLIENT_ID"],
        "OIDC_CLIENT_SECRET": _secret(env, "DIALOG_OIDC_CLIENT_SECRET"),
        "OIDC_NAME": env.get("DIALOG_OIDC_NAME") or str(parts.hostname),
        "OIDC_TRUST_EMAIL": env.get("DIALOG_OIDC_TRUST_EMAIL") == "1",
        "OIDC_SECOND_FACTOR": _choice(env, "DIALOG_OIDC_SECOND_FACTOR", "amr", ("amr", "provider", "own")),
        "OIDC_ROLES": roles,
        "OIDC_GROUPS_CLAIM": env.get("DIALOG_OIDC_GROUPS_CLAIM") or "groups",
        "OIDC_CREATE": create,
    }


def _groups(env: Mapping[str, str], name: str) -> tuple[tuple[str, str], ...]:
    """`dialog-reviewers=reviewer, dialog-admins=admin`"""
    pairs = [one.rpartition("=") for one in env.get(name, "").split(",") if one.strip()]
    if wrong := [role for group, _equals, role in pairs if not group.strip() or role.strip() not in STAFF_ROLES]:
        raise BadSetting(f"{name} must read group=role, with roles among {', '.join(STAFF_ROLES)}, not {wrong[0]!r}.")
    return tuple((group.strip(), role.strip()) for group, _equals, role in pairs)


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
    instance.mkdir(mode=0o700, parents=True, exist_ok=True)
    kept.touch(mode=0o600)
    kept.write_text(secrets.token_hex(32))
    return kept.read_text().strip()
