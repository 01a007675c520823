"""Which characters the bytes of a text file stand for."""

from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

_MARKS = ((BOM_UTF8, "utf-8-sig"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))
_GLANCE = 4096  # bytes


def decode(content: bytes) -> str:
    """The text, as UTF-8, UTF-16, Windows-1252 or, when even that has no character for a byte, Latin-1.

    UTF-8 with a few broken bytes stays UTF-8: they become lone surrogates, by which their rows are found.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="surrogateescape" if encoding == "utf-8-sig" else "replace")
    if wide := _utf16_without_mark(content[:_GLANCE]):
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _almost_utf8(content) or _western(content)


def _utf16_without_mark(start: bytes) -> str | None:
    """Every second byte of western text in UTF-16 is zero."""
    odd, even = start[1::2], start[::2]
    if odd and odd.count(0) > len(odd) / 2 and even.count(0) < len(even) / 4:
        return "utf-16-le"
    if even and even.count(0) > len(even) / 2 and odd.count(0) < len(odd) / 4:
        return "utf-16-be"
    return None


def _almost_utf8(content: bytes) -> str | None:
    text = content.decode("utf-8", errors="surrogateescape")
    broken = sum("\udc80" <= sign <= "\udcff" for sign in text)
    sound = sum(sign > "\x7f" for sign in text) - broken
    return text if sound > 10 * broken else None


def _western(content: bytes) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        return content.decode("latin-1")
