"""Sentences that rules made, said in the language of the page."""

from collections.abc import Mapping

from flask_babel import format_decimal, gettext, ngettext

from dialog.languages import Sentence


def worded(said: str, called: Mapping[str, str] | None = None) -> str:
    """A sentence in the page's language. `called` says what a page calls what the sentence calls otherwise.

    That is asked of the values named option, command, field and kind only: a file may be called whatever it likes.
    """
    if not isinstance(said, Sentence):
        return said
    values = {name: _value(name, value, called or {}) for name, value in said.values.items()}
    if said.plural:
        return ngettext(said.msgid, said.plural, said.counted, **values)
    return gettext(said.msgid, **values)


def whole(said: str, called: Mapping[str, str] | None = None) -> str:
    """A reason, such as `it has no outline`, as a sentence of its own."""
    text = worded(said, called)
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _value(name: str, value: object, called: Mapping[str, str]) -> str:
    if isinstance(value, int):
        return str(format_decimal(value))
    text = worded(value, called) if isinstance(value, str) else str(value)
    return called.get(text, text) if name in ("option", "command", "field", "kind") else text
