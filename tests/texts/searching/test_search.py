"""Searching in the database: the same answers as the rule gives, on SQLite and on PostgreSQL."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.texts.models import Text
from dialog.texts.searching.actions import forget_texts, index_rows, index_text, rebuild_index
from dialog.texts.searching.folding import is_answered, question_of, seen_words
from dialog.texts.searching.models import TextSearch, key_of
from dialog.texts.searching.queries import FOUND, KEY, found_ids, has_words, matches, read_in_order
from tests.review.factories import DAY, make_text

SAID = (
    "Lampan vid gångvägen är trasig.",
    "lampor saknas pa gangvagen",
    "Mopeder kör fort på Älvgatan 12, ring 070-123 45 67",
    "المصابيح في الممر خلف المدرسة معطلة",
    "الإنارة ضعيفة قرب مكتبة الحيّ",
    "چراغ‌های پارک خاموش است، ساعت ۲۲",
    "Lampada ka dib dugsiga ayaa jabtay, da'da",
    "ኣብ ጎደና መብራህቲ የለን",
    "Parka ronahî tune, kolan tarî ye",
    "e-post: karin.lind@example.se 12e5 3,14 v1.2 a/b c:\\d http://x.se/?q=1",
    "OR AND NOT near * \" ' & | ! ( ) : <-> lamp'an",
    "",
)
ASKED = (
    *("lamp", "lampan", "LAMPAN ", "gångvägen", "gangvagen", "lamp gang", "trasig lampan", "alvgatan 12", "070 123"),
    *("المصابيح", "مصابيح", "الانارة", "الإنارَة ", "مكتبه", "مكتبة ", "22", "٢٢", "چراغهای", "chirag", "dada", "መብራ"),
    *("ronahi", "tarî", "karin", "example se", "12e5", "v1 2", "or and", "near", '* " &', "!", "a", "c d", "http x"),
)


def answers(session: Session, written: str) -> tuple[set[UUID], set[UUID]]:
    """Read off the index, and off the words of each text."""
    question = question_of(written)
    one_by_one = select(Text.id).where(has_words(session, question, Text.id))
    return set(session.scalars(found_ids(session, question))), set(session.scalars(one_by_one))


@pytest.fixture
def texts(session: Session) -> list[Text]:
    texts = [make_text(session, said) for said in SAID]
    index_rows(session, [{"id": one.id, "received_on": DAY, "original": one.original} for one in texts])
    return texts


def test_a_search_finds_what_the_rule_says(session, texts):
    for written in ASKED:
        if question := question_of(written):
            expected = {one.id for one in texts if is_answered(question, seen_words(one.original, []))}
            assert answers(session, written) == (expected, expected), written


@pytest.mark.parametrize("passing", [0, 1_000], ids=["rare", "often"])
def test_read_in_the_order_of_the_queue_a_search_finds_the_same(session, texts, monkeypatch, passing):
    monkeypatch.setattr("dialog.texts.searching.queries._SAMPLE", 1)
    keys = {one.id: key_of(one.id, DAY) for one in texts}
    for written in ASKED:
        if question := question_of(written):
            reading = read_in_order(session, question, passing=passing)
            read = session.scalars(reading.columns(Text.id).order_by(reading.key)).all()
            assert read == sorted(answers(session, written)[0], key=lambda id: keys[id]), written
            assert session.scalars(reading.within(DAY, DAY).columns(Text.id).order_by(reading.key)).all() == read
            assert not session.scalars(reading.within(DAY + timedelta(1), None).columns(Text.id)).all()


def test_some_questions_find_something(session, texts):
    lamps, arabic = {texts[0].id, texts[1].id}, {texts[3].id}
    assert answers(session, "gangvag")[0] == answers(session, "GÅNGVÄG")[0] == lamps
    assert answers(session, "المدرسه")[0] == arabic
    assert answers(session, "karin")[0] == {texts[9].id}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=st.lists(st.text(alphabet="aAåäö bB'-.1٣أاةهي\u064bé🙂", max_size=12), max_size=4),
    written=st.text(alphabet="aåÄ bB'1٣أاةهé\"*", max_size=6),
)
def test_any_text_is_found_by_any_question_just_as_the_rule_says(session, said, written):
    if not (question := question_of(written)):
        return
    texts = [make_text(session, one) for one in said]
    index_rows(session, [{"id": one.id, "received_on": DAY, "original": one.original} for one in texts])
    expected = {one.id for one in texts if is_answered(question, seen_words(one.original, []))}
    found = answers(session, written)
    session.rollback()
    assert found == (expected, expected)


def test_hidden_words_are_found_no_more_until_they_are_shown_again(session, texts):
    text = texts[2]
    assert answers(session, "mopeder")[0] == {text.id}
    text.masks = [{"start": 0, "end": 7, "label": "other"}]
    index_text(session, text)
    assert answers(session, "mopeder") == (set(), set())
    assert answers(session, "alvgatan")[0] == {text.id}
    text.masks = []
    index_text(session, text)
    assert answers(session, "mopeder")[0] == {text.id}


def test_forgotten_and_deleted_texts_are_not_found(session, texts):
    forget_texts(session, [texts[0].id])
    session.delete(texts[1])
    session.flush()
    assert answers(session, "lamp") == ({texts[6].id, texts[10].id}, {texts[6].id, texts[10].id})


def test_the_index_can_be_made_anew(session, texts):
    texts[2].masks = [{"start": 0, "end": 7, "label": "other"}]
    session.flush()
    forget_texts(session, [texts[0].id])
    assert rebuild_index(session) == len(SAID)
    assert answers(session, "gangvag")[0] == {texts[0].id, texts[1].id}
    assert answers(session, "mopeder")[0] == set()


@pytest.mark.sqlite
def test_the_index_of_words_is_read_in_the_order_of_the_queue(session):
    texts = [make_text(session, "Lampan", received_on=DAY + timedelta(number % 3)) for number in range(30)]
    for one in texts:
        index_text(session, one)
    lamps = select(Text.id).select_from(FOUND).where(matches(question_of("lamp"))).order_by(KEY)
    found = session.scalars(lamps).all()
    assert found == [one.id for one in sorted(texts, key=lambda one: (one.received_on, one.id))]


@pytest.mark.sqlite
def test_after_making_it_anew_no_word_of_before_is_left_in_the_index(session, texts):
    def leaves() -> bytes:
        return b"".join(session.connection().exec_driver_sql("SELECT block FROM text_word_data").scalars())

    assert b"mopeder" in leaves()
    texts[2].masks = [{"start": 0, "end": 7, "label": "other"}]
    index_text(session, texts[2])
    rebuild_index(session)
    assert b"mopeder" not in leaves()


def test_what_a_text_is_known_by_in_the_index_tells_its_day_and_is_chance_otherwise(session, texts):
    keys = session.scalars(select(TextSearch.key).order_by(TextSearch.text_id)).all()
    assert keys == [key_of(one.id, DAY) for one in sorted(texts, key=lambda one: one.id)]
    assert len({key >> 49 for key in keys}) == 1 and len(set(keys)) == len(SAID)


@pytest.mark.parametrize(
    "on", [date(1900, 1, 1), date(1990, 1, 1), date(2026, 10, 5), date(2079, 9, 1), date(2999, 1, 1)]
)
def test_any_day_has_a_key_that_databases_can_keep(on):
    assert -(2**63) <= key_of(UUID(int=0), on) <= key_of(UUID(int=2**128 - 1), on) < 2**63
