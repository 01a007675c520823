"""A codebook as one JSON document: each version whole, so that it can be read by itself. Pure.

    {"version": 2,
     "codes": [{"id": "T9.lighting", "labels": {"sv": …, "en": …}, "definition": {…}, "here": {…}, "elsewhere": {…},
                "examples": {"sv": […]}, "retired": false}],
     "focuses": [{"id": "F1", "labels": {…}, "codes": ["T1"], "retired": false}]}

A label of the shipped codebook is kept in the languages of staff; as long as its English stands, the catalogues have
the others.
"""

from collections.abc import Mapping
from hashlib import sha256
from json import dumps
from typing import Any

from dialog.languages import STAFF_LANGUAGES, Words
from dialog.review.codebook.book import Code, Codebook, Guide, LocalFocus
from dialog.review.codebook.shipped import LABELS, SHIPPED

Document = dict[str, Any]


def to_document(book: Codebook) -> Document:
    return {
        "version": book.version,
        "codes": [_code_document(code) for code in book.codes],
        "focuses": [_focus_document(one) for one in book.focuses],
    }


def read_document(document: Mapping[str, Any]) -> Codebook:
    return Codebook(
        document["version"],
        tuple(_code(one) for one in document["codes"]),
        tuple(_focus(one) for one in document["focuses"]),
    )


def digest_of(document: Mapping[str, Any]) -> str:
    """SHA-256 of the document as canonical JSON: keys sorted, no spaces, UTF-8."""
    written = dumps(document, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(written.encode()).hexdigest()


def _code_document(code: Code) -> Document:
    guide = code.guide
    return {
        "id": code.id,
        "labels": _own_labels(code),
        "definition": dict(guide.definition),
        "here": dict(guide.here),
        "elsewhere": dict(guide.elsewhere),
        "examples": {tag: list(words) for tag, words in guide.examples.items()},
        "retired": code.retired,
    }


def _own_labels(code: Code) -> Document:
    """Without what the catalogues say by themselves."""
    known = _catalogue_words(code.id, code.text)
    return {tag: text for tag, text in code.text.items() if tag in STAFF_LANGUAGES or known.get(tag) != text}


def _catalogue_words(id: str, labels: Words) -> Words:
    return SHIPPED.code(id).text if LABELS.get(id) == labels["en"] else {}


def _code(document: Mapping[str, Any]) -> Code:
    id, labels = document["id"], document["labels"]
    guide = Guide(
        document["definition"],
        document["here"],
        document["elsewhere"],
        {tag: tuple(words) for tag, words in document["examples"].items()},
    )
    text = {**_catalogue_words(id, labels), **labels}
    return Code(id, text, id.rpartition(".")[0] or None, guide, document["retired"])


def _focus_document(focus: LocalFocus) -> Document:
    return {"id": focus.id, "labels": dict(focus.text), "codes": list(focus.codes), "retired": focus.retired}


def _focus(document: Mapping[str, Any]) -> LocalFocus:
    return LocalFocus(document["id"], document["labels"], tuple(document["codes"]), document["retired"])
