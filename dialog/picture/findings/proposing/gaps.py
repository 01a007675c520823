"""What we know too little of: areas and groups with too few voices, and sources that are missing. Pure.

A figure that is withheld and one that is small are told of together, as the tables themselves do: nobody can tell
from a gap which of them it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialog.languages import N_, Words
from dialog.picture.content import Picture
from dialog.picture.findings.proposing.phrases import listed, number
from dialog.picture.findings.proposing.proposal import Proposal, Setting
from dialog.picture.findings.told import GAP, TABLE, TOO_LITTLE, Evidence
from dialog.picture.ids import AREA, is_silent
from dialog.picture.presentation import FEW, area_columns
from dialog.picture.tables import ALL, Cell, Dimension, Item
from dialog.picture.wording import filled, words
from dialog.sources.lanes import ASSESSMENT, DEPARTMENTS, REPORTED_CRIME, SAFETY_SURVEY, STAFF

EXPECTED = {  # sources that a picture sets beside the dialogue, as the model of Brå, the police and SKR has them
    STAFF: N_("staff dialogue"),
    SAFETY_SURVEY: N_("safety survey"),
    REPORTED_CRIME: N_("reported crime"),
    DEPARTMENTS: N_("the departments' own pictures"),
    ASSESSMENT: N_("the police's assessment"),
}
SORTS = {  # title and statement of each sort of gap
    AREA: (
        N_("Too little data from some areas"),
        N_(
            "Fewer than %(few)s voices, or a number that can't be shown: %(names)s. "
            "That does not mean that it is safe there."
        ),
    ),
    "group": (
        N_("Too little data from some groups"),
        N_("Fewer than %(few)s voices, or a number that can't be shown: %(names)s."),
    ),
    "source": (N_("Sources are missing"), N_("Not in this picture yet: %(names)s.")),
}
SAYS_NOTHING = "prefer_not"  # an option: who chose it is no group


@dataclass(frozen=True)
class Gap:
    """One thing that too little is known of."""

    sort: str  # area, group or source
    name: Words
    table: str  # where that shows; "" for a source


def gaps(setting: Setting) -> list[Gap]:
    """Areas, then groups, then sources."""
    return [*_areas(setting.picture), *_groups(setting.picture), *_sources(setting)]


def proposed_gaps(setting: Setting) -> Iterator[Proposal]:
    """At most one proposal of each sort."""
    found = gaps(setting)
    for sort, (title, statement) in SORTS.items():
        chosen = [one for one in found if one.sort == sort]
        if chosen:
            yield _proposal(sort, title, statement, chosen)


def _proposal(sort: str, title: str, statement: str, chosen: Sequence[Gap]) -> Proposal:
    said = filled(statement, few=number(FEW), names=listed([one.name for one in chosen]))
    tables = dict.fromkeys(one.table for one in chosen if one.table)
    evidence = tuple(Evidence(TABLE, table=table) for table in tables)
    return Proposal(f"gap:{sort}", GAP, words(title), said, evidence, TOO_LITTLE, words(NOTHING_FOLLOWS))


NOTHING_FOLLOWS = N_("Silence is no answer: nothing follows from it but that more must be heard.")


def _areas(picture: Picture) -> Iterator[Gap]:
    yield from (Gap(AREA, column.label, AREA) for column in area_columns(picture) if column.is_few)


def _groups(picture: Picture) -> Iterator[Gap]:
    """Of who answered: ages, genders, languages and the like; not by which way their answers came."""
    for table in picture.tables:
        if len(table.dimensions) == 1 and table.dimensions[0].background and table.heading.id != "channel":
            one = table.dimensions[0]
            yield from (
                Gap(
                    "group",
                    filled(N_("%(question)s: %(group)s"), question=one.label, group=item.label),
                    table.heading.id,
                )
                for item in _groups_of(one)
                if _is_few(table[(item.id,)])
            )


def _groups_of(dimension: Dimension) -> list[Item]:
    """Those that are not divided further."""
    divided = {item.parent for item in dimension.items}
    return [
        item
        for item in dimension.items
        if item.id != ALL and item.id not in divided and item.id != SAYS_NOTHING and not is_silent(item.id)
    ]


def _is_few(cell: Cell) -> bool:
    return cell.value is None or cell.value < FEW


def _sources(setting: Setting) -> Iterator[Gap]:
    yield from (Gap("source", words(name), "") for lane, name in EXPECTED.items() if lane not in setting.lanes)
