"""Which characters the bytes of a PC-Axis file stand for. Pure."""

import re
from codecs import BOM_UTF8, lookup

_DECLARED = re.compile(rb'^\s*(CODEPAGE|CHARSET)\s*=\s*"([^"]*)"', re.IGNORECASE | re.MULTILINE)
_HEAD = 20_000  # bytes in which a file says it
_NORDIC = set("åäöÅÄÖøæØÆéü")


def decode_px(content: bytes) -> str:
    """The text: as UTF-8 if it is, else by CODEPAGE, else as Windows (CHARSET ANSI) or, from before, as DOS wrote."""
    if content.startswith(BOM_UTF8):
        return content.decode("utf-8-sig", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    told = {key.upper(): value.decode("ascii", "replace").strip() for key, value in _DECLARED.findall(content[:_HEAD])}
    if (codec := _known(told.get(b"CODEPAGE", ""))) and codec != "utf-8":
        return content.decode(codec, errors="replace")
    if told.get(b"CHARSET", "").upper() == "ANSI":
        return content.decode("cp1252", errors="replace")
    return max((content.decode(one, errors="replace") for one in ("cp850", "cp1252")), key=_nordic)


def _known(name: str) -> str:
    """What Python calls a codec; nothing for one that it does not know."""
    for one in (name, f"cp{name}"):  # 850 and windows-1252 both stand in files
        try:
            return lookup(one).name
        except (LookupError, ValueError):
            continue
    return ""


def _nordic(text: str) -> int:
    return sum(text.count(letter) for letter in _NORDIC)
