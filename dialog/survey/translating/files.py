"""Files of translations by their kind: XLSX and PO. Pure."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import PurePath

from dialog.languages import N_
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.translating.entries import Entries, NotTranslations
from dialog.survey.translating.from_po import from_po
from dialog.survey.translating.from_xlsx import from_xlsx
from dialog.survey.translating.names import Say
from dialog.survey.translating.to_po import to_po
from dialog.survey.translating.to_xlsx import to_xlsx
from dialog.survey.translating.wordings import Earlier

MIMETYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "po": "text/x-gettext-translation",
}
_READERS: Mapping[str, Callable[[bytes, str], Entries]] = {".xlsx": from_xlsx, ".po": from_po}

WRONG_KIND = N_("%(file)s is of another kind than .xlsx and .po.")


def kind_of(name: str) -> str:
    """One of MIMETYPES. Raises NotTranslations."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in _READERS:
        raise NotTranslations(WRONG_KIND, PurePath(name).name)
    return suffix.removeprefix(".")


def read_translations(content: bytes, name: str) -> Entries:
    """The texts in a file. Raises UnreadableFile."""
    kind = kind_of(name)
    return _READERS[f".{kind}"](content, PurePath(name).name)


def write_translations(
    questionnaire: Questionnaire, tag: str, kind: str, say: Say, *, at: datetime, earlier: Earlier | None = None
) -> bytes:
    """The texts of a language as a file of one of MIMETYPES."""
    return to_xlsx(questionnaire, tag, say) if kind == "xlsx" else to_po(questionnaire, tag, say, earlier, at=at)
