"""What a draft keeps beside its tables: who lives there, what changed, and weighted shares where people were drawn."""

from sqlalchemy.orm import Session

from dialog.picture.content import Picture
from dialog.picture.coverage.population import inhabitants_of
from dialog.picture.earlier import comparisons
from dialog.picture.heard import WEIGHT, Heard
from dialog.picture.ids import VOICES
from dialog.picture.statistics.kept import Figures
from dialog.picture.statistics.weighting import Estimates, estimates, weights_of
from dialog.picture.universes import Frame, universes
from dialog.survey.models import Round


def figures_of(session: Session, round: Round, picture: Picture, heard: Heard, frame: Frame) -> Figures:
    """`picture` has its safe tables already."""
    return Figures(
        inhabitants=inhabitants_of(session, round, frame.areas, frame.questions),
        comparisons=comparisons(session, round, picture),
        estimates=_weighted(picture, heard, frame),
    )


def _weighted(picture: Picture, heard: Heard, frame: Frame) -> tuple[Estimates, ...]:
    """None in an open round, where nobody was drawn and nothing has a weight; nor of rounded figures: shares of the
    true ones would tell more than those.
    """
    column = heard.responses[WEIGHT]
    weights = weights_of(column.values, column.codes)
    if weights is None or picture.rounding:
        return ()
    return tuple(estimates(picture.tables, universes(heard, frame)[VOICES].placed, weights))
