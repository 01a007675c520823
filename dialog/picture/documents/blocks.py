"""What a document of a picture consists of: sections in a fixed order, with blocks that staff order and write. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from dialog.languages import Words
from dialog.picture.documents.headings import HEADINGS

TEXT = "text"  # the kind of a block that somebody writes; every other draws from the picture
EASY_TAG = "sv-easy"  # what a text in easy Swedish stands under among its words
FULL, SHORT, EASY = "full", "short", "easy"
VERSIONS = (FULL, SHORT, EASY)


@dataclass(frozen=True)
class Block:
    """One piece of a document. `of` names what of the picture it draws: a table, a theme; nothing for most kinds."""

    id: str  # unlike any other in the document
    kind: str
    of: str = ""
    public: bool = True
    hidden: bool = False  # kept, but in no version
    short: bool = False  # also in the version for the council
    easy: bool = False  # also in the version in easy Swedish
    words: Words | None = None  # of a text: language tag -> light markup

    def is_in(self, version: str, *, internal: bool) -> bool:
        """Whether a version has this block; `internal`: the one for colleagues alone."""
        chosen = {FULL: True, SHORT: self.short, EASY: self.easy}[version]
        return chosen and not self.hidden and (internal or self.public)


@dataclass(frozen=True)
class Section:
    id: str  # a key of HEADINGS
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Paper:
    """A document: every section of HEADINGS once, in that order."""

    sections: tuple[Section, ...]

    def blocks(self) -> Iterator[tuple[Section, Block]]:
        for section in self.sections:
            for block in section.blocks:
                yield section, block

    def find(self, block_id: str) -> tuple[Section, Block] | None:
        return next(((section, block) for section, block in self.blocks() if block.id == block_id), None)


def public_part(paper: Paper) -> Paper:
    """What an edition keeps: no block that is internal, hidden, or a text that nobody wrote."""

    def stays(block: Block) -> bool:
        return block.public and not block.hidden and (block.kind != TEXT or any((block.words or {}).values()))

    return Paper(
        tuple(replace(one, blocks=tuple(block for block in one.blocks if stays(block))) for one in paper.sections)
    )


def to_document(paper: Paper) -> dict[str, Any]:
    """As JSON can hold it."""
    return {"sections": [{"id": one.id, "blocks": [asdict(block) for block in one.blocks]} for one in paper.sections]}


def from_document(document: Mapping[str, Any]) -> Paper:
    """Sections that are not known any more are left out, and those that came later are empty."""
    kept = {one["id"]: tuple(Block(**block) for block in one["blocks"]) for one in document["sections"]}
    return Paper(tuple(Section(id, kept.get(id, ())) for id in HEADINGS))
