"""What residents read of a name: its sort of thing in words. Pure."""

from functools import cache

from dialog.areas.names.joining import ADDRESS, LANDMARK, NEIGHBOURHOOD, SETTLEMENT, STREET
from dialog.languages import N_, Words, in_every_language

_SORTS = {
    STREET: N_("Street"),
    ADDRESS: N_("Address"),
    LANDMARK: N_("Place"),
    SETTLEMENT: N_("Town or village"),
    NEIGHBOURHOOD: N_("Neighbourhood"),
}


@cache
def sort_of(kind: str) -> Words:
    """A street, say, in every language; nothing for what is of no particular sort."""
    return in_every_language(_SORTS[kind]) if kind in _SORTS else {}
