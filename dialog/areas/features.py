"""What a map says of areas, feature by feature. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from dialog.areas.kinds import full_code, recognised_kind
from dialog.areas.maps.files import MapFile, Shape, read_mapfile
from dialog.areas.naming import Properties, code_property, first_text, name_properties, names_of, population_of
from dialog.geography.outlines import BadOutline, sound_outline
from dialog.geography.projections import Projection
from dialog.languages import MAIN, N_, Sentence, Words
from dialog.rows.rejects import Rejects
from dialog.rows.row import EmptyFile, Row, UnreadableFile

_NOT_CURRENT = ("0", "-1")  # as Who's On First writes mz:is_current
_GONE = ("wof:superseded_by", "edtf:deprecated", "edtf:superseded")
_UNSAID = ("", "uuuu", "u", "..")  # a date that is not known
_POINTS = ("Point", "MultiPoint")
NAMES_COMMAND = "flask --app wsgi names load"
LIES_IN_NOTHING = Sentence(N_("it lies in no area there is; give %(option)s"), option="--parent")


@dataclass(frozen=True)
class Feature:
    """One area of a map that can be taken."""

    row: Row
    code: str
    names: Words
    population: int | None
    outline: BaseGeometry


@dataclass(frozen=True)
class Map:
    """What a map holds, and what was passed over because it is no longer so."""

    features: Sequence[Feature]
    passed_over: int
    nameless: bool  # it has no names: the codes stand for them
    repaired: int  # outlines that crossed themselves
    kind: str | None  # what its codes show
    projection: Projection
    remarks: Sequence[str] = field(default_factory=tuple)  # for whoever loads it

    @property
    def rows(self) -> list[Properties]:
        return [feature.row.values for feature in self.features]


@dataclass(frozen=True)
class Told:
    """What the person who loads a map says of it; None: the file says it, or it is recognised."""

    code: str | None = None  # the column of each area's code
    name: str | None = None
    projection: str | None = None
    encoding: str | None = None
    layer: str | None = None


def read_map(path: Path, rejects: Rejects, told: Told | None = None, *, home: BaseGeometry | None = None) -> Map:
    """The areas of a map file; what is wrong with one of them goes to the rejects.

    `home` is where they are expected, WGS84. Raises EmptyFile or UnreadableFile when it is wrong with the file.
    """
    told = told or Told()
    file = read_mapfile(path, projection=told.projection, encoding=told.encoding, layer=told.layer, home=home)
    current = [shape for shape in file.shapes if _is_current(shape.row.values)]
    if not current:
        raise EmptyFile(Sentence(N_("%(file)s holds no area that is still current."), file=path.name))
    _insist_on_polygons(path.name, current)
    properties = [shape.row.values for shape in current]
    names = [told.name] if told.name else name_properties(properties)
    code = told.code or code_property(properties)
    if code is None:
        raise UnreadableFile(
            Sentence(
                N_("%(file)s shows no code for each area: name the column with %(option)s."),
                file=path.name,
                option="--code",
            )
        )
    for wanted in filter(None, (told.code, told.name)):
        _insist_on_property(path.name, wanted, properties)
    kind = recognised_kind([own for one in properties if (own := first_text(one.get(code)))], code, names)
    features = list(_features(current, code, names, kind, rejects))
    return _map(file, features, kind, passed_over=len(file.shapes) - len(current), nameless=not names)


def _map(file: MapFile, features: Sequence[Feature], kind: str | None, *, passed_over: int, nameless: bool) -> Map:
    shapes = {shape.row.line: shape.outline for shape in file.shapes}
    repaired = sum(not shapes[feature.row.line].is_valid for feature in features)  # type: ignore[union-attr]
    return Map(features, passed_over, nameless, repaired, kind, file.projection, file.remarks)


def _insist_on_polygons(name: str, shapes: Sequence[Shape]) -> None:
    kinds = {shape.outline.geom_type for shape in shapes if shape.outline is not None}
    if kinds and kinds <= set(_POINTS):
        raise UnreadableFile(
            Sentence(
                N_(
                    "%(file)s holds points, and areas need borders: these are names of places, which %(command)s takes."
                ),
                file=name,
                command=NAMES_COMMAND,
            )
        )


def _insist_on_property(name: str, wanted: str, features: Sequence[Properties]) -> None:
    if not any(wanted in properties for properties in features):
        raise UnreadableFile(
            Sentence(N_("No area of %(file)s has a property %(property)s."), file=name, property=wanted)
        )


def _is_current(properties: Properties) -> bool:
    gone = any(value not in _UNSAID for key in _GONE if (value := properties.get(key)))
    return str(properties.get("mz:is_current")) not in _NOT_CURRENT and not gone


def _features(
    shapes: Sequence[Shape], code: str, names: Sequence[str], kind: str | None, rejects: Rejects
) -> Iterator[Feature]:
    seen: set[str] = set()
    for shape in shapes:
        row = shape.row
        own = full_code(first_text(row.values.get(code)), kind)
        if not own or own in seen:
            reason = N_("another area has the code %(code)s") if own else N_("it has no code")
            rejects.add(row, Sentence(reason, code=own), column=code)
            continue
        seen.add(own)
        try:
            outline = _outline(shape)
        except BadOutline as problem:
            rejects.add(row, problem.args[0], column="geometry")
            continue
        yield Feature(row, own, names_of(row.values, names) or {MAIN: own}, population_of(row.values), outline)


def _outline(shape: Shape) -> BaseGeometry:
    """Raises BadOutline."""
    if shape.outline is None:
        raise BadOutline(shape.problem)
    if shape.outline.geom_type in _POINTS:
        raise BadOutline(
            Sentence(N_("it is a point, not a polygon: %(command)s takes it as a name"), command="names load")
        )
    return sound_outline(shape.outline)
