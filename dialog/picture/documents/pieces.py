"""What a document shows, in its language and ready to be drawn: the same for pages, DOCX and PDF. Pure."""

from dataclasses import dataclass

from dialog.picture.documents.marks import Part
from dialog.picture.documents.teller import Said
from dialog.picture.drawing import Drawing
from dialog.picture.tables import State

NOTHING = Said("")


@dataclass(frozen=True)
class Prose:
    """What somebody wrote; `lang` where it is in another language than the document."""

    parts: tuple[Part, ...]
    lang: str | None = None


@dataclass(frozen=True)
class Prompt:
    """A text that nobody has written yet; only the internal preview shows it."""

    section: str


@dataclass(frozen=True)
class Point:
    """Something said in a list: what it is called, how it stands, what is said of it; small lines and points below."""

    name: Said
    standing: str = ""
    words: Said = NOTHING
    lines: tuple[Said, ...] = ()
    parts: tuple["Point", ...] = ()


@dataclass(frozen=True)
class Points:
    """A list in which each point can be in a language of its own."""

    points: tuple[Point, ...]


@dataclass(frozen=True)
class Note:
    """A sentence set apart, to mind."""

    text: str


MOST_ROWS, MOST_LETTERS = 14, 1_000  # of a table that is about half a page


@dataclass(frozen=True)
class Figure:
    """A cell of a table: `text` is a number, or words for what is not shown. `heat` is 1 to 5, of its share."""

    text: str
    state: State = State.SHOWN
    heat: int | None = None
    numeric: bool = True


@dataclass(frozen=True)
class Grid:
    """A table: the first column names its rows. `about` says what it rests on, `left_out` that it lacks rows."""

    title: str
    columns: tuple[Said, ...]
    rows: tuple[tuple[Said, tuple[Figure, ...]], ...]
    about: str
    heat: bool = False
    left_out: str = ""
    notes: tuple[str, ...] = ()  # one a column after the first, small below its name

    @property
    def is_shaded(self) -> bool:
        return any(figure.heat for _name, figures in self.rows for figure in figures)

    @property
    def stays_whole(self) -> bool:
        """Whether it fits on a page with room to spare, and so need not be torn."""
        letters = sum(len(figure.text) for _name, figures in self.rows for figure in figures)
        return len(self.rows) <= MOST_ROWS and letters <= MOST_LETTERS


@dataclass(frozen=True)
class Bar:
    label: Said
    figure: Figure
    width: float  # 0 to 100 of the longest
    is_part: bool = False


@dataclass(frozen=True)
class Bars:
    """A chart, and the table of the same figures and of those that no bar is drawn for."""

    title: str
    bars: tuple[Bar, ...]
    about: str
    grid: Grid
    number: int = 0  # of the figure in the document

    @property
    def spoken(self) -> str:
        """What somebody reads who does not see the drawing."""
        return "; ".join(f"{bar.label.text}: {bar.figure.text}" for bar in self.bars)


@dataclass(frozen=True)
class MapPiece:
    """Areas, hatched where too little is known, and places by their numbers."""

    title: str
    drawing: Drawing
    about: str
    spoken: str
    names: tuple[str, ...]  # of the areas, in the drawing's order
    numbers: tuple[str, ...]  # of the places, as the language writes them
    number: int = 0


@dataclass(frozen=True)
class Voice:
    """Reviewed words of somebody; `lang` is always said."""

    words: str
    lang: str
    of: str  # theme, area, stance


@dataclass(frozen=True)
class Quotes:
    voices: tuple[Voice, ...]
    about: str


@dataclass(frozen=True)
class Facts:
    """Names and what is so called: what a document says of itself."""

    lines: tuple[tuple[str, str], ...]


Piece = Prose | Prompt | Points | Note | Grid | Bars | MapPiece | Quotes | Facts


@dataclass(frozen=True)
class Chapter:
    """A section as it is shown, with its number among those shown."""

    id: str
    number: int
    heading: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class View:
    """A whole document in one version and language."""

    language: str
    direction: str
    title: Said
    kicker: str
    warnings: tuple[str, ...]  # superseded, internal: first on the first page
    facts: Facts
    chapters: tuple[Chapter, ...]
    tables: tuple[tuple[int, Grid], ...]  # behind the charts: (number of the figure, table)
    tables_heading: str
    contents_heading: str
    footer: str
