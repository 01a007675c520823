"""Names in scripts without capitals: Arabic for Arabic, Persian, Dari and Sorani, and Ethiopic. Pure.

Most names there are ordinary words too. One that is counts only beside another name, or after a word that announces it.
"""

from collections.abc import Iterator

from dialog.texts.personal.found import NAME, Found
from dialog.texts.personal.names.lists import Kind
from dialog.texts.personal.names.sentence import Sentence

_PERSIAN = frozenset("پچژگ")
_OF_PERSIANS = ("fa", "prs", "ckb", "ps")
_JOINED = ("و", "ف", "ل", "ب", "لل")  # and, so, to, with: written together with what follows
_ELDERS = frozenset(("ابو", "ام"))  # father of, mother of
_SERVANT = "عبد"
_MOST_WORDS = 4
_PLACE_REACH = 3  # words from a street or a school to the end of its name


def find_uncased(sentence: Sentence) -> Iterator[Found]:
    """Names in order of place."""
    firm = Kind.FIRM_TI | (Kind.FIRM_FA if _is_persian(sentence) else Kind.FIRM_AR)
    at = 0
    while at < len(sentence.words):
        end = _end_of_name(sentence, at)
        if end > at and not _is_place(sentence, at) and _is_name(sentence, at, end, firm):
            sure = end - at > 1 or _is_announced(sentence, at)
            yield Found(sentence.words[at].start, sentence.words[end - 1].end, NAME, sure)
        at = max(end, at + 1)


def _is_persian(sentence: Sentence) -> bool:
    if sentence.language:
        return sentence.language in _OF_PERSIANS
    return not _PERSIAN.isdisjoint(sentence.text)


def _end_of_name(sentence: Sentence, start: int) -> int:
    """Up to where words that may be parts of a name stand beside each other; `start` where the first is none."""
    end = start
    while end < len(sentence.words) and end - start < _MOST_WORDS and (end == start or sentence.words[end].is_near):
        if not _may_be_name(sentence, end, is_first=end == start):
            break
        end += 1
    last = sentence.words[end - 1].alike if end > start else ""
    return end - 1 if last in _ELDERS or (last == _SERVANT and end - start == 1) else end


def _may_be_name(sentence: Sentence, at: int, *, is_first: bool) -> bool:
    word = sentence.words[at].alike
    if word in _ELDERS or word == _SERVANT:
        return True
    if at and not is_first and sentence.words[at - 1].alike in (*_ELDERS, _SERVANT):
        return not sentence.is_cue(at, "no")
    if at and is_first and _cue_before(sentence, at) in ("named", "title") and _is_unknown_name(sentence, at):
        return True
    return bool(_kind(sentence, at, is_first=is_first) & (Kind.GIVEN | Kind.FAMILY))


def _is_unknown_name(sentence: Sentence, at: int) -> bool:
    """After "is called" anything may be a name that is no small word."""
    word = sentence.words[at].alike
    return (
        len(word) > 2
        and not sentence.is_cue(at, "no")
        and _cue_before(sentence, at) == "named"
        and (sentence.words[at - 1].alike not in ("نام", "اسم"))
    )


def _kind(sentence: Sentence, at: int, *, is_first: bool) -> int:
    """What a word is known as, also without "and" or "to" before it."""
    word = sentence.words[at].alike
    kind = sentence.kind(at)
    if kind or not is_first or not "\u0600" <= word[0] <= "\u06ff":
        return kind
    for joined in _JOINED:
        if (
            word.startswith(joined)
            and len(word) - len(joined) > 2
            and (kind := sentence.lists.kind(word[len(joined) :]))
        ):
            return kind
    return 0


def _is_name(sentence: Sentence, start: int, end: int, firm: int) -> bool:
    kinds = [_kind(sentence, at, is_first=at == start) for at in range(start, end)]
    if sentence.words[start].alike in (*_ELDERS, _SERVANT):
        return end - start > 1
    if _is_announced(sentence, start):
        return True
    if any(at in sentence.in_places for at in range(start, end)):
        return False
    if any(kind & firm for kind in kinds):
        return True
    return _follows_name(sentence, start)


def _is_announced(sentence: Sentence, at: int) -> bool:
    return bool(_cue_before(sentence, at)) and not any(
        sentence.is_cue(before, "clause") for before in range(max(at - 3, 0), at)
    )


def _cue_before(sentence: Sentence, at: int) -> str:
    """The word before, or the one before a pronoun that belongs to it: همسایه ما."""
    for before in (at - 1, at - 2):
        if before < 0 or (before < at - 1 and sentence.words[at - 1].alike not in ("ما", "من", "ام", "مان", "او")):
            break
        for what in ("named", "title", "kin"):
            if sentence.is_cue(before, what):
                return what
    return ""


def _follows_name(sentence: Sentence, at: int) -> bool:
    """Whether it is joined by "and" to a name before it: أحمد وخالد."""
    word = sentence.words[at].alike
    return (
        at > 0
        and sentence.words[at].is_near
        and word.startswith("و")
        and len(word) > 3
        and bool(sentence.kind(at - 1) & Kind.GIVEN)
        and not sentence.kind(at)
    )


def _is_place(sentence: Sentence, at: int) -> bool:
    """Whether a street, a school or a mosque stands before it."""
    return any(sentence.is_cue(before, "before") for before in range(max(at - _PLACE_REACH + 1, 0), at))
