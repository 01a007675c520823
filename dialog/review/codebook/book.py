"""What a codebook is: codes in two levels, what each means, the focus areas they make up, and the stances. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from dialog.languages import N_, Words, in_every_language

_TOPIC = re.compile(r"T[1-9][0-9]{0,2}")

STANCES = {"problem": N_("Problem"), "strength": N_("Strength"), "proposal": N_("Proposal")}


class UnknownCode(ValueError):
    """No such code in the codebook."""


class RetiredCode(UnknownCode):
    """The code can be read but not be used any more."""


@dataclass(frozen=True)
class Guide:
    """What those who code read of a code; each in the languages of staff, as far as it is written."""

    definition: Words = field(default_factory=dict)
    here: Words = field(default_factory=dict)  # what belongs here
    elsewhere: Words = field(default_factory=dict)  # what doesn't, and where it goes
    examples: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # words that residents use, by language


@dataclass(frozen=True)
class Code:
    """A label for meaning, in words the public may read; the id is never reused."""

    id: str  # T1, or T1.speeding for a subcode
    text: Words  # at least in the languages of staff
    parent: str | None = None
    guide: Guide = Guide()
    retired: bool = False  # old codings keep it; nobody can put it on a text any more


@dataclass(frozen=True)
class LocalFocus:
    """A focus area as it is called here, and the codes that make it up."""

    id: str  # F1, F2, …: never reused
    text: Words
    codes: tuple[str, ...]
    retired: bool = False


@dataclass(frozen=True)
class Codebook:
    """One version of the list; each topic stands before its own subcodes."""

    version: int
    codes: tuple[Code, ...]
    focuses: tuple[LocalFocus, ...] = ()

    def code(self, id: str) -> Code:
        """Raises UnknownCode."""
        if id not in self._by_id:
            raise UnknownCode(id)
        return self._by_id[id]

    def usable(self, id: str) -> Code:
        """A code that can be put on a text. Raises UnknownCode, as RetiredCode where it once could."""
        if (code := self.code(id)).retired:
            raise RetiredCode(id)
        return code

    def topic(self, id: str) -> Code:
        """The topic that a code counts towards: its parent, or itself. Raises UnknownCode."""
        code = self.code(id)
        return self.code(code.parent) if code.parent else code

    def topics(self) -> tuple[Code, ...]:
        return tuple(code for code in self.codes if code.parent is None)

    def under(self, topic: str) -> tuple[Code, ...]:
        """The subcodes of a topic."""
        return tuple(code for code in self.codes if code.parent == topic)

    def in_use(self) -> "Codebook":
        """The same without what is retired."""
        codes = tuple(code for code in self.codes if not code.retired)
        return Codebook(self.version, codes, tuple(one for one in self.focuses if not one.retired))

    @cached_property
    def _by_id(self) -> Mapping[str, Code]:
        return {code.id: code for code in self.codes}


def is_topic(id: str) -> bool:
    """Whether an id is one that a topic can have."""
    return _TOPIC.fullmatch(id) is not None


def topic_id(code: str) -> str:
    """T1 for T1.speeding and for T1."""
    return code.partition(".")[0]


def topic_number(code: str) -> int:
    """12 for T12.police: the order in which topics stand. Raises UnknownCode."""
    if not is_topic(topic_id(code)):
        raise UnknownCode(code)
    return int(topic_id(code)[1:])


def stance_text(stance: str) -> Words:
    """What a stance is called, in every shipped language."""
    return in_every_language(STANCES[stance])
