"""What a file would change, as a page shows it before anything is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.orm import Session

from dialog.areas.drawing import Drawing
from dialog.rows.rejects import Rejects

Told = Mapping[str, str]  # what somebody says of the file: field -> words, none of them empty


@dataclass(frozen=True)
class Preview:
    """In the page's language, and without anything of the database, which has taken all of it back."""

    taken: int  # areas, rows or names that can be taken
    done: str  # what is said once it is loaded
    facts: Sequence[tuple[str, str]]  # what it was taken for: heading, value
    said: Sequence[str]  # sentences: what was assumed, mended, passed over
    columns: Sequence[tuple[str, str]] = ()  # heading in the file, what it was taken for
    drawing: Drawing | None = None
    undrawn: int = 0  # areas beyond those that are drawn


@dataclass(frozen=True)
class Field:
    """Something that may have to be told. `choices`: (value, label), of which one is chosen."""

    name: str
    label: str
    hint: str = ""
    choices: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class FilePage:
    """A page that takes one kind of file: look, then load."""

    endpoint: str  # of this page; the one to go to afterwards is that of all areas
    heading: str
    intro: str
    formats: str
    question: str  # on the button that keeps it
    fields: Sequence[Field]
    called: Mapping[str, str]  # what the page calls what a command calls an option, a command or a kind
    fields_of: Mapping[str, str]  # option -> the field that tells it
    take: Callable[[Session, Path, Rejects, Told, int], Preview] = field(repr=False)
