"""What people wrote, as a document tells it: themes with their figures, and words that were cleared. Pure."""

from collections.abc import Iterator

from dialog.languages import N_, Words
from dialog.picture.content import Picture, Quote
from dialog.picture.documents.about import about_picture, figure_of
from dialog.picture.documents.kinds import OF_STAFF
from dialog.picture.documents.pieces import Grid, Piece, Quotes, Voice
from dialog.picture.documents.teller import Said, Teller
from dialog.picture.sections import Sections, area_names
from dialog.picture.tables import State

CLEARED = N_("Every quote has been read and cleared by staff. […] stands for words that could point to a person.")
STANCES = {"problem": N_("a problem"), "strength": N_("a strength"), "proposal": N_("a proposal")}
THEMES = N_("Themes in what people wrote")


def themes_grid(picture: Picture, view: Sections, teller: Teller) -> Iterator[Piece]:
    if not view.themes:
        return
    stances = [teller.say(label) for label, _cell in view.themes[0].stances]
    rows = tuple(
        (
            teller.say(theme.label),
            tuple(figure_of(teller, cell) for cell in (theme.voices, *(one for _, one in theme.stances))),
        )
        for theme in view.themes
    )
    withheld = sum(cell.state is State.WITHHELD for theme in view.themes for _label, cell in theme.stances)
    columns = (Said(teller.tell(N_("Theme"))), Said(teller.tell(N_("Voices"))), *stances)
    about = f"{teller.tell(N_('One voice can name several.'))} {about_picture(teller, picture, withheld)}"
    yield Grid(teller.tell(THEMES), columns, rows, about)


def quotes_shown(picture: Picture, view: Sections, teller: Teller, of: str) -> Iterator[Piece]:
    """Those of residents: of one stance, or all; or those of colleagues."""
    themes = {theme.code: theme.label for theme in view.themes}
    areas = area_names(picture)
    of_residents = [quote for quote in picture.quotes if of in ("", quote.stance)]
    found = picture.staff_quotes if of == OF_STAFF else of_residents
    voices = tuple(Voice(quote.words, quote.language, _of(quote, themes, areas, teller)) for quote in found)
    if voices:
        yield Quotes(voices, teller.tell(CLEARED))


def _of(quote: Quote, themes: dict[str, Words], areas: dict[str, Words], teller: Teller) -> str:
    said = [teller.say(themes[quote.code]).text] if quote.code in themes else []
    if quote.area in areas:
        said.append(teller.say(areas[quote.area]).text)
    return " · ".join([*said, teller.tell(STANCES[quote.stance])])
