"""A finding as somebody writes it. Pure."""

from dataclasses import dataclass

from dialog.languages import Words


@dataclass(frozen=True)
class Written:
    """What somebody writes of a finding, and judges of it."""

    kind: str
    title: Words
    statement: Words
    strength: str
    reason: Words
    in_summary: bool = False
    prioritised: bool = False
    internal: bool = False
