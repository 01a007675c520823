"""Taking translations into a questionnaire that others work on too: nothing is overwritten unseen. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from dialog.languages import Words
from dialog.survey.questionnaire import STATES, Mark, Questionnaire
from dialog.survey.texts import change_texts, texts
from dialog.survey.translating.wordings import Seen, checksum, seen_of


@dataclass(frozen=True)
class Wish:
    """What one text is to say in the language; nothing takes it away."""

    path: str
    text: str  # cleaned
    state: str  # one of SHOWN, as somebody left or chose it
    source: str = ""  # checksum of what it translates; empty: what the questionnaire says now
    seen: Seen | None = None  # None: nobody knows, so that it is taken whatever is there
    by_machine: bool = False  # and no human has looked at it

    @property
    def is_change(self) -> bool:
        """Whether somebody did anything to what they saw."""
        if self.seen is None or checksum(self.text) != self.seen.text:
            return True
        return bool(self.text) and self.state in STATES and self.state != self.seen.shown

    @property
    def state_to_keep(self) -> str:
        """A state that was left as it was while the words changed is not true of the new ones."""
        if self.by_machine:
            return "machine"
        if self.state == "machine" and self.seen and self.seen.kept == "machine":
            return "draft"
        return self.state if self.state in STATES else "draft"


@dataclass
class Merged:
    """What has become of wishes."""

    questionnaire: Questionnaire
    taken: list[Wish] = field(default_factory=list)  # those that changed something
    outdated: list[Wish] = field(default_factory=list)  # of these: those whose source says something else by now
    replaced: dict[str, str] = field(default_factory=dict)  # what a taken one stands instead of, by path
    removed: list[Wish] = field(default_factory=list)  # of the taken ones: those that took a text away
    refused: list[Wish] = field(default_factory=list)  # they would take away the only words there are
    conflicts: dict[str, str] = field(default_factory=dict)  # what somebody else has written meanwhile, by path
    unknown: list[Wish] = field(default_factory=list)  # there is no such text


def merge(questionnaire: Questionnaire, tag: str, wishes: Iterable[Wish]) -> Merged:
    """The questionnaire with all wishes fulfilled that don't overwrite what somebody else has changed meanwhile."""
    merged = Merged(questionnaire)
    now = texts(questionnaire)
    for wish in wishes:
        if wish.path not in now:
            merged.unknown.append(wish)
        elif wish.is_change:
            _judge(merged, tag, wish, now[wish.path])
    if merged.taken:
        spoken = with_language(questionnaire, tag).languages
        translated = _translated(questionnaire, tag, merged.taken)
        merged.questionnaire = translated if translated.languages == spoken else replace(translated, spoken=spoken)
    return merged


def with_language(questionnaire: Questionnaire, tag: str) -> Questionnaire:
    """The questionnaire as one that is spoken in this language too."""
    if tag in questionnaire.languages:
        return questionnaire
    return replace(questionnaire, spoken=(*questionnaire.languages, tag))


def without_language(questionnaire: Questionnaire, tag: str) -> Questionnaire:
    """The questionnaire without a language in which nothing is written yet; unchanged if anything is."""
    if tag == questionnaire.main or any(words.get(tag) for words in texts(questionnaire).values()):
        return questionnaire
    return replace(questionnaire, spoken=tuple(one for one in questionnaire.languages if one != tag))


def _judge(merged: Merged, tag: str, wish: Wish, words: Words) -> None:
    now = seen_of(merged.questionnaire, wish.path, words, tag)
    by_others = wish.seen is not None and (wish.seen.text, wish.seen.kept) != (now.text, now.kept)
    if checksum(wish.text) == now.text and (by_others or not wish.text or _is_so(wish, now)):
        return
    if by_others:
        merged.conflicts[wish.path] = words.get(tag, "")
    elif not wish.text and set(words) <= {tag}:
        merged.refused.append(wish)
    else:
        _take(merged, wish, now, words.get(tag, ""))


def _is_so(wish: Wish, now: Seen) -> bool:
    return wish.state_to_keep == now.kept and now.shown != "outdated"


def _take(merged: Merged, wish: Wish, now: Seen, before: str) -> None:
    wish = wish if wish.source else replace(wish, source=now.source)
    merged.taken.append(wish)
    if not wish.text:
        merged.removed.append(wish)
    elif wish.source != now.source:
        merged.outdated.append(wish)
    if before and checksum(wish.text) != now.text:
        merged.replaced[wish.path] = before


def _translated(questionnaire: Questionnaire, tag: str, wishes: Iterable[Wish]) -> Questionnaire:
    """All of them in one go, since a questionnaire may have ten thousand texts."""
    wished = {wish.path: wish for wish in wishes}

    def said(path: str, words: Words) -> Words:
        if path not in wished:
            return words
        if wished[path].text:
            return {**words, tag: wished[path].text}
        return {one: text for one, text in words.items() if one != tag}

    marks = {path: _marks(questionnaire.marks.get(path, {}), tag, wish) for path, wish in wished.items()}
    return replace(change_texts(questionnaire, said), marks={**questionnaire.marks, **marks})


def _marks(marks: Mapping[str, Mark], tag: str, wish: Wish) -> Mapping[str, Mark]:
    rest = {one: mark for one, mark in marks.items() if one != tag}
    return {**rest, tag: Mark(wish.state_to_keep, wish.source)} if wish.text else rest
