"""Pages that differ from one request to the next in a few values only: rendered once, then stamped with them.

Rendering the default questionnaire takes most of a request's time; nearly every request asks for the same fresh form.
"""

import secrets
from collections.abc import Hashable, Mapping
from functools import lru_cache
from typing import Any

from flask import render_template
from markupsafe import escape

from dialog.web.requests import offered_languages, page_language

_MARK = secrets.token_hex(8)  # nobody can write it into a page beforehand
KEPT = 128  # pages


class _Page:
    """How to render a page; two with the same template, language and sameness are one."""

    def __init__(self, template: str, same: Hashable, stamps: tuple[str, ...], context: Mapping[str, Any]) -> None:
        self.key = (template, page_language(), tuple(offered_languages()), same, stamps)
        self.template, self.stamps, self.context = template, stamps, context

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Page) and self.key == other.key

    def __hash__(self) -> int:
        return hash(self.key)


def stamped(template: str, *, same: Hashable, stamps: Mapping[str, str], **context: Any) -> str:
    """The page with `stamps` (name -> value) in it. `same` must tell apart everything else that it depends on."""
    html = _render(_Page(template, same, tuple(stamps), context))
    for name, value in stamps.items():
        html = html.replace(_mark(name), str(escape(value)))
    return html


@lru_cache(maxsize=KEPT)
def _render(page: _Page) -> str:
    return render_template(page.template, **page.context, **{name: _mark(name) for name in page.stamps})


def _mark(name: str) -> str:
    return f"{name}-{_MARK}"
