"""Changing a document: each change makes a new one. Pure."""

from collections.abc import Callable
from dataclasses import replace

from dialog.languages import Words
from dialog.picture.documents.blocks import TEXT, Block, Paper, Section

Blocks = tuple[Block, ...]


class NoSuchBlock(LookupError):
    """There is no block of that id, or no section."""


def add_block(paper: Paper, section_id: str, kind: str, of: str = "") -> Paper:
    """At the end of a section; internal until somebody says that the public may read it, unless it is live.

    Raises NoSuchBlock for a section that is none.
    """
    numbers = [int(block.id[1:]) for _section, block in paper.blocks()]
    block = Block(f"b{max(numbers, default=0) + 1}", kind, of, public=kind != TEXT)
    if section_id not in (one.id for one in paper.sections):
        raise NoSuchBlock(section_id)
    return Paper(
        tuple(replace(one, blocks=(*one.blocks, block)) if one.id == section_id else one for one in paper.sections)
    )


def remove_block(paper: Paper, block_id: str) -> Paper:
    return _in_section(paper, block_id, lambda blocks, at: blocks[:at] + blocks[at + 1 :])


def move_block(paper: Paper, block_id: str, by: int) -> Paper:
    """Up (-1) or down (1) in its section; the first stays first."""

    def moved(blocks: Blocks, at: int) -> Blocks:
        left = [*blocks[:at], *blocks[at + 1 :]]
        left.insert(min(max(at + by, 0), len(left)), blocks[at])
        return tuple(left)

    return _in_section(paper, block_id, moved)


def change_block(paper: Paper, block_id: str, **changes: bool) -> Paper:
    """Set `public`, `hidden`, `short` or `easy`."""
    return _in_section(
        paper,
        block_id,
        lambda blocks, at: (*blocks[:at], replace(blocks[at], **changes), *blocks[at + 1 :]),  # type: ignore[arg-type]
    )


def write_block(paper: Paper, block_id: str, words: Words) -> Paper:
    """Raises NoSuchBlock for a block that is no text."""
    found = paper.find(block_id)
    if found is None or found[1].kind != TEXT:
        raise NoSuchBlock(block_id)
    said = {tag: text.strip() for tag, text in words.items() if text.strip()}
    return _in_section(
        paper, block_id, lambda blocks, at: (*blocks[:at], replace(blocks[at], words=said), *blocks[at + 1 :])
    )


def _in_section(paper: Paper, block_id: str, change: Callable[[Blocks, int], Blocks]) -> Paper:
    if paper.find(block_id) is None:
        raise NoSuchBlock(block_id)

    def changed(section: Section) -> Section:
        at = next((place for place, block in enumerate(section.blocks) if block.id == block_id), None)
        return section if at is None else replace(section, blocks=change(section.blocks, at))

    return Paper(tuple(changed(one) for one in paper.sections))
