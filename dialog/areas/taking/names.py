"""Taking in names of streets, landmarks and villages: keeping them, and what is said of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.orm import Session

from dialog.areas.names.files import Asked, Entries, read_entries
from dialog.areas.names.joining import OTHER
from dialog.areas.names.loading import Loaded, load_names
from dialog.areas.names.reading import Reading
from dialog.areas.queries import home_of
from dialog.areas.taking.problems import NotTaken
from dialog.languages import N_, Sentence, several
from dialog.rows.rejects import Rejects

NO_NAMES = N_("%(file)s holds no names: say where they stand with %(option)s.")


@dataclass(frozen=True)
class NamesTaken:
    """What became of a file of names."""

    found: Entries
    loaded: Loaded


@dataclass(frozen=True)
class AboutNames:
    """What the person who loads names says of them."""

    asked: Asked = field(default_factory=Asked)
    kind: str = OTHER  # what they are, where the file does not say


def take_names(
    session: Session, file: Path, rejects: Rejects, about: AboutNames, *, by: int | None = None
) -> NamesTaken:
    """Keep the names of a file in place of those that a file of this name gave before; what is wrong is rejected.

    Raises NotTaken, BadMap or UnreadableFile.
    """
    found = read_entries(file, about.asked, home=home_of(session))
    reading = Reading(found.heading, about.kind)
    loaded = load_names(
        session, found.shapes, rejects, source=file.name, reading=reading, is_table=found.is_table, by=by
    )
    if not loaded.new and not rejects:
        raise NotTaken(Sentence(NO_NAMES, file=file.name, option="--column name=COLUMN"))
    return NamesTaken(found, loaded)


def said_of_names(loaded: Loaded) -> Iterator[Sentence]:
    """First how many there are, then what became of the other entries."""
    yield several("%(number)s name loaded.", "%(number)s names loaded.", loaded.new)
    yield from said_of_left_out(loaded)


def said_of_left_out(loaded: Loaded) -> Iterator[Sentence]:
    """What became of the entries that are no names now, and of the names that were there before."""
    if loaded.gone:
        yield several(
            "They stand in place of the %(number)s name that this file gave before.",
            "They stand in place of the %(number)s names that this file gave before.",
            loaded.gone,
        )
    if loaded.joined:
        yield several(
            "%(number)s entry was part of a name that stands nearby.",
            "%(number)s entries were parts of a name that stands nearby.",
            loaded.joined,
        )
    if loaded.nameless:
        yield several(
            "%(number)s entry was left out: without a name.",
            "%(number)s entries were left out: without a name.",
            loaded.nameless,
        )
    if loaded.passed_over:
        yield several(
            "%(number)s entry was left out: no longer there, or no spot.",
            "%(number)s entries were left out: no longer there, or no spot.",
            loaded.passed_over,
        )
    if loaded.outside:
        yield several(
            "%(number)s name lies in none of the areas.",
            "%(number)s names lie in none of the areas.",
            loaded.outside,
        )
