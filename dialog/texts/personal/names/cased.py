"""Names in scripts with capitals: Latin, Cyrillic, Greek. Pure.

A run is words with capitals side by side. What stands before it, after it and in it tells whether it is a name.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from dialog.texts.personal.found import NAME, Found
from dialog.texts.personal.names.lists import Kind
from dialog.texts.personal.names.sentence import Sentence

_MOST_WORDS = 5  # of a name
_BETWEEN = "von af av de van der al el bin ibn abu bint da di la du zu"
_PARTICLES = frozenset(_BETWEEN.split())
_FAMILY_ENDINGS = (
    *("sson", "nsen", "rsen", "lsen", "qvist", "kvist", "ström", "gren", "nen", "ović", "ovic", "evic", "enko", "chuk"),
    *("wicz", "wska", "wski", "zadeh", "nejad", "oğlu", "oglu", "poulos", "shvili", "енко", "чук", "ський", "ська"),
    *("son", "ова", "ов", "ева", "ев", "jevic", "yan"),
)
_SURE_ENDINGS = ("sson", "qvist", "kvist", "ström", "gren", "ović", "enko", "zadeh", "nejad", "енко")
_LONGEST_SHORTENED = 4  # letters of "prof."
_SHORTEST = 6  # letters of a word that such an ending makes a name of a family


@dataclass(frozen=True, slots=True)
class _Run:
    """Words from `start` to before `end`, and whether the first begins a sentence."""

    start: int
    end: int


def find_cased(sentence: Sentence) -> Iterator[Found]:
    """Names in order of place."""
    at = 0
    while at < len(sentence.words):
        if not sentence.words[at].is_capital:
            if found := _small(sentence, at):
                yield found
            at += 1
            continue
        run = _run_from(sentence, at)
        if not _is_place(sentence, run):
            yield from _names_in(sentence, run)
        at = run.end


def _run_from(sentence: Sentence, start: int) -> _Run:
    """Words with capitals, and such as "von" between them."""
    words, end = sentence.words, start + 1
    while end < len(words) and end - start < _MOST_WORDS and (words[end].is_near or _is_initial(sentence, end - 1)):
        if not words[end].is_capital:
            follows = words[end + 1] if end + 1 < len(words) else None
            if not (words[end].alike in _PARTICLES and follows and follows.is_near and follows.is_capital):
                break
        end += 1
    while not words[end - 1].is_capital:
        end -= 1
    return _Run(start, end)


def _is_initial(sentence: Sentence, at: int) -> bool:
    """A letter with a full stop: A. Nilsson."""
    word = sentence.words[at]
    return len(word.written) == 1 and word.is_capital and sentence.text[word.end : word.end + 1] == "."


def _is_place(sentence: Sentence, run: _Run) -> bool:
    """Karl Johans gata; Viktoriaparken; Sankt Lars; a name of a place that was loaded."""
    words, endings = sentence.words, sentence.lists.endings
    after = run.end
    if after < len(words) and words[after].is_near and sentence.is_cue(after, "place"):
        return not sentence.is_cue(run.start - 1, "kin")
    if any(sentence.is_cue(at, "before") for at in (run.start - 1, run.start) if at >= 0 and _is_beside(sentence, at)):
        return True
    last = words[run.end - 1].alike
    if last.endswith(endings) or (sentence.is_cue(run.end - 1, "place") and run.end - run.start > 1):
        return True
    return bool(sentence.in_places) and all(at in sentence.in_places for at in range(run.start, run.end))


def _is_beside(sentence: Sentence, at: int) -> bool:
    after = at + 1
    return after < len(sentence.words) and (
        sentence.words[after].is_near or sentence.text[sentence.words[at].end] == "."
    )


def _names_in(sentence: Sentence, run: _Run) -> Iterator[Found]:
    start = run.start
    cue = _cue_before(sentence, start)
    while start < run.end - 1 and (inside := _cue_at(sentence, start)):
        cue, start = inside, start + 1
    if cue == "named" and _has_other_subject(sentence, start):
        return
    is_known = bool(sentence.kind(start) & (Kind.GIVEN | Kind.FAMILY))
    if (cue == "kin" and is_known) or (cue in ("named", "title") and _can_be_name(sentence, start)):
        yield _found(sentence, start, run.end, sure=True)
    elif cue == "kin" and sentence.is_cue(start - 1, "close") and _can_be_name(sentence, start):
        yield _found(sentence, start, _end_of_name(sentence, start, run.end), sure=False)
    else:
        yield from _bare(sentence, start, run.end)


def _cue_before(sentence: Sentence, at: int) -> str:
    """What the word before tells: only when nothing but a space, or a colon, stands between."""
    if at == 0:
        return ""
    before = sentence.words[at - 1]
    sign = sentence.text[before.end]
    if sentence.words[at].is_near or sign == ":" or (sign == "." and len(before.alike) <= _LONGEST_SHORTENED):
        return _cue_at(sentence, at - 1)
    return ""


def _cue_at(sentence: Sentence, at: int) -> str:
    return next((what for what in ("named", "title", "kin") if sentence.is_cue(at, what)), "")


def _has_other_subject(sentence: Sentence, at: int) -> bool:
    """Whether it is a street, a school or a dog that is called so."""
    return any(sentence.is_cue(before, "clause") for before in range(max(at - 4, 0), at))


def _can_be_name(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    return not sentence.is_cue(at, "no") and len(word.written) > 1 and at not in sentence.in_places


def _bare(sentence: Sentence, start: int, end: int) -> Iterator[Found]:
    """Names that nothing announces."""
    for at in range(start, end):
        if _is_initial(sentence, at) and at + 1 < end and _is_family(sentence, at + 1):
            yield _found(sentence, at, end, sure=True)
            return
        if not sentence.kind(at) & Kind.GIVEN:
            continue
        if at + 1 < end and _are_both(sentence, at):
            yield _found(sentence, at, end, sure=True)
            return
        if _stands_alone(sentence, at):
            yield _found(sentence, at, _end_of_name(sentence, at, end), sure=False)
            return
    if end - start == 1 and _is_lone_family(sentence, start):
        yield _found(sentence, start, end, sure=False)


def _are_both(sentence: Sentence, at: int) -> bool:
    """A given name and what can be one of a family."""
    first, second = sentence.kind(at), sentence.kind(at + 1)
    if _is_initial(sentence, at + 1) or _is_family(sentence, at + 1):
        return True
    if first & (Kind.CAREFUL | Kind.NEVER):
        return False
    return bool(second & Kind.GIVEN) or (not sentence.is_cue(at + 1, "no") and not second & Kind.NEVER)


def _is_family(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    kind = sentence.kind(at)
    if kind & Kind.NEVER:
        return False
    is_like_one = len(word.alike) >= _SHORTEST and word.alike.rstrip("s").endswith(_FAMILY_ENDINGS)
    return is_like_one or bool(kind & Kind.FAMILY)


def _end_of_name(sentence: Sentence, at: int, end: int) -> int:
    """With the words after it that may be of the same name; the rest of the run is something else."""
    reached = at + 1
    while reached < end and sentence.kind(reached) & (Kind.GIVEN | Kind.FAMILY):
        reached += 1
    return reached


def _stands_alone(sentence: Sentence, at: int) -> bool:
    kind, word = sentence.kind(at), sentence.words[at]
    if kind & Kind.NEVER or at in sentence.in_places or (len(word.alike) < 3 and word.alike not in ("bo", "li")):
        return False
    if at and word.is_near and sentence.is_cue(at - 1, "preposition"):
        return False
    if not kind & Kind.CAREFUL:
        return True
    if word.is_first:
        return _is_joined(sentence, at)
    return sentence.language not in ("de", "en") or _is_joined(sentence, at)


def _is_joined(sentence: Sentence, at: int) -> bool:
    """Åsa och Björn: another name with a capital stands beside it, joined by "and"."""
    for joint, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if 0 <= other < len(sentence.words) and sentence.is_cue(joint, "and"):
            return sentence.words[other].is_capital and bool(sentence.kind(other) & Kind.GIVEN)
    return False


def _is_lone_family(sentence: Sentence, at: int) -> bool:
    word, kind = sentence.words[at], sentence.kind(at)
    if kind & (Kind.CAREFUL | Kind.NEVER) or at in sentence.in_places or len(word.alike) < _SHORTEST:
        return False
    if word.alike.rstrip("s").endswith(_SURE_ENDINGS):
        return True
    if sentence.language == "fi" and word.alike.endswith(("nen", "sen")) and not word.is_first:
        return True
    return bool(kind & Kind.ALONE) and not word.is_first and not sentence.is_cue(at - 1, "preposition")


def _small(sentence: Sentence, at: int) -> Found | None:
    """Names written without capitals: after a word that announces them, or a given name before one of a family."""
    word = sentence.words[at]
    kind = sentence.lists.kind(word.alike)
    if not kind & Kind.GIVEN or kind & Kind.NEVER or len(word.alike) < 3 or not word.written[0].islower():
        return None
    if kind & Kind.CAREFUL or at in sentence.in_places:
        return None
    cue = _cue_before(sentence, at)
    if cue == "named":
        return None if _has_other_subject(sentence, at) else _found(sentence, at, at + 1, sure=False)
    follows = at + 1
    has_family = (
        follows < len(sentence.words) and sentence.words[follows].is_near and _is_small_family(sentence, follows)
    )
    return _found(sentence, at, follows + has_family, sure=has_family) if has_family or cue else None


def _is_small_family(sentence: Sentence, at: int) -> bool:
    kind, word = sentence.kind(at), sentence.words[at]
    if kind & (Kind.CAREFUL | Kind.NEVER) or word.is_capital or len(word.alike) < _SHORTEST - 1:
        return False
    return bool(kind & Kind.FAMILY) or (len(word.alike) > _SHORTEST and word.alike.endswith(_SURE_ENDINGS))


def _found(sentence: Sentence, start: int, end: int, *, sure: bool) -> Found:
    last = sentence.words[end - 1]
    stop = last.end + 1 if _is_initial(sentence, end - 1) else last.end
    return Found(sentence.words[start].start, stop, NAME, sure)
