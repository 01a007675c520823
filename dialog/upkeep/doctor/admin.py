"""The page that says what is wrong with the installation."""

from datetime import date

from flask import Blueprint, current_app, render_template
from flask_babel import gettext as _

from dialog.accounts.gates import now
from dialog.upkeep.doctor.examining import examine
from dialog.upkeep.doctor.findings import gravest

bp = Blueprint("health", __name__)


@bp.get("/health")
def health() -> str:
    """What takes long, or asks other servers, the command `doctor` looks at."""
    found = list(examine(current_app.extensions["sessions"], current_app.config, today=date.today(), now=now()))
    lines = [(one.state, _(one.sentence, **one.values) if one.values else _(one.sentence)) for one in found]
    worst_first = sorted(lines, key=lambda line: ("bad", "warn", "ok").index(line[0]))
    return render_template("admin/upkeep/health.html", lines=worst_first, gravest=gravest(found))
