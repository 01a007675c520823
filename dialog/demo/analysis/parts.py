"""What an analysis is made of, as the story writes it down. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from dialog.languages import Words
from dialog.picture.findings.told import CELL, CHOSEN, SOURCE, TABLE, Evidence


@dataclass(frozen=True)
class Behind:
    """A cause, with those behind it; a ground makes it a fact."""

    words: Words
    nature: str
    about: str
    ground: Words | None = None
    behind: tuple["Behind", ...] = ()
    name: str = ""  # by which a focus area finds it


@dataclass(frozen=True)
class Found:
    """A finding. Places go by their Swedish names, quotes by theme and stance: what is not shown is left out."""

    name: str
    kind: str
    title: Words
    statement: Words
    strength: str
    reason: Words
    rests: tuple[Evidence, ...] = ()
    places: tuple[str, ...] = ()
    quotes: tuple[tuple[str, str], ...] = ()
    in_summary: bool = True
    internal: bool = False
    causes: tuple[Behind, ...] = ()


@dataclass(frozen=True)
class Focus:
    """A focus area; findings and causes by their names."""

    title: Words
    reason: Words
    findings: tuple[str, ...]
    causes: tuple[str, ...] = ()
    decision: str = CHOSEN
    reference: str = ""


@dataclass(frozen=True)
class Analysis:
    """What the analyst made of one round: findings, focus areas, and the texts of the document by its sections."""

    findings: tuple[Found, ...]
    focus: tuple[Focus, ...]
    texts: Mapping[str, Words]


def said(sv: str, en: str, ar: str) -> Words:
    return {"sv": sv, "en": en, "ar": ar}


def cell(table: str, *key: str) -> Evidence:
    return Evidence(CELL, table=table, key=key)


def whole(table: str) -> Evidence:
    return Evidence(TABLE, table=table)


def source(sv: str, en: str, ar: str) -> Evidence:
    """What another source says, by its name."""
    return Evidence(SOURCE, words=said(sv, en, ar))
