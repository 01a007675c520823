"""What other systems may report, and read, as GeoReport v2 calls it: services and their attributes. Pure.

A request has exactly one service, while a report may have several causes or none. So a service is how the place feels,
which nobody can say twice; causes and all else are attributes. A system that only knows that a lamp is broken says
nothing of feeling: that is a service too.
"""

from collections.abc import Mapping
from typing import Any

from dialog.languages import MAIN, N_, in_every_language, pick
from dialog.places.columns import ONE, SEVERAL
from dialog.places.fields import CAUSES, STRENGTHS, Choices

PLACE = "place"  # the service that says nothing of feeling
BATCH = "batch"  # a token comes at once, an id when staff have read what was sent

# Service code -> what it is called, and what it is for. All but PLACE are feelings of places.fields.
SERVICES: Mapping[str, tuple[str, str]] = {
    "unsafe": (N_("An unsafe place"), N_("Where somebody feels unsafe, and why.")),
    "safe": (N_("A safe place"), N_("What works: where somebody feels safe, and why.")),
    "both": (
        N_("A place that is both safe and unsafe"),
        N_("A place that feels safe in one way or at one time, and unsafe in another."),
    ),
    PLACE: (N_("A place, without saying how it feels"), N_("Such as a fault that another system was told of.")),
}
GROUP = N_("Safety")

# Attribute code -> what it asks. The codes are those of a report's answers; HELP is a text.
HELP = "help"
ASKS: Mapping[str, str] = {
    "kind": N_("What kind of place is it?"),
    "causes": N_("What feels unsafe?"),
    "strengths": N_("What feels safe?"),
    "times": N_("When is it so?"),
    "seasons": N_("In which seasons?"),
    "frequency": N_("How often?"),
    "affected": N_("Who is affected?"),
    "consequences": N_("What does it lead to?"),
    "remedies": N_("What would help?"),
    HELP: N_("What do you suggest?"),
}
CHOOSE_ONE, CHOOSE_ALL, NO_NAMES = N_("Choose one."), N_("Choose all that apply."), N_("Write no names.")

Document = dict[str, Any]


def service_list(tag: str) -> list[Document]:
    """Every service, with its words in a language."""
    return [_service(code, tag) for code in SERVICES]


def service_name(code: str, tag: str) -> str:
    return in_words(SERVICES[code][0], tag)


def definition(code: str, tag: str) -> Document:
    """What can be said of a service: its attributes, in the order in which they are asked."""
    return {
        "service_code": code,
        "attributes": [_attribute(name, order, tag) for order, name in enumerate(ASKS, start=1)],
    }


def service_of(answers: Mapping[str, Any]) -> str:
    """The service of a report."""
    feeling = str(answers.get("feeling"))
    return feeling if feeling in SERVICES else PLACE


def chosen(answers: Mapping[str, Any], names: tuple[str, ...], tag: str) -> list[Document]:
    """What was chosen of some attributes, one entry a choice: {label, name, value, code}."""
    entries = []
    for name in names:
        choices, given = _choices(name), answers.get(name) or []
        for option in [given] if isinstance(given, str) else given:
            if option in choices:
                words = {"label": in_words(ASKS[name], tag), "name": name, "value": pick(choices[option], tag)[0]}
                entries.append({**words, "code": option})
    return entries


def in_words(sentence: str, tag: str) -> str:
    """A sentence marked with N_, in a language."""
    return pick(in_every_language(sentence), tag, MAIN)[0]


def _service(code: str, tag: str) -> Document:
    name, description = SERVICES[code]
    causes = {"safe": (STRENGTHS,), "both": (CAUSES, STRENGTHS)}.get(code, (CAUSES,))
    keywords = [pick(words, tag)[0].replace(",", " /") for choices in causes for words in choices.values()]
    return {
        "service_code": code,
        "service_name": in_words(name, tag),
        "description": in_words(description, tag),
        "metadata": True,
        "type": BATCH,
        "keywords": ", ".join(dict.fromkeys(keywords)),
        "group": in_words(GROUP, tag),
    }


def _attribute(name: str, order: int, tag: str) -> Document:
    kind, how = ("text", NO_NAMES) if name == HELP else _list_of(name)
    return {
        "variable": True,
        "code": name,
        "datatype": kind,
        "required": False,
        "datatype_description": in_words(how, tag),
        "order": order,
        "description": in_words(ASKS[name], tag),
        "values": [{"key": id, "name": pick(words, tag)[0]} for id, words in _choices(name).items()],
    }


def _list_of(name: str) -> tuple[str, str]:
    return ("singlevaluelist", CHOOSE_ONE) if name in ONE else ("multivaluelist", CHOOSE_ALL)


def _choices(name: str) -> Choices:
    return ONE.get(name) or SEVERAL.get(name) or {}
