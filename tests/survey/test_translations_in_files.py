"""One language goes out as XLSX or PO, and comes back without anything being lost."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO

import openpyxl
import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from dialog.rows.row import UnreadableFile
from dialog.survey.editing import remove_question, set_text
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.texts import texts
from dialog.survey.translating.entries import (
    CONFLICT,
    NO_PATH,
    NO_STATE,
    OBSOLETE,
    OUTDATED,
    REPLACED,
    TWICE,
    UNKNOWN,
    take,
)
from dialog.survey.translating.files import read_translations, write_translations
from dialog.survey.translating.merging import Wish, merge
from dialog.survey.translating.names import in_english
from dialog.survey.translating.to_xlsx import SHEET
from dialog.survey.translating.wordings import earlier_sources, wordings
from dialog.texts.cleaning import clean_text
from tests.survey.losses import lost_texts
from tests.survey.translations import PARK, questionnaires, said

NEVER = {"often:never": "Never"}
AT = datetime(2026, 5, 4, 12, 0)
both = pytest.mark.parametrize("kind", ["xlsx", "po"])


def export(questionnaire: Questionnaire, kind: str, tag: str = "en") -> bytes:
    earlier = earlier_sources([set_text(PARK, "parts", "sv", "Hur trivs du i parken?")])
    return write_translations(questionnaire, tag, kind, in_english, at=AT, earlier=earlier)


def taken(questionnaire: Questionnaire, content: bytes, kind: str, **options):
    return take(questionnaire, read_translations(content, f"park-en.{kind}"), **options)


def in_workbook(content: bytes, states: Mapping[str, str] | None = None, **changes: str) -> bytes:
    """A workbook in which a translator has written, and chosen states."""
    book = openpyxl.load_workbook(BytesIO(content))
    for row in book[SHEET].iter_rows(min_row=2):
        row[3].value = changes.get(row[0].value, row[3].value)
        row[4].value = (states or {}).get(row[0].value, row[4].value)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def in_po(content: bytes, old: str, new: str) -> bytes:
    assert old in content.decode()
    return content.decode().replace(old, new).encode()


def reasons(found) -> list[tuple[str, str]]:
    return [(one.path, one.reason) for one in found.remarks]


@both
@settings(max_examples=30)
@given(questionnaire=questionnaires(), tag=st.sampled_from(["en", "ar"]))
def test_what_goes_out_and_comes_back_untouched_changes_nothing(kind, questionnaire, tag):
    found = taken(questionnaire, export(questionnaire, kind, tag), kind)
    assert found.merged.questionnaire == questionnaire
    assert (found.tag, found.number, found.remarks) == (tag, 0, [])


@both
@settings(max_examples=30)
@given(older=questionnaires(), newer=questionnaires())
def test_no_older_file_ever_takes_a_text_away_or_touches_another_language(kind, older, newer):
    found = taken(newer, export(older, kind), kind).merged.questionnaire
    assert lost_texts(newer, found) == {}
    for path, words in texts(newer).items():
        assert {**texts(found)[path], "en": ""} == {**words, "en": ""}


@both
@settings(max_examples=30)
@given(before=questionnaires(), wanted=questionnaires())
def test_translations_made_elsewhere_arrive_as_they_were_made(kind, before, wanted):
    """The other file is of the same source, and says everything."""
    sources = {path: words["sv"] for path, words in texts(before).items()}
    translated = {path: said(wanted, path) or "X" for path in sources}
    made = merge(before, "en", [Wish(path, text, "checked") for path, text in translated.items()]).questionnaire
    content = export(made, kind)
    found = taken(before, content.replace(b"dialog:", b"other:") if kind == "po" else without_column(content, 6), kind)
    assert {path: clean_text(said(found.merged.questionnaire, path)) for path in sources} == {
        path: clean_text(text) for path, text in translated.items()
    }


def without_column(content: bytes, column: int) -> bytes:
    book = openpyxl.load_workbook(BytesIO(content))
    book[SHEET].delete_cols(column)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_workbook_brings_what_was_written_in_it_and_an_empty_cell_changes_nothing():
    written = {"title": "", "often": "How often?"}
    content = in_workbook(export(PARK, "xlsx"), {"often": "checked"}, **NEVER, **written)
    found = taken(PARK, content, "xlsx")
    assert found.remarks == []
    assert {one.path for one in found.merged.taken} == {"often:never", "often"}
    changed = found.merged.questionnaire
    assert (said(changed, "often:never"), said(changed, "title")) == ("Never", "The park")
    assert changed.marks["often"]["en"].state == "checked"
    assert changed.marks["often:never"]["en"].state == "draft"


def test_a_po_file_brings_what_was_written_in_it():
    content = in_po(export(PARK, "po"), 'msgid "Aldrig"\nmsgstr ""', 'msgid "Aldrig"\nmsgstr "Never"')
    content = in_po(content, '#, fuzzy\nmsgctxt "title"', 'msgctxt "title"')
    found = taken(PARK, content, "po")
    assert {one.path: one.state_to_keep for one in found.merged.taken} == {"often:never": "checked", "title": "checked"}


def test_what_is_unchecked_or_outdated_is_fuzzy_and_says_what_it_translated():
    catalogue = read_po(BytesIO(export(PARK, "po")))
    fuzzy = {message.context for message in catalogue if message.id and message.fuzzy}
    assert fuzzy == {"title", "often", "parts"}
    assert '#| msgid "Hur trivs du i parken?"' in export(PARK, "po").decode()


@both
def test_a_text_that_is_gone_and_one_whose_source_has_changed_are_told_line_by_line(kind):
    now = remove_question(set_text(PARK, "often:never", "sv", "Nästan aldrig"), "parts")
    content = export(PARK, kind)
    if kind == "xlsx":
        content = in_workbook(content, {}, **NEVER)
    else:
        content = in_po(content, 'msgid "Aldrig"\nmsgstr ""', 'msgid "Aldrig"\nmsgstr "Never"')
    found = taken(now, content, kind)
    assert reasons(found) == [
        ("often:never", OUTDATED),
        *((path, UNKNOWN) for path in ("parts", "parts/day", "parts:well")),
    ]
    assert said(found.merged.questionnaire, "often:never") == "Never"
    [row] = [one for one in wordings(found.merged.questionnaire, "en") if one.path == "often:never"]
    assert row.state == "outdated"
    assert "Well" in found.remarks[-1].sentence(in_english)
    assert [one.line for one in found.remarks] == sorted({one.line for one in found.remarks})


@both
def test_what_was_changed_here_since_the_export_stays_and_is_told(kind):
    content = export(PARK, kind)
    if kind == "xlsx":
        content = in_workbook(content, title="This park", often="How often?")
    else:
        content = in_po(in_po(content, "The park", "This park"), "How often do you come?", "How often?")
    now = merge(PARK, "en", [Wish("title", "Our park", "checked")]).questionnaire
    found = taken(now, content, kind)
    assert reasons(found) == [("title", CONFLICT)]
    assert (said(found.merged.questionnaire, "title"), said(found.merged.questionnaire, "often")) == (
        "Our park",
        "How often?",
    )
    assert {"Our park", "This park"} <= set(found.remarks[0].sentence(in_english).replace("“", "”").split("”"))


@both
def test_what_nobody_touched_in_an_old_file_does_not_undo_what_was_written_since(kind):
    now = merge(PARK, "en", [Wish("title", "Our park", "checked")]).questionnaire
    found = taken(now, export(PARK, kind), kind)
    assert (found.merged.questionnaire, found.remarks) == (now, [])


def test_without_the_column_for_the_import_what_is_replaced_is_told():
    content = without_column(in_workbook(export(PARK, "xlsx"), title="Our park"), 6)
    found = taken(PARK, content, "xlsx")
    assert ("title", REPLACED) in reasons(found)
    assert "The park" in found.remarks[0].sentence(in_english)


def test_a_state_that_does_not_exist_makes_a_draft_and_is_told():
    found = taken(PARK, in_workbook(export(PARK, "xlsx"), {"often:never": "färdig"}, **NEVER), "xlsx")
    assert reasons(found) == [("often:never", NO_STATE)]
    assert found.merged.questionnaire.marks["often:never"]["en"].state == "draft"


def test_what_a_machine_has_made_says_so_and_what_it_left_alone_stays_as_it_was():
    content = in_workbook(export(PARK, "xlsx"), {"often:never": "checked"}, **NEVER)
    found = taken(PARK, content, "xlsx", by_machine=True)
    marks = found.merged.questionnaire.marks
    assert (marks["often:never"]["en"].state, marks["title"]["en"].state) == ("machine", "draft")


def test_lines_without_a_text_or_with_one_twice_are_told():
    book = openpyxl.load_workbook(BytesIO(in_workbook(export(PARK, "xlsx"), {}, **NEVER)))
    sheet = book[SHEET]
    sheet.append([None, None, None, "Lost"])
    sheet.append(["often:never", None, "Aldrig", "Not ever"])
    file = BytesIO()
    book.save(file)
    found = taken(PARK, file.getvalue(), "xlsx")
    assert reasons(found) == [("", NO_PATH), ("often:never", TWICE)]
    assert said(found.merged.questionnaire, "often:never") == "Never"


def test_an_obsolete_entry_is_told_or_taken_where_there_is_no_other():
    content = export(PARK, "po").decode()
    obsolete = '\n#~ msgctxt "title"\n#~ msgid "Parken"\n#~ msgstr "Park, the"\n'
    hint = '\n#~ msgctxt "often.hint"\n#~ msgid "Cirka."\n#~ msgstr "About."\n'
    content = content.replace('msgid "Ungefär."', 'msgid "Ungefär."').replace(
        'msgctxt "often.hint"', 'msgctxt "x.hint"'
    )
    found = taken(PARK, (content + obsolete + hint).encode(), "po")
    assert reasons(found) == [("title", OBSOLETE), ("often.hint", OUTDATED)]
    assert (said(found.merged.questionnaire, "title"), said(found.merged.questionnaire, "often.hint")) == (
        "The park",
        "About.",
    )


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "iso-8859-1", "utf-16"])
def test_a_po_file_is_read_in_the_encoding_that_it_says(charset):
    said_so = "utf-8" if charset == "utf-8-sig" else charset
    content = in_po(export(PARK, "po"), "charset=utf-8", f"charset={said_so}")
    content = in_po(content, 'msgid "Aldrig"\nmsgstr ""', 'msgid "Aldrig"\nmsgstr "Över"')
    found = taken(PARK, content.decode().encode(charset), "po")
    assert said(found.merged.questionnaire, "often:never") == "Över"
    assert found.remarks == []


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.po", b"", "no PO file"),
        ("a.po", b"hello", "no PO file"),
        ("a.po", b'msgid "a"\nmsgstr[9', "no PO file"),
        (
            "a.po",
            b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "a"\nmsgstr "\xff"\n',
            "UTF-8",
        ),
        (
            "a.po",
            b'msgid ""\nmsgstr "Content-Type: text/plain; charset=klingon\\n"\n\nmsgid "a"\nmsgstr "b"\n',
            "UTF-8",
        ),
        ("a.po", b'msgctxt "title"\nmsgid "Parken"\nmsgstr "The park"\n', "which language"),
        ("a.po", b'msgid ""\nmsgstr "Language: sv\\n"\n\nmsgctxt "title"\nmsgid "a"\nmsgstr "b"\n', "main language"),
        ("a.xlsx", b"", "no Excel workbook"),
        ("a.docx", b"", "another kind"),
    ],
)
def test_what_holds_no_translations_gets_one_sentence(name, content, sentence):
    with pytest.raises(UnreadableFile, match=sentence):
        take(PARK, read_translations(content, name))


def test_another_workbook_gets_one_sentence():
    book = openpyxl.Workbook()
    book.active.title = SHEET
    book.active.append(["path", "translation"])
    book.active.append(["title", "The park"])
    file = BytesIO()
    book.save(file)
    with pytest.raises(UnreadableFile, match="which language"):
        take(PARK, read_translations(file.getvalue(), "a.xlsx"))
    book.active["A1"], book.active["B1"] = "a", "b"
    book.save(file)
    with pytest.raises(UnreadableFile, match="columns"):
        take(PARK, read_translations(file.getvalue(), "a.xlsx"))


def test_a_workbook_locks_the_source_and_lets_no_text_become_a_formula():
    spoilt = set_text(set_text(PARK, "title", "sv", "=1+1"), "title", "en", '=HYPERLINK("x")')
    book = openpyxl.load_workbook(BytesIO(export(spoilt, "xlsx")))
    sheet = book[SHEET]
    assert sheet.protection.sheet
    path, _where, source, translation, state, _seen = sheet[2]
    assert (source.value, translation.value, source.data_type) == ("=1+1", '=HYPERLINK("x")', "s")
    assert all(
        cell.data_type == "s" and cell.quotePrefix and cell.number_format == "@" for cell in (source, translation)
    )
    assert [cell.protection.locked for cell in (path, source, translation, state)] == [True, True, False, False]
    assert sheet.column_dimensions["F"].hidden and sheet.freeze_panes == "A2"
    assert len(list(book.worksheets[0].values)) > 3


def test_a_language_that_runs_from_right_to_left_is_marked_so():
    book = openpyxl.load_workbook(BytesIO(export(PARK, "xlsx", "ar")))
    _path, _where, source, translation, *_ = book[SHEET][2]
    assert (source.alignment.readingOrder, translation.alignment.readingOrder) == (1, 2)
    assert book[SHEET]["D1"].value == "Translation: العربية [translation ar]"


def test_a_text_that_no_cell_can_hold_is_left_out_and_named_and_a_po_file_holds_it():
    long = set_text(PARK, "title", "sv", "lång " * 10_000)
    found = taken(long, export(long, "xlsx"), "xlsx")
    assert found.merged.questionnaire == long
    notes = openpyxl.load_workbook(BytesIO(export(long, "xlsx"))).worksheets[0].values
    assert any("title" in str(note[0]) for note in notes)
    assert "lång lång" in export(long, "po").decode()


def test_a_language_with_another_tag_than_dialog_writes_comes_back_to_itself():
    brazilian = merge(PARK, "pt-br", [Wish("title", "O parque", "checked")]).questionnaire
    for kind in ("xlsx", "po"):
        assert taken(brazilian, export(brazilian, kind, "pt-br"), kind).merged.questionnaire == brazilian
