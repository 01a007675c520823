"""What every template can use."""

from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from flask import Flask, current_app, request, url_for
from flask_babel import format_date, format_decimal

from dialog.languages import LANGUAGES, STAFF_LANGUAGES, Language, Words, pick
from dialog.web.requests import in_staff_house, language, offered_languages, page_language

STATIC = Path(__file__).parent.parent / "static"


def add_template_globals(app: Flask) -> None:
    app.jinja_env.globals.update(
        asset=asset,
        url_in=url_in,
        say=say,
        lang_of=lang_of,
        format_date=format_date,
        format_number=format_decimal,
        today=date.today,
    )
    app.context_processor(page_globals)


def page_globals() -> dict[str, Any]:
    return {
        "language": language(),
        "languages": choosable_languages(),
        "exit_url": current_app.config["EXIT_URL"],
    }


def choosable_languages() -> list[Language]:
    tags = STAFF_LANGUAGES if in_staff_house() else offered_languages()
    return [LANGUAGES[tag] for tag in tags]


@cache
def _version(name: str) -> str:
    return sha256((STATIC / name).read_bytes()).hexdigest()[:12]


def asset(name: str) -> str:
    """The address of a file of ours; it changes with the file, so that it can be kept for good."""
    return url_for("static", filename=name, v=_version(name))


def url_in(tag: str) -> str:
    """This page in another language."""
    if in_staff_house():
        return f"{request.path if _can_be_opened() else '/' + request.path.split('/')[1] + '/'}?lang={tag}"
    if not request.view_args and request.endpoint is None:
        return f"/{tag}/"
    rest = request.path.split("/", 2)[2:] if request.path.split("/", 2)[1] in LANGUAGES else [""]
    return f"/{tag}/{rest[0] if rest else ''}"


def _can_be_opened() -> bool:
    """Whether this address, perhaps that of a form just sent, is also that of a page."""
    return current_app.url_map.bind("").test(request.path, method="GET")


def say(words: Words) -> str:
    """The words in the page's language, or the main one's."""
    return pick(words, page_language())[0]


def lang_of(words: Words) -> str | None:
    """The lang attribute that words need: None where they are in the page's own language."""
    tag = pick(words, page_language())[1]
    return None if tag == page_language() else tag
