"""What the register tells of our own sources, from the safe tables of a picture. Pure."""

from collections.abc import Iterator

from dialog.languages import N_, Words
from dialog.picture.beside.told import OWN_DIALOGUE, OWN_REPORTS, OWN_WORKSHOPS, Registered
from dialog.picture.content import Picture
from dialog.picture.ids import REPORTS, VOICES
from dialog.picture.presentation import voices_in
from dialog.picture.tables import SafeTable, State
from dialog.picture.wording import filled, words
from dialog.sources.lanes import LANES
from dialog.sources.lanes import REPORTS as REPORTS_LANE

OCCASIONS = ("stand", "meeting", "school", "walk")  # channels
OPEN = N_("Open to everybody and chosen by nobody: it says what those who answered think.")
CHOSEN_TO = N_("Told by those who chose to. Few reports from a place does not mean that it is safe.")
AMONG = N_("Those who came to a stand, a meeting, a lesson or a walk; they are among the voices of the dialogue.")
BY_QUESTIONNAIRE = N_("Questionnaire: %(name)s")


def own_sources(picture: Picture) -> Iterator[Registered]:
    """The resident dialogue, and reports and occasions as far as the picture has anything of them."""
    voices, reporters = voices_in(picture, VOICES).value, _reporters(picture)
    said = dict.fromkeys(words(OPEN), picture.questionnaire)
    method = filled(BY_QUESTIONNAIRE, name=said)
    yield _own(OWN_DIALOGUE, OWN_DIALOGUE, picture.period, voices, OPEN, method=method)
    if picture.table("kinds") or picture.table("feelings"):
        yield _own(OWN_REPORTS, REPORTS_LANE, picture.period, reporters, CHOSEN_TO)
    if (channels := picture.table("channel")) and _came(channels):
        yield _own(OWN_WORKSHOPS, OWN_WORKSHOPS, picture.period, _at_occasions(channels), AMONG)


def _own(
    id: str, lane: str, period: str, voices: int | None, limits: str, *, method: Words | None = None
) -> Registered:
    return Registered(
        id, lane, words(LANES[lane]), method=method or {}, period=period, answers=voices, limits=words(limits)
    )


def _reporters(picture: Picture) -> int | None:
    """Where reports are voices of their own, how many there are is those of them that tell of a kind."""
    return voices_in(picture, REPORTS).value


def _came(channels: SafeTable) -> list[str]:
    return [item.id for item in channels.dimensions[0].items if item.id in OCCASIONS]


def _at_occasions(channels: SafeTable) -> int | None:
    """How many voices; None where one of the numbers is not shown."""
    cells = [channels[(item,)] for item in _came(channels)]
    shown = [cell.value for cell in cells if cell.state is State.SHOWN and cell.value is not None]
    return sum(shown) if len(shown) == len(cells) else None
