"""The few words that the frame of a document adds to what its blocks say, in its language. Pure."""

from typing import Any

from dialog.languages import N_
from dialog.picture.documents.pieces import Bars, MapPiece, View
from dialog.picture.documents.teller import Teller


def labels(view: View) -> dict[str, Any]:
    """`figure` is by number; the others are sentences."""
    teller = Teller(view.language)
    numbers = [
        piece.number for chapter in view.chapters for piece in chapter.pieces if isinstance(piece, Bars | MapPiece)
    ]
    return {
        "figure": {number: teller.tell(N_("Figure %(number)s"), number=teller.number(number)) for number in numbers},
        "as_table": teller.tell(N_("Show as a table")),
        "heat": teller.tell(N_("from few to many")),
        "few": teller.tell(N_("too little data; that does not mean it is safe there")),
        "withheld": teller.tell(N_("not shown: too few voices, or it would give such a figure away")),
    }
