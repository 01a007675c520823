"""Keeping translations by people and by machines. Every step stands in the log."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.review import steps
from dialog.review.holding.actions import insist_not_held
from dialog.review.statuslog import log_step
from dialog.review.translations.models import CHECKED, DRAFT, MACHINE, Translation
from dialog.review.translations.queries import find_translation, source_of
from dialog.texts.models import Text

Translate = Callable[..., str]  # (words, source=…, target=…): an HTTP interface of somebody's


class NothingWritten(ValueError):
    """A translation without a word."""


class SameLanguage(ValueError):
    """It is in that language already."""


class Outdated(ValueError):
    """What is hidden has changed since, so that it can't be called right before it is written anew."""


def language_of(text: Text) -> str:
    """What the text is written in, as far as is known."""
    return text.written_in or text.language


def checksum_of(text: Text) -> str:
    """SHA-256 of the masked text; kept only as long as the text itself is."""
    return sha256(source_of(text).encode("utf-8", "surrogatepass")).hexdigest()


def is_outdated(translation: Translation, text: Text) -> bool:
    """Whether other words are hidden now than when it was made: then it may say what must not be said."""
    return translation.source_checksum != checksum_of(text)


def write_translation(
    session: Session, text: Text, *, language: str, body: str, is_checked: bool, by: int, at: datetime
) -> Translation:
    """By a person, also one that puts right what a machine began. Raises NothingWritten, SameLanguage or HeldBack."""
    _insist(text, language)
    if not body:
        raise NothingWritten
    old = session.get(Translation, (text.id, language))
    machine = old.machine if old else ""
    return _keep(
        session,
        text,
        Translation(language=language, body=body, machine=machine, state=CHECKED if is_checked else DRAFT),
        by=by,
        at=at,
    )


def translate_by_machine(
    session: Session,
    text: Text,
    *,
    language: str,
    translate: Translate,
    machine: str,
    by: int,
    at: datetime,
) -> Translation:
    """Send the masked words out of the house, which is logged, and keep what comes back as a machine's.

    Raises SameLanguage, HeldBack, or what the translator raises.
    """
    _insist(text, language)
    record(session, "text sent to translator", f"text {text.id}", by=by, machine=machine, into=language)
    body = translate(source_of(text), source=language_of(text), target=language)
    made = Translation(language=language, body=body, machine=machine, state=MACHINE)
    return _keep(session, text, made, by=by, at=at)


def check_translation(session: Session, text: Text, *, language: str, by: int, at: datetime) -> None:
    """Say that it is right. Raises NoSuchTranslation or Outdated."""
    found = find_translation(session, text.id, language)
    if is_outdated(found, text):
        raise Outdated(language)
    if found.state != CHECKED:
        found.state, found.staff_id, found.at = CHECKED, by, at
        log_step(session, text, steps.TRANSLATION_CHECKED, by=by, at=at, became=language)


def remove_translation(session: Session, text: Text, *, language: str, by: int) -> None:
    """Raises NoSuchTranslation."""
    session.delete(find_translation(session, text.id, language))
    session.flush()
    record(session, "translation removed", f"text {text.id}", by=by, language=language)


def _insist(text: Text, language: str) -> None:
    insist_not_held(text)
    if language == language_of(text):
        raise SameLanguage(language)


def _keep(session: Session, text: Text, made: Translation, *, by: int, at: datetime) -> Translation:
    made.text_id, made.staff_id, made.at, made.source_checksum = text.id, by, at, checksum_of(text)
    kept = session.merge(made)
    session.flush()
    log_step(session, text, steps.TRANSLATED, by=by, at=at, became=made.language)
    return kept
