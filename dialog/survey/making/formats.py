"""The kinds of file that a questionnaire can come from and go to."""

from collections.abc import Callable
from dataclasses import dataclass

from dialog.rows.row import UnreadableFile
from dialog.survey.making.exchange import NotAFile, read_json, write_json
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.xlsform.losses import Loss
from dialog.survey.xlsform.reading import read_workbook
from dialog.survey.xlsform.writing import write_workbook

_NO_JSON = (b"PK", b"<", b"\xef\xbb\xbf<")  # a workbook, or XML of another system, which gets a sentence of its own


@dataclass(frozen=True)
class Format:
    kind: str  # as the file's name ends
    name: str
    mimetype: str
    write: Callable[[Questionnaire], bytes]  # raises ValueError with a sentence


FORMATS = (
    Format(
        "xlsx",
        "XLSForm (XLSX)",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        write_workbook,
    ),
    Format("json", "JSON", "application/json", write_json),
)


def read_file(data: bytes, *, main: str | None) -> tuple[Questionnaire, list[Loss]]:
    """The questionnaire of a file, and what of it was left out or changed. Raises NotAFile.

    `main`: the language of a workbook that does not say in which it is.
    """
    if not data.lstrip()[:4].startswith(_NO_JSON):
        return read_json(data), []
    try:
        return read_workbook(data, main=main)
    except UnreadableFile as problem:
        raise NotAFile(str(problem)) from None
