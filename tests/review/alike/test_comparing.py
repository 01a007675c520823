"""Comparing texts and answers in bulk, and finding what is like one of them."""

from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.review.alike.actions import forget_signatures
from dialog.review.alike.comparing import compare_texts, how_many_not_compared
from dialog.review.alike.comparing_answers import compare_answers, how_many_answers_not_compared
from dialog.review.alike.models import ResponseSignature, TextSignature
from dialog.review.alike.queries import likes_of, same_words, suggestions, texts_alike
from dialog.review.duplicates import similar_texts
from dialog.schema import metadata
from dialog.texts.models import Text
from tests.factories import make_round
from tests.review.alike.sayings import ANOTHER, FEW_WORDS, KEY, PETITION, PETITION_AGAIN, PETITION_ONCE_MORE
from tests.review.factories import make_response, make_text, the_round


def compare_all(session: Session, *, most: int = 100) -> int:
    """How many texts were found to be like one before."""
    alike, after = 0, None
    while True:
        done = compare_texts(session, key=KEY, after=after, most=most)
        alike, after = alike + done.alike, done.after
        if after is None:
            return alike


def found_like(session: Session, text: Text) -> set[UUID]:
    return {like.text.id for like in likes_of(session, text, key=KEY)}


@pytest.mark.parametrize("most", [1, 2, 100])
def test_near_identical_texts_stand_under_one_of_them_however_many_are_compared_at_a_time(session, most):
    alike = {make_text(session, words).id for words in (PETITION, PETITION_AGAIN, PETITION_ONCE_MORE)}
    make_text(session, ANOTHER)
    assert compare_all(session, most=most) == 2
    (one,) = suggestions(session, the_round(session).id)
    assert one.first.id in alike and one.texts == 3
    assert set(session.scalars(texts_alike(one.first.id))) == alike


@pytest.mark.parametrize("compared", [True, False])
def test_what_is_like_a_text_is_found_before_and_after_all_are_compared(session, compared):
    first, second, third = (make_text(session, words) for words in (PETITION, PETITION_AGAIN, PETITION_ONCE_MORE))
    make_text(session, ANOTHER)
    if compared:
        compare_all(session)
        session.query(Text).update({"status": "accepted"})  # so that none is found among those that wait
    assert found_like(session, first) == {second.id, third.id}
    assert likes_of(session, first, key=KEY)[0].likeness == 100


def test_a_new_text_finds_those_that_were_compared(session):
    first = make_text(session, PETITION, status="accepted")
    compare_all(session)
    assert found_like(session, make_text(session, PETITION_AGAIN)) == {first.id}


def test_what_many_write_in_a_few_words_is_never_suggested(session):
    texts = [make_text(session, FEW_WORDS) for _ in range(6)]
    assert compare_all(session) == 0
    assert found_like(session, texts[0]) == set() and suggestions(session, the_round(session).id) == []
    assert len(same_words(session, texts[0], key=KEY)) == 5


def test_the_same_few_words_can_be_what_somebody_sent_twice(session):
    first, second = make_text(session, FEW_WORDS), make_text(session, FEW_WORDS)
    assert [one.id for one in similar_texts(session, first, key=KEY)] == [second.id]
    second.status = "duplicate"
    assert similar_texts(session, first, key=KEY) == []


def test_texts_of_two_rounds_are_not_alike(session):
    first = make_text(session, PETITION)
    other = make_round(session, slug="annan")
    second = make_text(session, PETITION, round_id=other.id)
    compare_all(session)
    assert found_like(session, first) == found_like(session, second) == set()


def test_nothing_is_compared_twice(session):
    make_text(session, PETITION)
    assert how_many_not_compared(session) == 1
    assert compare_texts(session, key=KEY).texts == 1
    assert (how_many_not_compared(session), compare_texts(session, key=KEY).texts) == (0, 0)


def test_a_signature_goes_with_its_text_and_what_was_found_by_it_is_compared_anew(session):
    texts = {one.id: one for one in (make_text(session, PETITION), make_text(session, PETITION_AGAIN))}
    compare_all(session)
    first_id = session.scalars(select(TextSignature.first_id).where(TextSignature.first_id.is_not(None))).one()
    session.delete(texts.pop(first_id))
    session.flush()
    (left,) = texts.values()
    assert session.scalar(select(func.count()).select_from(TextSignature)) == 0
    compare_all(session)
    assert session.scalars(select(TextSignature.text_id)).all() == [left.id]


def test_words_that_were_overwritten_leave_no_signature(session):
    text = make_text(session, PETITION)
    compare_all(session)
    forget_signatures(session, [text.id])
    assert session.scalar(select(func.count()).select_from(TextSignature)) == 0


def test_answers_to_nearly_everything_are_compared_and_few_are_not(session):
    many = {f"Q{number}": "yes" for number in range(8)}
    same = [make_response(session, answers=many).id for _ in range(2)]
    make_response(session, answers=many | {"Q1": "no"})
    make_response(session, answers={"Q1": "yes"})
    assert how_many_answers_not_compared(session) == 4
    compare_answers(session, key=KEY)
    assert how_many_answers_not_compared(session) == 0
    rows = session.execute(select(ResponseSignature.response_id, ResponseSignature.whole))
    wholes = {row.response_id: row.whole for row in rows}
    assert wholes[same[0]] == wholes[same[1]]
    assert sorted(list(wholes.values()).count(one) for one in set(wholes.values())) == [1, 1, 2]
    assert None in wholes.values()


@pytest.mark.parametrize("name", ["text_signature", "response_signature", "alike_text", "alike_report"])
def test_no_table_beside_residents_rows_keeps_the_order_in_which_they_came(name):
    table = metadata.tables[name]
    assert table.dialect_options["sqlite"]["with_rowid"] is False
    assert all(key.column.table.name not in ("staff", "staff_session") for key in table.foreign_keys)
