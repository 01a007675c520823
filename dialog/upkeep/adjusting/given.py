"""What an administrator filled in on the page of settings, read. The rules of each setting are those of `settings`."""

from collections.abc import Mapping
from typing import Any

from werkzeug.datastructures import MultiDict

from dialog.settings.limits import LANGUAGES_OFFERED, LIMITS, SWITCHES, MainLanguageNeeded, OutOfBounds, checked

Given = tuple[dict[str, Any], dict[str, Exception]]  # values, and what is wrong, both by the name of the setting


class NoNumber(ValueError):
    """What was written is no whole number."""


def read_settings(form: MultiDict[str, str], config: Mapping[str, Any]) -> Given:
    """Every setting of the page."""
    values: dict[str, Any] = {}
    wrong: dict[str, Exception] = {}
    for name in (*LIMITS, LANGUAGES_OFFERED, *SWITCHES):
        try:
            values[name] = checked(name, _written(name, form), config)
        except (MainLanguageNeeded, NoNumber, OutOfBounds) as problem:
            wrong[name] = problem
    return values, wrong


def _written(name: str, form: MultiDict[str, str]) -> object:
    if name == LANGUAGES_OFFERED:
        return form.getlist(name)
    if name in SWITCHES:
        return name in form
    written = form.get(name, "").strip()
    if not (written.isdecimal() and len(written) < 10):
        raise NoNumber(name)
    return int(written)
