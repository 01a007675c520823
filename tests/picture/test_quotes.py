"""Quotes are reviewed, cleared and masked, and say no more of where they come from than the figures do."""

from sqlalchemy.orm import Session

from dialog.picture.quotes import MOST_QUOTES
from dialog.review.actions import hide_words
from tests.factories import make_round
from tests.picture.speaking import NOW, coder, picture_of, respond, write


def test_only_cleared_texts_are_quoted_and_only_a_few_under_a_theme(session: Session):
    round = make_round(session)
    write(session, round, "Inte godkänd att citera", 20)
    write(session, round, "Lampan är trasig", 20, cleared=True)
    quotes = picture_of(session, round).quotes
    assert {quote.words for quote in quotes} == {"Lampan är trasig"}
    assert len(quotes) == MOST_QUOTES


def test_what_is_hidden_in_a_text_is_not_in_the_quote(session: Session):
    round = make_round(session)
    text, *_ = write(session, round, "Lampan hos Berit är trasig", 1, cleared=True)
    hide_words(session, text, words="Berit", label="name", by=coder(session).id, at=NOW)
    write(session, round, "Något annat", 20)
    session.flush()
    assert [quote.words for quote in picture_of(session, round).quotes] == ["Lampan hos […] är trasig"]


def test_a_quote_stands_without_its_area_where_the_figure_of_its_theme_there_is_withheld(session: Session):
    round = make_round(session)
    write(session, round, "Mörkt i norr", 20)
    write(session, round, "Mörkt i väster", 2, area="west", cleared=True)
    assert {quote.area for quote in picture_of(session, round).quotes} == {None}


def test_a_quote_names_its_area_where_the_figure_of_its_theme_there_is_shown(session: Session):
    round = make_round(session)
    write(session, round, "Mörkt i norr", 20, cleared=True)
    assert {quote.area for quote in picture_of(session, round).quotes} == {"north"}


def test_a_theme_that_few_wrote_about_has_no_quotes(session: Session):
    round = make_round(session)
    respond(session, round, 40)
    write(session, round, "Mörkt", 3, cleared=True)
    assert picture_of(session, round).quotes == ()


def test_a_language_that_few_answered_in_is_not_quoted(session: Session):
    round = make_round(session)
    respond(session, round, 40)
    write(session, round, "Mörkt", 20)
    write(session, round, "مظلم", 2, language="ar", cleared=True)
    assert picture_of(session, round).quotes == ()


def test_a_small_gathering_is_not_quoted(session: Session):
    round = make_round(session)
    write(session, round, "Mörkt", 15, cleared=True)
    assert picture_of(session, round).quotes == ()
