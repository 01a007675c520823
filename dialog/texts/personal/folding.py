"""Digits and signs of all scripts as those of ASCII, one character for one, so that places stay right. Pure."""

import unicodedata

_UNSEEN = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" + "".join(map(chr, [*range(0x202A, 0x202F)]))
_ISOLATES = "".join(map(chr, range(0x2066, 0x206A)))
_DIGITS = {
    chr(sign): str(unicodedata.digit(chr(sign)))
    for sign in range(0x660, 0x10000)  # what everyday writing is made of
    if unicodedata.category(chr(sign)) == "Nd"
}
_ETHIOPIC = {chr(0x1369 + digit): str(digit + 1) for digit in range(9)}  # 1 to 9; Ethiopic has no zero
_SIGNS = {"＠": "@", "＋": "+", "．": ".", "＿": "_", "＃": "#", "：": ":", "（": "(", "）": ")"}
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212－", "-")
_SPACES = dict.fromkeys("\u00a0\u2007\u2008\u2009\u202f" + _UNSEEN + _ISOLATES, " ")
_TABLE = str.maketrans(_DIGITS | _ETHIOPIC | _SIGNS | _DASHES | _SPACES)


def fold(text: str) -> str:
    """As long as the text: ٠٧٠ → 070. What can't be seen, such as a mark of direction, becomes a space."""
    return text if text.isascii() else text.translate(_TABLE)
