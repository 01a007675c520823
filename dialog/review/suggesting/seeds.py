"""What suggestions begin with, before anything has been coded here: the words of the codebook. Pure."""

from collections.abc import Iterator

from dialog.review.codebook.book import Code, Codebook


def seeds(book: Codebook) -> Iterator[tuple[str, str]]:
    """(words, code): labels, definitions and the words that residents use, of every code in use."""
    for code in book.in_use().codes:
        yield from ((words, code.id) for words in dict.fromkeys(_words(code)))


def _words(code: Code) -> Iterator[str]:
    yield from (label for label in code.text.values() if label)
    yield from (words for words in code.guide.definition.values() if words)
    for several in code.guide.examples.values():
        yield from several
