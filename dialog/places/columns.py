"""What strangers call the parts of a report: their columns, and their words for our options. Pure."""

from collections.abc import Mapping, Sequence

from dialog.places.fields import (
    AFFECTED,
    CAUSES,
    CONSEQUENCES,
    FEELINGS,
    FREQUENCIES,
    KINDS,
    REMEDIES,
    SEASONS,
    STRENGTHS,
    TIMES,
    Choices,
)
from dialog.rows.mapping import BadMap, ColumnMap, recognise

# Field -> what its column is usually called, in order of preference. Whoever reported, pictures and addresses of
# pages are no fields: they are never taken. Of the number of a case only a keyed hash is kept, to know it again.
FIELDS: Mapping[str, Sequence[str]] = {
    "text": (
        *("text_raw", "text", "fritext", "content", "description", "beskrivning", "beschreibung", "kuvaus"),
        *("comment_body", "comment", "kommentar", "message", "meddelande", "body", "detail", "details", "synpunkt"),
        *("what", "vad"),
    ),
    "title": ("summary", "title", "rubrik", "subject", "amne", "betreff", "otsikko"),
    "category": (
        *("category_child", "child_category", "subcategory", "sub_category", "underkategori", "request_type_title"),
        *("service_subtype", "service_name", "category", "kategori", "kategorie", "arendetyp", "type", "types", "typ"),
        *("crime_type", "service_code"),
    ),
    "group": (
        *("category_parent", "parent_category", "main_category", "huvudkategori", "category_group"),
        *("service_name", "category", "kategori", "kategorie"),
    ),
    "lat": (
        *("lat", "latitude", "latitud", "breddgrad", "y", "geometry_lat", "geojson_geometry_lat", "point_lat"),
        *("location_lat", "location_latitude", "geo_lat"),
    ),
    "lon": (
        *("lon", "lng", "long", "longitude", "longitud", "langdgrad", "x", "geometry_lon", "geojson_geometry_lon"),
        *("point_lon", "location_lon", "location_lng", "location_longitude", "geo_lon", "geo_lng"),
    ),
    "point": ("gps", "location_gps", "coordinates", "koordinater", "geo_point_2d", "latlon", "lat_lon", "lat_lng"),
    "shape": ("geometry_type", "geojson_geometry_type"),  # of a GeoJSON geometry
    "date": (
        *("date_created", "created_at", "created", "created_on", "received_on", "received", "requested_datetime"),
        *("reported_at", "reported", "date", "datum", "inkom", "inkommen", "skapad", "anmald", "erstellt", "datetime"),
        *("luotu", "pvm", "timestamp"),
    ),
    "place": (
        *("address_input", "address", "adress", "adresse", "osoite", "place", "plats", "platsbeskrivning", "street"),
        *("gata", "location_name", "location"),
    ),
    "area": ("area", "area_code", "omrade", "district", "distrikt", "stadsdel", "neighbourhood", "neighborhood"),
    "language": ("language", "lang", "sprak", "sprache", "kieli"),
    "feeling": ("feeling", "kansla"),
    "kind": ("kind", "platstyp", "place_kind"),
    "causes": ("causes", "orsaker"),
    "strengths": ("strengths",),
    "times": ("times", "tider"),
    "seasons": ("seasons",),
    "frequency": ("frequency", "hur_ofta"),
    "affected": ("affected", "drabbade"),
    "consequences": ("consequences",),
    "remedies": ("remedies",),
    "help": ("help", "forslag", "suggestion", "proposal"),
    "id": (
        *("service_request_id", "id", "request_id", "case_id", "issue_id", "ticket_id", "external_id", "uuid", "guid"),
        *("arendenummer", "arende_id", "arendeid", "diarienummer", "dnr", "case_number", "vorgangsnummer"),
    ),
}

ONE: Mapping[str, Choices] = {"feeling": FEELINGS, "kind": KINDS, "frequency": FREQUENCIES}
SEVERAL: Mapping[str, Choices] = {
    "causes": CAUSES,
    "strengths": STRENGTHS,
    "times": TIMES,
    "seasons": SEASONS,
    "affected": AFFECTED,
    "consequences": CONSEQUENCES,
    "remedies": REMEDIES,
}


_ENOUGH = ("text", "title", "category", "group", "lat", "point")  # one of them makes a report


def recognise_columns(columns: Sequence[str], told: ColumnMap) -> ColumnMap:
    """Which column is which field. Raises BadMap when the file lacks what makes a report, or does not fit the map."""
    found = recognise(columns, FIELDS, told)
    known = {**found.columns, **found.fixed}
    if not known.keys() & set(_ENOUGH):
        raise BadMap("The file shows no text, category or coordinates: name a column with --column text=COLUMN.")
    for one, other in (("lat", "lon"), ("lon", "lat")):
        if one in known and other not in known:
            raise BadMap(f"The file has {one} in {known[one]}, but no {other}: name it with --column {other}=COLUMN.")
    return found
