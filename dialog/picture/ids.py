"""Ids that mean the same in every picture: of dimensions, of items nobody chose, of where nobody lives. Pure."""

from dialog.picture.tables import ALL

AREA, CODE, STANCE, IMPORTED, RATED = "area", "code", "stance", "imported", "rated"
VOICES, REPORTS, CODED = "voices", "reports", "coded"  # universes, before the name of the round

# an option's id has no space and no colon, so none can be taken for these
NO_ANSWER = "no answer"
NONE_OF_THEM = "none of them"
ELSEWHERE, OUTSIDE, IN_WORDS = "elsewhere", "outside every area", "in words only"
SCATTERED = "scattered"  # outside every area, where few reports are
REST = ":other"  # after the code of an area: in it, but in none of its parts
BESIDE = "places" + REST  # in no place where reports gather
_PLACE = "place:"  # before the key of one


def is_area(item: str) -> bool:
    """Whether an item of the dimension `area` is an area with a name of its own."""
    nowhere = item in (ALL, ELSEWHERE, OUTSIDE, IN_WORDS, SCATTERED)
    return not nowhere and not item.endswith(REST) and not is_place(item)


def is_place(item: str) -> bool:
    """Whether an item of the dimension `area` is a place where reports gather."""
    return item.startswith(_PLACE)


def place_item(key: str) -> str:
    return _PLACE + key


def is_silent(item: str) -> bool:
    """Whether an item holds those who said nothing."""
    return item.endswith(NO_ANSWER)
