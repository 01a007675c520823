"""Light markup says little, and never becomes markup of a page."""

from hypothesis import given
from hypothesis import strategies as st

from dialog.picture.documents.marks import HEADING, LIST, PARAGRAPH, Part, Run, parts


def test_an_empty_line_ends_a_paragraph_and_a_single_one_does_not():
    assert parts("Ett\ntvå\n\ntre") == (
        Part(PARAGRAPH, ((Run("Ett två"),),)),
        Part(PARAGRAPH, ((Run("tre"),),)),
    )


def test_lines_with_a_dash_are_a_list_and_lines_with_two_hashes_headings():
    assert [(part.kind, len(part.lines)) for part in parts("## Rubrik\n- ett\n- två\nslut")] == [
        (HEADING, 1),
        (LIST, 2),
        (PARAGRAPH, 1),
    ]


def test_words_between_two_asterisks_are_bold_and_lone_asterisks_stay():
    assert parts("2 * 3 ** är **sex** äpplen")[0].lines[0] == (
        Run("2 * 3 ** är "),
        Run("sex", strong=True),
        Run(" äpplen"),
    )


@given(st.text(alphabet="ab *#-\n<>&\"'`[]()!\x00\x0b", max_size=60))
def test_no_letter_is_lost_and_nothing_unprintable_stays(text: str):
    said = "".join(run.text for part in parts(text) for line in part.lines for run in line)
    assert [one for one in said if one in "ab<>&"] == [one for one in text if one in "ab<>&"]
    assert not set(said) & {"\x00", "\x0b", "\n"}
