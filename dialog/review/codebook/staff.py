"""The page where reviewers read what each code means."""

from flask import Blueprint, render_template

from dialog.review.codebook.showing import codebook as in_force

bp = Blueprint("codebook", __name__)


@bp.get("/codes")
def codebook() -> str:
    return render_template("staff/codebook.html", book=in_force())
