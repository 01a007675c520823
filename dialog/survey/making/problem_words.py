"""What is wrong with a filled-in form of the builder, in words."""

from flask_babel import lazy_gettext as _l

from dialog.survey.making.given import NotUsable


def sentences(unusable: NotUsable) -> dict[str, str]:
    """What to do, by the id of the field."""
    return {field: _sentence(field, why) for field, why in unusable.problems.items()}


def _sentence(field: str, why: str) -> str:
    sentence = _SENTENCES.get(why) or _EMPTY.get(field)
    return str(sentence or _l("Write the words, or take the line away with its button."))


_EMPTY = {"text": _l("Write the question."), "title": _l("Write a title.")}
_SENTENCES = {
    "measured": _l("Another question measures this already: choose something else."),
    "missing": _l("Some options are not in the list any more. Put them back, or say that they are to go."),
    "not_a_number": _l("Write a number, as 3."),
    "not_a_date": _l("Write a date, as 2027-04-30."),
    "value_and_other": _l("Write a value or choose a question to compare with, not both."),
    "no_such_option": _l("A line names an option that this question does not have."),
    "no_such_answer": _l("A line names an answer that the earlier question does not have."),
    "unreadable": _l("A condition can't be read. Take it away and write it again."),
}
