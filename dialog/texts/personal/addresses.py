"""Streets with the number of a house. A street alone is where something happens, and no address. Pure."""

import re
from collections.abc import Iterator

from dialog.texts.personal.found import ADDRESS, Found

_NUMBER = (
    r"(?:[,،]? (?:nr|no|nummer|number|numero|رقم|پلاک|بلاک|ቁጽሪ|№)[.:]? ?|,? )"
    r"(\d{1,3}(?! ?(?:kr|:-|%|°|st\b|km|m\b|min))(?: ?[A-H](?![\w])|[a-h](?!\w))?(?: \d{1,3}(?!\w|[.,:]\d))?"
    r"(?:,? (?:lgh|lägenhet) ?\d{2,4})?(?:, \d{3} ?\d\d [A-ZÅÄÖ]\w{1,30})?)(?![\w%]|[.,:/]\d|-\d)"
)
_HOUSE = re.compile(rf"(?<=[^\W\d_]){_NUMBER}", re.IGNORECASE)
_STREETS = (
    "gatan gata vägen väg gränd gränden allén allé stigen stig backen leden kajen gången slingan ringen esplanaden"
    " promenaden torget kadulla kadun katu kuja polku kaari raitti tiellä tie straße strasse"
)
_ENDINGS = tuple(_STREETS.split())
_LONGEST_ENDING = max(map(len, _ENDINGS))
_BEFORE = (  # one of these is in whatever _PREFIX finds
    *("شارع", "خیابان", "کوچه", "بلوار", "waddada", "wadada", "jidka", "ulic", "ul.", "вул", "ул", "calle", "rue"),
    *("rruga", "ጎደና"),
)
_PREFIX = re.compile(
    r"(?<!\w)(?:شارع|خیابان|کوچه|بلوار|waddada|wadada|jidka|ulica|ulicy|ul\.|вулиц[яі]|вул\.|улиц[ае]|ул\.|calle|rue|rruga"
    r"|ጎደና)((?: (?!الساعة|ساعة|ساعت|saacad|godz|о |в |at )[^\W\d_][\w’'-]{1,30}){1,3})" + _NUMBER,
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"(?<![\w.,:/-])\d{1,4}[A-Za-z]? (?:[A-Z][\w'’-]{1,20} ){1,3}"
    r"(?:Street|Road|Avenue|Lane|Drive|Close|Square|Crescent|Court|Terrace|St|Rd|Ave)\b"
)
_WORD_BEFORE = re.compile(r"[^\W\d_][\w:’'-]{0,40}$")
_NO_STREET = re.compile(  # words that only end like a street
    r"(?:(?:riks|läns|europa)?väg|vägen|gatan|gata|leden|stigen|stig|gången|backen|torget|ringen|tie|katu|polku|kuja|allé"
    r"|allén|gränd|gränden|kajen|slingan|tiellä|(?:om|in|ut|över|till|upp|ned|före)gången|frågan|\w+tunnelbanan)$",
    re.IGNORECASE,
)
_ANY_STREET = re.compile(  # with a small letter no name
    r"(?:motor|cykel|gång|bil|gen|skol|huvud|lands|stick|tvär|sido|bak|gå|till|in|ut|bilar|om|av|under|över|hela|halv"
    r"|maan|pyörä|moottori|kävely)(?:väg|vägen|gatan|gata|leden|stigen|stig|backen|tie|katu|polku)$"
)
_COUNTED = re.compile(  # what the number counts, when it is none of a house
    r" (?:gånger|ungdomar|personer|bilar|mopeder|dagar|timmar|minuter|meter|kronor|år|stycken|barn|killar|tjejer|män"
    r"|kvinnor|lampor|lyktor|hus|st|kvällar|nätter|veckor|månader|träd|containrar|bänkar|cyklar|poliser|vuxna|grannar"
    r"|people|times|cars|days|hours|kids|nuorta|kertaa|autoa|lasta|metriä|päivää|tuntia|ihmistä|qof|jeer|maalmood"
    r"|شخص|شخصا|مرات|سيارات|شباب|متر|نفر|بار|ماشین|جوان|کودک|осіб|людей|разів|osób|razy)(?!\w)",
    re.IGNORECASE,
)
_MOST_WORDS = 3


def find_addresses(folded: str) -> Iterator[Found]:
    """In a text whose digits are folded."""
    lowered = folded.lower()
    for match in _HOUSE.finditer(folded):
        at = match.start()
        if folded[max(at - _LONGEST_ENDING, 0) : at].lower().endswith(_ENDINGS):
            start = _start_of_street(folded, at)
            if start is not None and not _COUNTED.match(folded, match.end()):
                yield Found(start, match.end(), ADDRESS)
    for match in _PREFIX.finditer(folded) if any(word in lowered for word in _BEFORE) else ():
        if not _COUNTED.match(folded, match.end()):
            yield Found(*match.span(), ADDRESS)
    yield from (Found(*match.span(), ADDRESS) for match in _ENGLISH.finditer(folded))


def _start_of_street(folded: str, end: int) -> int | None:
    """Where the name of a street begins whose last word ends here; None when it is no name."""
    before = _WORD_BEFORE.search(folded, max(end - 40, 0), end)
    if before is None:
        return None
    start, word = before.start(), before[0]
    if not _NO_STREET.match(word) and not _ANY_STREET.match(word):
        return _with_words_before(folded, start)
    return _with_words_before(folded, start) if word[0].islower() and _is_after_name(folded, start) else None


def _is_after_name(folded: str, start: int) -> bool:
    """Whether a word with a capital, in the genitive, stands before: Karl Johans gata."""
    words = folded[max(start - 40, 0) : start].split(" ")[:-1]
    return bool(words) and words[-1][:1].isupper() and words[-1].endswith("s")


def _with_words_before(folded: str, start: int) -> int:
    """Take words with a capital into the name, but the first of a sentence only when it belongs to it."""
    for _ in range(_MOST_WORDS - 1):
        before = (
            _WORD_BEFORE.search(folded, max(start - 41, 0), start - 1) if folded[start - 1 : start] == " " else None
        )
        if before is None or not before[0][0].isupper() or before[0].lower() in _OTHER_WORDS:
            break
        start = before.start()
    return start


_SMALL_WORDS = "på vid i bor från till utanför längs mellan at on in osoitteessa det han hon vi jag min"
_OTHER_WORDS = frozenset(_SMALL_WORDS.split())
