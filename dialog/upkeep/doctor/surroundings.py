"""Looking at what stands around the database: settings, files, disk, translations. No database is asked."""

import shutil
import stat
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.engine import make_url

from dialog.languages import LANGUAGES, MAIN, N_, catalogue
from dialog.upkeep.afterwards import backup_folder
from dialog.upkeep.doctor.findings import Finding, bad, ok, warn

SHORTEST_SECRET, FEWEST_SIGNS = 32, 10
LITTLE, TOO_LITTLE = 5 * 1024**3, 1024**3  # bytes of free disk
_WRITTEN = date(2026, 1, 1)  # no clock that is right shows an earlier day


def settings(config: Mapping[str, Any]) -> Iterator[Finding]:
    secret = str(config["SECRET_KEY"])
    if len(secret) < SHORTEST_SECRET or len(set(secret)) < FEWEST_SIGNS:
        yield bad("secret", N_("SECRET_KEY is easy to guess: set one of at least 32 random characters."))
    else:
        yield ok("secret", N_("SECRET_KEY is long enough."))
    if config["DEMO"]:
        yield warn("demo", N_("This is a demonstration with known sign-ins: never let residents use it."))
    if config["PROXIES"] == 0:
        yield warn(
            "proxies", N_("No proxy is believed. If one stands in front, as it should, set DIALOG_PROXIES to how many.")
        )
    else:
        yield ok("proxies", N_("%(number)s proxies in front are believed."), number=config["PROXIES"])
    yield _mail(config)


def _mail(config: Mapping[str, Any]) -> Finding:
    if config["SMTP_URL"]:
        return ok("mail", N_("A mail server is set up."))
    return warn("mail", N_("No mail server is set up: invitations are handed over, and nobody gets a digest."))


def files(config: Mapping[str, Any]) -> Iterator[Finding]:
    """Who may read what is secret, and whether there is room."""
    instance = Path(config["INSTANCE"])
    secret = [instance / "secret-key", instance / "demo.json", _database_file(config)]
    secret.append(Path(config["BACKUP_KEY_FILE"]) if config["BACKUP_KEY_FILE"] else None)
    open_to_all = [one for one in secret if one and one.is_file() and _is_open(one)]
    for file in open_to_all:
        yield bad("files", N_("%(file)s can be read by everybody on this machine: run chmod 600 on it."), file=file)
    if not open_to_all:
        yield ok("files", N_("Nobody else on this machine can read what is secret."))
    for folder in dict.fromkeys(_nearest(one) for one in (instance, backup_folder(config))):
        yield _room(folder)


def _room(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    values = {"folder": folder, "free": f"{free / 1024**3:.1f}"}
    if free < TOO_LITTLE:
        return bad(
            "disk", N_("Only %(free)s GB are free at %(folder)s: make room, or submissions will fail."), **values
        )
    if free < LITTLE:
        return warn("disk", N_("Only %(free)s GB are free at %(folder)s: make room."), **values)
    return ok("disk", N_("%(free)s GB are free at %(folder)s."), **values)


def clock(today: date) -> Finding:
    if today < _WRITTEN:
        return bad("clock", N_("The clock of this machine shows %(day)s: set it right."), day=today)
    return ok("clock", N_("The clock shows %(day)s."), day=today)


def translations(offered: Collection[str]) -> Iterator[Finding]:
    """Whether each language that residents are offered has every sentence."""
    wanted = _sentences(MAIN)
    if not wanted:
        yield bad("languages", N_("The translations are not compiled: run pybabel compile, as script/setup does."))
        return
    short = {tag: len(wanted - _sentences(tag)) for tag in offered if tag not in (MAIN, "en")}
    for tag, number in short.items():
        if number:
            yield warn(
                "languages",
                N_("%(number)s sentences are missing in %(language)s; they are shown in the main language."),
                number=number,
                language=LANGUAGES[tag].endonym,
            )
    if not any(short.values()):
        yield ok("languages", N_("Every language that is offered has every sentence."))


def _sentences(tag: str) -> set[str]:
    known = getattr(catalogue(tag), "_catalog", {})
    return {id if isinstance(id, str) else id[0] for id, said in known.items() if said}


def _is_open(file: Path) -> bool:
    """Whether everybody may read it, and enter every folder on the way there."""
    enterable = all(folder.stat().st_mode & stat.S_IXOTH for folder in file.resolve().parents)
    return bool(file.stat().st_mode & stat.S_IROTH) and enterable


def _database_file(config: Mapping[str, Any]) -> Path | None:
    url = make_url(config["DATABASE_URL"])
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None


def _nearest(folder: Path) -> Path:
    """The folder, or the one that it would be made in."""
    return next((one for one in (folder, *folder.parents) if one.is_dir()), Path("/"))
