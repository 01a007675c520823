"""GDAL as files from strangers may meet it: it reads what is sent, and nothing else because a file says so. Pure."""

import os
from typing import Any

# Drivers that are chosen by what stands in a file, and then read other files, ask other hosts or start a program
_REACHING_OUT = (
    *("OGR_VRT", "GDALG", "HTTP", "WFS", "OAPIF", "OGCAPI", "CSW", "Carto", "AmigoCloud", "EEDA", "Elasticsearch"),
    *("NGW", "PLSCENES", "ADBC", "GPSBabel", "PDF"),
)
os.environ["GDAL_SKIP"] = " ".join(_REACHING_OUT)  # read once, when GDAL is first loaded

_SETTINGS = {
    "SHAPE_RESTORE_SHX": True,  # the index of a Shapefile is often lost
    "GML_DOWNLOAD_SCHEMA": False,
    "GML_SKIP_RESOLVE_ELEMS": "ALL",
}


def gdal() -> Any:
    """pyogrio, set up."""
    import pyogrio  # noqa: PLC0415  (seconds to load, and seldom needed)

    pyogrio.set_gdal_config_options(_SETTINGS)
    return pyogrio
