"""What the register of a picture tells of its staff dialogues, from their own safe tables. Pure."""

from collections.abc import Iterator, Sequence

from dialog.languages import N_
from dialog.picture.beside.told import Registered
from dialog.picture.tables import SafeTable
from dialog.picture.wording import words
from dialog.sources.lanes import LANES, STAFF

METHOD = N_("A questionnaire for colleagues, behind a phrase that they share, without accounts.")
LIMITS = N_(
    "What colleagues meet in their work, not what residents think. Nobody knows how many were reached, so there is no "
    "response rate. No figure below ten colleagues is told, and no workplace stands beside a quote."
)


def staff_register(tables: Sequence[SafeTable]) -> Iterator[Registered]:
    """One for each dialogue that tables tell of; how many answered only where a table shows it."""
    for universe in dict.fromkeys(table.heading.universe for table in tables):
        own = [table for table in tables if table.heading.universe == universe]
        yield Registered(
            id=f"{STAFF}:{universe}",
            lane=STAFF,
            name=words(LANES[STAFF]),
            method=words(METHOD),
            period=own[0].heading.period,
            answers=next((value for table in own if (value := table.at({}).value)), None),
            limits=words(LIMITS),
        )
