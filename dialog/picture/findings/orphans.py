"""What hangs loose in the chain from finding over cause to focus area. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialog.picture.findings.told import UNDECIDED, Finding, FocusArea


@dataclass(frozen=True)
class Orphans:
    """Findings that nobody has decided on, focus areas without a cause, and prioritised problems without any."""

    undecided: tuple[Finding, ...]
    uncaused: tuple[FocusArea, ...]
    unexplained: tuple[Finding, ...]

    def __bool__(self) -> bool:
        return bool(self.undecided or self.uncaused or self.unexplained)


def orphans(findings: Sequence[Finding], areas: Sequence[FocusArea], prioritised: Sequence[int]) -> Orphans:
    """A finding is decided on when a focus area that it speaks for is chosen or not chosen."""
    decided = {id for area in areas if area.decision != UNDECIDED for id in area.findings}
    return Orphans(
        tuple(one for one in findings if one.id not in decided),
        tuple(area for area in areas if not area.causes),
        tuple(one for one in findings if one.id in prioritised and not one.causes),
    )
