"""What a workbook says becomes a questionnaire; what has no counterpart is told by sheet, row and column."""

from pathlib import Path
from typing import Any

import pytest

from dialog.rows.row import UnreadableFile
from dialog.survey.conditions import AllOf, Answered, AnyOf, Chosen, Compared, Not
from dialog.survey.questionnaire import Narrowing, Question
from dialog.survey.texts import state_of
from dialog.survey.xlsform.losses import Loss
from dialog.survey.xlsform.reading import read_workbook
from dialog.survey.xlsform.writing import write_workbook
from tests.survey.workbooks import YES_NO, asked, listed, workbook

BOTH = AllOf((Compared("n", "=", 1), Compared("m", "=", 2)))
Q, PHOTOS = asked("select_one yn", "q"), asked("image", "p")


def only(*rows: dict, choices=YES_NO, **others) -> tuple[Question, list[Loss]]:
    """The last question of a workbook with these rows, and its losses."""
    read, losses = read_workbook(workbook(rows, choices, **others))
    return list(read.questions())[-1], losses


def told(losses: list[Loss]) -> list[tuple[int, str, str]]:
    return [(one.row, one.column, one.kind) for one in losses]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (asked("select_one yn", "a"), {"kind": "one_of"}),
        (asked("select one from yn", "a"), {"kind": "one_of"}),
        (asked("select_multiple yn", "a"), {"kind": "several_of"}),
        (asked("select all that apply from yn", "a"), {"kind": "several_of"}),
        (asked("rank yn", "a"), {"kind": "ranking"}),
        (asked("text", "a"), {"kind": "short"}),
        (asked("string", "a"), {"kind": "short"}),
        (asked("text", "a", appearance="multiline"), {"kind": "text"}),
        (asked("integer", "a"), {"kind": "number", "whole": True}),
        (asked("int", "a"), {"kind": "number", "whole": True}),
        (asked("percentage", "a"), {"kind": "number", "whole": True, "least": 0, "most": 100}),
        (asked("decimal", "a"), {"kind": "number", "whole": False}),
        (asked("range", "a"), {"kind": "number", "whole": True, "least": 1, "most": 10}),
        (asked("range", "a", parameters="start=0; end=5 ;step=0.5"), {"whole": False, "least": 0, "most": 5}),
        (asked("date", "a"), {"kind": "date"}),
        (asked("note", "a"), {"kind": "info"}),
        (asked("image", "a"), {"kind": "photo"}),
        (asked("photo", "a"), {"kind": "photo"}),
        (asked("select_one yn", "a", required="yes"), {"required": True}),
        (asked("select_one yn", "a", required="TRUE"), {"required": True}),
        (asked("select_one yn", "a", required=True), {"required": True}),
        (asked("select_one yn", "a", required="true()"), {"required": True}),
        (asked("select_one yn", "a", required="no"), {"required": False}),
        (asked("select_one yn", "a", parameters="randomize=true"), {"shuffle": True}),
        (asked("integer", "a", constraint=". >= 18 and . <= 99"), {"least": 18, "most": 99, "must": None}),
        (asked("integer", "a", constraint=".>0"), {"least": 1}),
        (asked("decimal", "a", constraint=". < 3"), {"most": None, "must": Compared("a", "<", 3)}),
        (asked("date", "a", constraint=". >= date('2026-01-01')"), {"least": "2026-01-01"}),
        (asked("select_multiple yn", "a", constraint="count-selected(.)<=1"), {"maximum": 1, "must": None}),
        (
            asked("select_multiple yn", "a", constraint="not(selected(., 'no') and count-selected(.) > 1)"),
            {"exclusive": frozenset({"no"}), "must": None},
        ),
    ],
)
def test_a_row_becomes_a_question(row, expected):
    question, losses = only(row)
    assert {part: getattr(question, part) for part in expected} == expected
    assert {one.kind for one in losses} <= {"parameters"}


def test_groups_become_sections_and_groups_inside_them_blocks_and_conditions():
    rows = [
        asked("begin_group", "home"),
        Q,
        asked("begin group", "inner", relevant="${q} = 'yes'"),
        asked("text", "a"),
        asked("text", "b", relevant="selected(${q}, 'no')"),
        {"type": "end group"},
        {"type": "end_group"},
        asked("begin_group", "more", relevant="${q} != ''"),
        asked("text", "c"),
        {"type": "end_group"},
    ]
    read, losses = read_workbook(workbook(rows, YES_NO))
    yes, no = Chosen("q", ("yes",)), Chosen("q", ("no",))
    assert [(one.id, one.show_if) for one in read.sections] == [("home", None), ("more", Answered("q"))]
    assert [(one.id, one.kind, one.show_if) for one in read.questions()] == [
        ("q", "one_of", None),
        ("inner", "info", yes),
        ("a", "short", yes),
        ("b", "short", AllOf((yes, no))),
        ("c", "short", None),
    ]
    assert losses == []


def test_a_table_of_choices_becomes_one_question_with_rows():
    rows = [
        {**asked("begin_group", "safe"), "appearance": "table-list"},
        asked("select_one yn", "day", required="yes"),
        asked("select_one yn", "night", required="yes"),
        {"type": "end_group"},
        asked("text", "why", relevant="${night} = 'no'"),
    ]
    read, losses = read_workbook(workbook(rows, YES_NO))
    table, why = read.questions()
    assert (table.kind, [row.id for row in table.rows], table.required) == ("matrix", ["day", "night"], True)
    assert why.show_if == Chosen("safe.night", ("no",))
    assert losses == []


def test_or_other_adds_a_choice_and_a_text():
    question, _ = only(asked("select_one yn or_other", "a"))
    assert [one.id for one in question.options] == ["yes", "no", "other"]
    assert question.text_label["sv"] == "Vad då?"


def test_choices_are_narrowed_by_an_earlier_answer():
    rows = [asked("select_one towns", "town"), asked("select_one streets", "street", choice_filter="of=${town}")]
    streets = [*listed("streets", "x1", of="A & B"), *listed("streets", "y1", of="c"), *listed("streets", "z1")]
    question, _ = only(*rows, choices=[*listed("towns", "A & B", "c"), *streets])
    assert question.narrowed == (Narrowing("of", "town"),)
    assert [dict(one.tags) for one in question.options] == [{"of": "A_B"}, {"of": "c"}, {"of": ""}]


def test_what_a_filter_can_not_say_here_is_told_and_the_rest_taken():
    rows = [Q, asked("select_one l", "a", choice_filter="t != ${q} and t != ${b}"), asked("select_one l", "b")]
    read, losses = read_workbook(workbook(rows, [*YES_NO, *listed("l", "x", t="yes")]))
    assert list(read.questions())[1].narrowed == (Narrowing("t", "q", same=False),)
    assert told(losses) == [(3, "choice_filter", "no_filter")]
    assert losses[0].sentence == (
        "The filter was left out, or a part of it, so more choices are offered. "
        "It looks at b, which is not asked before it or could not be taken."
    )


@pytest.mark.parametrize(
    ("row", "column", "kind"),
    [
        (asked("barcode", "a"), "type", "media"),
        (asked("audio", "a"), "type", "media"),
        (asked("dateTime", "a"), "type", "moment"),
        (asked("time", "a"), "type", "moment"),
        (asked("geopoint", "a"), "type", "point"),
        (asked("geotrace", "a"), "type", "shape"),
        (asked("acknowledge", "a"), "type", "confirmation"),
        (asked("select_one_from_file towns.csv", "a"), "type", "from_file"),
        (asked("select_one gone", "a"), "type", "no_choices"),
        (asked("hologram", "a"), "type", "unknown_type"),
        (asked("start", "a"), "type", "metadata"),
        (asked("username", "a"), "type", "metadata"),
        (asked("calculate", "a", calculation="1 + 1"), "type", "calculated"),
        (asked("text", "a", calculation="1 + 1", read_only="yes"), "calculation", "calculated"),
        (asked("select_one yn", "a", appearance="label"), "appearance", "only_labels"),
        (asked("select_one yn", "a", relevant="false()"), "relevant", "never_asked"),
        (asked("select_one yn", "a", relevant=False), "relevant", "never_asked"),
        (asked("select_one yn", "a", relevant="${q} = 'perhaps'"), "relevant", "never_asked"),
        (asked("note", "a", relevant="${gone} = 1"), "relevant", "note_left_out"),
        ({"type": "end_group"}, "type", "no_begin"),
    ],
)
def test_what_can_not_be_asked_is_left_out_and_told(row, column, kind):
    question, losses = only(Q, row)
    assert question.id == "q"
    assert (3, column, kind) in told(losses)


@pytest.mark.parametrize(
    ("row", "column", "kind"),
    [
        (asked("text", "a", relevant="${gone} = 1"), "relevant", "no_condition"),
        (asked("text", "a", relevant="${q} ="), "relevant", "no_condition"),
        (asked("text", "a", relevant="position(..) > 1"), "relevant", "no_condition"),
        (asked("text", "a", relevant="(" * 500 + "${q} = 'yes'" + ")" * 500), "relevant", "no_condition"),
        (asked("text", "a", relevant="${q} = 'yes' or ${q} = 'perhaps'"), "relevant", "never_chosen"),
        (asked("text", "a", constraint="regex(., '^0')"), "constraint", "no_check"),
        (asked("integer", "a", constraint=". != ${a} + 1"), "constraint", "no_check"),
        (asked("text", "a", required="${q} = 'yes'"), "required", "required_when"),
        (asked("text", "a", required="${q} = 'yes'", relevant="${q} != 'yes'"), "required", "required_when"),
        (asked("text", "a", default="0"), "default", "column"),
        (asked("text", "a", **{"media::image": "a.png"}), "media::image", "column"),
        (asked("text", "a", appearance="thousands-sep"), "appearance", "appearance"),
        (asked("range", "a", parameters="step=5"), "parameters", "parameters"),
        (asked("text", "a b"), "name", "renamed"),
        (asked("text", "q"), "name", "renamed"),
        (asked("text", "page"), "name", "renamed"),
        (asked("text", ""), "name", "no_name"),
        ({"type": "text", "name": "a"}, "label::Swedish (sv)", "no_text"),
        ({"type": "text", "name": "a", "label::Swedish (sv)": "<b>A</b>"}, "label::Swedish (sv)", "markup"),
        ({"type": "text", "name": "a", "label::Swedish (sv)": "A ${q}"}, "label::Swedish (sv)", "reference"),
        (asked("text", "a", **{"hint::English (en)": "Why"}), "hint::English (en)", "borrowed_text"),
    ],
)
def test_what_has_no_counterpart_is_told_and_the_rest_taken(row, column, kind):
    question, losses = only(Q, row)
    assert question.kind in ("short", "number")
    assert (3, column, kind) in told(losses)
    assert all(one.sentence.endswith(".") for one in losses)


def test_a_compulsory_question_whose_condition_is_unknown_forces_nobody():
    question, _ = only(Q, asked("text", "a", relevant="${gone} = 1", required="yes"))
    assert not question.required


def test_markup_and_references_are_taken_out_of_texts():
    label = 'Do you <span style="color:red">**really**</span> go<br>to ${town}?'
    question, _ = only({"type": "text", "name": "a", "label::Swedish (sv)": label})
    assert question.text["sv"] == "Do you really go\nto …?"


def test_less_than_twelve_is_no_markup():
    question, losses = only({"type": "text", "name": "a", "label::Swedish (sv)": "Flickor (<12) & pojkar (<b)"})
    assert (question.text["sv"], losses) == ("Flickor (<12) & pojkar (<b)", [])


def test_photos_can_be_asked_for_in_every_section():
    rows = [asked("begin_group", "s"), Q, PHOTOS, {"type": "end_group"}, {**PHOTOS, "name": "p2"}]
    read, losses = read_workbook(workbook(rows, YES_NO))
    assert [[one.id for one in section.questions] for section in read.sections] == [["q", "p"], ["p2"]]
    assert losses == []
    assert read_workbook(write_workbook(read)) == (read, [])


@pytest.mark.parametrize("required", ["${q} = 'yes'", "${q} = 'yes' or ${q} = 'no'", "true() and (${q} = 'yes')"])
def test_what_must_be_answered_whenever_it_is_asked_must_be_answered(required):
    group = asked("begin_group", "g", relevant="${q} = 'yes'")
    row = asked("text", "a", required=required)
    rows = [asked("begin_group", "s"), Q, {"type": "end_group"}, group, row, {"type": "end_group"}]
    question, losses = only(*rows)
    assert (question.required, losses) == (True, [])
    question, losses = only(Q, {**row, "relevant": "${q} = 'yes'"})
    assert (question.required, losses) == (True, [])


def test_a_text_is_not_compared_with_another():
    _, losses = only(asked("text", "w"), asked("text", "a", relevant="${w} = 'here'"))
    assert told(losses) == [(3, "relevant", "no_condition")]
    assert "only know whether there is one" in losses[0].sentence


def test_choices_that_leave_each_other_out_are_narrowed_by_the_later_ones():
    rows = [
        asked("select_one l", "a", choice_filter="t != ${b}"),
        asked("select_one l", "b", choice_filter="t != ${a}"),
    ]
    read, losses = read_workbook(workbook(rows, listed("l", "x", "y", t="x")))
    assert [one.narrowed for one in read.questions()] == [(), (Narrowing("t", "a", same=False),)]
    assert losses == []


def test_a_check_for_choices_that_there_are_not_is_told_once():
    check = "not(selected(., 'none') and count-selected(.) >= 2)"
    rows = [asked("select_multiple yn", name, constraint=check) for name in ("a", "b")]
    read, losses = read_workbook(workbook(rows, YES_NO))
    assert [one.must for one in read.questions()] == [None, None]
    assert told(losses) == [(2, "constraint", "checked_in_vain")]
    assert "(2 rows)" in losses[0].sentence


def test_a_repeat_is_asked_once():
    rows = [asked("begin repeat", "child"), asked("text", "a"), {"type": "end repeat"}]
    read, losses = read_workbook(workbook(rows))
    assert [section.id for section in read.sections] == ["child"]
    assert told(losses) == [(2, "type", "repeat")]


def test_names_that_are_no_ids_are_changed_and_conditions_follow():
    rows = [asked("select_one l", "vår.fråga"), asked("text", "a", relevant="${vår.fråga} = 'å/ä'")]
    read, losses = read_workbook(workbook(rows, listed("l", "å/ä", "a_a")))
    first, second = read.questions()
    assert (first.id, [one.id for one in first.options]) == ("var_fraga", ["a_a", "a_a-2"])
    assert second.show_if == Chosen("var_fraga", ("a_a",))
    assert [one.kind for one in losses] == ["renamed"] * 3


def test_a_choice_that_stands_twice_in_a_list_is_taken_once():
    question, losses = only(Q, choices=[*YES_NO, *listed("yn", "yes"), *listed("yn", "")])
    assert [one.id for one in question.options] == ["yes", "no"]
    assert [(one.sheet, one.row, one.kind) for one in losses] == [
        ("choices", 4, "choice_twice"),
        ("choices", 5, "choice_without_name"),
    ]


def test_questions_share_the_choices_of_a_list():
    read, _ = read_workbook(workbook([Q, {**Q, "name": "r"}], YES_NO))
    first, second = read.questions()
    assert first.options is second.options


@pytest.mark.parametrize(
    ("heading", "tag"),
    [
        ("label::English (en)", "en"),
        ("label::English", "en"),
        ("Label :: Arabic", "ar"),
        ("label:français", "fr"),
        ("label::العربية", "ar"),
        ("label::svenska", "sv"),
        ("label::Portuguese (pt_BR)", "pt-BR"),
        ("label::so", "so"),
        ("LABEL::Kurdish (kmr)", "kmr"),
    ],
)
def test_the_language_of_a_column_is_known_by_its_code_or_its_name(heading, tag):
    read, losses = read_workbook(workbook([{" type": "text", "name ": "a", heading: "A"}]))
    assert (read.main, next(read.questions()).text) == (tag, {tag: "A"})
    assert losses == []


def test_a_language_that_nobody_knows_is_told():
    rows = [asked("text", "a", **{"label::Klingonish": "A"})]
    _, losses = read_workbook(workbook(rows))
    assert [(one.column, one.kind) for one in losses] == [("label::Klingonish", "language")]


def test_texts_without_a_language_are_in_the_default_one():
    rows = [{"type": "text", "name": "a", "label": "Frage", "label::English (en)": "Question"}]
    read, losses = read_workbook(workbook(rows, settings=[{"form_id": "f", "default_language": "German"}]))
    assert (read.main, read.languages) == ("de", ("de", "en"))
    assert next(read.questions()).text == {"de": "Frage", "en": "Question"}
    assert losses == []


def test_who_loads_a_workbook_can_say_its_language():
    content = workbook([{"type": "text", "name": "a", "label": "Question"}])
    assert read_workbook(content, main="en")[0].main == "en"
    read, losses = read_workbook(content)
    assert (read.main, [one.kind for one in losses]) == ("sv", ["main_language"])


def test_translations_in_a_workbook_are_drafts():
    rows = [asked("text", "a", **{"label::English (en)": "A", "hint::Swedish (sv)": "h"})]
    read, _ = read_workbook(workbook(rows))
    text = next(read.questions()).text
    assert {tag: state_of(read, "a", text, tag) for tag in ("sv", "en", "ar")} == {
        "sv": "checked",
        "en": "draft",
        "ar": "missing",
    }


def test_settings_name_the_questionnaire():
    settings = {"form_title\t": "Säker?", "form_id": "safe walk", "version": 7, "style": "pages"}
    read, losses = read_workbook(workbook([asked("text", "a")], settings=[settings]))
    assert (read.id, read.version, dict(read.title)) == ("safe_walk", 7, {"sv": "Säker?"})
    assert [(one.sheet, one.column, one.kind) for one in losses] == [("settings", "style", "column")]


def test_a_version_that_is_no_number_becomes_the_first(tmp_path: Path):
    file = tmp_path / "Enkät 1.xlsx"
    file.write_bytes(workbook([asked("text", "a")], settings=[{"version": "2024-05a"}]))
    read, losses = read_workbook(file)
    assert (read.id, read.version, [one.kind for one in losses]) == ("Enkat_1", 1, ["version"])


def test_an_expression_that_says_nothing_new_is_no_condition():
    question, losses = only(Q, asked("text", "a", relevant="true() or ${q} = 'yes'"))
    assert (question.show_if, losses) == (None, [])


@pytest.mark.parametrize(
    ("written", "condition"),
    [
        ("${n} > 3", Compared("n", ">", 3)),
        ("3 < ${n}", Compared("n", ">", 3)),
        ("${n} >= -1.5", Compared("n", ">=", -1.5)),
        ("not(${q} = 'yes')", Not(Chosen("q", ("yes",)))),
        ("${q} != 'yes'", Not(Chosen("q", ("yes",)))),
        ("${q} = ''", Not(Answered("q"))),
        ("${w} != ''", Answered("w")),
        ("selected(${q}, 'yes') or selected(${q}, 'no')", Chosen("q", ("yes", "no"))),
        ("${d} < '2026-05-04'", Compared("d", "<", "2026-05-04")),
        ("${n} = ${m}", Compared("n", "=", other="m")),
        ("(${n} = 1)and(${m}  =  2)  or\n${n} = 3", AnyOf((BOTH, Compared("n", "=", 3)))),
        ("${n} = 1 and (${q} = 'yes' and true())", AllOf((Compared("n", "=", 1), Chosen("q", ("yes",))))),
    ],
)
def test_conditions_are_read(written, condition):
    before = [Q, asked("integer", "n"), asked("integer", "m"), asked("date", "d"), asked("text", "w")]
    question, losses = only(*before, asked("text", "a", relevant=written))
    assert (question.show_if, losses) == (condition, [])


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "no Excel workbook"),
        (b"PK\x03\x04 rubbish", "damaged"),
        (b"type,name\ntext,a", "no Excel workbook"),
        (b"\xd0\xcf\x11\xe0 old", "old Excel format"),
        (b'<?xml version="1.0"?><document><LimeSurveyDocType>Survey', "LimeSurvey"),
        (b'<?xml version="1.0"?><h:html xmlns="http://www.w3.org/2002/xforms">', "XForm"),
        (workbook([{"name": "a", "label": "A"}]), "no columns called type and name"),
        (workbook([{"type": "start", "name": "a"}]), "asks nothing"),
        (workbook([asked("begin_group", str(depth)) for depth in range(30)]), "groups inside each other"),
    ],
)
def test_what_is_no_form_is_refused_with_a_sentence(content, sentence):
    with pytest.raises(UnreadableFile, match=rf"{sentence}.*\.$"):
        read_workbook(content)


def test_a_workbook_that_unpacks_into_too_much_is_refused(monkeypatch):
    monkeypatch.setattr("dialog.survey.xlsform.grids.MOST_UNPACKED", 1_000)
    with pytest.raises(UnreadableFile, match="when it is unpacked"):
        read_workbook(workbook([asked("text", "a")]))


def test_a_sheet_with_too_many_rows_is_refused(monkeypatch):
    monkeypatch.setattr("dialog.survey.xlsform.grids.MOST_ROWS", 2)
    with pytest.raises(UnreadableFile, match="more than 2 rows"):
        read_workbook(workbook([asked("text", "a"), asked("text", "b")]))


def test_losses_can_be_worded_in_any_language():
    _, losses = only(Q, asked("text", "a", relevant="${gone} = 1"))
    swedish = {"It looks at %(name)s, which is not asked before it or could not be taken.": "Den ser på %(name)s."}
    worded = losses[0].worded(lambda text, **params: swedish.get(text, "–") % params)
    assert worded == "– Den ser på gone."


def test_an_odk_x_workbook_is_taken_as_far_as_it_goes():
    survey: list[dict[str, Any]] = [
        {"clause": "", "type": "select_one", "values_list": "yn", "name": "home", "display.prompt.text": "At home?"},
        {"clause": "if", "condition": 'selected(data("home"), "no") && data("home") != ""'},
        {"type": "integer", "name": "age", "required": True, "display.prompt.text.so": "Da'da"},
        {"clause": "else"},
        {"type": "note", "display.prompt": "thanks"},
        {"clause": "end if"},
        {"clause": "goto end"},
    ]
    choices = [{"choice_list_name": "yn", "data_value": one, "display.title.text.en": one} for one in ("yes", "no")]
    settings: list[dict[str, Any]] = [
        {"setting_name": "form_id", "value": "home"},
        {"setting_name": "en", "value": None, "display.locale.text.en": "English"},
        {"setting_name": "survey", "value": None, "display.title.text.en": "Home"},
    ]
    read, losses = read_workbook(workbook(survey, choices, settings))
    no = AllOf((Chosen("home", ("no",)), Answered("home")))
    assert [(one.id, one.kind, one.show_if) for one in read.questions()] == [
        ("home", "one_of", None),
        ("age", "number", no),
        ("thanks", "info", Not(no)),
    ]
    assert (read.id, read.main, dict(read.title)) == ("home", "en", {"en": "Home"})
    assert ("survey", 8, "jump") in {(one.sheet, one.row, one.kind) for one in losses}
