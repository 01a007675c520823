"""How far each text is translated, as a workbook can tell. Pure.

What stands in a workbook nobody here has checked: its translations are drafts. The sheet `dialog` says otherwise of
texts that have not changed since Dialog wrote them.
"""

from collections.abc import Iterable, Iterator

from dialog.survey.questionnaire import STATES, Mark, Questionnaire
from dialog.survey.texts import source_of, texts
from dialog.survey.xlsform.lines import Line, checksum

COLUMNS = ("what", "path", "language", "value", "source", "text")
Row = dict[str, str]  # of the sheet dialog
Marks = dict[str, dict[str, Mark]]


def marks_of(questionnaire: Questionnaire, own: Iterable[Line]) -> Marks:
    """The marks of a questionnaire that was read from a workbook with these lines in its sheet `dialog`."""
    known, main = texts(questionnaire), questionnaire.main
    marks = _drafts(questionnaire)
    for line in own:
        path, tag, state, source = (line[part] for part in ("path", "language", "value", "source"))
        words = known.get(path, {})
        if line["what"] != "mark" or line["text"] != checksum(words.get(tag, "")):
            continue
        if not tag:
            marks.setdefault(path, {})
        elif state in STATES:
            marks.setdefault(path, {})[tag] = Mark(state, source)
        elif source == source_of(words.get(main, "")):
            marks[path] = {other: mark for other, mark in marks.get(path, {}).items() if other != tag}
        else:
            marks.setdefault(path, {})[tag] = Mark("checked", source)
    empty = {line["path"] for line in own if line["what"] == "mark" and not line["language"]}
    return {path: found for path, found in marks.items() if found or path in empty}


def mark_rows(questionnaire: Questionnaire) -> Iterator[Row]:
    """What the sheet `dialog` has to say so that the marks are read back as they are."""
    known, drafts = texts(questionnaire), _drafts(questionnaire)
    for path in dict.fromkeys((*known, *questionnaire.marks)):
        words, marks, expected = known.get(path, {}), questionnaire.marks.get(path), drafts.get(path, {})
        if marks == {}:
            yield _row(path, "", "", "", "")
        for tag in dict.fromkeys((*expected, *(marks or {}))):
            mark = (marks or {}).get(tag)
            if mark == expected.get(tag):
                continue
            source = mark.source if mark else source_of(words.get(questionnaire.main, ""))
            yield _row(path, tag, mark.state if mark else "", source, words.get(tag, ""))


def _drafts(questionnaire: Questionnaire) -> Marks:
    marks: Marks = {}
    for path, words in texts(questionnaire).items():
        source = source_of(words.get(questionnaire.main, ""))
        found = {tag: Mark("draft", source) for tag in words if tag != questionnaire.main}
        if found:
            marks[path] = found
    return marks


def _row(path: str, tag: str, state: str, source: str, text: str) -> Row:
    return dict(zip(COLUMNS, ("mark", path, tag, state, source, checksum(text)), strict=True))
