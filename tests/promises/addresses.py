"""Every address of the house, with something in the place of what varies."""

import re

from flask import Flask
from werkzeug.routing import Rule

SAMPLES = {
    "int": "1",
    "uuid": "00000000-0000-4000-8000-000000000000",
    "lang": "sv",
    "name": "trygg",
    "format": "json",
    "": "x",
}


def rules(app: Flask) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"]


def audience_of(rule: Rule) -> str:
    return str(rule.endpoint).split(".", 1)[0]


def methods_of(rule: Rule) -> list[str]:
    """What can be done there; OPTIONS is answered by Flask itself, before any page."""
    return sorted((rule.methods or set()) - {"OPTIONS"})


def address_of(rule: Rule, language: str = "sv") -> str:
    """The rule with samples in its variables."""

    def sample(found: re.Match[str]) -> str:
        converter, name = found["converter"] or "", found["name"]
        return language if name == "lang" else SAMPLES.get(name) or SAMPLES.get(converter, "x")

    return re.sub(r"<(?:(?P<converter>\w+)(?:\([^)]*\))?:)?(?P<name>\w+)>", sample, rule.rule)
