"""What an examination finds: a state, and one plain sentence. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

OK, WARN, BAD = "ok", "warn", "bad"
_GRAVITY = (OK, WARN, BAD)


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. The sentence is English, marked for translators; `values` fill it."""

    about: str
    state: str
    sentence: str
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def english(self) -> str:
        return self.sentence % self.values


def ok(about: str, sentence: str, **values: object) -> Finding:
    return Finding(about, OK, sentence, values)


def warn(about: str, sentence: str, **values: object) -> Finding:
    return Finding(about, WARN, sentence, values)


def bad(about: str, sentence: str, **values: object) -> Finding:
    return Finding(about, BAD, sentence, values)


def gravest(findings: Iterable[Finding]) -> int:
    """0 when all is well, 1 when something should be looked at, 2 when something is wrong."""
    return max((_GRAVITY.index(one.state) for one in findings), default=0)
