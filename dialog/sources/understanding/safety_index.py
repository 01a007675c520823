"""The index of the police's safety survey: 0 (nearly no problem) to 6 (alarming), never worked out anew. Pure."""

from dialog.sources.lanes import HIGHEST_INDEX, LOWEST_INDEX
from dialog.sources.understanding.observations import NO_INDEX, Account, BadRow, Left, Observation
from dialog.sources.understanding.units import INDEX, UNKNOWN


def insist_on_index(account: Account) -> None:
    """Leave out what is no index; figures whose unit nobody told are indices when all of them can be."""
    untold = [one for one in account.observations.values() if one.unit == UNKNOWN]
    if all(map(_fits, untold)):
        for one in untold:
            one.unit = INDEX
    for subject, one in list(account.observations.items()):
        if one.unit == INDEX and not _fits(one):
            del account.observations[subject]
            said = f"{one.value.number:g}"
            account.left.append(Left(one.line, BadRow(NO_INDEX, said=said), {subject.category: said}))


def _fits(one: Observation) -> bool:
    return one.value.number is None or LOWEST_INDEX <= one.value.number <= HIGHEST_INDEX
