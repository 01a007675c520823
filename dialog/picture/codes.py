"""Codes of the codebook, and categories that came with files, as items of dimensions. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dialog.languages import LANGUAGES, N_
from dialog.picture.dimensions import everybody, silent
from dialog.picture.ids import CODE, IMPORTED, NO_ANSWER, STANCE
from dialog.picture.tables import ALL, Dimension, Item
from dialog.picture.wording import in_shipped, words
from dialog.review.codebook.book import STANCES, Codebook, topic_id


def code_dimension(codebook: Codebook, found: Collection[object] = ()) -> Dimension:
    """What voices say in their own words. One voice can say several things.

    A code that is not used any more stands there only where it was `found`, or something under it was.
    """
    met = {str(one) for one in found} | {topic_id(str(one)) for one in found}
    items = [
        Item(code.id, in_shipped(code.text), code.parent or ALL)
        for code in codebook.codes
        if not code.retired or code.id in met
    ]
    return Dimension(CODE, words(N_("Theme")), (everybody(), *items), additive=False)


def stance_dimension() -> Dimension:
    items = [Item(id, words(text)) for id, text in STANCES.items()]
    return Dimension(STANCE, words(N_("Said as")), (everybody(), *items), additive=False)


@dataclass(frozen=True)
class Category:
    """A category of somebody else's file; `parent` is the label above it, or nothing."""

    id: int
    label: str
    parent: str


def imported_dimension(categories: Sequence[Category], *, additive: bool) -> Dimension:
    """Categories under the labels above them, as the file calls them, and those without any."""
    heads = sorted({one.parent for one in categories if one.parent})
    items = [everybody()]
    for head in heads:
        items.append(Item(f"head:{head}", dict.fromkeys(LANGUAGES, head)))
        items += [_item(one, f"head:{head}") for one in categories if one.parent == head]
    items += [_item(one, f"head:{one.label}" if one.label in heads else ALL) for one in categories if not one.parent]
    return Dimension(IMPORTED, words(N_("Imported category")), (*items, silent(N_("No category"))), additive=additive)


def category_item(id: object) -> str:
    return NO_ANSWER if id is None else f"imported:{id}"


def _item(one: Category, parent: str) -> Item:
    return Item(category_item(one.id), dict.fromkeys(LANGUAGES, one.label or "–"), parent)
