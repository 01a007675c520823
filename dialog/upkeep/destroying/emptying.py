"""Overwriting words in the database, and forgetting whatever was made from them."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, insert, update
from sqlalchemy.orm import Session

from dialog.picture.redaction import forget_in_drafts
from dialog.review.alike.actions import forget_signatures
from dialog.review.coding.actions import forget_notes
from dialog.review.masking import masked_text
from dialog.review.queries import LEFT_OUT
from dialog.texts.models import Text
from dialog.texts.searching.actions import index_text
from dialog.upkeep.destroying.hanging import forget_hanging
from dialog.upkeep.destroying.words import without_hidden
from dialog.upkeep.models import Emptied

NOTHING, MASKED = "nothing", "masked"  # what is left of a text
_GONE = {"original": "", "masks": [], "quotable": False, "suspicion": None, "held": False}


def empty_texts(session: Session, text_ids: Sequence[UUID]) -> None:
    """Nothing remains of the words of these texts, nor of what was made from them; their codings stay."""
    session.execute(update(Text).where(Text.id.in_(text_ids)).values(_GONE))
    _remember(session, [{"text_id": id, "leaves": NOTHING, "masks": []} for id in text_ids])
    _forget(session, dict.fromkeys(text_ids, ""))


def empty_hidden(session: Session, texts: Sequence[Text]) -> None:
    """What is hidden in these texts is overwritten; what can be read of them stays."""
    for text in texts:
        text.original = without_hidden(text.original, text.masks)
    _remember(session, [{"text_id": text.id, "leaves": MASKED, "masks": text.masks} for text in texts])
    session.flush()
    _forget(session, {text.id: readable(text) for text in texts})
    for text in texts:
        index_text(session, text)


def readable(text: Text) -> str:
    """The words as a picture may quote them."""
    return masked_text(text.original, text.masks, say=lambda _label: LEFT_OUT)


def _remember(session: Session, rows: Sequence[dict[str, object]]) -> None:
    session.execute(delete(Emptied).where(Emptied.text_id.in_([row["text_id"] for row in rows])))
    if rows:
        session.execute(insert(Emptied), rows)


def _forget(session: Session, left: dict[UUID, str]) -> None:
    """`left`: what may still be quoted of each text."""
    ids = list(left)
    forget_notes(session, ids)
    forget_signatures(session, ids)
    forget_hanging(session, ids)
    forget_in_drafts(session, {str(id): words for id, words in left.items()})
