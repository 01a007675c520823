"""Loading names of streets and landmarks in the browser: what may be told, and how many there are of each kind."""

from collections.abc import Mapping
from pathlib import Path

from flask_babel import format_decimal
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dialog.areas.names.files import Asked
from dialog.areas.names.joining import ADDRESS, LANDMARK, NEIGHBOURHOOD, OTHER, SETTLEMENT, STREET
from dialog.areas.taking.names import AboutNames, NamesTaken, said_of_names, take_names
from dialog.areas.taking.preview import Field, FilePage, Preview, Told
from dialog.areas.taking.words import quoted
from dialog.rows.mapping import ColumnMap
from dialog.rows.rejects import Rejects
from dialog.web.sentences import worded

_OPTIONS = {
    "--column name=COLUMN": "name",
    "--column lat=COLUMN": "lat",
    "--layer": "layer",
    "--projection": "projection",
    "--projection EPSG:NUMBER": "projection",
}


def name_page() -> FilePage:
    kinds = _kinds()
    fields = (
        Field("kind", _("Kind"), _("Where the file does not say what they are."), choices=list(kinds.items())),
        Field("name", _("Column of names")),
        Field("lat", _("Column of latitude, or north")),
        Field("lon", _("Column of longitude, or east")),
        Field("projection", _("Projection"), _("Such as EPSG:3006.")),
        Field("layer", _("Layer"), _("For a file that has several.")),
    )
    return FilePage(
        endpoint="admin.areas.files.names",
        heading=_("Load names of streets and landmarks"),
        intro=_("Residents search for them. Names that a file of the same name gave before are replaced."),
        formats=_("A map, OpenStreetMap data (.osm.pbf), or a table with coordinates"),
        question=_("Load these names"),
        fields=fields,
        called=_called(fields),
        fields_of=_OPTIONS,
        take=_take,
    )


def _called(fields: tuple[Field, ...]) -> Mapping[str, str]:
    labels = {one.name: quoted(one.label) for one in fields}
    return {**labels, **{option: labels[name] for option, name in _OPTIONS.items()}}


def _kinds() -> dict[str, str]:
    return {
        OTHER: _("something else"),
        STREET: _("street"),
        ADDRESS: _("address"),
        LANDMARK: _("landmark"),
        SETTLEMENT: _("town or village"),
        NEIGHBOURHOOD: _("neighbourhood"),
    }


def _take(session: Session, file: Path, rejects: Rejects, told: Told, by: int) -> Preview:
    columns = {name: told[name] for name in ("name", "lat", "lon") if name in told}
    asked = Asked(ColumnMap(columns=columns), projection=told.get("projection"), layer=told.get("layer"))
    kind = told.get("kind", OTHER)
    about = AboutNames(asked, kind if kind in _kinds() else OTHER)
    return _preview(take_names(session, file, rejects, about, by=by))


def _preview(one: NamesTaken) -> Preview:
    called, kinds = name_page().called, _kinds()
    first, *others = (worded(said) for said in said_of_names(one.loaded))
    return Preview(
        taken=one.loaded.new,
        done=first,
        facts=[
            (_("Names"), format_decimal(one.loaded.new)),
            *((kinds[kind], format_decimal(number)) for kind, number in sorted(one.loaded.kinds.items())),
        ],
        said=[*(worded(said, called) for said in one.found.remarks), *others],
    )
