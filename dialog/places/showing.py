"""The report form as a page: empty, or with what was given so far."""

from collections.abc import Mapping
from typing import Any

from flask import current_app, render_template, request
from werkzeug.datastructures import MultiDict

from dialog.areas.masthead import municipality
from dialog.places import fields
from dialog.places.area_choices import Choice, area_choices, every
from dialog.places.forms import NO_END, NO_FEELING, NO_PLACE, NO_START, ReportForm
from dialog.places.landmarks import found_names
from dialog.places.nearby import Published
from dialog.places.photo_field import sentence
from dialog.places.rounds import ReportingRound
from dialog.places.where import END, FIRST, MOST_PLACES, field
from dialog.settings.queries import settings_in_force
from dialog.texts.cleaning import LONGEST_TEXT
from dialog.web.pages import say
from dialog.web.requests import db_session
from dialog.web.stamped import stamped
from dialog.web.tokens import new_key, new_token

SHOWN_SETTINGS = ("PHOTO_MEGABYTES", "EXIT_URL", "TILES", "TILES_CREDIT")


def find_round() -> ReportingRound | None:
    """The round that takes reports now."""
    found: ReportingRound | None = current_app.extensions["reporting_round"](db_session())
    return found


def areas_of(round: ReportingRound) -> tuple[Choice, ...]:
    """The areas that can be chosen, in the page's language."""
    return area_choices(db_session(), round, say)


def labels_of(areas: tuple[Choice, ...]) -> dict[str, str]:
    """What each area is called, by the value that stands for it in the form."""
    return {choice.value: choice.label for choice in every(*areas)}


def ids_of(areas: tuple[Choice, ...]) -> dict[str, int]:
    """The id of each area, by the value that stands for it in the form."""
    return {choice.value: choice.area_id for choice in every(*areas) if choice.area_id is not None}


def fresh(round: ReportingRound, areas: tuple[Choice, ...]) -> str:
    """The form with nothing filled in."""
    settings = tuple(current_app.config[name] for name in SHOWN_SETTINGS)
    return stamped(
        "resident/report.html",
        same=(areas, municipality(), settings, inhabitants()),
        stamps={"form_token": new_token(), "key": new_key()},
        **_context(round, areas, ReportForm(None), None),
    )


def show(
    round: ReportingRound, areas: tuple[Choice, ...], form: ReportForm, *, published: list[Published] | None = None
) -> str:
    """The form with what the request says; `published`: places that others have told of, None when nobody asked."""
    tokens = {"form_token": new_token(), "key": request.form.get("key") or new_key()}
    return render_template("resident/report.html", **_context(round, areas, form, published), **tokens)


def _context(
    round: ReportingRound, areas: tuple[Choice, ...], form: ReportForm, published: list[Published] | None
) -> dict[str, Any]:
    given: MultiDict[str, str] = request.form
    megabytes = current_app.config["PHOTO_MEGABYTES"]
    return {
        "given": given,
        "where": form.where,
        "errors": form.sentences,
        "stale": form.is_stale,
        "areas": areas,
        "blocks": _blocks(given),
        "field": field,
        "END": END,
        "FIRST": FIRST,
        "found": found_names(db_session(), given, root_id=round.area_id),
        "published": published,
        "missing": _missing(),
        "fields": fields,
        "pairs": lambda options: [(id, say(words)) for id, words in options.items()],
        "longest": LONGEST_TEXT,
        "photo_chosen": bool(request.files.get("photo")),
        "photo_too_large": sentence("too_large", megabytes),
        "photo_megabytes": megabytes,
        "inhabitants": inhabitants(),
    }


def inhabitants() -> int:
    """How many people at least live where others see a point to be."""
    return settings_in_force(db_session(), current_app.config).cell_inhabitants


def _missing() -> Mapping[str, Any]:
    """What to say where something is missing that is needed: the script says it before the form is sent."""
    return {"feeling": NO_FEELING, "place": NO_PLACE, "start": NO_START, "end": NO_END}


def _blocks(given: Mapping[str, str]) -> int:
    """The number of the last further place that the page shows: one more when that was asked for."""
    asked = given.get("blocks", "")
    shown = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 1 else FIRST + 1
    filled = [place for place in range(FIRST + 1, MOST_PLACES + 1) if _is_filled(given, place)]
    wanted = shown + 1 if given.get("do") == "add-place" else shown
    return min(max(wanted, FIRST + 1, *filled), MOST_PLACES)


def _is_filled(given: Mapping[str, str], place: int) -> bool:
    return any(given.get(field(name, place)) for name in ("q", "named", "area", "words"))
