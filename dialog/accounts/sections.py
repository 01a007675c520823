"""What the roles of a member of staff open."""

from typing import Any

from flask import request, url_for
from flask_babel import gettext as _

from dialog.accounts.gates import current_staff

FOUNDATIONS = ("areas", "codebook", "owners", "survey")  # what a round stands on, beside the people
PICTURE = ("documents", "files", "editions", "findings", "citing", "causes", "focus", "coverage", "crosstab")
UPKEEP = ("adjusting", "keeping", "backups", "records", "extracts")  # pages of one section


def staff_sections() -> dict[str, Any]:
    """What the skeleton of staff pages needs: who is signed in, and the sections their roles open."""
    staff = current_staff()
    roles = staff.roles if staff else set()
    sections = (  # role, label, where it begins, what else belongs to it
        ("reviewer", _("Review"), "staff.review.queue", "staff."),
        ("analyst", _("Situation picture"), "analyst.picture.rounds", *(f"analyst.{one}." for one in PICTURE)),
        ("analyst", _("Sources"), "analyst.sources.sources"),
        ("facilitator", _("Editions"), "facilitator.picture.editions"),
        ("facilitator", _("Questionnaires"), "facilitator.survey.questionnaires", "facilitator.languages."),
        ("admin", _("Admin"), "admin.accounts.staff", *(f"admin.{one}." for one in FOUNDATIONS)),
        ("admin", _("Upkeep"), "admin.health.health", *(f"admin.{one}." for one in UPKEEP)),
    )
    shown = [_link(label, *parts) for role, label, *parts in sections if role in roles]
    return {
        "home_url": shown[0]["url"] if shown else url_for("staff_door.sign_in"),
        "current_staff": staff,
        "staff_sections": shown,
        "account_url": url_for("account.own.overview"),
        "sign_out_url": url_for("staff_door.sign_out"),
    }


def _link(label: str, endpoint: str, *also: str) -> dict[str, Any]:
    """A section is current on all pages of its part of the house, of the parts below it, and of what else belongs."""
    own = f"{endpoint.rpartition('.')[0]}."
    return {"label": label, "url": url_for(endpoint), "current": (request.endpoint or "").startswith((own, *also))}
