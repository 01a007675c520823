"""Coding: putting codes of the codebook on a text or on words of it, and taking them off again."""

from datetime import datetime

from sqlalchemy.orm import Session

from dialog.review import steps
from dialog.review.actions import NotReviewed, accept
from dialog.review.codebook import CODEBOOK, STANCES
from dialog.review.masking import Span, find_spans
from dialog.review.models import Coding
from dialog.review.statuslog import log_step
from dialog.texts.models import ACCEPTED, NEW, Text

WHOLE: tuple[int, None] = (0, None)


class UnknownStance(ValueError):
    """A coder finds a problem, a strength or a proposal; nothing else."""


class NoSuchCoding(LookupError):
    """This coder has not put this code there."""


def add_code(session: Session, text: Text, *, code: str, stance: str, words: str = "", by: int, at: datetime) -> None:
    """Put a code with a stance on the whole text, or where the words first stand in it.

    A text that waits is accepted in the same step. Raises UnknownCode, UnknownStance, NoSuchWords, NotReviewed or
    VoiceSetAside, before writing anything.
    """
    CODEBOOK.code(code)
    if stance not in STANCES:
        raise UnknownStance(stance)
    start, end = find_spans(text.original, words)[0] if words else WHOLE
    if text.status not in (NEW, ACCEPTED):
        raise NotReviewed
    if text.status == NEW:
        accept(session, text, by=by, at=at)
    key = {"text_id": text.id, "coder_id": by, "code": code, "stance": stance, "start": start}
    coding = session.get(Coding, key)
    if coding and coding.end == end:
        return
    coding = coding or Coding(**key)
    coding.end, coding.codebook_version = end, CODEBOOK.version
    session.add(coding)
    log_step(session, text, steps.CODED, by=by, at=at, became=f"{code} {stance}")


def remove_code(session: Session, text: Text, *, code: str, stance: str, start: int, by: int, at: datetime) -> None:
    """Take one's own code off. Raises NoSuchCoding."""
    key = {"text_id": text.id, "coder_id": by, "code": code, "stance": stance, "start": start}
    if (coding := session.get(Coding, key)) is None:
        raise NoSuchCoding(code)
    session.delete(coding)
    log_step(session, text, steps.CODE_REMOVED, by=by, at=at, was=f"{code} {stance}")


def span_of(coding: Coding, text: Text) -> Span | None:
    """The stretch of the text that a coding is about; None when it is the whole."""
    if coding.start == 0 and coding.end is None:
        return None
    return coding.start, len(text.original) if coding.end is None else coding.end
