"""Where a page leads: home, the footer, and for staff what their roles open."""

from typing import Any

from flask import request, url_for
from flask_babel import gettext as _

from dialog.accounts.sections import staff_sections
from dialog.areas.masthead import municipality
from dialog.upkeep.notices.showing import notices_here
from dialog.web.requests import in_staff_house, page_language


def navigation() -> dict[str, Any]:
    """What the skeletons of pages need to know of the house around them."""
    if in_staff_house():
        return {**staff_sections(), "notices": notices_here()}
    return {
        "home_url": f"/{page_language()}/",
        "municipality": municipality(),
        "footer_links": [
            _link(_("How we protect you"), "public.about.privacy"),
            _link(_("Situation pictures"), "public.picture.editions"),
        ],
    }


def _link(label: str, endpoint: str) -> dict[str, Any]:
    return {"label": label, "url": url_for(endpoint, lang=page_language()), "current": request.endpoint == endpoint}
