"""One database session a request, and the language of the page."""

from collections.abc import Sequence
from typing import Any

from flask import abort, current_app, g, request
from flask import session as cookie
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from dialog.languages import LANGUAGES, MAIN, STAFF_LANGUAGES, Language, proposed_language

STAFF_GATES = ("staff", "facilitator", "analyst", "admin")


def db_session() -> Session:
    """The session of this request; a page that writes commits it once, last."""
    if "db" not in g:
        g.db = current_app.extensions["sessions"]()
    return g.db


def close_db(_error: BaseException | None = None) -> None:
    if (db := g.pop("db", None)) is not None:
        db.close()


def in_staff_house() -> bool:
    """Whether the page being shown is behind one of the staff gates."""
    return request.path.split("/", 2)[1] in STAFF_GATES


def page_language() -> str:
    """The tag of the language this page is in: the address says it, or for staff their own choice."""
    if "lang" not in g:
        g.lang = _staff_language() if in_staff_house() else _language_of_address()
    return g.lang


def language() -> Language:
    return LANGUAGES[page_language()]


def page_locale() -> str:
    return language().locale


def accepted_languages() -> list[str]:
    return [tag for tag, _ in request.accept_languages]


def offered_languages() -> Sequence[str]:
    """Tags of the languages that residents are offered; all that there are while the database does not answer."""
    if "offered" not in g:
        try:
            g.offered = current_app.extensions["settings"](db_session()).languages
        except SQLAlchemyError:
            g.offered = tuple(LANGUAGES)
    found: Sequence[str] = g.offered
    return found


def _language_of_address() -> str:
    """An address in a language that is no longer offered still works: it may stand on a poster."""
    first = request.path.split("/", 2)[1]
    return first if first in LANGUAGES else proposed_language(accepted_languages(), offered_languages())


def _staff_language() -> str:
    asked = request.args.get("lang")
    if asked in STAFF_LANGUAGES:
        cookie["lang"] = asked
    proposed = cookie.get("lang") or proposed_language(accepted_languages())
    return proposed if proposed in STAFF_LANGUAGES else MAIN


def pull_lang(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Take the language out of the address, before the page sees its arguments."""
    if values and "lang" in values:
        g.lang = values.pop("lang")
        if g.lang not in LANGUAGES:
            g.pop("lang")
            abort(404)


def put_lang(_endpoint: str, values: dict[str, Any]) -> None:
    """Put the language into every address that a page builds."""
    values.setdefault("lang", page_language())
