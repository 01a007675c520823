"""Pages that tell anyone how Dialog works."""

from flask import Blueprint, current_app, render_template

bp = Blueprint("about", __name__)


@bp.get("/privacy")
def privacy() -> str:
    config = current_app.config
    return render_template("public/privacy.html", days=config["POINT_DAYS"], minimum=config["CELL_MINIMUM"])
