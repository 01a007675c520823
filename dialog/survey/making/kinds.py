"""What facilitators call the kinds and parts of questions."""

from flask_babel import lazy_gettext as _l

KIND_NAMES = {
    "one_of": _l("One of several options"),
    "several_of": _l("Several options"),
    "scale": _l("The same options for a few things"),
    "matrix": _l("The same options for many things"),
    "ranking": _l("Options in order"),
    "short": _l("Text on one line"),
    "text": _l("Text on several lines"),
    "number": _l("Number"),
    "date": _l("Date"),
    "area": _l("Area"),
    "places": _l("Places, safe or unsafe"),
    "photo": _l("Photo"),
    "info": _l("Information, not a question"),
}
PART_NAMES = {
    "options": _l("options"),
    "rows": _l("rows"),
    "maximum": _l("a highest number"),
    "exclusive": _l("options that rule out others"),
    "text_label": _l("a text beside the options"),
    "text_hint": _l("a hint for the text beside"),
    "shuffle": _l("shuffled options"),
    "narrowed": _l("options that depend on earlier answers"),
    "must": _l("a rule for the answer"),
    "must_text": _l("a sentence for answers that don't fulfil the rule"),
    "least": _l("a least value"),
    "most": _l("a highest value"),
    "whole": _l("whole numbers only"),
    "feeling": _l("safe or unsafe places"),
}
FEELING_NAMES = {"unsafe": _l("Where people feel unsafe"), "safe": _l("Where people feel safe")}
