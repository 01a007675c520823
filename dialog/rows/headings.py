"""What stands above the columns of a file."""

import re
import unicodedata
from collections.abc import Sequence


def headings(cells: Sequence[object]) -> list[str]:
    """What the columns are called: trimmed, none without a name, none twice."""
    found: list[str] = []
    for number, cell in enumerate(cells, start=1):
        name = str(cell if cell is not None else "").replace("\0", "").strip() or f"column {number}"
        same = sum(one == name or one.startswith(f"{name} (") for one in found)
        found.append(f"{name} ({same + 1})" if same else name)
    return found


def plain(heading: str) -> str:
    """As headings are compared: lower case, without accents, anything but letters and digits as _."""
    return re.sub(r"[\W_]+", "_", without_marks(heading).casefold()).strip("_")


def without_marks(text: str) -> str:
    """Vårdnäs -> Vardnas."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
