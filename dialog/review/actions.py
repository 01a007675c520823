"""What a reviewer decides about a text or a report. Every step stands in the status log."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from dialog.places.models import Report
from dialog.review import steps
from dialog.review.clearance import take_back
from dialog.review.holding.actions import look_or_release
from dialog.review.masking import Span, find_spans, with_masks, without_mask
from dialog.review.queries import find_report, find_text, is_voice_set_aside, voice_of
from dialog.review.statuslog import log_step, move
from dialog.review.suspects import Suspect
from dialog.review.voices import VoiceSetAside, restore_voice, set_voice_aside
from dialog.texts.models import ACCEPTED, DUPLICATE, NEW, SET_ASIDE, Text
from dialog.texts.searching.actions import index_text

COMES_FROM: Mapping[str, frozenset[str]] = {  # status -> those it can be reached from
    ACCEPTED: frozenset({NEW}),
    SET_ASIDE: frozenset({NEW, ACCEPTED}),
    DUPLICATE: frozenset({NEW, ACCEPTED}),
    NEW: frozenset({ACCEPTED, SET_ASIDE, DUPLICATE}),
}


class NotPossible(ValueError):
    """It can't be done from the status it has: somebody may have been quicker."""


class NotReviewed(ValueError):
    """Only what has been accepted can be quoted, and only what is accepted or waits can be coded."""


class NotADuplicate(ValueError):
    """It can't be a duplicate of itself, of its own duplicate, or of something in another round."""


def accept(session: Session, item: Text | Report, *, by: int, at: datetime) -> bool:
    """Whether it is accepted now: a text that is held back only is when a second person accepts it too.

    Raises NotPossible, VoiceSetAside, or SamePerson where nobody but this one has accepted what is held back.
    """
    _insist(session, item, ACCEPTED)
    if isinstance(item, Text) and item.held and not look_or_release(session, item, by=by, at=at):
        return False
    move(session, item, ACCEPTED, steps.ACCEPTED, by=by, at=at)
    return True


def set_aside(session: Session, item: Text | Report, *, by: int, at: datetime) -> None:
    """A report of its own is set aside as the whole voice that it is, with every place that was sent with it.

    Raises NotPossible, or VoiceSetAside.
    """
    _insist(session, item, SET_ASIDE)
    if _is_voice(item):
        set_voice_aside(session, voice_of(session, item), by=by, at=at)
    else:
        move(session, item, SET_ASIDE, steps.SET_ASIDE, by=by, at=at)


def reopen(session: Session, item: Text | Report, *, by: int, at: datetime) -> None:
    """Put it back into the queue. A report of its own that was set aside is restored as a voice.

    Raises NotPossible, or VoiceSetAside.
    """
    if _is_voice(item) and item.status == SET_ASIDE:
        restore_voice(session, voice_of(session, item), by=by, at=at)
        return
    _insist(session, item, NEW)
    move(session, item, NEW, steps.REOPENED, by=by, at=at)
    item.duplicate_of = None


def mark_duplicate_text(session: Session, text: Text, *, of: Text, by: int, at: datetime) -> None:
    """Point to the text that says the same, or to what that one points to.

    Raises NotPossible, NotADuplicate or VoiceSetAside.
    """
    _insist(session, text, DUPLICATE)
    first = of
    while first.duplicate_of and first.id != text.id:
        first = find_text(session, first.duplicate_of)
    _point(session, text, first, by=by, at=at)


def mark_duplicate_report(session: Session, report: Report, *, of: Report, by: int, at: datetime) -> None:
    """Point to the report of the same thing, or to what that one points to.

    Raises NotPossible, NotADuplicate or VoiceSetAside.
    """
    _insist(session, report, DUPLICATE)
    first = of
    while first.duplicate_of and first.id != report.id:
        first = find_report(session, first.duplicate_of)
    _point(session, report, first, by=by, at=at)


def clear_for_quoting(session: Session, text: Text, *, by: int, at: datetime) -> None:
    """Let its words, without what is hidden, be quoted. Raises NotReviewed unless it is accepted."""
    if text.status != ACCEPTED:
        raise NotReviewed
    if not text.quotable:
        text.quotable = True
        log_step(session, text, steps.CLEARED, by=by, at=at)


def withdraw_clearance(session: Session, text: Text, *, by: int, at: datetime) -> None:
    if text.quotable:
        text.quotable = False
        log_step(session, text, steps.CLEARANCE_WITHDRAWN, by=by, at=at)


def hide_words(session: Session, text: Text, *, words: str, label: str, by: int, at: datetime) -> None:
    """Mask words wherever they stand in the text. Raises NoSuchWords or UnknownLabel."""
    _hide(session, text, find_spans(text.original, words), label, by=by, at=at)
    index_text(session, text)


def hide_suspects(session: Session, text: Text, suspects: Sequence[Suspect], *, by: int, at: datetime) -> None:
    """Mask each of these where it stands, with a line in the log for each sort of words."""
    for label in dict.fromkeys(one.label for one in suspects):
        spans = [(one.start, one.end) for one in suspects if one.label == label]
        _hide(session, text, spans, label, by=by, at=at)
    index_text(session, text)


def show_words(session: Session, text: Text, *, start: int, by: int, at: datetime) -> None:
    """Take off the mask that begins at `start`. The text has to be cleared for quoting anew then, and its report for
    other systems. Raises NoSuchMask.
    """
    text.masks, label = without_mask(text.masks, start)
    log_step(session, text, steps.UNMASKED, by=by, at=at, was=label)
    index_text(session, text)
    withdraw_clearance(session, text, by=by, at=at)
    if text.report_id:
        take_back(session, find_report(session, text.report_id), by=by, at=at)


def _hide(session: Session, text: Text, spans: Sequence[Span], label: str, *, by: int, at: datetime) -> None:
    text.masks = with_masks(text.original, text.masks, spans, label)
    log_step(session, text, steps.MASKED, by=by, at=at, became=label)


def _is_voice(item: Text | Report) -> bool:
    """Whether it is a report of its own, or the first of several that were sent together."""
    return isinstance(item, Report) and item.response_id is None and item.part_of is None


def _insist(session: Session, item: Text | Report, status: str) -> None:
    """Raises NotPossible unless it can have this status next, and VoiceSetAside while its whole voice is set aside."""
    if item.status not in COMES_FROM[status]:
        raise NotPossible(f"from {item.status} to {status}")
    if is_voice_set_aside(session, voice_of(session, item)):
        raise VoiceSetAside


def _point(session: Session, item: Text | Report, first: Text | Report, *, by: int, at: datetime) -> None:
    if first.id == item.id or first.round_id != item.round_id:
        raise NotADuplicate
    move(session, item, DUPLICATE, steps.DUPLICATE, by=by, at=at, became=str(first.id))
    item.duplicate_of = first.id
