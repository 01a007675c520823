"""Loading areas in the browser: what may be told of them, and what is shown of them."""

from collections.abc import Mapping
from datetime import date
from itertools import islice
from pathlib import Path

from flask_babel import format_decimal
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dialog.areas.drawing import draw
from dialog.areas.features import NAMES_COMMAND, Feature
from dialog.areas.features import Told as ToldOfMap
from dialog.areas.kinds import PROPER_NAMES
from dialog.areas.maps.files import KINDS as FORMATS
from dialog.areas.taking.areas import AboutAreas, AreasTaken, said_of_areas, take_areas
from dialog.areas.taking.preview import Field, FilePage, Preview, Told
from dialog.areas.taking.words import kind_words, quoted
from dialog.languages import MAIN, pick
from dialog.rows.rejects import Rejects
from dialog.web.sentences import worded

MOST_DRAWN = 500  # areas: more are too small to be told apart
_OPTIONS = {
    "--version YEAR": "version",
    "--root-name": "root_name",
    "--parent": "parent",
    "--code": "code",
    "--name": "name",
    "--layer": "layer",
    "--projection": "projection",
    "--projection EPSG:NUMBER": "projection",
}


def area_page() -> FilePage:
    fields = (
        Field("kind", _("Kind"), _("Such as district, village or school area.")),
        Field("version", _("Version"), _("The year that the division is of, such as 2025.")),
        Field("root_name", _("Name of the municipality"), _("For when no area holds the others.")),
        Field("parent", _("Code of the area they lie in")),
        Field("code", _("Column of codes")),
        Field("name", _("Column of names")),
        Field("projection", _("Projection"), _("Such as EPSG:3006.")),
        Field("layer", _("Layer"), _("For a file that has several.")),
    )
    return FilePage(
        endpoint="admin.areas.files.areas",
        heading=_("Load areas"),
        intro=_("You first see what the file would change. Nothing is kept before you say so."),
        formats=worded(FORMATS),
        question=_("Load these areas"),
        fields=fields,
        called=_called(fields),
        fields_of=_OPTIONS,
        take=_take,
    )


def _called(fields: tuple[Field, ...]) -> Mapping[str, str]:
    labels = {one.name: quoted(one.label) for one in fields}
    names = quoted(_("Load names of streets and landmarks"))
    return {
        **{option: labels[name] for option, name in _OPTIONS.items()},
        **kind_words(),
        NAMES_COMMAND: names,
        "names load": names,
    }


def _take(session: Session, file: Path, rejects: Rejects, told: Told, by: int) -> Preview:
    about = AboutAreas(
        kind=told.get("kind"),
        version=told.get("version"),
        root_name=told.get("root_name"),
        parent_code=told.get("parent"),
        told=ToldOfMap(
            code=told.get("code"),
            name=told.get("name"),
            projection=told.get("projection"),
            layer=told.get("layer"),
        ),
    )
    taken = take_areas(session, file, rejects, about, on=date.today(), by=by)
    return _preview(taken)


def _preview(one: AreasTaken) -> Preview:
    called = area_page().called
    first, *others = (worded(sentence, called) for sentence in said_of_areas(one))
    features = one.found.features
    return Preview(
        taken=one.taken.new + one.taken.renewed,
        done=first,
        facts=[
            (_("Division"), PROPER_NAMES.get(one.division.family, one.division.family)),
            (_("Version"), one.division.version or _("none")),
            (_("Kind"), kind_words().get(one.kind, one.kind)),
            (_("New areas"), format_decimal(one.taken.new)),
            (_("Renewed areas"), format_decimal(one.taken.renewed)),
            (_("Coordinates"), worded(one.found.projection.name)),
        ],
        said=[*(worded(remark, called) for remark in one.found.remarks), *others],
        drawing=draw((one.outline, _label(one), "land") for one in islice(features, MOST_DRAWN)),
        undrawn=max(len(features) - MOST_DRAWN, 0),
    )


def _label(feature: Feature) -> str:
    name = pick(feature.names, MAIN)[0]
    return name if name == feature.code else f"{name} ({feature.code})"
