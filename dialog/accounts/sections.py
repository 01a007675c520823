"""What the roles of a member of staff open."""

from typing import Any

from flask import request, url_for
from flask_babel import gettext as _

from dialog.accounts.gates import current_staff


def staff_sections() -> dict[str, Any]:
    """What the skeleton of staff pages needs: who is signed in, and the sections their roles open."""
    staff = current_staff()
    roles = staff.roles if staff else set()
    sections = {
        "reviewer": (_("Review"), "staff.review.queue"),
        "analyst": (_("Situation picture"), "analyst.picture.rounds"),
        "facilitator": (_("Editions"), "facilitator.picture.editions"),
        "admin": (_("Staff"), "admin.accounts.staff"),
    }
    shown = [_link(*section) for role, section in sections.items() if role in roles]
    return {
        "home_url": shown[0]["url"] if shown else url_for("staff_door.sign_in"),
        "current_staff": staff,
        "staff_sections": shown,
        "sign_out_url": url_for("staff_door.sign_out"),
    }


def _link(label: str, endpoint: str) -> dict[str, Any]:
    gate = (request.endpoint or "").split(".")[0]
    return {"label": label, "url": url_for(endpoint), "current": gate == endpoint.split(".")[0]}
