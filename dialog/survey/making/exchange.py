"""Questionnaires as files: JSON, as Dialog itself writes them. Pure."""

import json

from dialog.survey.document import read_draft, to_document
from dialog.survey.questionnaire import BadQuestionnaire, Questionnaire

LARGEST = 20 * 1024 * 1024  # bytes of a file that is taken: a country's workbook has 1


class NotAFile(ValueError):
    """What was sent can't be read as a questionnaire; the text says why, in one English sentence."""


def read_json(data: bytes) -> Questionnaire:
    """The questionnaire of a JSON file, which may still lack parts. Raises NotAFile."""
    try:
        return read_draft(json.loads(data.decode("utf-8-sig")))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise NotAFile("The file is neither a workbook nor JSON.") from None
    except BadQuestionnaire as problem:
        raise NotAFile(str(problem)) from None


def write_json(questionnaire: Questionnaire) -> bytes:
    return json.dumps(to_document(questionnaire), ensure_ascii=False, indent=2).encode()
