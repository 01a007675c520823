"""What sort of thing a name in somebody's map belongs to. Pure."""

import re
from collections.abc import Mapping

from dialog.areas.names.joining import ADDRESS, LANDMARK, NEIGHBOURHOOD, OTHER, SETTLEMENT, STREET
from dialog.rows.headings import plain

# What people write in a column that says the kind, as `plain` writes it
_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("street", "gata", "gatunamn", "vag", "vagnamn", "road", "katu", "tie", "stig", "torg"), STREET),
    **dict.fromkeys(("address", "adress", "belagenhetsadress", "osoite"), ADDRESS),
    **dict.fromkeys(("settlement", "ort", "tatort", "smaort", "by", "village", "town", "city", "locality"), SETTLEMENT),
    **dict.fromkeys(("neighbourhood", "neighborhood", "stadsdel", "delomrade", "omrade", "district"), NEIGHBOURHOOD),
    **dict.fromkeys(("landmark", "landmarke", "plats", "poi", "hallplats", "byggnad", "anlaggning"), LANDMARK),
    "other": OTHER,
}
_BY_NAME: Mapping[str, str] = {  # what a column of names is called may tell too
    **dict.fromkeys(("gatunamn", "gata", "vagnamn", "street", "street_name", "road_name"), STREET),
    **dict.fromkeys(("adress", "address", "belagenhetsadress"), ADDRESS),
    **dict.fromkeys(("tatort", "tatortsnamn", "smaort"), SETTLEMENT),
    **dict.fromkeys(("stadsdel", "delomrade"), NEIGHBOURHOOD),
}
_KIND_HEADINGS = ("kind", "namntyp", "ortnamnstyp", "platstyp", "typ", "type", "kategori", "category")

# OpenStreetMap
_PLACES: Mapping[str, str] = {
    **dict.fromkeys(("city", "town", "village", "hamlet", "isolated_dwelling", "farm", "locality"), SETTLEMENT),
    **dict.fromkeys(("suburb", "quarter", "neighbourhood", "borough", "city_block", "district"), NEIGHBOURHOOD),
    **dict.fromkeys(("square", "island", "islet", "plot"), LANDMARK),
}
_NO_STREETS = (
    "bus_stop",
    "platform",
    "traffic_signals",
    "crossing",
    "street_lamp",
    "rest_area",
    "services",
    "proposed",
)
_LANDMARKS = (
    *(
        "amenity",
        "shop",
        "leisure",
        "tourism",
        "historic",
        "railway",
        "public_transport",
        "sport",
        "building",
        "office",
    ),
    *("craft", "healthcare", "club", "man_made", "natural", "waterway", "landuse", "bridge", "memorial", "military"),
    *("aeroway", "highway"),
)
_ROUTES = ("route", "route_master", "network", "was:route", "superroute")  # bus lines and cycle routes are no spots

# Who's On First
_PLACETYPES: Mapping[str, str] = {
    **dict.fromkeys(("locality", "localadmin"), SETTLEMENT),
    **dict.fromkeys(("neighbourhood", "macrohood", "microhood", "borough"), NEIGHBOURHOOD),
    **dict.fromkeys(("campus", "venue", "building", "concourse"), LANDMARK),
}
_URBAN_AREA = re.compile(r"\d{4}[TS][A-Z]?\d{2,4}")  # the code of a tätort or småort at Statistics Sweden


def kind_of(said: Mapping[str, str], heading: str) -> str | None:
    """One of the kinds; None when nobody can tell.

    `said` is what stands under each heading, as `plain` writes them; `heading` the one that the name stands under.
    """
    placetype = _PLACETYPES.get(said.get("wof_placetype", ""))
    return _of_openstreetmap(said) or placetype or _told(said) or _BY_NAME.get(heading) or _urban(said)


def is_no_spot(said: Mapping[str, str]) -> bool:
    """Whether it is one of the things in a map that are nowhere in particular."""
    return said.get("type") in _ROUTES or bool(said.get("route"))


def _of_openstreetmap(said: Mapping[str, str]) -> str | None:
    if said.get("place") in _PLACES:
        return _PLACES[said["place"]]
    if said.get("highway") and said["highway"] not in _NO_STREETS:
        return STREET
    return LANDMARK if any(said.get(key) not in (None, "", "no") for key in _LANDMARKS) else None


def _told(said: Mapping[str, str]) -> str | None:
    found = (_WORDS.get(plain(said.get(heading, ""))) for heading in _KIND_HEADINGS)
    return next((kind for kind in found if kind), None)


def _urban(said: Mapping[str, str]) -> str | None:
    return SETTLEMENT if any(_URBAN_AREA.fullmatch(text) for text in said.values()) else None
