"""Words as they are compared when somebody searches: the same however they were typed. Pure.

å, ä and ö are found by themselves and by a and o; the forms of one Arabic letter are one; vowel signs, tatweel and
accents say nothing; digits of every script are 0 to 9.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

LONGEST_WORD = 64  # characters; what follows says nothing, and databases limit it
MOST_WORDS = 12  # of a question
SHORTEST_BEGINNING = 2  # characters of a last word that also stands for longer ones

_LATIN = {"æ": "a", "œ": "o", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n"}
_ARABIC = {
    letter: said
    for said, written in {"ا": "ٱ", "ه": "ةۀہھەۃ", "و": "ۆۇ", "ي": "ىیېێے", "ك": "کڪ", "ر": "ڕ", "ل": "ڵ"}.items()
    for letter in written
}
_SAYS_NOTHING = "ء\u0640'’‘ʼʿʾ`´\u00ad\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff"  # hamza alone, tatweel, joiners
_LAST_MARK = 0x1FFFF  # above it there are neither letters of ours nor marks on them


def _letters() -> Mapping[int, str | None]:
    signs = {sign: chr(sign) for sign in range(_LAST_MARK + 1)}
    marks = {sign: None for sign, char in signs.items() if unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf")}
    digits = {sign: str(unicodedata.decimal(char)) for sign, char in signs.items() if char.isdecimal()}
    return {**marks, **digits, **{ord(sign): said for sign, said in (_LATIN | _ARABIC).items()}}


_NOTHING = dict.fromkeys(map(ord, _SAYS_NOTHING))
_LETTERS = _letters()
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Question:
    """What somebody searches for: words that all have to stand in a text, and the beginning of one more."""

    words: tuple[str, ...] = ()
    beginning: str = ""

    def __bool__(self) -> bool:
        return bool(self.words or self.beginning)

    def loosened(self, letters: int) -> "Question":
        """The same with no more than some letters of the beginning: whatever answers this one answers that one too."""
        return Question(self.words, self.beginning[:letters])


def fold(text: str) -> str:
    """The words of a text with one space between, each at most LONGEST_WORD long: only letters and digits are left.

    Går på Älvgatan 2 -> gar pa alvgatan 2; السّاحةُ -> الساحه; ۱۲ -> 12
    """
    plain = text.translate(_NOTHING).casefold()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", plain).casefold()).translate(_LETTERS)
    return " ".join(word[:LONGEST_WORD] for word in _NO_LETTER.sub(" ", plain).split())


def question_of(written: str) -> Question:
    """What was written into a search field. A last word of one letter stands for itself alone."""
    words = list(dict.fromkeys(fold(written).split()[:MOST_WORDS]))
    if not words or len(words[-1]) < SHORTEST_BEGINNING or written[-1:].isspace():
        return Question(tuple(words))
    return Question(tuple(words[:-1]), words[-1])


def is_answered(question: Question, folded: str) -> bool:
    """Whether a folded text has all words, and one that begins like the last. What databases answer, said plainly."""
    words = set(folded.split())
    begins = not question.beginning or any(word.startswith(question.beginning) for word in words)
    return begins and words.issuperset(question.words)


def seen_words(original: str, masks: Iterable[Mapping[str, Any]]) -> str:
    """A text, folded, without what is hidden in it: {start, end} in characters."""
    parts, reached = [], 0
    for mask in sorted(masks, key=lambda mask: mask["start"]):
        parts.append(original[reached : max(mask["start"], reached)])
        reached = max(reached, mask["end"])
    return fold(" ".join([*parts, original[reached:]]))
