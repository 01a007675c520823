"""Which kind of question a row's type asks for. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pyxform.aliases import select, select_from_file
from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

from dialog.survey.questionnaire import Kind
from dialog.survey.xlsform.lines import Line

_TYPES: Mapping[str, Mapping[str, Any]] = {name.casefold(): told for name, told in QUESTION_TYPE_DICT.items()}
_SELECTS = sorted(select, key=len, reverse=True)  # the longest that fits is meant
_CHOSEN: Mapping[str, Kind] = {"select one": "one_of", "select all that apply": "several_of", "rank": "ranking"}
_OR_OTHER = re.compile(r"\s+or[ _](?:specify[ _])?other$", re.IGNORECASE)
_INPUTS: Mapping[str, Kind] = {"int": "number", "decimal": "number", "string": "short", "date": "date"}
_JUMPS = ("goto ", "do section ")  # ODK-X
_LEFT_OUT = {
    "dateTime": "moment",
    "time": "moment",
    "geotrace": "shape",
    "geoshape": "shape",
    "barcode": "media",
    "binary": "media",
}


@dataclass(frozen=True)
class Asked:
    """What a type means. Without a kind, `loss` says why it can't be asked."""

    type: str  # as it stands
    kind: Kind | None = None
    loss: str = ""
    list: str = ""  # of choices
    other: bool = False  # one may write something else instead
    whole: bool = False
    check: str = ""  # that comes with the type: a percentage is at most 100


def asked_of(line: Line) -> Asked:
    written = " ".join(line["type"].split())
    jump = "jump" if written.startswith(_JUMPS) else "unknown_type"
    return _select(written) or _known(written, line) or Asked(written, loss=jump)


def _select(written: str) -> Asked | None:
    words = written.casefold()
    name = next((one for one in _SELECTS if words == one or words.startswith(f"{one} ")), None)
    if name is None:
        return None
    if name in select_from_file or select[name] not in _CHOSEN:
        return Asked(written, loss="from_file")
    rest = written[len(name) :]
    chosen = _OR_OTHER.sub("", rest)
    return Asked(written, _CHOSEN[select[name]], list=chosen.strip(), other=chosen != rest)


def _known(written: str, line: Line) -> Asked | None:
    told = _TYPES.get(written.casefold())
    if told is None:
        return None
    tag, bind = told.get("control", {}).get("tag", ""), told.get("bind", {})
    type = bind.get("type", "")
    if tag in ("", "action"):
        return Asked(
            written, loss="metadata" if tag or "jr:preload" in bind or not _is_calculated(told) else "calculated"
        )
    if tag == "upload":
        is_photo = told["control"]["mediatype"] == "image/*"
        return Asked(written, "photo") if is_photo else Asked(written, loss="media")
    if tag == "trigger":
        return Asked(written, loss="confirmation")
    if tag == "range":
        return Asked(written, "number", whole=_is_whole_range(line))
    if type == "geopoint":
        return Asked(written, "places")
    if type in _LEFT_OUT:
        return Asked(written, loss=_LEFT_OUT[type])
    return _input(written, bind, line)


def _input(written: str, bind: Mapping[str, str], line: Line) -> Asked | None:
    kind: Kind | None = "info" if "readonly" in bind else _INPUTS.get(bind.get("type", ""))
    if kind == "short" and ("multiline" in line["appearance"] or "rows" in parameters_of(line)):
        kind = "text"
    return Asked(written, kind, whole=bind.get("type") == "int", check=bind.get("constraint", "")) if kind else None


def _is_calculated(told: Mapping[str, Any]) -> bool:
    return bool(told.get("bind", {}).get("type") == "string")


def _is_whole_range(line: Line) -> bool:
    told = parameters_of(line)
    return all(re.fullmatch(r"-?\d+", told.get(name, "1")) for name in ("start", "end", "step"))


def parameters_of(line: Line) -> dict[str, str]:
    """start=1;end=10 -> {"start": "1", "end": "10"}"""
    parts = re.split(r"[;,\s]+", re.sub(r"\s*=\s*", "=", line["parameters"]))
    return {name.casefold(): value for name, sign, value in (part.partition("=") for part in parts) if sign}
