"""The texts of one language in a file: what a row holds, and what to say where it can't be taken. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dialog.languages import N_
from dialog.rows.row import UnreadableFile
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.texts import source_of
from dialog.survey.translating.merging import Merged, Wish, merge
from dialog.survey.translating.names import Say
from dialog.survey.translating.tags import UnknownLanguage, among
from dialog.survey.translating.wordings import SHOWN, Seen


@dataclass(frozen=True)
class Entry:
    """One text in a file that comes back from a translator."""

    line: int
    path: str
    text: str  # cleaned
    state: str = ""  # as written; empty where nothing is
    source: str | None = None  # the text in the main language, as the file has it; None: the file doesn't say
    seen: Seen | None = None  # what the export wrote down
    obsolete: bool = False


@dataclass(frozen=True)
class Entries:
    """A file of one language."""

    name: str
    tag: str  # as the file has it
    entries: Sequence[Entry]


class NotTranslations(UnreadableFile):
    """A file that holds no translations. `sentence` names it by %(file)s."""

    def __init__(self, sentence: str, file: str) -> None:
        super().__init__(sentence % {"file": file})
        self.sentence, self.file = sentence, file


@dataclass(frozen=True)
class Remark:
    """What is to be known about one line of a file."""

    line: int
    path: str
    reason: str  # one of the sentences below
    taken: bool
    text: str = ""  # in the file
    other: str = ""  # instead of which it was taken, or what stands there

    def sentence(self, say: Say) -> str:
        return say(self.reason) % {"text": self.text, "other": self.other}


NO_LANGUAGE = N_("%(file)s doesn't say which language it is in.")
IS_MAIN = N_("%(file)s is in the main language, which is changed in the questionnaire itself.")

UNKNOWN = N_("The questionnaire has no such text. It was not taken: “%(text)s”.")
OUTDATED = N_("The source has been changed since the file was made. The translation was taken as outdated.")
CONFLICT = N_("Somebody has changed the translation since the file was made. It stays “%(other)s”, not “%(text)s”.")
NO_PATH = N_("The line doesn't say which text it translates. It was not taken: “%(text)s”.")
TWICE = N_("The file has this text on an earlier line too. It was not taken: “%(text)s”.")
OBSOLETE = N_("The file marks the text as obsolete. It was not taken: “%(text)s”.")
NO_STATE = N_("There is no state “%(other)s”. The translation was taken as a draft.")
REPLACED = N_("It was taken instead of “%(other)s”, since the file doesn't say what it changes.")


@dataclass
class Taken:
    """What has become of a file."""

    tag: str
    merged: Merged
    empty: int  # rows without a translation, which change nothing
    remarks: list[Remark] = field(default_factory=list)  # in the order of the file

    @property
    def number(self) -> int:
        return len(self.merged.taken)


def take(questionnaire: Questionnaire, file: Entries, *, by_machine: bool = False) -> Taken:
    """The questionnaire with what a file says. No text is ever taken away, and other languages are left alone.

    Raises NotTranslations for a file in no language, or in the main one.
    """
    tag = _language(questionnaire, file)
    filled = [entry for entry in file.entries if entry.text]
    chosen = _one_a_text(filled)
    merged = merge(questionnaire, tag, [_wish(entry, by_machine) for entry in chosen.values()])
    remarks = [*_of_those_left(filled, chosen), *_of_those_chosen(merged, chosen.values())]
    remarks.sort(key=lambda one: (one.line, one.taken))
    return Taken(tag, merged, len(file.entries) - len(filled), remarks)


def _language(questionnaire: Questionnaire, file: Entries) -> str:
    try:
        tag = among(file.tag, questionnaire.languages)
    except UnknownLanguage:
        raise NotTranslations(NO_LANGUAGE, file.name) from None
    if tag == questionnaire.main:
        raise NotTranslations(IS_MAIN, file.name)
    return tag


def _one_a_text(entries: Iterable[Entry]) -> Mapping[str, Entry]:
    """By path: the first; an obsolete one only where there is no other."""
    chosen: dict[str, Entry] = {}
    for entry in sorted(entries, key=lambda one: one.obsolete):
        if entry.path:
            chosen.setdefault(entry.path, entry)
    return chosen


def _of_those_left(entries: Iterable[Entry], chosen: Mapping[str, Entry]) -> Iterator[Remark]:
    for entry in entries:
        if not entry.path:
            yield Remark(entry.line, "", NO_PATH, False, entry.text)
        elif chosen[entry.path].text != entry.text:
            yield Remark(entry.line, entry.path, OBSOLETE if entry.obsolete else TWICE, False, entry.text)


def _wish(entry: Entry, by_machine: bool) -> Wish:
    known = entry.seen.source if entry.seen else ""
    source = known if entry.source is None else source_of(entry.source)
    return Wish(entry.path, entry.text, entry.state, source, entry.seen, by_machine)


def _of_those_chosen(merged: Merged, entries: Iterable[Entry]) -> Iterator[Remark]:
    taken, unknown = {one.path for one in merged.taken}, {one.path for one in merged.unknown}
    outdated = {one.path for one in merged.outdated}
    for entry in entries:
        path = entry.path
        if path in unknown:
            yield Remark(entry.line, path, UNKNOWN, False, entry.text)
        if path in merged.conflicts:
            yield Remark(entry.line, path, CONFLICT, False, entry.text, merged.conflicts[path])
        if path in outdated:
            yield Remark(entry.line, path, OUTDATED, True, entry.text)
        if path in taken and entry.state and entry.state not in SHOWN:
            yield Remark(entry.line, path, NO_STATE, True, entry.text, entry.state)
        if path in merged.replaced and not entry.seen:
            yield Remark(entry.line, path, REPLACED, True, entry.text, merged.replaced[path])
