"""Texts of a workbook as residents can be shown them. Pure."""

import re
from collections.abc import Iterable

from dialog.languages import Words
from dialog.survey.xlsform.headings import heading_in
from dialog.survey.xlsform.lines import Line
from dialog.survey.xlsform.losses import Losses

_OTHER = {"en": "Something else", "sv": "Något annat", "ar": "شيء آخر"}
_WHICH = {"en": "What else?", "sv": "Vad då?", "ar": "ما هو؟"}
_TAG = re.compile(
    r"</?(?:span|font|b|i|u|em|strong|small|big|sub|sup|p|div|center|h[1-6]|ul|ol|li|a|img)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<br\s*/?>\n?", re.IGNORECASE)
_BOLD = re.compile(r"\*\*(\S(?:[^*\n]*\S)?)\*\*")
_REFERENCE = re.compile(r"\$\{[^{}\n]*\}|\{\{[^{}\n]*\}\}")


def text_of(line: Line, part: str, main: str, losses: Losses) -> Words:
    """The words of a label; the row's name stands for what the main language lacks."""
    words = words_of(line, part, losses)
    if words.get(main):
        return words
    name = line["name"] or line["type"] or "–"
    losses.add(line, part, "no_text", language=heading_in(main))
    return {main: name, **words}


def borrowed(line: Line, part: str, main: str, losses: Losses) -> Words:
    """The words of a hint or a message; another language's stand for what the main one lacks."""
    words = words_of(line, part, losses)
    if not words or main in words:
        return words
    losses.add(line, part, "borrowed_text", language=heading_in(main))
    return {main: next(iter(words.values())), **words}


def something_else(main: str, languages: Iterable[str]) -> tuple[Words, Words]:
    """What `or_other` adds to a question: one more choice, and the label of what is written then."""
    return _in(_OTHER, main, languages), _in(_WHICH, main, languages)


def _in(words: Words, main: str, languages: Iterable[str]) -> Words:
    return {main: words.get(main, words["en"]), **{tag: words[tag] for tag in languages if tag in words}}


def words_of(line: Line, part: str, losses: Losses) -> Words:
    """The words of a part in the languages that have any."""
    read = {tag: _readable(text) for tag, text in line.words(part).items()}
    if any(has_markup for _, has_markup, _ in read.values()):
        losses.add(line, part, "markup")
    if any(refers for *_, refers in read.values()):
        losses.add(line, part, "reference")
    return {tag: text for tag, (text, _, _) in read.items() if text}


def _readable(text: str) -> tuple[str, bool, bool]:
    """(the text without markup, whether there was some, whether it refers to answers)"""
    if not any(sign in text for sign in "<*{"):
        return text, False, False
    plain = _BOLD.sub(r"\1", _TAG.sub("", _BREAK.sub("\n", text)))
    named = _REFERENCE.sub("…", plain)
    return named.strip(), plain != text, named != plain
