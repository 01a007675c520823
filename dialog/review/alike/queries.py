"""Finding the texts that are like one, and those that many are like."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, func, or_, select, union
from sqlalchemy.orm import Session

from dialog.review.alike.groups import TEXT, ids_of
from dialog.review.alike.hashing import Hashing
from dialog.review.alike.likeness import alike_enough, are_alike, folded, is_long_enough, likeness
from dialog.review.alike.models import BANDS, AlikeText, TextSignature
from dialog.texts.models import NEW, Text

MOST_ALIKE = 200  # texts that a page shows
_MOST_FIRSTS = 50  # firsts looked at for one text
_LATEST = 500  # waiting texts that are compared one by one: those that may have come after all were compared


@dataclass(frozen=True)
class Like:
    """A text that is like another, and how much: per cent of the letters."""

    text: Text
    likeness: int


@dataclass(frozen=True)
class Suggested:
    """A text that others were found to be like."""

    first: Text
    texts: int  # with the first


def likes_of(session: Session, text: Text, *, key: bytes, most: int = MOST_ALIKE) -> list[Like]:
    """Texts of the round that are near-identical to one, the most alike first: found by signatures, and of the latest
    that wait each by itself. A text that is too short for it has none.
    """
    words = folded(text.original)
    if not is_long_enough(words):
        return []
    ids = {*_signed_like(session, words, text, key, most), *_latest_ids(session, text, words)} - {text.id}
    found = session.scalars(select(Text).where(Text.id.in_(ids)))
    measured = [(one, likeness(words, other), other) for one in found if (other := folded(one.original))]
    likes = [Like(one, alike) for one, alike, other in measured if alike_enough(alike, words, other)]
    return sorted(likes, key=lambda like: (-like.likeness, like.text.received_on, like.text.id))[:most]


def same_words(session: Session, text: Text, *, key: bytes, most: int = MOST_ALIKE) -> list[Text]:
    """Other texts of the round that say the same word for word, however short, the oldest day first: of those that were
    compared, and of the latest that wait.
    """
    words = folded(text.original)
    whole = Hashing(key).whole(words, of=text.round_id)
    same = select(TextSignature.text_id).where(
        TextSignature.round_id == text.round_id, TextSignature.whole == whole, TextSignature.text_id != text.id
    )
    ids = {*session.scalars(same.limit(most)), *_latest_ids(session, text, words)} if words else set()
    found = session.scalars(select(Text).where(Text.id.in_(ids)).order_by(Text.received_on, Text.id))
    return [one for one in found if folded(one.original) == words][:most]


def suggestions(session: Session, round_id: int, *, most: int = 50) -> list[Suggested]:
    """Texts of a round that others are like and that nobody keeps together yet, those with most others first."""
    others = func.count().label("others")
    is_under = (TextSignature.first_id.is_not(None), TextSignature.round_id == round_id)
    counted = select(TextSignature.first_id, others).where(*is_under).group_by(TextSignature.first_id).subquery()
    kept = select(AlikeText.text_id)
    rows = session.execute(
        select(Text, counted.c.others)
        .join(counted, counted.c.first_id == Text.id)
        .where(Text.id.not_in(kept))
        .order_by(counted.c.others.desc(), Text.id)
        .limit(most)
    )
    return [Suggested(first, number + 1) for first, number in rows]


def under_first(first_id: UUID) -> Select[UUID]:
    """The ids of a text and of all that were found to be like it."""
    return select(TextSignature.text_id).where(
        or_(TextSignature.text_id == first_id, TextSignature.first_id == first_id)
    )


def texts_alike(id: UUID) -> Select[UUID]:
    """For the queue: the ids of what is kept together under this id, or else of a text and all that are like it."""
    return select(union(under_first(id), ids_of(TEXT, id)).subquery().c[0])


def _signed_like(session: Session, words: str, text: Text, key: bytes, most: int) -> Sequence[UUID]:
    """The ids of those that share a band with a text, and of those that were found to be like them."""
    bands = Hashing(key).bands([words], of=[text.round_id])[0]
    sharing = (
        select(TextSignature.text_id).where(getattr(TextSignature, name) == band)
        for name, band in zip(BANDS, bands, strict=True)
    )
    firsts = session.scalars(union(*sharing).limit(_MOST_FIRSTS)).all()
    if not firsts:
        return []
    under = select(TextSignature.text_id).where(TextSignature.first_id.in_(firsts)).limit(most + 1)
    return [*firsts, *session.scalars(under)]


def _latest_ids(session: Session, text: Text, words: str) -> list[UUID]:
    """Of the latest texts that wait and were not compared with all others yet, those of the round that are like one."""
    waiting = select(Text.id).where(Text.status == NEW).order_by(Text.received_on.desc(), Text.id.desc())
    latest = waiting.limit(_LATEST).subquery()
    compared = select(TextSignature.text_id).where(TextSignature.text_id == Text.id)
    rows = session.execute(
        select(Text.id, Text.original)
        .join(latest, latest.c.id == Text.id)
        .where(Text.round_id == text.round_id, Text.id != text.id, ~compared.exists())
    )
    return [id for id, original in rows if (other := folded(original)) == words or are_alike(words, other)]
