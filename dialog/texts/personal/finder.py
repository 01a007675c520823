"""Everything in a text that could point to a person. Pure."""

import re
from collections.abc import Collection

from dialog.texts.personal.addresses import find_addresses
from dialog.texts.personal.doors import find_doors
from dialog.texts.personal.emails import find_emails
from dialog.texts.personal.folding import fold
from dialog.texts.personal.found import Found, without_overlaps
from dialog.texts.personal.handles import find_handles
from dialog.texts.personal.names.finding import find_names
from dialog.texts.personal.names.places import Places, as_places
from dialog.texts.personal.number_plates import find_plates
from dialog.texts.personal.personal_numbers import find_personal_numbers
from dialog.texts.personal.phones import find_phones

_DIGIT = re.compile("[0-9]")


def find_personal(text: str, *, language: str | None, places: Collection[str] | Places = ()) -> list[Found]:
    """In order of place, none overlapping another; places are in characters of the text as it is.

    `places` are names of streets, areas and landmarks: words of theirs are no names of people, unless more says so.
    Takes time in proportion to the length of the text, whatever it holds.
    """
    folded = fold(text)
    found = [find_emails(folded), find_handles(folded)]
    if _DIGIT.search(folded):
        found += [find_personal_numbers(folded), find_phones(folded), find_plates(folded)]
        found += [find_addresses(folded), find_doors(folded)]
    found.append(find_names(text, language=language, places=as_places(places)))
    return without_overlaps(found)
