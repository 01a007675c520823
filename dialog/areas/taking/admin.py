"""The pages where administrators load areas, population and names from a file."""

from collections.abc import Callable

from flask import Blueprint, request
from werkzeug.exceptions import RequestEntityTooLarge

from dialog.areas.taking.area_page import area_page
from dialog.areas.taking.kept import LARGEST
from dialog.areas.taking.name_page import name_page
from dialog.areas.taking.population_page import population_page
from dialog.areas.taking.preview import FilePage
from dialog.areas.taking.steps import Answer, answer, ask, too_large

bp = Blueprint("files", __name__)
_PAGES: dict[str, Callable[[], FilePage]] = {  # by the end of the address
    "load": area_page,
    "population": population_page,
    "names": name_page,
}


@bp.url_value_preprocessor
def leave_room(_endpoint: str | None, _values: object) -> None:
    """More than other forms may send. The gate stands before the body: of a stranger nothing is read."""
    request.max_content_length = LARGEST


@bp.get("/areas/load")
def areas() -> str:
    return ask(area_page())


@bp.post("/areas/load")
def take_areas() -> Answer:
    return answer(area_page())


@bp.get("/areas/population")
def population() -> str:
    return ask(population_page())


@bp.post("/areas/population")
def take_population() -> Answer:
    return answer(population_page())


@bp.get("/areas/names")
def names() -> str:
    return ask(name_page())


@bp.post("/areas/names")
def take_names() -> Answer:
    return answer(name_page())


@bp.errorhandler(RequestEntityTooLarge)
def say_too_large(_error: RequestEntityTooLarge) -> Answer:
    """Found while the gate looks for the form's token, before any page."""
    return too_large(_PAGES[request.path.rpartition("/")[2]]())
