"""Swedish number plates: ABC 123 and ABC 12D. Pure.

Plates have none of the letters I, Q, V, Å, Ä, Ö, and the last sign is no O (Transportstyrelsen, Registreringsskyltar).
Foreign plates and those with words of their owner's choice can't be told from other words.
"""

import re
from collections.abc import Iterator

from dialog.texts.personal.found import PLATE, Found

_LETTER = "A-HJ-PR-UW-Z"
_FORM = re.compile(rf"(?<![\w-])([{_LETTER}]{{3}})[ -]?\d\d[A-HJ-NPR-UW-Z\d](?![\w%-]|[.,:]\d)")
_SMALL = re.compile(rf"(?<![\w-])[{_LETTER}]{{3}} ?\d\d[A-HJ-NPR-UW-Z\d](?![\w%-])", re.IGNORECASE)
_NO_PLATES = (
    "BUS RUM SAL KOD TEL LGH FAX TAG LAG MAX DEN DET ETT TRE FEM SEX SJU HUS CAR THE AND FOR ROOM PER PCB USD SEK EUR"
    " NOK KTH SFS SOU LOU PBL OSL RAL PSA ABB SOS USA GPS LED SMS MMS PDF CNN BBC NTU FBI"
)
_WORDS = frozenset(_NO_PLATES.split())
_NEAR = 40  # characters between the word and the plate
_TOLD = re.compile(
    r"\bbil\w*|\breg\w*|skylt|plåt|moped|volvo|\bcar\b|plate|rekisteri|\bauto|taarg|baabuur|سيار|لوحة|ماشین|پلاک|номер|авто",
    re.IGNORECASE,
)


def find_plates(folded: str) -> Iterator[Found]:
    """In a text whose digits are folded: in capitals; in small letters only soon after a word for a car or a plate."""
    for match in _FORM.finditer(folded):
        if match[1] not in _WORDS:
            yield Found(*match.span(), PLATE)
    for match in _SMALL.finditer(folded):
        is_word = match[0] == match[0].upper() or match[0][:3].upper() in _WORDS
        if not is_word and _TOLD.search(folded, max(match.start() - _NEAR, 0), match.start()):
            yield Found(*match.span(), PLATE, sure=False)
