"""Which questions of two rounds may stand in one series, and why others may not. Pure."""

from collections.abc import Mapping, Sequence

from dialog.picture.statistics.comparing import Asked, Reason
from dialog.survey.comparability import KEPT, Series, series
from dialog.survey.questionnaire import Column, Questionnaire

Changes = Mapping[str, Mapping[str, str]]  # of one version, by what is measured


def asked_in_both(before: Questionnaire, after: Questionnaire, changes: Sequence[Changes]) -> Asked:
    """`changes`: what staff decided in each version between the two, in which a reworded question may go on.

    A question that measures nothing of the bank goes on only within one version: its id may mean something else.
    """
    if (before.id, before.version) == (after.id, after.version):
        return Asked({one.id: one.id for one in _counted(after)})
    kept: dict[str, str] = {}
    broken: dict[str, Reason] = {one.id: "own" for one in _counted(after) if not one.measures}
    gone = []
    for found in series(before, after):
        if found.now is None:
            gone += [found.was.title] if found.was else []
        elif found.was is not None and _goes_on(found, changes):
            kept[found.now.id] = found.was.id
        else:
            broken[found.now.id] = _reason(found)
    return Asked(kept, broken, tuple(gone))


def _goes_on(found: Series, changes: Sequence[Changes]) -> bool:
    """Asked in the same words, or in others of which staff said each time that they mean the same."""
    said = [one[found.measures].get("decision") for one in changes if found.measures in one]
    return found.is_kept or (found.status == "reworded" and bool(said) and set(said) == {KEPT})


def _reason(found: Series) -> Reason:
    return "new" if found.was is None else "options" if found.status == "options" else "reworded"


def _counted(questionnaire: Questionnaire) -> list[Column]:
    return [one for one in questionnaire.columns() if one.is_counted]
