"""Whose voices a picture counts: those of residents alone."""

from dialog.survey.models import Round


class AsksStaff(ValueError):
    """The round asks staff, whose answers are counted by themselves."""


def insist_on_residents(round: Round) -> None:
    """Raises AsksStaff."""
    if round.is_of_staff:
        raise AsksStaff(round.slug)
