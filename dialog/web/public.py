"""Pages that tell anyone how Dialog works."""

from flask import Blueprint, current_app, render_template

from dialog.web.requests import db_session

bp = Blueprint("about", __name__)


@bp.get("/privacy")
def privacy() -> str:
    in_force = current_app.extensions["settings"](db_session())
    return render_template("public/privacy.html", days=in_force.point_days, minimum=in_force.cell_minimum)
