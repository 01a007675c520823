"""Blocks are ordered, hidden, added and written; each change leaves the rest as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.picture.documents.blocks import (
    EASY,
    FULL,
    SHORT,
    TEXT,
    Block,
    Paper,
    Section,
    from_document,
    public_part,
    to_document,
)
from dialog.picture.documents.editing import (
    NoSuchBlock,
    add_block,
    change_block,
    move_block,
    remove_block,
    write_block,
)
from dialog.picture.documents.headings import HEADINGS

THREE = Paper(
    tuple(
        Section(id, tuple(Block(f"b{number}", TEXT) for number in (1, 2, 3)) if id == "summary" else ())
        for id in HEADINGS
    )
)


def order(paper: Paper) -> list[str]:
    return [block.id for _section, block in paper.blocks()]


@given(st.sampled_from(["b1", "b2", "b3"]), st.sampled_from([-1, 1]))
def test_moving_keeps_every_block_once(block: str, by: int):
    moved = order(move_block(THREE, block, by))
    assert sorted(moved) == ["b1", "b2", "b3"]
    assert moved.index(block) == min(max(order(THREE).index(block) + by, 0), 2)


def test_a_new_block_has_an_id_of_its_own_and_a_new_text_is_internal_until_somebody_says_otherwise():
    text = add_block(THREE, "gaps", TEXT)
    assert order(text)[-1] == "b4"
    assert [block.public for _section, block in text.blocks()] == [True, True, True, False]
    assert add_block(THREE, "gaps", "map").find("b4") == (
        Section("gaps", (Block("b4", "map"),)),
        Block("b4", "map"),
    )


def test_a_block_that_is_not_there_can_not_be_changed():
    for change in (
        lambda: remove_block(THREE, "b9"),
        lambda: write_block(THREE, "b9", {}),
        lambda: write_block(add_block(THREE, "gaps", "map"), "b4", {"sv": "x"}),
        lambda: add_block(THREE, "nowhere", TEXT),
    ):
        with pytest.raises(NoSuchBlock):
            change()


def test_an_edition_keeps_no_block_that_is_internal_hidden_or_empty():
    paper = write_block(write_block(THREE, "b1", {"sv": "Ett"}), "b2", {"sv": "Två"})
    paper = change_block(paper, "b2", public=False)
    assert order(public_part(paper)) == ["b1"]
    assert order(public_part(change_block(paper, "b1", hidden=True))) == []


def test_a_version_has_the_blocks_that_were_chosen_for_it():
    block = Block("b1", TEXT, short=True, public=False)
    assert [block.is_in(one, internal=True) for one in (FULL, SHORT, EASY)] == [True, True, False]
    assert not block.is_in(FULL, internal=False)


def test_a_document_survives_being_written_and_read():
    paper = write_block(change_block(THREE, "b2", hidden=True), "b1", {"sv": " Ett ", "en": " "})
    assert from_document(to_document(paper)) == paper
    assert paper.find("b1") == (paper.sections[0], Block("b1", TEXT, words={"sv": "Ett"}))
