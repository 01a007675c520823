"""The tiles of the base map, for our own pages."""

from flask import Blueprint, Response, current_app, request

from dialog.tiles.archive import BadArchive
from dialog.tiles.base import Tiles
from dialog.tiles.content import is_packed, kind_of, unpacked
from dialog.tiles.grid import Tile
from dialog.tiles.upstream import Unreachable

bp = Blueprint("tiles", __name__)
SHOWN_FOR = 86_400  # seconds that a browser keeps a tile


@bp.get("/tiles/<int:z>/<int:x>/<int:y>")
def tile(z: int, x: int, y: int) -> Response:
    """A tile; without a body 404 where there is none, 502 when its server does not give it."""
    tiles: Tiles | None = current_app.extensions["tiles"]
    wanted = Tile(z, x, y)
    if tiles is None or not wanted.exists or request.headers.get("Sec-Fetch-Site") == "cross-site":
        return Response(status=404)
    try:
        body = tiles.giver.get(wanted)
    except (Unreachable, BadArchive):
        return Response(status=502)
    return _kept_for_a_day(_as_asked(body) if body else Response(status=404))


def _as_asked(body: bytes) -> Response:
    """Packed where the browser can unpack it."""
    response = Response(body, mimetype=kind_of(body))
    if is_packed(body):
        response.vary.add("Accept-Encoding")
        if request.accept_encodings["gzip"]:
            response.headers["Content-Encoding"] = "gzip"
        else:
            response.data = unpacked(body)
    response.add_etag()
    return response


def _kept_for_a_day(response: Response) -> Response:
    response.headers["Cache-Control"] = f"public, max-age={SHOWN_FOR}"
    response.make_conditional(request)
    return response
