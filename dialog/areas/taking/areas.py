"""Taking areas in from a map: which version of which division they are, keeping them, and what is said of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from dialog.areas.actions import keep_division
from dialog.areas.divisions import DivisionName, recognised_division
from dialog.areas.features import Map, Told, read_map
from dialog.areas.kinds import DISTRICT, PROPER_NAMES
from dialog.areas.loading import Taken, load_areas
from dialog.areas.models import Division
from dialog.areas.queries import find_area, home_of, other_versions
from dialog.areas.taking.problems import NotTaken
from dialog.languages import MAIN, N_, Sentence, pick, several
from dialog.rows.rejects import Rejects


@dataclass(frozen=True)
class AboutAreas:
    """What the person who loads areas says of them; None: the file says it, or it is recognised."""

    kind: str | None = None
    family: str | None = None
    version: str | None = None
    parent_code: str | None = None
    root_name: str | None = None
    current: bool | None = None
    told: Told = field(default_factory=Told)


@dataclass(frozen=True)
class AreasTaken:
    """What became of a map."""

    found: Map
    kind: str
    taken: Taken
    division: Division


def take_areas(
    session: Session, file: Path, rejects: Rejects, about: AboutAreas, *, on: date, by: int | None = None
) -> AreasTaken:
    """Keep the areas of a map and the version of a division that they are; what is wrong with one is rejected.

    Raises NotTaken, NoSuchArea, or UnreadableFile.
    """
    found = read_map(file, rejects, about.told, home=home_of(session))
    kind = about.kind or found.kind or DISTRICT
    name = _name(session, file, found, kind, about)
    division = keep_division(
        session,
        family=name.family,
        version=name.version,
        source=file.name,
        projection=found.projection.described,
        on=on,
        current=about.current,
    )
    taken = load_areas(
        session,
        found.features,
        rejects,
        division=name,
        kind=kind,
        parent=find_area(session, about.parent_code) if about.parent_code else None,
        root_names={MAIN: about.root_name} if about.root_name else None,
        by=by,
    )
    return AreasTaken(found, kind, taken, division)


def _name(session: Session, file: Path, found: Map, kind: str, about: AboutAreas) -> DivisionName:
    """Which version of which division the areas are. Raises NotTaken when it has to be told."""
    seen = recognised_division(file.stem, kind, found.rows)
    version = seen.version if about.version is None and not about.family else about.version or ""
    name = DivisionName(about.family or seen.family, version)
    others = other_versions(session, name)
    if name.needs_version and others:
        raise NotTaken(
            Sentence(
                N_("%(file)s does not say which %(family)s it is, and there is %(known)s: say %(option)s."),
                file=file.name,
                family=name.family,
                known=", ".join(others),
                option="--version YEAR",
            )
        )
    return name


def said_of_areas(one: AreasTaken) -> Iterator[Sentence]:
    """First how many there are, then what had to be assumed or mended, and what they were taken for."""
    yield several(
        "%(number)s area of kind %(kind)s loaded, %(renewed)s renewed.",
        "%(number)s areas of kind %(kind)s loaded, %(renewed)s renewed.",
        one.taken.new,
        kind=one.kind,
        renewed=one.taken.renewed,
    )
    yield from _mended(one.found)
    if root := one.taken.root:
        yield Sentence(
            N_("No area held them, so they lie in a %(kind)s made of them all, %(name)s; %(option)s renames it."),
            kind=root.kind,
            name=pick(root.names, MAIN)[0],
            option="--root-name",
        )
    yield _taken_for(one.division)
    if one.taken.out_of_use:
        yield Sentence(
            N_(
                "The areas of %(divisions)s lie in an older version and are left out: "
                "load them again to place them anew."
            ),
            divisions=", ".join(one.taken.out_of_use),
        )


def _mended(found: Map) -> Iterator[Sentence]:
    if found.repaired:
        yield several(
            "%(number)s outline crossed itself and was repaired.",
            "%(number)s outlines crossed themselves and were repaired.",
            found.repaired,
        )
    if found.passed_over:
        yield several(
            "%(number)s area was passed over: no longer current.",
            "%(number)s areas were passed over: no longer current.",
            found.passed_over,
        )
    if found.nameless:
        yield Sentence(
            N_("The file has no names, so each area is called by its code; %(option)s says where names stand."),
            option="--name",
        )


def _taken_for(division: Division) -> Sentence:
    sentences = {
        (True, True): N_(
            "They were taken for %(family)s, version %(version)s (%(key)s), the one that is asked for now."
        ),
        (True, False): N_(
            "They were taken for %(family)s, version %(version)s (%(key)s), an older one: new rounds don't ask for it."
        ),
        (False, True): N_(
            "They were taken for %(family)s, without a version (%(key)s), the one that is asked for now."
        ),
        (False, False): N_(
            "They were taken for %(family)s, without a version (%(key)s), an older one: new rounds don't ask for it."
        ),
    }
    return Sentence(
        sentences[bool(division.version), division.is_current],
        family=PROPER_NAMES.get(division.family, division.family),
        version=division.version,
        key=division.key,
    )
