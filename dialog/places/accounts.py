"""What one row of somebody's file says of a place. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from dialog.geography.points import BadPoint, Point, read_point
from dialog.places.columns import ONE, SEVERAL
from dialog.places.fields import Choices
from dialog.rows.cells import mended, number_of, past_day_of, text_of
from dialog.rows.mapping import ColumnMap
from dialog.rows.row import Row
from dialog.texts.cleaning import clean_text

LONGEST_LOADED = 10_000  # characters: systems that others use ask for less brevity than we do
UNKNOWN_LANGUAGE = "und"  # BCP 47
_NO_PLACE = {"-", "–", ".", "?", "n/a", "na", "none", "null", "keine", "ingen", "okänd", "unknown", "unbekannt"}
_TAG = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*", re.IGNORECASE)
_PAIR = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*[,; ]\s*(-?\d+(?:\.\d+)?)\s*")


class BadCell(ValueError):
    """A value that can't be taken, in one of our fields."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


@dataclass(frozen=True, slots=True)
class Account:
    """What a row says. Empty is what it does not say."""

    point: Point | None
    area: str  # as the file names it
    on: date
    language: str
    category: tuple[str, str]  # (label, the label above it)
    answers: Mapping[str, Any]  # option ids of places.fields
    texts: Mapping[str, str]  # "what", "help", and without a point "place"


def read_account(row: Row, columns: ColumnMap, *, today: date) -> Account:
    """Raises BadCell for the first thing that is wrong with the row."""
    if row.trouble:
        raise BadCell("", row.trouble)
    point = _point(row, columns)
    group, category = _text(row, columns, "group"), _text(row, columns, "category")
    texts = {"what": _what(row, columns), "help": _text(row, columns, "help")}
    answers = dict(_answers(row, columns))
    if not (point or category or group or answers or any(texts.values())):
        raise BadCell("", "it holds no text, no category and no point")
    if point is None:  # an address beside a pin would tell for ever where the pin stood
        texts["place"] = _place(row, columns)
    return Account(
        point=point,
        area=_text(row, columns, "area"),
        on=_day(row, columns, today),
        language=_language(row, columns),
        category=(category, group) if category else (group, ""),
        answers=answers,
        texts={name: text for name, text in texts.items() if text},
    )


def _point(row: Row, columns: ColumnMap) -> Point | None:
    lat, lon = columns.value(row, "lat"), columns.value(row, "lon")
    if not text_of(lat) and not text_of(lon):
        return _pair(row, columns)
    for name, value in (("lat", lat), ("lon", lon)):
        if not text_of(value):
            raise BadCell(name, "it is empty, while the other coordinate is not")
    return _on_earth(lat, lon, "lat")


def _pair(row: Row, columns: ColumnMap) -> Point | None:
    said, shape = text_of(columns.value(row, "point")), text_of(columns.value(row, "shape"))
    if shape not in ("", "Point"):
        raise BadCell("shape", f"it is a {shape}, not a point")
    if not said:
        return None
    found = _PAIR.fullmatch(said)
    if not found:
        raise BadCell("point", f"{said[:40]!r} is no latitude and longitude")
    return _on_earth(found[1], found[2], "point")


def _on_earth(lat: object, lon: object, name: str) -> Point:
    try:
        point = read_point(number_of(lat), number_of(lon))
    except BadPoint:
        raise BadCell(name, _why_not_on_earth(number_of(lat), number_of(lon))) from None
    except ValueError:
        raise BadCell(name, f"{text_of(lat)[:40]!r}, {text_of(lon)[:40]!r} are no coordinates") from None
    if point == Point(0, 0):
        raise BadCell(name, "0, 0 lies in the Atlantic: leave both empty when the place is not known")
    return point


def _why_not_on_earth(lat: float, lon: float) -> str:
    if abs(lat) <= 180 and abs(lon) <= 90:
        return f"{lat}, {lon} lie outside the world: are latitude and longitude swapped?"
    if min(abs(lat), abs(lon)) > 1000:
        return f"{lat}, {lon} look like metres: give degrees (WGS84)"
    return f"{lat}, {lon} lie outside the world"


def _what(row: Row, columns: ColumnMap) -> str:
    title, text = _text(row, columns, "title"), _text(row, columns, "text")
    return text if title in text else title if text in title else f"{title}\n{text}"


def _text(row: Row, columns: ColumnMap, name: str) -> str:
    said = text_of(columns.value(row, name))
    if not said:
        return ""
    text = clean_text(mended(said))
    if len(text) > LONGEST_LOADED:
        raise BadCell(name, f"it has {len(text)} characters, more than {LONGEST_LOADED}")
    return text


def _place(row: Row, columns: ColumnMap) -> str:
    place = _text(row, columns, "place")
    return "" if place.casefold() in _NO_PLACE else place


def _day(row: Row, columns: ColumnMap, today: date) -> date:
    """The day of the row; today when the file has none."""
    if not columns.column("date") and "date" not in columns.fixed:
        return today
    try:
        return past_day_of(columns.value(row, "date"), today=today)
    except ValueError as problem:
        raise BadCell("date", str(problem)) from None


def _language(row: Row, columns: ColumnMap) -> str:
    said = text_of(columns.value(row, "language")).replace("_", "-")
    if said and not _TAG.fullmatch(said):
        raise BadCell("language", f"{said[:40]!r} is no language tag such as sv or ar")
    return said.lower() or UNKNOWN_LANGUAGE


def _answers(row: Row, columns: ColumnMap) -> Iterable[tuple[str, Any]]:
    known = columns.columns.keys() | columns.fixed.keys()
    for name, choices in (*ONE.items(), *SEVERAL.items()):
        said = text_of(columns.value(row, name)) if name in known else ""
        if not said:
            continue
        chosen = sorted({_option(name, one, choices) for one in re.split(r"[;|\n]", said) if one.strip()})
        if name in ONE and len(chosen) > 1:
            raise BadCell(name, "it holds more than one option")
        if chosen:
            yield name, chosen[0] if name in ONE else chosen


def _option(name: str, said: str, choices: Choices) -> str:
    found = _by_words(name).get(said.strip().casefold())
    if found is None:
        raise BadCell(name, f"{said.strip()[:40]!r} is none of the options: {', '.join(choices)}")
    return found


@cache
def _by_words(name: str) -> Mapping[str, str]:
    """Option ids by themselves and by their words in every language."""
    choices = {**ONE, **SEVERAL}[name]
    by_words = {words.casefold(): id for id, texts in choices.items() for words in texts.values()}
    return by_words | {id.casefold(): id for id in choices}
