"""Writing a codebook further: every change makes a new one. Ids are never used again. Pure."""

import re
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import replace

from dialog.languages import STAFF_LANGUAGES, Words
from dialog.review.codebook.book import Code, Codebook, Guide, LocalFocus, UnknownCode, is_topic, topic_number

LONGEST_SLUG = 40  # characters


class NoLabel(ValueError):
    """A code or focus area lacks a label in a language of staff: the language's tag."""


class SameLabel(ValueError):
    """Another code beside it, or another focus area, has this label already."""


class StillUsed(ValueError):
    """What has been published can only be retired: texts may have been coded with it."""


class NoSuchFocus(LookupError):
    """There is no such focus area."""


def add_topic(book: Codebook, text: Words, guide: Guide) -> Codebook:
    """A topic with the next free number. Raises NoLabel or SameLabel."""
    number = max((topic_number(code.id) for code in book.topics()), default=0) + 1
    return _with_code(book, Code(f"T{number}", text, None, guide), at=len(book.codes))


def add_subcode(book: Codebook, topic: str, text: Words, guide: Guide) -> Codebook:
    """A subcode at the end of a topic; its id comes from its English label. Raises UnknownCode, NoLabel, SameLabel."""
    if not is_topic(topic):
        raise UnknownCode(topic)
    parent = book.usable(topic)
    taken = {code.id for code in book.codes}
    code = Code(_free_id(topic, text.get("en", ""), taken), text, topic, guide)
    last = max(place for place, one in enumerate(book.codes) if one.id == parent.id or one.parent == parent.id)
    return _with_code(book, code, at=last + 1)


def reword(book: Codebook, id: str, text: Words, guide: Guide) -> Codebook:
    """Other labels, another guide. Raises UnknownCode, NoLabel or SameLabel."""
    changed = replace(book.code(id), text=text, guide=guide)
    _insist_on_labels(changed.text, [one.text for one in _beside(book, changed)])
    return _each(book, lambda code: changed if code.id == id else code)


def retire(book: Codebook, id: str) -> Codebook:
    """Nobody can use it any more, nor what is under it. Raises UnknownCode."""
    book.code(id)
    return _each(book, lambda code: replace(code, retired=True) if id in (code.id, code.parent) else code)


def restore(book: Codebook, id: str) -> Codebook:
    """It can be used again, and the topic it is under. Raises UnknownCode."""
    again = (id, book.code(id).parent)
    return _each(book, lambda code: replace(code, retired=False) if code.id in again else code)


def drop(book: Codebook, id: str, *, published: Codebook) -> Codebook:
    """Take out what nobody has seen yet, with what is under it. Raises UnknownCode, or StillUsed."""
    book.code(id)
    if id in {code.id for code in published.codes}:
        raise StillUsed(id)
    return replace(book, codes=tuple(code for code in book.codes if id not in (code.id, code.parent)))


def add_focus(book: Codebook, text: Words, codes: Collection[str]) -> Codebook:
    """A focus area of one's own. Raises NoLabel, SameLabel or UnknownCode."""
    number = max((int(one.id[1:]) for one in book.focuses), default=0) + 1
    focus = _sound_focus(book, LocalFocus(f"F{number}", text, ()), text, codes)
    return replace(book, focuses=(*book.focuses, focus))


def change_focus(book: Codebook, id: str, text: Words, codes: Collection[str], *, retired: bool) -> Codebook:
    """Other labels or codes, or out of use. Raises NoSuchFocus, NoLabel, SameLabel or UnknownCode."""
    found = next((one for one in book.focuses if one.id == id), None)
    if found is None:
        raise NoSuchFocus(id)
    changed = replace(_sound_focus(book, found, text, codes), retired=retired)
    return replace(book, focuses=tuple(changed if one.id == id else one for one in book.focuses))


def _with_code(book: Codebook, code: Code, *, at: int) -> Codebook:
    _insist_on_labels(code.text, [one.text for one in _beside(book, code)])
    return replace(book, codes=(*book.codes[:at], code, *book.codes[at:]))


def _each(book: Codebook, change: Callable[[Code], Code]) -> Codebook:
    return replace(book, codes=tuple(change(code) for code in book.codes))


def _beside(book: Codebook, code: Code) -> list[Code]:
    return [one for one in book.codes if one.parent == code.parent and one.id != code.id]


def _sound_focus(book: Codebook, focus: LocalFocus, text: Words, codes: Collection[str]) -> LocalFocus:
    _insist_on_labels(text, [one.text for one in book.focuses if one.id != focus.id])
    for id in codes:
        book.code(id)
    order = [code.id for code in book.codes if code.id in codes]
    return replace(focus, text=text, codes=tuple(order))


def _insist_on_labels(text: Words, others: Collection[Words]) -> None:
    for tag in STAFF_LANGUAGES:
        if not text.get(tag, "").strip():
            raise NoLabel(tag)
        if text[tag].casefold() in {other.get(tag, "").casefold() for other in others}:
            raise SameLabel(text[tag])


def _free_id(topic: str, label: str, taken: Collection[str]) -> str:
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().casefold()
    slug = re.sub(r"[^a-z]+", "_", plain).strip("_")[:LONGEST_SLUG].strip("_") or "code"
    ids = (f"{topic}.{slug}{'_x' * number}" for number in range(len(taken) + 1))
    return next(id for id in ids if id not in taken)
