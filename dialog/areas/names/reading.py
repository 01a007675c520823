"""What an entry of somebody's file calls something: in each language, otherwise, and by its address. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from shapely.geometry.base import BaseGeometry

from dialog.areas import naming
from dialog.areas.names.joining import ADDRESS, OTHER, Part
from dialog.areas.names.kinds import is_no_spot, kind_of
from dialog.areas.naming import first_text, names_of
from dialog.languages import MAIN, N_, Sentence
from dialog.rows.cells import mended
from dialog.rows.headings import plain

LONGEST_NAME = 120  # characters
NAMES = (
    *("name_swe_x_preferred", "name_sv", "namn_sv", "ortnamn", "gatunamn", "vagnamn", "street_name", "road_name"),
    *("tatort", "tatortsnamn", "smaort", "platsnamn", "objektnamn", "benamning", *naming.NAMES),
    *(
        "gata",
        "street",
        "plats",
        "place_name",
        "ort",
        "ortsnamn",
        "city",
        "hallplats",
        "adress",
        "address",
        "belagenhetsadress",
    ),
)
_OTHERS = re.compile(
    r"(?:(?:alt|old|loc|short|official|reg|nat|int|former|alternative)_)?name(?:_.+)?|wof_name"
    r"|namn_.+|(?:alternativ|aldre|tidigare|smek)(?:t_)?namn|annat_namn"
)
_NO_NAMES = re.compile(r".*(?:pronunciation|etymology|signed|prefix|suffix|wikidata|wikipedia|source|abbr).*")
_TAG = re.compile(r'"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"')  # "name:sv"=>"Skillnadsgatan"
_LETTER = re.compile(r"[^\W\d_]")
_GONE = ("wof_superseded_by", "edtf_deprecated", "edtf_superseded")
_UNSAID = ("", "uuuu", "u", "..")  # a date that is not known

_plain = cache(plain)


class Unnamed(ValueError):
    """The entry has no name that can be kept; the text says why, or nothing when it has none at all."""


class NoSpot(Unnamed):
    """The entry is nowhere in particular, or no longer there."""


@dataclass(frozen=True)
class Reading:
    """How the entries of a file are read: by its headings, or as somebody told."""

    heading: str = ""  # where the name stands; empty: where it usually does
    kind: str = OTHER  # what they are, where the file does not say


def read_entry(properties: Mapping[str, Any], shape: BaseGeometry, reading: Reading) -> Iterator[Part]:
    """The thing under its name, and its address under the address. Raises Unnamed or NoSpot."""
    properties = _with_tags(properties)
    said = {_plain(key): first_text(value) for key, value in properties.items()}
    if is_no_spot(said) or _is_gone(said):
        raise NoSpot
    address = " ".join(filter(None, (said.get("addr_street"), said.get("addr_housenumber"))))
    headings = [reading.heading] if reading.heading else _headings(properties)
    names = {tag: mended(text) for tag, text in names_of(properties, headings).items() if _LETTER.search(text)}
    has_address = bool(said.get("addr_street") and said.get("addr_housenumber"))
    if not names and not has_address:
        raise Unnamed
    for text in names.values():
        if len(text) > LONGEST_NAME:
            raise Unnamed(
                Sentence(
                    N_("its name has %(number)s characters, more than %(most)s"), number=len(text), most=LONGEST_NAME
                )
            )
    if names:
        kind = kind_of(said, _plain(headings[0]) if headings else "") or reading.kind
        yield Part(kind, names, _others(properties, names), shape)
    if has_address and len(address) <= LONGEST_NAME:
        yield Part(ADDRESS, {MAIN: mended(address)}, (), shape)


def _headings(properties: Mapping[str, Any]) -> list[str]:
    """Where a name may stand, the best first."""
    by_plain = {_plain(key): key for key, value in properties.items() if first_text(value)}
    return [key for name in NAMES if (key := by_plain.get(name))]


def _others(properties: Mapping[str, Any], names: Mapping[str, str]) -> list[str]:
    """What it is also called, in whatever language: each once, and none that is among its names."""
    known = set(names.values())
    found = (one for key, value in properties.items() if _is_other(_plain(key)) for one in _texts(value))
    return [one for one in dict.fromkeys(found) if one not in known and _LETTER.search(one) and len(one) < LONGEST_NAME]


@cache
def _is_other(heading: str) -> bool:
    return bool(_OTHERS.fullmatch(heading)) and not _NO_NAMES.fullmatch(heading)


def _texts(value: Any) -> Sequence[str]:
    """The several names of one property; OpenStreetMap puts ; between them."""
    several = value if isinstance(value, list) else [value]
    return [mended(text) for one in several for part in first_text(one).split(";") if (text := part.strip())]


def _with_tags(properties: Mapping[str, Any]) -> Mapping[str, Any]:
    """The tags of OpenStreetMap that a reader put together into one text, side by side with the others."""
    together = properties.get("other_tags")
    if not isinstance(together, str):
        return properties
    tags = {_unescaped(key): _unescaped(value) for key, value in _TAG.findall(together)}
    return {**tags, **{key: value for key, value in properties.items() if key != "other_tags"}}


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def _is_gone(said: Mapping[str, str]) -> bool:
    """Who's On First keeps what is no longer so; what it does not know (-1) may well be."""
    return said.get("mz_is_current") == "0" or any(said.get(key, "") not in _UNSAID for key in _GONE)
