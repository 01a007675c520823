"""What stands above the columns of a file."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

_BRACKET = re.compile(r" \(")


def headings(cells: Sequence[object]) -> list[str]:
    """What the columns are called: trimmed, none without a name, none twice."""
    found: list[str] = []
    alike: Counter[str] = Counter()  # how many are called so, or so with something in brackets behind it
    for number, cell in enumerate(cells, start=1):
        name = str(cell if cell is not None else "").replace("\0", "").strip() or f"column {number}"
        called = f"{name} ({alike[name] + 1})" if alike[name] else name
        alike.update({called, *(called[: bracket.start()] for bracket in _BRACKET.finditer(called))})
        found.append(called)
    return found


def plain(heading: str) -> str:
    """As headings are compared: lower case, without accents, anything but letters and digits as _."""
    return re.sub(r"[\W_]+", "_", without_marks(heading).casefold()).strip("_")


def without_marks(text: str) -> str:
    """Vårdnäs -> Vardnas."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
