"""What staff may put into a document, in words that they choose by."""

from collections.abc import Sequence

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dialog.languages import LANGUAGES
from dialog.picture.content import Picture
from dialog.picture.documents.blocks import EASY, EASY_TAG, FULL, SHORT, TEXT
from dialog.picture.documents.kinds import Key, possible
from dialog.sources.sentences import unit_word
from dialog.web.pages import say

WHOLE = {
    TEXT: _l("Text"),
    "change": _l("What has changed since the edition before"),
    "few": _l("Areas that too little is known of"),
    "causes": _l("Causes of the findings"),
    "coverage": _l("Who answered, beside who lives here"),
    "focus": _l("Proposed focus areas"),
    "evidence": _l("What findings rest on"),
    "honest": _l("That the dialogue is open to everybody"),
    "map": _l("Map of the areas and places"),
    "places": _l("Table of the places where reports gather"),
    "rule": _l("How the figures are to be read"),
    "sources": _l("Register of sources"),
    "themes": _l("Table of themes"),
    "verdicts": _l("Do the sources say the same?"),
}
MATRICES = {
    "problems": _l("Problems in every area"),
    "unsafe": _l("Where people feel unsafe, by area"),
    "kinds": _l("Reported places by area and kind"),
}
FINDINGS = {
    "": _l("The findings of the summary"),
    "problem": _l("Findings about problems that are not in the summary"),
    "strength": _l("Findings about strengths"),
    "gap": _l("Findings about what is not known"),
    "disagreement": _l("Findings where sources differ"),
}
QUOTES = {
    "": _l("Quotes"),
    "problem": _l("Quotes about problems"),
    "strength": _l("Quotes about strengths"),
    "proposal": _l("Quotes with proposals"),
    "staff": _l("Quotes of colleagues"),
}
OUTSIDE = {
    "beside": _l("Beside the dialogue: %(title)s"),
    "quadrants": _l("Felt and recorded: %(title)s"),
    "outside": _l("Another source: %(title)s"),
    "words": _l("In its words: %(title)s"),
}
VERSION_NAMES = {FULL: _l("Whole document"), SHORT: _l("Short, for the council"), EASY: _l("In easy Swedish")}


def block_name(picture: Picture, kind: str, of: str) -> str:
    """What a block is called among others."""
    if kind == "matrix":
        return str(MATRICES.get(of, of))
    if kind in ("quotes", "findings"):
        return str((QUOTES if kind == "quotes" else FINDINGS).get(of, of))
    if kind in WHOLE:
        return str(WHOLE[kind])
    if kind in OUTSIDE:
        return _outside_name(picture, kind, of)
    table = picture.any_table(of)
    title = say(table.heading.title) if table else of
    return _("Chart: %(title)s", title=title) if kind == "bars" else _("Table: %(title)s", title=title)


def _outside_name(picture: Picture, kind: str, of: str) -> str:
    beside = picture.beside
    table = beside.table(of) if beside else None
    source = beside.source(table.source if table else of) if beside else None
    called = [say(source.name) if source else of, *([say(table.title)] if table else [])]
    return OUTSIDE[kind] % {"title": ", ".join([*called, *([str(unit_word(table.unit))] if table else [])])}


def addable(picture: Picture) -> list[tuple[str, str]]:
    """(value of a choice, its words): a text, and every live block that the picture has something for."""
    keys: list[Key] = [(TEXT, ""), *possible(picture)]
    return [(f"{kind}:{of}", block_name(picture, kind, of)) for kind, of in keys]


def text_languages() -> Sequence[tuple[str, str]]:
    """(tag, name) of the languages a text can be written in, easy Swedish after Swedish."""
    names = [(tag, one.endonym) for tag, one in LANGUAGES.items()]
    return [*names[:1], (EASY_TAG, _("Easy Swedish (lättläst)")), *names[1:]]
