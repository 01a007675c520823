"""What becomes of a series with a new version, in words."""

from dataclasses import dataclass

from flask_babel import gettext as _

from dialog.survey.comparability import Series
from dialog.survey.making.naming import brief, said
from dialog.survey.questionnaire import Column


@dataclass(frozen=True)
class SeriesTold:
    """One series that ends, or may end, with the next version."""

    measures: str
    sentence: str
    question: str  # as it is asked now, or was
    may_go_on: bool  # if staff say so, with a reason
    was: str  # the words that differ, before and after; empty where nothing can be set side by side
    now: str


def told(found: Series, main: str) -> SeriesTold:
    asked = found.now or found.was
    assert asked is not None, "a series has been asked for, or is"
    was, now = _differing(found, main)
    return SeriesTold(
        found.measures, _sentence(found, brief(asked.title, main)), asked.question, found.status == "reworded", was, now
    )


def _sentence(found: Series, title: str) -> str:
    if found.status == "reworded":
        return _("“%(question)s” is worded in another way than before.", question=title)
    if found.status == "options":
        return _(
            "“%(question)s” has other options than before, or is of another kind: its series ends.", question=title
        )
    return _("“%(question)s” is not asked any more: its series ends.", question=title)


def _differing(found: Series, main: str) -> tuple[str, str]:
    """The first text of the main language that differs, before and after."""
    if found.was is None or found.now is None:
        return "", ""
    if found.status == "options":
        return _options(found.was, main), _options(found.now, main)
    after = {option.id: option.text for option in found.now.options}
    pairs = [(found.was.title, found.now.title)]
    pairs += [(option.text, after[option.id]) for option in found.was.options if option.id in after]
    texts = ((said(one, main), said(other, main)) for one, other in pairs)
    return next(((one, other) for one, other in texts if one.split() != other.split()), ("", ""))


def _options(column: Column, main: str) -> str:
    return " · ".join(said(option.text, main) for option in column.options)
