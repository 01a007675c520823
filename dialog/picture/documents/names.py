"""What files of documents are called, and what they are. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from dialog.languages import LANGUAGES, MAIN
from dialog.picture.documents.blocks import EASY, VERSIONS

PDF, DOCX = "pdf", "docx"
KINDS = {
    PDF: "application/pdf",
    DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@dataclass(frozen=True)
class FileName:
    """A version of a document in a language, as a kind of file: full-sv.pdf"""

    version: str
    language: str
    kind: str

    def __str__(self) -> str:
        return f"{self.version}-{self.language}.{self.kind}"


def parse_name(name: str) -> FileName:
    """Raises ValueError for a name that no file of a document has."""
    stem, _, kind = name.partition(".")
    version, _, language = stem.partition("-")
    if version not in VERSIONS or language not in LANGUAGES or kind not in KINDS:
        raise ValueError(name)
    return FileName(version, language, kind)


def every_name(*, easy: bool) -> Iterator[FileName]:
    """The files of an edition; in easy Swedish only where somebody has written a text in it."""
    for version in VERSIONS:
        if version == EASY and not easy:
            continue
        for language in [MAIN] if version == EASY else LANGUAGES:
            for kind in KINDS:
                yield FileName(version, language, kind)
