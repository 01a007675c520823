"""Which letters the bytes of a map's table stand for: ÅÄÖ in UTF-8, in Latin-1, or encoded twice. Pure."""

import codecs
from collections.abc import Mapping
from typing import Any

from dialog.languages import N_, Sentence
from dialog.rows.cells import mended
from dialog.rows.encoding import decode
from dialog.rows.row import UnreadableFile

BYTEWISE = "ISO-8859-1"  # in which every byte is read as one character, so that none is lost
LOST = "\N{REPLACEMENT CHARACTER}"
_DOS = {0x01: "cp437", 0x02: "cp850", 0x64: "cp852", 0x65: "cp866"}  # the language byte of a .dbf
_UTF8 = "utf-8"

Values = Mapping[str, Any]


def insist_on_encoding(name: str | None) -> str | None:
    """As Python calls it. Raises UnreadableFile for one that does not exist."""
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        raise UnreadableFile(
            Sentence(N_("There is no encoding %(name)s: write it as utf-8, latin-1 or cp850."), name=name)
        ) from None


def stated_encoding(cpg: bytes, dbf: bytes) -> str | None:
    """What a Shapefile says of its letters: in its .cpg, or in a byte of its .dbf; None when nothing that is known."""
    said = cpg.decode("ascii", errors="ignore").strip().casefold().removeprefix("ansi ")
    for name in (said, f"cp{said}"):
        try:
            return codecs.lookup(name).name
        except LookupError:
            continue
    return _DOS.get(dbf[29]) if len(dbf) > 29 else None


def encoding_of(bytewise: str, *, told: str | None, stated: str | None) -> str | None:
    """The encoding of texts that were read byte by byte; None: what `decode` makes of them.

    What a file says is believed only where its bytes don't show that they are UTF-8, or can't be.
    """
    if told:
        return told
    content = bytewise.encode(BYTEWISE, errors="ignore")
    if _is(content, _UTF8):
        return _UTF8
    return stated if stated and stated != _UTF8 and _is(content, stated) else None


def read_bytewise(text: str, encoding: str | None) -> str:
    """A text that was read byte by byte, in its own letters."""
    if text.isascii():
        return text
    content = text.encode(BYTEWISE, errors="replace")
    return content.decode(encoding, errors="replace") if encoding else decode(content)


def with_own_letters(values: Values) -> dict[str, Any]:
    """The values of a row, and their headings, without letters that were encoded twice."""
    return {_mended(key): _mended(value) for key, value in values.items()}


def lost_letters(rows: list[dict[str, Any]]) -> int:
    """How many rows have letters that an earlier program destroyed."""
    return sum(any(isinstance(value, str) and LOST in value for value in values.values()) for values in rows)


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return mended(value)
    return [_mended(one) for one in value] if isinstance(value, list) else value


def _is(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
