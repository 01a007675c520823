"""The sheet `dialog`: what Dialog has to say of a questionnaire as a whole that XLSForm can't. Pure."""

import json
from collections.abc import Iterator, Sequence

from dialog.languages import Words
from dialog.survey.pieces import Piece, is_tag
from dialog.survey.questionnaire import BadQuestionnaire, Questionnaire
from dialog.survey.xlsform.fixes import spelled
from dialog.survey.xlsform.grids import cell_of_text
from dialog.survey.xlsform.lines import Line, checksum
from dialog.survey.xlsform.names import Names
from dialog.survey.xlsform.vouched import Row, mark_rows


def own_rows(questionnaire: Questionnaire, names: Names, tags: Sequence[str]) -> list[Row]:
    """`tags` are the languages that the other sheets show, in their order."""
    return [*_rows(questionnaire, names, tags), *mark_rows(questionnaire)]


def _rows(questionnaire: Questionnaire, names: Names, tags: Sequence[str]) -> Iterator[Row]:
    if questionnaire.spoken != tuple(tags):
        yield {"what": "spoken", "value": " ".join(questionnaire.spoken), "source": " ".join(tags)}
    main = questionnaire.title[questionnaire.main]
    for tag, text in questionnaire.title.items():
        if tag != questionnaire.main or cell_of_text(text) != text:
            yield {"what": "title", "language": tag, "value": _kept(text), "source": checksum(cell_of_text(main))}
    for tag, column in names.tags.items():
        yield {"what": "tag", "path": column, "value": _kept(tag)}


def spoken_written(own: Sequence[Line], languages: Sequence[str]) -> tuple[str, ...]:
    """The languages of the questionnaire; where Dialog has said which, those and what has been added since."""
    line = next((line for line in own if line["what"] == "spoken"), None)
    if line is None:
        return tuple(languages)
    was, said = line["source"].split(), filter(is_tag, line["value"].split())
    added = [tag for tag in languages if tag not in was]
    kept = list(dict.fromkeys((*said, *added)))
    return tuple(languages if added and kept == added else kept)


def title_written(own: Sequence[Line], main: str, shown: str) -> Words:
    """The title in other languages; in the main one only while the settings show what they did."""
    lines = [line for line in own if line["what"] == "title" and line["language"] and line["value"]]
    held = (line for line in lines if line["language"] != main or line["source"] == checksum(shown))
    found = {line["language"]: _read(line["value"]) for line in held}
    try:
        return Piece.of({"title": found}, "The title", known=("title",)).words("title") if found else {}
    except BadQuestionnaire:
        return {}


def tags_written(own: Sequence[Line]) -> dict[str, str]:
    """Tags of options by the columns of the sheet choices that hold them."""
    return {line["path"]: _read(line["value"]) for line in own if line["what"] == "tag" and line["path"]}


def _kept(text: str) -> str:
    """As it is, or as JSON where a cell would not keep it."""
    return text if text == cell_of_text(text) and not text.startswith('"') else spelled(text)


def _read(written: str) -> str:
    if not written.startswith('"'):
        return written
    try:
        return str(json.loads(written))
    except ValueError:
        return written
