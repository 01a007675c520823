"""What pages show of translations, and the translator of this installation."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import current_app
from sqlalchemy.orm import Session

from dialog.languages import LANGUAGES, MAIN
from dialog.review.sentences import language_name
from dialog.review.translations.actions import is_outdated, language_of
from dialog.review.translations.libretranslate import LibreTranslate
from dialog.review.translations.models import Translation
from dialog.review.translations.queries import translations_of
from dialog.texts.models import Text


@dataclass(frozen=True)
class Shown:
    """A translation as the page of its text shows it."""

    kept: Translation
    language: str  # in words
    is_outdated: bool


def translator() -> LibreTranslate | None:
    """None where none is set up, as it is unless somebody decided otherwise."""
    url = current_app.config["TRANSLATOR_URL"]
    return LibreTranslate(url, current_app.config["TRANSLATOR_KEY"]) if url else None


def translations_shown(session: Session, text: Text) -> dict[str, Any]:
    """For staff/text_translations.html on the page of one text."""
    own = language_of(text)
    kept = translations_of(session, text.id)
    return {
        "translations": [Shown(one, language_name(one.language), is_outdated(one, text)) for one in kept],
        "translator": translator(),
        "into_options": _into(own),
        "written_in": own,
    }


def _into(own: str) -> Sequence[tuple[str, str]]:
    """Languages to translate into: that of the house first."""
    tags = sorted(LANGUAGES, key=lambda tag: tag != MAIN)
    return [(tag, language_name(tag)) for tag in tags if tag != own]
