"""Which codes a picture counts: settled ones, retired ones that were used, and codes that staff added."""

from sqlalchemy.orm import Session

from dialog.review.agreement.actions import settle
from dialog.review.codebook.book import Guide
from dialog.review.codebook.editing import add_subcode, add_topic, retire
from dialog.review.coding.actions import add_code
from dialog.texts.models import Text
from tests.factories import make_round
from tests.picture.speaking import NOW, cell, coder, draft, picture_of, release, table, write
from tests.review.codebook.publishing import published


def code_again(session: Session, texts: list[Text], code: str) -> None:
    for text in texts:
        add_code(session, text, code=code, stance="problem", by=coder(session, "second").id, at=NOW)
    session.flush()


def test_a_settled_code_counts_instead_of_what_coders_used(session: Session):
    round = make_round(session)
    texts = write(session, round, "Mörkt vid tunneln", 20, code="T9.lighting")
    code_again(session, texts, "T9.tunnel_escape")
    before = picture_of(session, round)
    assert (
        cell(before, "themes", "T9.lighting", "all").value
        == cell(before, "themes", "T9.tunnel_escape", "all").value
        == 20
    )
    for text in texts:
        settle(session, text, codes=[("T9.lighting", "problem")], reason="Ljuset", by=coder(session).id, at=NOW)
    after = picture_of(session, round)
    assert cell(after, "themes", "T9.lighting", "all").value == cell(after, "themes", "T9", "all").value == 20
    assert cell(after, "themes", "T9.tunnel_escape", "all").value in (0, None)


def test_a_voice_counts_once_under_a_topic_that_two_coders_saw_in_different_subcodes(session: Session):
    round = make_round(session)
    code_again(session, write(session, round, "Mörkt vid tunneln", 20, code="T9.lighting"), "T9.tunnel_escape")
    assert cell(picture_of(session, round), "themes", "T9", "all").value == 20


def test_a_quote_stands_under_the_code_that_was_settled(session: Session):
    round = make_round(session)
    texts = write(session, round, "Mörkt vid tunneln", 20, code="T1", cleared=True)
    code_again(session, texts, "T9")
    for text in texts:
        settle(session, text, codes=[("T9", "problem")], reason="Ljuset", by=coder(session).id, at=NOW)
    quotes = picture_of(session, round).quotes
    assert quotes and {quote.code for quote in quotes} == {"T9"}


def test_a_code_that_staff_added_is_counted_and_the_picture_names_the_version(session: Session):
    round = make_round(session)
    published(session, lambda book: add_subcode(book, "T9", {"sv": "Kameror", "en": "Cameras"}, Guide()))
    published(session, lambda book: add_topic(book, {"sv": "Skolan", "en": "School"}, Guide()))
    write(session, round, "Fler kameror", 12, code="T9.cameras", stance="proposal")
    write(session, round, "Stökigt i skolan", 12, code="T13", cleared=True)
    picture = picture_of(session, round)
    assert picture.codebook == 3
    assert cell(picture, "themes", "T9.cameras", "all").value == 12
    label = next(item.label for item in table(picture, "themes").dimensions[0].items if item.id == "T9.cameras")
    assert label == {"sv": "Kameror", "en": "Cameras"}
    assert "T13" in {quote.code for quote in picture.quotes}


def test_a_retired_code_stands_in_a_picture_only_where_it_was_used(session: Session):
    round = make_round(session)
    write(session, round, "Slitet torg", 20, code="T10.decay")
    published(session, lambda book: retire(retire(book, "T10.decay"), "T6"))
    ids = {item.id for item in table(picture_of(session, round), "themes").dimensions[0].items}
    assert {"T10.decay", "T10"} <= ids and not {"T6", "T6.home"} & ids


def test_an_edition_keeps_the_version_it_was_made_with(session: Session):
    round = make_round(session)
    write(session, round, "Mörkt vid tunneln", 12, code="T9")
    edition = release(session, round)
    published(session, lambda book: retire(book, "T9"))
    assert edition.content["codebook"] == 1
    assert draft(session, round).content["codebook"] == 2
