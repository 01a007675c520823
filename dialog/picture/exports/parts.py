"""Everything that an edition says beside its tables, as sheets in their order. Pure."""

from dialog.picture.exports.analysed import analysis_sheets
from dialog.picture.exports.changed import change_sheets
from dialog.picture.exports.covered import coverage_sheets
from dialog.picture.exports.edition import Edition
from dialog.picture.exports.sheets import Sheet
from dialog.picture.exports.weighted import share_sheets

MAKERS = (analysis_sheets, coverage_sheets, share_sheets, change_sheets)


def sheets(edition: Edition) -> list[Sheet]:
    """Those that there is something for."""
    return [sheet for made in MAKERS for sheet in made(edition)]
