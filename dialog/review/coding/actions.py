"""Putting codes on a text, and taking them off again."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from dialog.review import steps
from dialog.review.actions import NotReviewed, accept
from dialog.review.agreement.models import Settlement
from dialog.review.codebook.book import STANCES
from dialog.review.codebook.queries import codebook_in_force
from dialog.review.coding.spans import WHOLE
from dialog.review.holding.actions import insist_not_held
from dialog.review.masking import Span, find_spans
from dialog.review.models import Coding
from dialog.review.statuslog import log_step
from dialog.texts.models import ACCEPTED, NEW, Text


class UnknownStance(ValueError):
    """A coder finds a problem, a strength or a proposal; nothing else."""


class NoSuchCoding(LookupError):
    """This coder has not put this code there."""


def add_code(session: Session, text: Text, *, code: str, stance: str, words: str = "", by: int, at: datetime) -> None:
    """Put a code with a stance on the whole text, or where the words first stand in it. As `add_codes`."""
    spans = find_spans(text.original, words)[:1] if words else [WHOLE]
    add_codes(session, text, codes=[code], stance=stance, spans=spans, by=by, at=at)


def add_codes(
    session: Session,
    text: Text,
    *,
    codes: Sequence[str],
    stance: str,
    spans: Sequence[Span] = (WHOLE,),
    note: str = "",
    by: int,
    at: datetime,
) -> None:
    """Put each code with a stance on each span. A text that waits is accepted in the same step.

    Raises UnknownCode (as RetiredCode where nobody can use it any more), UnknownStance, NotReviewed, VoiceSetAside or
    HeldBack, before writing anything.
    """
    book = codebook_in_force(session)
    for code in codes:
        book.usable(code)
    if stance not in STANCES:
        raise UnknownStance(stance)
    if text.status not in (NEW, ACCEPTED):
        raise NotReviewed
    insist_not_held(text)
    if text.status == NEW:
        accept(session, text, by=by, at=at)
    for code in dict.fromkeys(codes):
        for start, end in spans:
            key = {"code": code, "stance": stance, "start": start, "end": end}
            _put(session, text, key, note=note, version=book.version, by=by, at=at)


def remove_code(
    session: Session, text: Text, *, code: str, stance: str, start: int, end: int = 0, by: int, at: datetime
) -> None:
    """Take one's own code off. Raises NoSuchCoding."""
    key = {"text_id": text.id, "coder_id": by, "code": code, "stance": stance, "start": start, "end": end}
    if (coding := session.get(Coding, key)) is None:
        raise NoSuchCoding(code)
    session.delete(coding)
    log_step(session, text, steps.CODE_REMOVED, by=by, at=at, was=f"{code} {stance}")


def put_code_back(
    session: Session, text: Text, *, code: str, stance: str, start: int, end: int, by: int, at: datetime
) -> None:
    """One's own code that was there before, whatever has become of it in the codebook; without its note."""
    key = {"code": code, "stance": stance, "start": start, "end": end}
    _put(session, text, key, note="", version=codebook_in_force(session).version, by=by, at=at)


def forget_notes(session: Session, text_ids: Collection[UUID]) -> None:
    """What staff wrote beside the codes of texts, and why differences were settled: gone, the codes stay."""
    session.execute(update(Coding).where(Coding.text_id.in_(text_ids)).values(note=""))
    session.execute(update(Settlement).where(Settlement.text_id.in_(text_ids)).values(reason=""))


def _put(
    session: Session, text: Text, key: dict[str, object], *, note: str, version: int, by: int, at: datetime
) -> None:
    """Once; putting it there again only changes the note."""
    key = {"text_id": text.id, "coder_id": by} | key
    if coding := session.get(Coding, key):
        coding.note = note or coding.note
        return
    session.add(Coding(**key, codebook_version=version, note=note))
    session.flush()
    log_step(session, text, steps.CODED, by=by, at=at, became=f"{key['code']} {key['stance']}")
