"""The two steps of loading a file in the browser: look at what it would change, then load it, or not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import format_decimal, ngettext
from flask_babel import gettext as _
from sqlalchemy.exc import DataError
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response

from dialog.accounts.gates import staff_id
from dialog.areas.queries import NoSuchArea
from dialog.areas.taking.kept import LARGEST, drop, keep, kept_file
from dialog.areas.taking.preview import FilePage, Preview, Told
from dialog.areas.taking.problems import NotTaken
from dialog.languages import Sentence
from dialog.rows.mapping import BadMap
from dialog.rows.rejects import Rejects
from dialog.rows.row import UnreadableFile
from dialog.web.requests import db_session
from dialog.web.sentences import whole, worded

Answer = str | Response | tuple[str, int]

MOST_LISTED = 100  # rows that can't be taken
_LONGEST_ANSWER = 200  # characters
_PROBLEMS = (NotTaken, NoSuchArea, BadMap, UnreadableFile)


@dataclass(frozen=True)
class _Problem:
    sentence: str
    field: str = "file"


def ask(page: FilePage) -> str:
    return _form(page)


def answer(page: FilePage) -> Answer:
    """The file is looked at, loaded or put away, as the button says. Whatever is not loaded is taken back."""
    folder, at = _folder(), datetime.now(UTC)
    kept = request.form.get("kept", "")
    if request.form.get("do") == "drop":
        drop(folder, kept)
        flash(_("Nothing was loaded."))
        return redirect(url_for("admin.areas.areas"), 303)
    try:
        kept = _received(folder, at) or kept
    except OSError:
        return _form(page, _Problem(_("The file could not be kept. Whoever looks after the server has to look."))), 503
    file = kept_file(folder, kept, at=at)
    if file is None:
        gone = _("The file is no longer here: choose it once more.")
        return _form(page, _Problem(gone if kept else _("Choose a file."))), 422
    return _look(page, folder, kept, file)


def too_large(page: FilePage) -> Answer:
    """Nothing of the form was read: it stands as empty as at first."""
    problem = _("The file is larger than %(size)s MB.", size=LARGEST // 1024**2)
    return _page(page, _Problem(problem), told={}), 413


def _look(page: FilePage, folder: Path, kept: str, file: Path) -> Answer:
    session, told, rejects = db_session(), _told(page), Rejects()
    try:
        found = page.take(session, file, rejects, told, staff_id())
    except _PROBLEMS as problem:
        session.rollback()
        return _refused(page, folder, kept, file, problem), 422
    except (DataError, OverflowError):
        session.rollback()
        drop(folder, kept)
        return _form(page, _Problem(_("The file holds numbers or characters that can't be kept."))), 422
    if request.form.get("do") == "load" and found.taken:
        return _load(session, folder, kept, found, len(rejects))
    session.rollback()
    return _shown(page, kept, file, found, rejects)


def _load(session: Session, folder: Path, kept: str, found: Preview, left: int) -> Answer:
    session.commit()
    drop(folder, kept)
    flash(found.done)
    if left:
        said = ngettext(
            "%(number)s row was left out.", "%(number)s rows were left out.", left, number=format_decimal(left)
        )
        flash(said, "warning")
    return redirect(url_for("admin.areas.areas"), 303)


def _refused(page: FilePage, folder: Path, kept: str, file: Path, problem: Exception) -> str:
    """A file that only lacks a word is kept, so that it need not be sent again; one that can't be read is not."""
    said = problem.args[0]
    field = page.fields_of.get(_option_in(said), "")
    found = _Problem(worded(said, page.called), field or "file")
    if field or _told(page):
        return _form(page, found, kept=kept, file=file.name)
    drop(folder, kept)
    return _form(page, found)


def _option_in(said: str) -> str:
    """The option that a sentence asks for, also where it stands in a sentence inside."""
    if not isinstance(said, Sentence):
        return ""
    inner = (_option_in(value) for value in said.values.values() if isinstance(value, Sentence))
    return str(said.values.get("option") or next(filter(None, inner), ""))


def _received(folder: Path, at: datetime) -> str:
    """The id of the file that was sent now; nothing when none was. Raises OSError."""
    sent = request.files.get("file")
    if not sent or not sent.filename:
        return ""
    try:
        return keep(folder, sent.filename, sent.save, at=at)
    finally:
        sent.close()


def _told(page: FilePage) -> Told:
    said = {one.name: request.form.get(one.name, "").strip()[:_LONGEST_ANSWER] for one in page.fields}
    return {name: words for name, words in said.items() if words}


def _folder() -> Path:
    instance: Path = current_app.config["INSTANCE"]
    return instance / "uploads"


def _shown(page: FilePage, kept: str, file: Path, found: Preview, rejects: Rejects) -> str:
    return render_template(
        "admin/areas_preview.html",
        page=page,
        kept=kept,
        file=file.name,
        told=_told(page),
        found=found,
        rejected=_rejected(page, rejects),
        number=len(rejects),
    )


def _rejected(page: FilePage, rejects: Rejects) -> Sequence[tuple[str, str, str]]:
    listed = sorted(rejects, key=lambda one: one.line)[:MOST_LISTED]
    return [(str(one.line), one.column, whole(one.reason, page.called)) for one in listed]


def _form(page: FilePage, problem: _Problem | None = None, *, kept: str = "", file: str = "") -> str:
    return _page(page, problem, told=_told(page), kept=kept, file=file)


def _page(page: FilePage, problem: _Problem | None, *, told: Told, kept: str = "", file: str = "") -> str:
    return render_template(
        "admin/areas_load.html",
        page=page,
        problem=problem,
        told=told,
        kept=kept,
        file=file,
        size=LARGEST // 1024**2,
    )
