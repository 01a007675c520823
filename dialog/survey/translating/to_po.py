"""The texts of one language as a gettext PO file. Pure."""

import io
from datetime import datetime

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po

from dialog.survey.questionnaire import Questionnaire
from dialog.survey.translating.names import Say, name_of
from dialog.survey.translating.wordings import Earlier, Wording, wordings

SEEN = "dialog:"  # begins the comment that the import reads
FORMATS = {"python-format", "python-brace-format"}  # flags that Babel guesses at; our texts have no placeholders


def to_po(questionnaire: Questionnaire, tag: str, say: Say, earlier: Earlier | None = None, *, at: datetime) -> bytes:
    """The file, in UTF-8: the context is the path of a text; fuzzy is what is a draft, a machine's or outdated.

    Texts without a source are left out: there is nothing to translate.
    """
    catalogue = Catalog(
        locale=tag.replace("-", "_"),
        project=questionnaire.id,
        version=str(questionnaire.version),
        creation_date=at,
        revision_date=at,
        header_comment="",
        fuzzy=False,
    )
    for one in wordings(questionnaire, tag, earlier):
        if one.source:
            _add(catalogue, one, say)
    file = io.BytesIO()
    write_po(file, catalogue, width=0, include_previous=True)
    return file.getvalue()


def _add(catalogue: Catalog, one: Wording, say: Say) -> None:
    message = catalogue.add(
        one.source,
        one.text,
        flags={"fuzzy"} if one.state in ("outdated", "machine", "draft") else (),
        auto_comments=[name_of(one.path, say), f"{SEEN} {one.seen}"],
        previous_id=one.before or (),
        context=one.path,
    )
    message.flags -= FORMATS
