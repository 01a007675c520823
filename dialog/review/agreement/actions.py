"""Drawing texts for a second coder, being done with one, and settling where coders differ."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Session, aliased

from dialog.accounts.models import Staff
from dialog.audit.actions import record
from dialog.review import steps
from dialog.review.agreement.models import CodingSample, SecondReading, SettledCoding, Settlement
from dialog.review.agreement.queries import compared_text, still_reading
from dialog.review.codebook.book import STANCES
from dialog.review.codebook.queries import codebook_in_force
from dialog.review.models import Coding
from dialog.review.statuslog import log_step
from dialog.texts.models import ACCEPTED, Text

MOST = 500  # texts of one draw


class NothingToDraw(Exception):
    """No accepted text has been coded by somebody else and not by this coder."""


class NoSuchCoder(LookupError):
    """Nobody who reviews has this id."""


class NotForYou(Exception):
    """Whoever has a text to code as the second coder may not see yet what others used on it."""


class NothingToSettle(Exception):
    """The text has not been coded by several, or is not accepted any more."""


class NoReason(ValueError):
    """Settling needs a reason."""


def draw_sample(
    session: Session,
    *,
    coder_id: int,
    size: int,
    round_id: int | None = None,
    after: UUID | None = None,
    by: int | None,
    at: datetime,
) -> CodingSample:
    """So many texts, at most MOST, that others have coded, for a second coder who hasn't: drawn by chance.

    The ids of texts are chance themselves, so those that follow a random id, and then the first ones, are a random
    sample, found as quickly among a million texts as among a hundred. `after` is that id, a new one unless given.
    Raises NoSuchCoder or NothingToDraw.
    """
    coder = session.get(Staff, coder_id)
    if coder is None or not coder.active or "reviewer" not in coder.roles:
        raise NoSuchCoder(coder_id)
    after, size = after or uuid4(), min(size, MOST)
    ids = [*session.scalars(_coded_by_others(coder_id, round_id).where(Coding.text_id > after).limit(size))]
    ids += session.scalars(_coded_by_others(coder_id, round_id).where(Coding.text_id <= after).limit(size - len(ids)))
    if not ids:
        raise NothingToDraw
    sample = CodingSample(round_id=round_id, coder_id=coder_id, after=after, drawn_at=at, drawn_by=by)
    session.add(sample)
    session.flush()
    session.add_all(SecondReading(sample_id=sample.id, text_id=id) for id in ids)
    record(session, "sample drawn", f"sample {sample.id}", by=by, texts=len(ids), coder=coder_id)
    return sample


def finish_reading(session: Session, reading: SecondReading, *, at: datetime) -> None:
    """The second coder is done with a text, whether a code fitted or none: it can be compared from now on."""
    reading.done_at = reading.done_at or at


def settle(
    session: Session, text: Text, *, codes: Collection[tuple[str, str]], reason: str, by: int, at: datetime
) -> None:
    """Decide which codes, each with a stance, a text has. These count from now on; what each coder used is kept.

    Settling again takes the place of the settlement before. Raises NotForYou, NothingToSettle, NoReason, UnknownCode.
    """
    if text.id in still_reading(session, coder_id=by):
        raise NotForYou
    if text.status != ACCEPTED or compared_text(session, text.id) is None:
        raise NothingToSettle
    if not reason.strip():
        raise NoReason
    book = codebook_in_force(session)
    chosen = {(book.code(code).id, stance) for code, stance in codes if stance in STANCES}
    _forget(session, text.id)
    session.add(Settlement(text_id=text.id, staff_id=by, at=at, reason=reason.strip()))
    session.flush()
    session.add_all(
        SettledCoding(text_id=text.id, code=code, stance=stance, codebook_version=book.version)
        for code, stance in sorted(chosen)
    )
    became = ", ".join(f"{code} {stance}" for code, stance in sorted(chosen))
    log_step(session, text, steps.SETTLED, by=by, at=at, became=became)
    record(session, "codes settled", f"text {text.id}", by=by)


def unsettle(session: Session, text: Text, *, by: int, at: datetime) -> None:
    """Take a settlement back: what each coder used counts again."""
    if session.get(Settlement, text.id):
        _forget(session, text.id)
        log_step(session, text, steps.UNSETTLED, by=by, at=at)
        record(session, "codes unsettled", f"text {text.id}", by=by)


def _forget(session: Session, text_id: UUID) -> None:
    session.execute(delete(SettledCoding).where(SettledCoding.text_id == text_id))
    if settlement := session.get(Settlement, text_id):
        session.delete(settlement)
        session.flush()


def _coded_by_others(coder_id: int, round_id: int | None) -> Select[UUID]:
    """Ids of texts, in order; from the codings, whose key begins with them."""
    mine = aliased(Coding)
    by_me = select(mine.text_id).where(mine.text_id == Coding.text_id, mine.coder_id == coder_id)
    mine_to_read = (
        select(SecondReading.text_id)
        .join(CodingSample, CodingSample.id == SecondReading.sample_id)
        .where(SecondReading.text_id == Coding.text_id, CodingSample.coder_id == coder_id)
    )
    text = select(Text.id).where(Text.id == Coding.text_id, Text.status == ACCEPTED, Text.original != "")
    text = text.where(Text.round_id == round_id) if round_id else text
    chosen = select(Coding.text_id).distinct().where(text.exists(), ~by_me.exists(), ~mine_to_read.exists())
    return chosen.order_by(Coding.text_id)
