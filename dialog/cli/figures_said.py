"""What `flask sources load` says of a file: how it was understood, and what became of its rows."""

from collections.abc import Iterator, Mapping

from dialog.cli.loads import counted
from dialog.sources.loading import Loaded
from dialog.sources.taking import Understood
from dialog.sources.understanding.columns import FIGURES, LEFT

_SHOWN = 8  # columns with figures that are named


def columns_said(understood: Understood) -> Iterator[str]:
    shown = [one for one in understood.columns if one.role not in (*FIGURES, LEFT)]
    yield f"Read {', '.join(f'{one.role} from {one.heading}' for one in shown) or 'no dimension'}."
    figures = [one.heading for one in understood.columns if one.role in FIGURES]
    more = f" and {len(figures) - _SHOWN} more" if len(figures) > _SHOWN else ""
    if figures:
        yield f"Read figures from {', '.join(figures[:_SHOWN])}{more}."
    if left := [one.heading for one in understood.columns if one.role == LEFT]:
        yield f"Left out {', '.join(left)}."
    if understood.is_remembered:
        yield "The columns were understood as somebody said of an earlier file with the same headings."
    if understood.assumed_period:
        yield f"The year, {understood.assumed_period}, was taken from the name of the file; --period tells otherwise."
    if understood.division:
        yield f"The codes were taken for those of {understood.division}."
    if understood.is_older:
        yield "That is an older version: rounds that ask by another show none of these figures in their pictures."


def account_said(understood: Understood) -> Iterator[str]:
    account = understood.account
    yield f"{counted(account.rows, 'row', 'rows')} gave {counted(len(account.observations), 'figure', 'figures')}."
    for number, sentence in (
        (account.added, "{} of single events added to others of the same."),
        (account.twice, "{} said what another said."),
        (account.notes, "{} held notes and no figures."),
    ):
        if number:
            yield sentence.format(counted(number, "row", "rows"))
    if account.limits:
        yield f"{account.limits:,} limits and numbers of answers put beside their figures."
    for reason, number in sorted(account.missing.items()):
        yield f"{counted(number, 'figure', 'figures')} missing: {reason}."


def loads_said(loaded: Mapping[str, tuple[str, Loaded]]) -> Iterator[str]:
    for name, (lane, one) in loaded.items():
        parts = f"{one.added:,} new, {one.replaced:,} corrected, {one.same:,} as they were"
        yield f"{name} ({lane}): {parts}; {counted(one.ours, 'area', 'areas')} of yours, {one.elsewhere:,} elsewhere."
        if not one.ours:
            yield "None of its areas is loaded here: its figures can only be compared with."
