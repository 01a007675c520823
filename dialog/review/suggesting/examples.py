"""What a model is made from, as numbers: the words of the codebook, and texts with the codes that coders gave them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID
from zlib import crc32

import numpy as np
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.review.codebook.book import Codebook, topic_id
from dialog.review.codebook.queries import codebook_in_force
from dialog.review.coding.counted import counted_codings
from dialog.review.masking import masked_text
from dialog.review.models import Coding, StatusChange
from dialog.review.steps import CODED
from dialog.review.suggesting.hashing import Bag, bag_of, normal
from dialog.review.suggesting.seeds import seeds
from dialog.texts.models import ACCEPTED, Text

MOST = 20_000  # texts, the newest coded
_AT_ONCE = 500
SEED_GROUP = -1


@dataclass(frozen=True)
class Example:
    """One text or one seed: its runs, which codes it has, and a number that texts with the same words share."""

    bag: Bag
    codes: frozenset[str]
    group: int  # SEED_GROUP for words of the codebook


def how_many_codings(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Coding)) or 0


def examples(session: Session) -> list[Example]:
    """Seeds first, then accepted texts as they read without what is hidden, with the codes that count."""
    book = codebook_in_force(session)
    from_book = [Example(bag_of(words), _with_topic([code]), SEED_GROUP) for words, code in seeds(book)]
    return [*from_book, *_from_texts(session, book)]


def keep_examples(found: Sequence[Example], codes: Sequence[str], file: Path) -> None:
    """As arrays: rows of a sparse matrix of counts, a table of which codes each row has, and the groups."""
    sizes = [len(one.bag[0]) for one in found]
    np.savez(
        file,
        hashes=np.concatenate([one.bag[0] for one in found]),
        counts=np.concatenate([one.bag[1] for one in found]),
        starts=np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
        truth=np.array([[code in one.codes for code in codes] for one in found], bool),
        groups=np.array([one.group for one in found], np.int64),
    )


def _from_texts(session: Session, book: Codebook) -> Iterator[Example]:
    usable = {code.id for code in book.in_use().codes}
    newest = _newest(session)
    for ids in (newest[start : start + _AT_ONCE] for start in range(0, len(newest), _AT_ONCE)):
        codes = _codes(session, ids, usable)
        for text in session.scalars(select(Text).where(Text.id.in_(ids), Text.status == ACCEPTED).order_by(Text.id)):
            words = masked_text(text.original, text.masks, say=lambda _label: "")
            if words.strip():
                group = crc32(normal(words).encode())
                yield Example(bag_of(words), codes.get(text.id, frozenset()), group)


def _newest(session: Session) -> list[UUID]:
    """Coded texts, those coded last first."""
    last = func.max(StatusChange.id)
    coded = select(StatusChange.text_id).where(StatusChange.action == CODED, StatusChange.text_id.is_not(None))
    newest = coded.group_by(StatusChange.text_id).order_by(last.desc()).limit(MOST)
    return [id for id in session.scalars(newest) if id]


def _codes(session: Session, ids: Collection[UUID], usable: Collection[str]) -> Mapping[UUID, frozenset[str]]:
    counted = counted_codings()
    found: dict[UUID, set[str]] = defaultdict(set)
    for text_id, code in session.execute(select(counted.c.text_id, counted.c.code).where(counted.c.text_id.in_(ids))):
        if code in usable:
            found[text_id].add(code)
    return {id: _with_topic(codes) for id, codes in found.items()}


def _with_topic(codes: Collection[str]) -> frozenset[str]:
    """A text with a subcode also has its topic."""
    return frozenset(codes) | {topic_id(code) for code in codes}
