"""Texts that more than one coder has read, what each of them used, and the draws for second coders."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, case, distinct, func, select, union
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.review.agreement.models import CodingSample, SecondReading, SettledCoding, Settlement
from dialog.review.models import Coding
from dialog.texts.models import ACCEPTED, Text

MOST, AT_ONCE = 5_000, 500  # texts that are compared, and asked for in one query

Used = frozenset[tuple[str, str]]  # (code, stance)


class NoSuchSample(LookupError):
    """There is no such draw, or it is another coder's."""


@dataclass(frozen=True)
class Compared:
    """One text, and what each of its coders used on it, by coder; at least two."""

    text_id: UUID
    used: Mapping[int, Used]

    @property
    def differs(self) -> bool:
        return len(set(self.used.values())) > 1


@dataclass(frozen=True)
class Progress:
    """A draw, whose it is, and how many of its texts are done."""

    sample: CodingSample
    name: str
    done: int
    size: int


def compared(session: Session, sample_id: int | None = None) -> list[Compared]:
    """Accepted texts that several have coded, by id, which is chance; of one draw those that are done, if so asked."""
    twice = _done(sample_id) if sample_id else union(_coded_twice(), _done())
    texts = select(Text.id).where(Text.id.in_(twice), Text.status == ACCEPTED).order_by(Text.id).limit(MOST)
    return _of_texts(session, session.scalars(texts).all())


def compared_text(session: Session, text_id: UUID) -> Compared | None:
    """One of them; None where it is none."""
    return next(iter(_of_texts(session, [text_id])), None)


def still_reading(session: Session, *, coder_id: int) -> set[UUID]:
    """What somebody has to code as the second coder, who must not know yet what others used on it."""
    waiting = select(SecondReading.text_id).join(CodingSample, CodingSample.id == SecondReading.sample_id)
    return set(session.scalars(waiting.where(CodingSample.coder_id == coder_id, SecondReading.done_at.is_(None))))


def settled_ids(session: Session, ids: Sequence[UUID]) -> set[UUID]:
    return set(session.scalars(select(Settlement.text_id).where(Settlement.text_id.in_(ids))))


def texts_of(session: Session, ids: Sequence[UUID]) -> Mapping[UUID, Text]:
    return {text.id: text for text in session.scalars(select(Text).where(Text.id.in_(ids)))}


def settlement_of(session: Session, text_id: UUID) -> tuple[Settlement, Used] | None:
    if (found := session.get(Settlement, text_id)) is None:
        return None
    codes = select(SettledCoding.code, SettledCoding.stance).where(SettledCoding.text_id == text_id)
    return found, frozenset((code, stance) for code, stance in session.execute(codes))


def notes_on(session: Session, text_id: UUID) -> Sequence[Coding]:
    """The codings of a text with a note."""
    noted = select(Coding).where(Coding.text_id == text_id, Coding.note != "")
    return session.scalars(noted.order_by(Coding.coder_id, Coding.start, Coding.code)).all()


def samples(session: Session) -> list[Progress]:
    """All draws, the newest first."""
    return [Progress(*row) for row in session.execute(_progress().order_by(CodingSample.id.desc()))]


def progress_of(session: Session, sample_id: int) -> Progress:
    return Progress(*session.execute(_progress().where(CodingSample.id == sample_id)).one())


def _progress() -> Select[CodingSample, str, int, int]:
    done = func.sum(case((SecondReading.done_at.is_not(None), 1), else_=0))
    return (
        select(CodingSample, Staff.name, done, func.count(SecondReading.text_id))
        .join(Staff, Staff.id == CodingSample.coder_id)
        .join(SecondReading, SecondReading.sample_id == CodingSample.id)
        .group_by(CodingSample.id, Staff.name)
    )


def find_sample(session: Session, sample_id: int, *, coder_id: int) -> CodingSample:
    """One's own draw. Raises NoSuchSample."""
    found = session.get(CodingSample, sample_id)
    if found is None or found.coder_id != coder_id:
        raise NoSuchSample(sample_id)
    return found


def next_to_read(session: Session, sample_id: int) -> UUID | None:
    """A text of a draw that is not done; texts that are not accepted any more are passed by."""
    waiting = (
        select(SecondReading.text_id)
        .join(Text, Text.id == SecondReading.text_id)
        .where(SecondReading.sample_id == sample_id, SecondReading.done_at.is_(None), Text.status == ACCEPTED)
    )
    return session.scalar(waiting.order_by(SecondReading.text_id).limit(1))


def reading_of(session: Session, sample_id: int, text_id: UUID) -> SecondReading | None:
    return session.get(SecondReading, (sample_id, text_id))


def names_of(session: Session, ids: Sequence[int]) -> Mapping[int, str]:
    return {one.id: one.name for one in session.scalars(select(Staff).where(Staff.id.in_(ids)))}


def _of_texts(session: Session, ids: Sequence[UUID]) -> list[Compared]:
    """Those of them with several coders; a coder who is not done with a text is none of its coders yet."""
    found: dict[UUID, dict[int, set[tuple[str, str]]]] = {id: defaultdict(set) for id in ids}
    for some in (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)):
        for text_id, coder_id, code, stance in session.execute(_codings(some)):
            found[text_id][coder_id].add((code, stance))
        for text_id, coder_id, is_done in session.execute(_readings(some)):
            if is_done:
                found[text_id].setdefault(coder_id, set())  # no code fitted
            else:
                found[text_id].pop(coder_id, None)
    several = ((id, by) for id, by in found.items() if len(by) > 1)
    return [Compared(id, {coder: frozenset(used) for coder, used in by.items()}) for id, by in several]


def _coded_twice() -> Select[UUID]:
    return select(Coding.text_id).group_by(Coding.text_id).having(func.count(distinct(Coding.coder_id)) > 1)


def _done(sample_id: int | None = None) -> Select[UUID]:
    done = select(SecondReading.text_id).where(SecondReading.done_at.is_not(None))
    return done.where(SecondReading.sample_id == sample_id) if sample_id else done


def _readings(ids: Sequence[UUID]) -> Select[UUID, int, bool]:
    """Which second coders have the texts, and whether they are done."""
    return (
        select(SecondReading.text_id, CodingSample.coder_id, SecondReading.done_at.is_not(None))
        .join(CodingSample, CodingSample.id == SecondReading.sample_id)
        .where(SecondReading.text_id.in_(ids))
    )


def _codings(ids: Sequence[UUID]) -> Select[UUID, int, str, str]:
    return select(Coding.text_id, Coding.coder_id, Coding.code, Coding.stance).where(Coding.text_id.in_(ids))
