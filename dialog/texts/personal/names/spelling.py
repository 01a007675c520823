"""Words as names are compared, and the names that an inflected word may be of. Pure."""

from collections.abc import Iterator

_VOWEL_SIGNS = dict.fromkeys(map(chr, [*range(0x64B, 0x653), 0x670, 0x640]))  # and tatweel
_ARABIC = str.maketrans({**dict(zip("أإآٱةكيۀ", "ااااهکیه", strict=True)), **_VOWEL_SIGNS})
_APOSTROPHES = str.maketrans("’", "'")
_FINNISH = (
    *("sta", "stä", "ssa", "ssä", "lla", "llä", "lta", "ltä", "lle", "lta", "ltä", "ksi", "kin"),
    *("ien", "in", "en", "an", "än", "n", "a", "ä"),
)
_WITH_S = (None, "sv", "da", "no", "nb", "de")  # a genitive without apostrophe
_SLAVIC = (
    "ового",
    "ової",
    "ому",
    "ові",
    "еві",
    "ого",
    "ою",
    "ею",
    "ом",
    "ем",
    "ам",
    "у",
    "ю",
    "а",
    "я",
    "и",
    "і",
    "ы",
    "е",
)
_POLISH = ("iego", "owi", "iem", "ego", "em", "ie", "ę", "ą", "y", "i", "a", "u", "o")
_WITH_ENDINGS = {"uk": _SLAVIC, "ru": _SLAVIC, "pl": _POLISH}
_SLAVIC_VOWELS = ("", "а", "я", "й", "о", "ь", "ій", "ія")
_POLISH_VOWELS = ("", "a", "ia", "i", "ek", "o")
_STRONG = {"k": "kk", "p": "pp", "t": "tt", "d": "t", "mm": "mp", "nn": "nt", "ll": "lt", "rr": "rt"}


def alike(word: str) -> str:
    """Without capitals and vowel signs, Arabic letters as one of those that are written for each other."""
    if word.isascii():
        return word.lower()
    if "\u0600" <= word[0] <= "\u06ff":
        return word.translate(_ARABIC)
    plain = word.lower()
    return plain.translate(_APOSTROPHES) if "’" in plain else plain


def bases(word: str, language: str | None) -> Iterator[str]:
    """What a word, as `alike` writes it, may be a form of; itself first."""
    yield word
    stem, apostrophe, _ = word.partition("'")
    if apostrophe and len(stem) > 2:
        yield stem
    if language in _WITH_S and word.endswith("s") and len(word) > 3 and word[-2] != "s":
        yield word[:-1].rstrip("'")
    if language == "fi":
        yield from _finnish(word)
    elif language in _WITH_ENDINGS:
        vowels = _POLISH_VOWELS if language == "pl" else _SLAVIC_VOWELS
        for stem in _stems(word, _WITH_ENDINGS[language]):
            yield from (stem + vowel for vowel in vowels)


def _finnish(word: str) -> Iterator[str]:
    """Mikon: mikko; Virtasen: virtanen; Annalta: anna."""
    for stem in _stems(word, _FINNISH):
        yield stem
        if stem.endswith("se"):
            yield f"{stem[:-2]}nen"
        elif stem.endswith("s"):
            yield f"{stem[:-1]}nen"
        yield from _with_strong_grade(stem)
        if stem[-1:] in "kptdnlrmsvjhg":
            yield f"{stem}i"
            yield from _with_strong_grade(f"{stem}i")


def _with_strong_grade(stem: str) -> Iterator[str]:
    """pekan: pekka, matin: matti."""
    for weak, strong in _STRONG.items():
        if stem[-1 - len(weak) : -1] == weak:
            yield stem[: -1 - len(weak)] + strong + stem[-1]


def _stems(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    return (word[: -len(ending)] for ending in endings if word.endswith(ending) and len(word) - len(ending) >= 3)
