"""What another system sends as a report. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dialog.geography.points import BadPoint, Point, read_point
from dialog.open311.georeport import LONGEST, Problem
from dialog.open311.services import ASKS, HELP, PLACE, SERVICES
from dialog.places.columns import ONE, SEVERAL
from dialog.texts.cleaning import clean_text

Given = Mapping[str, Sequence[str]]  # the fields of a form, each with what was said of it

# Their own number of a case: by GeoReport v2's name for it, and as FixMyStreet sends it.
NUMBERS = ("service_request_id", "attribute[fixmystreet_id]")


class BadReport(ValueError):
    """What was sent can't be kept; each problem with a sentence."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True)
class Sent:
    """One report. Names, addresses, numbers and devices of persons, and pictures, are not even read."""

    point: Point | None
    answers: Mapping[str, Any]  # option ids of places.fields
    texts: Mapping[str, str]  # "what", "help", and without a point "place"
    known_by: tuple[str, ...]  # the sender's own number of it; without one all that is taken of it


def read_report(given: Given) -> Sent:
    """Raises BadReport with everything that is missing or wrong."""
    problems: list[Problem] = []
    service = _service(given, problems)
    point = _point(given, problems)
    texts = {"what": _text("description", given, problems), "help": _text(f"attribute[{HELP}]", given, problems)}
    if point is None:  # an address beside a point would tell for ever where that was
        texts["place"] = _text("address_string", given, problems)
    answers = _answers(given, problems)
    if problems:
        raise BadReport(problems)
    feeling = {} if service == PLACE else {"feeling": service}
    return Sent(point, feeling | answers, {name: text for name, text in texts.items() if text}, _known_by(given))


def _service(given: Given, problems: list[Problem]) -> str:
    code = _first(given, "service_code")
    if not code:
        problems.append((400, "service_code was not provided."))
    elif code not in SERVICES:
        problems.append((404, f"service_code {code[:40]!r} was not found: there is {', '.join(SERVICES)}."))
    return code


def _point(given: Given, problems: list[Problem]) -> Point | None:
    lat, lon = _first(given, "lat"), _first(given, "long")
    if lat and lon:
        return _on_earth(lat, lon, problems)
    if lat or lon:
        problems.append((400, f"{'long' if lat else 'lat'} was not provided, while {'lat' if lat else 'long'} was."))
    elif not clean_text(_first(given, "address_string")):
        unknown = " An address_id is not known here." if _first(given, "address_id") else ""
        problems.append((400, f"lat and long, or address_string, were not provided.{unknown}"))
    return None


def _on_earth(lat: str, lon: str, problems: list[Problem]) -> Point | None:
    try:
        point = read_point(lat, lon)
    except BadPoint:
        problems.append((400, "lat, long: they are no place on earth; give degrees (WGS84)."))
        return None
    if point == Point(0, 0):
        problems.append((400, "lat, long: 0, 0 lies in the Atlantic; leave both out when they are not known."))
    return point


def _text(name: str, given: Given, problems: list[Problem]) -> str:
    text = clean_text(_first(given, name))
    if len(text) > LONGEST:
        problems.append((400, f"{name}: it has {len(text)} characters, more than {LONGEST}."))
    return text


def _answers(given: Given, problems: list[Problem]) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for name, choices in (*ONE.items(), *SEVERAL.items()):
        chosen = sorted(set(_values(given, name))) if name in ASKS else []
        if unknown := [one for one in chosen if one not in choices]:
            problems.append((400, f"attribute[{name}]: {unknown[0][:40]!r} is none of {', '.join(choices)}."))
        if name in ONE and len(chosen) > 1:
            problems.append((400, f"attribute[{name}]: give one value."))
        if chosen:
            answers[name] = chosen[0] if name in ONE else chosen
    return answers


def _first(given: Given, name: str) -> str:
    return next(iter(given.get(name, ())), "").strip()


def _values(given: Given, name: str) -> list[str]:
    found = (*given.get(f"attribute[{name}]", ()), *given.get(f"attribute[{name}][]", ()))
    return [one.strip() for one in found if one.strip()]


def _known_by(given: Given) -> tuple[str, ...]:
    for name in NUMBERS:
        if number := _first(given, name):
            return "number", number
    said = [(name, _first(given, name)) for name in ("service_code", "lat", "long", "description")]
    if not _first(given, "lat"):
        said.append(("address_string", _first(given, "address_string")))
    chosen = [(name, tuple(sorted(_values(given, name)))) for name in ASKS]
    return "body", repr(said), repr(chosen)
