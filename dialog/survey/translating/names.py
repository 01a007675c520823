"""What the texts of a questionnaire are called, for those who translate them. Pure."""

from collections.abc import Callable

from dialog.languages import N_

Say = Callable[[str], str]  # a sentence marked with N_, in the reader's language

_PARTS = {
    "hint": N_("Question %(question)s, hint"),
    "text_label": N_("Question %(question)s, what asks for a text beside the options"),
    "text_hint": N_("Question %(question)s, hint of the text beside the options"),
    "must_text": N_("Question %(question)s, what to say when an answer does not fit"),
}
_OPTION = N_("Question %(question)s, option %(part)s")
_ROW = N_("Question %(question)s, row %(part)s")
_QUESTION = N_("Question %(question)s")
_SECTION = N_("Section %(section)s")
_TITLE = N_("Title")


def in_english(sentence: str) -> str:
    """For commands, which speak plain English."""
    return sentence


def owner_of(path: str) -> str:
    """The path of what a text belongs to: the question of an option, a row or a hint; else itself."""
    if path.startswith("section:"):
        return path
    return path.partition(":")[0].partition("/")[0].partition(".")[0]


def name_of(path: str, say: Say) -> str:
    """Question Q6, option never."""
    if path == "title":
        return say(_TITLE)
    if path.startswith("section:"):
        return say(_SECTION) % {"section": path.removeprefix("section:")}
    question = owner_of(path)
    sign, part = path[len(question) : len(question) + 1], path[len(question) + 1 :]
    sentence = {"": _QUESTION, ":": _OPTION, "/": _ROW}.get(sign) or _PARTS.get(part, _QUESTION)
    return say(sentence) % {"question": question, "part": part}
