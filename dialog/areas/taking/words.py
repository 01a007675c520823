"""Words for kinds of areas and for fields, as administrators read them."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

KINDS = {
    "district": _l("district"),
    "deso": _l("DeSO"),
    "regso": _l("RegSO"),
    "municipality": _l("municipality"),
    "county": _l("county"),
    "region": _l("region"),
    "village": _l("village"),
}


def kind_words() -> dict[str, str]:
    """By kind, in the page's language."""
    return {kind: str(word) for kind, word in KINDS.items()}


def quoted(name: str) -> str:
    """The name of a field or a page inside a sentence."""
    return _("“%(name)s”", name=name)
