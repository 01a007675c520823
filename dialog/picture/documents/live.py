"""What each kind of live block shows of a picture. Made of safe tables and cleared words only. Pure."""

from collections.abc import Callable, Iterable, Mapping

from dialog.picture.documents.changes import changes_shown
from dialog.picture.documents.charted import bars_shown
from dialog.picture.documents.covered import coverage_shown
from dialog.picture.documents.drawn import Drawn
from dialog.picture.documents.faced import beside_shown, outside_shown, quadrants_shown, verdicts_shown, words_shown
from dialog.picture.documents.found import causes_shown, evidence_shown, findings_shown, focus_shown
from dialog.picture.documents.mapped import few_shown, map_shown
from dialog.picture.documents.pieces import Piece
from dialog.picture.documents.places_shown import places_grid
from dialog.picture.documents.quoted import quotes_shown, themes_grid
from dialog.picture.documents.reading import honest_shown, rule_shown
from dialog.picture.documents.registered import sources_grid
from dialog.picture.documents.tabled import matrix_shown, table_shown

_KINDS: Mapping[str, Callable[[Drawn, str], Iterable[Piece]]] = {
    "bars": bars_shown,
    "table": table_shown,
    "matrix": matrix_shown,
    "map": map_shown,
    "few": few_shown,
    "honest": honest_shown,
    "rule": rule_shown,
    "places": lambda drawn, _of: places_grid(drawn.picture, drawn.view, drawn.teller),
    "themes": lambda drawn, _of: themes_grid(drawn.picture, drawn.view, drawn.teller),
    "quotes": lambda drawn, of: quotes_shown(drawn.picture, drawn.view, drawn.teller, of),
    "sources": lambda drawn, _of: sources_grid(drawn.picture, drawn.view, drawn.teller),
    "coverage": coverage_shown,
    "change": changes_shown,
    "outside": outside_shown,
    "beside": beside_shown,
    "quadrants": quadrants_shown,
    "verdicts": verdicts_shown,
    "words": words_shown,
    "findings": findings_shown,
    "causes": causes_shown,
    "evidence": evidence_shown,
    "focus": focus_shown,
}


def live_pieces(drawn: Drawn, kind: str, of: str) -> Iterable[Piece]:
    """What a block shows; nothing where the picture has nothing for it any more, or nobody knows such a block."""
    return _KINDS[kind](drawn, of) if kind in _KINDS else ()
