"""The page where administrators see that there are backups, make one, and try whether it can be restored."""

from pathlib import Path

from flask import Blueprint, abort, current_app, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.upkeep.afterwards import backup_folder
from dialog.upkeep.backups.filling import NotEmpty
from dialog.upkeep.backups.making import NotTheSame
from dialog.upkeep.backups.queries import last_tried, latest_backups
from dialog.upkeep.backups.routine import back_up, try_out
from dialog.upkeep.backups.sealing import BadKeyFile, CannotRead
from dialog.upkeep.destroying.queries import staff_names
from dialog.upkeep.models import Backup
from dialog.web.requests import db_session

bp = Blueprint("backups", __name__)


@bp.get("/backups")
def backups() -> str:
    session = db_session()
    listed = latest_backups(session)
    folder = backup_folder(current_app.config)
    return render_template(
        "admin/upkeep/backups.html",
        backups=listed,
        there={one.id for one in listed if (folder / one.file).is_file()},
        tried=last_tried(session),
        names=staff_names(session),
        folder=folder,
        kept=current_app.config["BACKUPS_KEPT"],
        has_key=bool(current_app.config["BACKUP_KEY_FILE"]),
    )


@bp.post("/backups")
def make() -> Response:
    try:
        back_up(current_app.extensions["sessions"], current_app.config, at=now(), by=staff_id())
    except BadKeyFile:
        flash(
            _("There is no key for backups, or it can't be read. Whoever looks after the server has to set it."),
            "error",
        )
    except OSError:
        flash(_("The backup could not be written. Whoever looks after the server has to look at its folder."), "error")
    else:
        flash(_("The backup is made."))
    return redirect(url_for(".backups"), 303)


@bp.post("/backups/<int:id>/try")
def try_one(id: int) -> Response:
    backup = db_session().get(Backup, id) or abort(404)
    file = backup_folder(current_app.config) / backup.file
    by, key_file = staff_id(), Path(current_app.config["BACKUP_KEY_FILE"])
    db_session().rollback()
    try:
        try_out(current_app.extensions["sessions"], file, key_file=key_file, at=now(), by=by)
    except BadKeyFile:
        flash(_("Here is only the half of the key that makes backups. Try it where the secret half is."), "error")
    except (CannotRead, NotTheSame, NotEmpty, OSError):
        flash(_("The backup can't be restored: it is damaged, or gone. Make a new one."), "error")
    else:
        flash(_("The backup was restored on trial, and everything was there."))
    return redirect(url_for(".backups"), 303)
