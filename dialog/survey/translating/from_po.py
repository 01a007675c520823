"""The texts of one language out of a gettext PO file that comes back from a translator. Pure."""

import codecs
import re
from collections.abc import Iterator
from io import StringIO

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from dialog.languages import N_
from dialog.survey.translating.entries import Entries, Entry, NotTranslations
from dialog.survey.translating.to_po import SEEN
from dialog.survey.translating.wordings import Seen
from dialog.texts.cleaning import clean_text

_CHARSET = re.compile(rb"charset=([\w.:-]+)")
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}

NOT_PO = N_("%(file)s is no PO file, or it is damaged.")
NO_CHARSET = N_("%(file)s is not encoded as it says: save it as UTF-8.")


def from_po(content: bytes, name: str) -> Entries:
    """What the file holds, its obsolete entries too. Raises UnreadableFile."""
    catalogue = _catalogue(_decoded(content, name), name)
    if not catalogue and not catalogue.obsolete:
        raise NotTranslations(NOT_PO, name)
    return Entries(name, str(catalogue.locale_identifier or "").replace("_", "-"), list(_entries(catalogue)))


def _decoded(content: bytes, name: str) -> str:
    """By the mark at its beginning, else by what its header says, else as UTF-8."""
    mark = next((one for one in _MARKS if content.startswith(one)), b"")
    said = _CHARSET.search(content[:4096])
    charset = _MARKS[mark] if mark else said[1].decode("ascii") if said and said[1] != b"CHARSET" else "utf-8"
    try:
        return content[len(mark) :].decode(charset)
    except (LookupError, UnicodeDecodeError):
        raise NotTranslations(NO_CHARSET, name) from None


def _catalogue(text: str, name: str) -> Catalog:
    try:
        return read_po(StringIO(text, newline="\n"), abort_invalid=True)
    except Exception:  # whatever a damaged file made the parser stumble over, of a handful of kinds
        raise NotTranslations(NOT_PO, name) from None


def _entries(catalogue: Catalog) -> Iterator[Entry]:
    yield from (_entry(message, obsolete=False) for message in catalogue if message.id)
    yield from (_entry(message, obsolete=True) for message in catalogue.obsolete.values())


def _entry(message: Message, *, obsolete: bool) -> Entry:
    """A plural, which no questionnaire has, counts by its first form."""
    id, text = (one[0] if isinstance(one, list | tuple) else one for one in (message.id, message.string))
    comments = (one.removeprefix(SEEN) for one in message.auto_comments if one.startswith(SEEN))
    seen = Seen.read(next(comments, ""))
    return Entry(
        line=message.lineno or 0,
        path=message.context or "",
        text=clean_text(text or ""),
        state=_state(seen) if message.fuzzy else "checked",
        source=id,
        seen=seen,
        obsolete=obsolete,
    )


def _state(seen: Seen | None) -> str:
    """Of what is fuzzy: as it was exported, if that was fuzzy too."""
    return seen.shown if seen and seen.shown != "checked" else "draft"
