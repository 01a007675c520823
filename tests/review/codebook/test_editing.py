"""Writing the codebook further: ids are never used again, and what was published only goes out of use."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dialog.review.codebook.book import Codebook, Guide, RetiredCode, UnknownCode
from dialog.review.codebook.differences import ADDED, BREAKS, ENDS, GOES_ON, RETIRED, Undecided, changes, decided
from dialog.review.codebook.document import digest_of, read_document, to_document
from dialog.review.codebook.editing import (
    NoLabel,
    SameLabel,
    StillUsed,
    add_focus,
    add_subcode,
    add_topic,
    change_focus,
    drop,
    restore,
    retire,
    reword,
)
from dialog.review.codebook.shipped import SHIPPED

CAMERAS = {"sv": "Kameror", "en": "Cameras"}
SCHOOLS = {"sv": "Skolor", "en": "Schools"}


def test_a_subcode_gets_an_id_of_its_topic_and_its_english_label():
    book = add_subcode(SHIPPED, "T9", {"sv": "Kameror på torg", "en": "Cameras in squares"}, Guide())
    assert [code.id for code in book.under("T9")][-1] == "T9.cameras_in_squares"
    assert [code.id for code in book.codes].index("T9.cameras_in_squares") < [code.id for code in book.codes].index(
        "T10"
    )


def test_a_topic_gets_the_next_number():
    book = add_topic(SHIPPED, SCHOOLS, Guide())
    assert book.topics()[-1].id == "T13"


def test_labels_that_make_the_same_id_get_different_ones():
    book = add_subcode(SHIPPED, "T9", {"sv": "Ljus", "en": "Lighting!"}, Guide())
    assert book.under("T9")[-1].id == "T9.lighting_x"


@pytest.mark.parametrize("label", [{"sv": "Kameror"}, {"en": "Cameras"}, {"sv": " ", "en": "Cameras"}, {}])
def test_a_code_needs_a_label_in_swedish_and_in_english(label):
    with pytest.raises(NoLabel):
        add_subcode(SHIPPED, "T9", label, Guide())


def test_two_codes_beside_each_other_cannot_be_called_the_same():
    book = add_topic(SHIPPED, SCHOOLS, Guide())
    with pytest.raises(SameLabel):
        add_topic(book, {"sv": "skolor", "en": "Schooling"}, Guide())


@pytest.mark.parametrize("topic", ["T99", "T9.lighting", "", "x"])
def test_a_subcode_needs_a_topic(topic):
    with pytest.raises(UnknownCode):
        add_subcode(SHIPPED, topic, CAMERAS, Guide())


def test_a_retired_topic_takes_its_subcodes_along_and_stays_readable():
    book = retire(SHIPPED, "T9")
    assert book.code("T9.lighting").retired
    assert "T9" not in [code.id for code in book.in_use().codes]
    with pytest.raises(RetiredCode):
        book.usable("T9.lighting")
    with pytest.raises(RetiredCode):
        add_subcode(book, "T9", CAMERAS, Guide())


def test_a_subcode_that_is_used_again_brings_its_topic_back():
    book = restore(retire(SHIPPED, "T9"), "T9.lighting")
    assert book.usable("T9") and book.usable("T9.lighting")
    assert book.code("T9.desolate").retired


def test_only_what_was_never_published_can_be_taken_out():
    book = add_subcode(SHIPPED, "T9", CAMERAS, Guide())
    assert drop(book, "T9.cameras", published=SHIPPED) == SHIPPED
    with pytest.raises(StillUsed):
        drop(book, "T9.lighting", published=SHIPPED)


def test_focus_areas_stand_beside_the_codes_and_name_them_in_their_order():
    book = add_focus(SHIPPED, {"sv": "Tryggt centrum", "en": "A safe centre"}, ["T11", "T9"])
    assert (book.focuses[0].id, book.focuses[0].codes) == ("F1", ("T9", "T11"))
    assert book.codes == SHIPPED.codes
    changed = change_focus(book, "F1", {"sv": "Centrum", "en": "The centre"}, ["T9"], retired=True)
    assert changed.focuses[0].retired and not changed.in_use().focuses
    with pytest.raises(UnknownCode):
        add_focus(book, {"sv": "Annat", "en": "Other"}, ["T99"])


def test_a_new_code_begins_a_series_and_a_retired_one_ends_it():
    after = retire(add_subcode(SHIPPED, "T9", CAMERAS, Guide()), "T10.decay")
    found = {change.id: change.kind for change in changes(SHIPPED, after)}
    assert found == {"T9.cameras": ADDED, "T10.decay": RETIRED}
    assert decided(changes(SHIPPED, after), {})["T10.decay"] == {"change": RETIRED, "series": ENDS}


def test_whether_a_reworded_code_means_the_same_is_for_somebody_to_say():
    lighting = SHIPPED.code("T9.lighting")
    found = changes(SHIPPED, reword(SHIPPED, "T9.lighting", {"sv": "Ljus", "en": "Light"}, lighting.guide))
    with pytest.raises(Undecided) as undecided:
        decided(found, {})
    assert undecided.value.ids == ["T9.lighting"]
    assert decided(found, {"T9.lighting": True})["T9.lighting"]["series"] == GOES_ON
    assert decided(found, {"T9.lighting": False})["T9.lighting"]["series"] == BREAKS


def test_more_example_words_break_no_series():
    code = SHIPPED.code("T9.lighting")
    guide = Guide(code.guide.definition, code.guide.here, code.guide.elsewhere, {"sv": ("lyktor",)})
    assert changes(SHIPPED, reword(SHIPPED, code.id, code.text, guide)) == []


def test_a_document_reads_back_as_the_codebook_it_was_made_from():
    book = add_focus(retire(add_subcode(SHIPPED, "T9", CAMERAS, Guide()), "T10"), SCHOOLS, ["T3"])
    assert read_document(to_document(book)) == book
    assert digest_of(to_document(book)) != digest_of(to_document(SHIPPED))


def test_a_label_of_ones_own_falls_back_on_the_main_language_and_shipped_ones_keep_theirs():
    book = read_document(to_document(reword(SHIPPED, "T9", {"sv": "Platser", "en": "Places"}, Guide())))
    assert book.code("T9").text.keys() == {"sv", "en"}
    assert book.code("T9.lighting").text == SHIPPED.code("T9.lighting").text


_steps = some.lists(
    some.one_of(
        some.tuples(some.just("topic"), some.text("abcå ", min_size=1, max_size=6)),
        some.tuples(some.just("sub"), some.text("abcå ", min_size=1, max_size=6)),
        some.tuples(some.just("retire"), some.integers(0, 99)),
        some.tuples(some.just("restore"), some.integers(0, 99)),
    ),
    max_size=12,
)


@given(_steps)
def test_whatever_is_done_no_id_is_there_twice_and_none_is_lost(steps):
    book: Codebook = SHIPPED
    for what, value in steps:
        try:
            book = _done(book, what, value)
        except (NoLabel, SameLabel, RetiredCode):
            continue
    ids = [code.id for code in book.codes]
    assert len(ids) == len(set(ids))
    assert {code.id for code in SHIPPED.codes} <= set(ids)
    assert read_document(to_document(book)) == book


def _done(book: Codebook, what: str, value: object) -> Codebook:
    if what in ("topic", "sub"):
        label = {"sv": str(value), "en": str(value)}
        return add_topic(book, label, Guide()) if what == "topic" else add_subcode(book, "T3", label, Guide())
    id = book.codes[int(str(value)) % len(book.codes)].id
    return retire(book, id) if what == "retire" else restore(book, id)
