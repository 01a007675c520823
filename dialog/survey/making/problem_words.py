"""What is wrong with a filled-in form of the builder, in words."""

from flask_babel import gettext as _

from dialog.survey.making.given import NotUsable


def sentences(unusable: NotUsable) -> dict[str, str]:
    """What to do, by the id of the field."""
    return {field: _sentence(field, why) for field, why in unusable.problems.items()}


def _sentence(field: str, why: str) -> str:
    if why == "measured":
        return _("Another question measures this already: choose something else.")
    if why == "missing":
        return _("Some options are not in the list any more. Put them back, or say that they are to go.")
    if why == "not_a_number":
        return _("Write a number, as 3.")
    if why == "not_a_date":
        return _("Write a date, as 2027-04-30.")
    if why == "unreadable":
        return _("A condition can't be read. Take it away and write it again.")
    if field == "text":
        return _("Write the question.")
    if field == "title":
        return _("Write a title.")
    return _("Write the words, or take the line away with its button.")
