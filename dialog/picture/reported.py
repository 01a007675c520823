"""What reports say of their places. Pure."""

from collections.abc import Sequence
from functools import partial

from dialog.languages import N_
from dialog.picture.codes import Category, category_item, imported_dimension
from dialog.picture.columns import Columns
from dialog.picture.dimensions import listed, month_dimension
from dialog.picture.ids import IMPORTED
from dialog.picture.observations import Placed, place, place_chosen
from dialog.picture.spots import SPOT, named_spots, spot_dimension, spot_item
from dialog.places.fields import CAUSES, FEELINGS, KINDS, STRENGTHS, TIMES


def places_reported(reports: Columns, categories: Sequence[Category], *, additive: bool) -> dict[str, Placed]:
    """A row each. `additive`: no voice made two of them."""
    single = [
        listed("feeling", N_("How it feels"), FEELINGS, additive=additive),
        listed("kind", N_("Kind of place"), KINDS, additive=additive),
    ]
    several = [
        listed("cause", N_("What makes it unsafe"), CAUSES, additive=False),
        listed("strength", N_("What makes it safe"), STRENGTHS, additive=False),
        listed("time", N_("When"), TIMES, additive=False),
    ]
    months = month_dimension(reports["month"].values, additive=additive)
    imported = imported_dimension(categories, additive=additive)
    placed = {one.id: place_chosen(one, reports[one.id], several=False) for one in single}
    placed |= {one.id: place_chosen(one, reports[one.id], several=True) for one in several}
    placed["month"] = place(months, reports["month"], str)
    placed[IMPORTED] = place(imported, reports[IMPORTED], category_item)
    named = named_spots(reports[SPOT])
    placed[SPOT] = place(spot_dimension(named, additive=additive), reports[SPOT], partial(spot_item, named))
    return placed
