"""One row of a workbook's sheet, its cells by what they are: type, name, label in every language. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from dialog.languages import Words

_PARTS = {'{"of": "text"}': "text", '{"of": "instead"}': "instead"}


@dataclass(frozen=True)
class Line:
    """Empty cells are left out; what stands in the others has no spaces around it."""

    sheet: str
    row: int  # in the sheet, from 1
    cells: Mapping[str, str] = field(default_factory=dict)  # by part: type, name, relevant …
    texts: Mapping[str, Words] = field(default_factory=dict)  # label, hint and constraint_message
    headings: Mapping[str, str] = field(default_factory=dict)  # of the whole sheet: by part, as they stand there

    def __getitem__(self, part: str) -> str:
        return self.cells.get(part, "")

    def words(self, part: str) -> Words:
        return self.texts.get(part, {})

    def raw(self, part: str) -> str:
        """What stands there, in all languages."""
        words = self.texts.get(part)
        return " / ".join(words.values()) if words else self[part]

    def heading(self, part: str) -> str:
        return self.headings.get(part, part)

    @property
    def part_of(self) -> str:
        """What the row asks for besides the one before, where Dialog has written so: text, or instead."""
        return _PARTS.get(self["dialog"], "")

    def checksum(self, part: str) -> str:
        """Tells whether somebody has changed the cells of a part."""
        words = sorted(self.texts.get(part, {}).items())
        return checksum("\x1f".join(f"{tag}={text}" for tag, text in words) if words else self[part])


def checksum(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]
