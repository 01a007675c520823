"""What somebody changes in a workbook that Dialog has written is what is read, and the rest stays as it was."""

from collections.abc import Callable

import pytest
from openpyxl import Workbook

from dialog.survey.conditions import AllOf, Chosen, Compared
from dialog.survey.questionnaire import BadQuestionnaire, Mark, Narrowing, Option, Question, Questionnaire, Section
from dialog.survey.texts import source_of, state_of, texts
from dialog.survey.xlsform.losses import Loss
from dialog.survey.xlsform.reading import read_workbook
from dialog.survey.xlsform.writing import TooLong, write_workbook
from tests.survey.workbooks import cell, changed


def words(text: str) -> dict[str, str]:
    return {"sv": text, "en": f"{text} in English"}


def options(*ids: str, **tags: str) -> tuple[Option, ...]:
    return tuple(Option(id, words(id), tags) for id in ids)


OUT = Question("out", "one_of", words("Ute?"), options=options("yes", "no"), measures="out", background=True)
AGE = Question(
    "age",
    "number",
    words("Ålder?"),
    options=options("dont_know"),
    whole=True,
    least=18,
    # a list of one, as nobody writes it: the column dialog has to say so
    show_if=AllOf((Chosen("out", ("yes",)),)),
    must=AllOf((Compared("age", "!=", 20),)),
)
WHERE = Question(
    "where",
    "one_of",
    words("Var?"),
    options=(*options("a", "b", out="yes"), *options("c")),
    narrowed=(Narrowing("out", "out"),),
    text_label=words("Var då?"),
)
MADE = Questionnaire(
    "walks",
    2,
    words("Promenader"),
    (Section("first", words("Först"), (OUT, AGE, WHERE)),),
    marks={"age": {"en": Mark("machine", source_of("Ålder?"))}},
)
SV, EN = "label::Swedish (sv)", "label::English (en)"


def edited(change: Callable[[Workbook], None], made: Questionnaire = MADE) -> tuple[dict[str, Question], list[Loss]]:
    read, losses = read_workbook(changed(write_workbook(made), change))
    return {one.id: one for one in read.questions()}, losses


def read_after(change: Callable[[Workbook], None]) -> Questionnaire:
    return read_workbook(changed(write_workbook(MADE), change))[0]


def test_opening_and_saving_it_elsewhere_changes_nothing():
    assert read_after(lambda book: None) == MADE


def test_a_changed_text_is_read_and_its_translation_is_outdated():
    def change(book: Workbook) -> None:
        cell(book, "survey", "out", SV).value = "Går du ut?"

    read = read_after(change)
    found = texts(read)["out"]
    assert dict(found) == {"sv": "Går du ut?", "en": "Ute? in English"}
    assert state_of(read, "out", found, "en") == "outdated"
    assert state_of(read, "where", texts(read)["where"], "en") == "checked"


def test_a_changed_translation_is_a_draft():
    def change(book: Workbook) -> None:
        cell(book, "survey", "age", EN).value = "Age?"
        cell(book, "choices", "yes", EN).value = "Yes!"

    read = read_after(change)
    assert state_of(read, "age", texts(read)["age"], "en") == "draft"
    assert state_of(read, "out:yes", texts(read)["out:yes"], "en") == "draft"
    assert state_of(read, "out:no", texts(read)["out:no"], "en") == "checked"


def test_a_changed_condition_goes_before_what_dialog_has_written():
    def change(book: Workbook) -> None:
        cell(book, "survey", "age", "relevant").value = "selected(${out}, 'no')"

    asked, losses = edited(change)
    assert asked["age"].show_if == Chosen("out", ("no",))
    assert asked["age"].must == MADE.sections[0].questions[1].must
    assert losses == []


def test_a_condition_that_was_cleared_is_gone():
    def change(book: Workbook) -> None:
        cell(book, "survey", "age", "relevant").value = None
        cell(book, "survey", "age", "constraint").value = None

    asked, _ = edited(change)
    assert (asked["age"].show_if, asked["age"].must, asked["age"].least) == (None, None, None)


def test_a_changed_check_is_read_anew():
    def change(book: Workbook) -> None:
        cell(book, "survey", "age", "constraint").value = ". >= 16"

    asked, _ = edited(change)
    assert (asked["age"].least, asked["age"].must) == (16, None)
    assert asked["age"].show_if == AGE.show_if


def test_a_question_under_another_name_keeps_what_it_measures_and_conditions_follow():
    def change(book: Workbook) -> None:
        for heading, sheet in (("name", "survey"), ("relevant", "survey"), ("choice_filter", "survey")):
            for row in book[sheet].iter_rows(min_row=2):
                one = row[[top.value for top in book[sheet][1]].index(heading)]
                if one.value:
                    one.value = str(one.value).replace("${out}", "${outside}")
        cell(book, "survey", "out", "name").value = "outside"

    asked, losses = edited(change)
    assert list(asked) == ["outside", "age", "where"]
    assert (asked["outside"].measures, asked["outside"].background) == ("out", True)
    assert asked["age"].show_if == Chosen("outside", ("yes",))
    assert asked["where"].narrowed == (Narrowing("out", "outside"),)
    assert losses == []


def test_new_choices_questions_and_languages_are_read():
    def change(book: Workbook) -> None:
        choices, survey = book["choices"], book["survey"]
        choices.append(["out", "sometimes", "Ibland", "Sometimes"])
        survey.insert_rows(3)
        survey.cell(3, 1).value, survey.cell(3, 2).value, survey.cell(3, 3).value = "text", "who", "Vem?"
        column = survey.max_column + 1
        survey.cell(1, column).value, survey.cell(3, column).value = "label::Finnish (fi)", "Kuka?"

    read = read_after(change)
    asked = {one.id: one for one in read.questions()}
    assert [one.id for one in asked["out"].options] == ["yes", "no", "sometimes"]
    assert dict(asked["who"].text) == {"sv": "Vem?", "fi": "Kuka?"}
    assert read.languages == ("sv", "en", "fi")


def test_a_row_that_was_copied_gets_a_name_of_its_own():
    def change(book: Workbook) -> None:
        survey = book["survey"]
        survey.insert_rows(4)
        for place in range(1, survey.max_column + 1):
            survey.cell(4, place).value = survey.cell(3, place).value

    asked, losses = edited(change)
    assert list(asked) == ["out", "out-2", "age", "where"]
    assert [(one.row, one.kind) for one in losses] == [(4, "renamed")]


def test_without_the_column_and_the_sheet_of_dialog_the_rest_is_read():
    def change(book: Workbook) -> None:
        del book["dialog"]
        for sheet in (book["survey"], book["choices"]):
            headings = [one.value for one in sheet[1]]
            if "dialog" in headings:
                sheet.delete_cols(headings.index("dialog") + 1)

    asked, losses = edited(change)
    assert list(asked) == ["out", "age", "age_instead", "where", "where_text"]
    assert asked["age"].show_if == Chosen("out", ("yes",))
    assert asked["where"].narrowed == (Narrowing("out", "out"),)
    assert losses == []


@pytest.mark.parametrize("written", ["no JSON", "[1]", '{"text": 3}', '{"kind": "rating", "rows": 1}', '{"while": 3}'])
def test_what_is_broken_in_the_column_of_dialog_is_told_and_passed_over(written):
    def change(book: Workbook) -> None:
        cell(book, "survey", "out", "dialog").value = written

    asked, losses = edited(change)
    assert (asked["out"].kind, asked["out"].measures) == ("one_of", "")
    assert [(one.row, one.column, one.kind) for one in losses] == [(3, "dialog", "own_column")]


def test_what_looks_like_a_formula_stays_a_text():
    made = Questionnaire("f", 1, words("=1+1"), (Section("s", words("@a"), (OUT,)),))
    content = write_workbook(made)
    assert read_workbook(content)[0] == made

    def change(book: Workbook) -> None:
        assert book["settings"]["A2"].data_type == "s"

    changed(content, change)


def test_a_questionnaire_that_can_not_be_asked_is_not_written():
    with pytest.raises(BadQuestionnaire, match="has no sections"):
        write_workbook(Questionnaire("f", 1, words("F"), ()))


def test_a_text_that_no_cell_can_hold_is_refused():
    long = Questionnaire("f", 1, words("F"), (Section("s", {"sv": "a" * 40_000}, (OUT,)),))
    with pytest.raises(TooLong, match="longer than a cell"):
        write_workbook(long)


def test_the_workbook_is_one_for_people_too():
    def look(book: Workbook) -> None:
        assert book.sheetnames == ["survey", "choices", "settings", "dialog"]
        assert book["survey"].freeze_panes == "A2"

    changed(write_workbook(MADE), look)
