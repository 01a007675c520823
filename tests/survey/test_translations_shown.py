"""Where a resident meets a text that is not translated: it comes in the main language, and says so."""

import re
from dataclasses import replace

import pytest
from flask.testing import FlaskClient

from dialog.survey.actions import keep_questionnaire
from dialog.survey.questionnaire import Option, Question, Questionnaire, Row, Section
from dialog.survey.sheet import LONG_LIST
from dialog.survey.texts import change_texts
from tests.factories import make_round
from tests.forms import submit

MARKED = '<span lang="sv" dir="ltr">{}</span>'
OPTIONS = (Option("one", {"sv": "Ett"}), Option("two", {"sv": "Två"}))
ROWS = (Row("day", {"sv": "Dag"}),)
MANY = tuple(Option(f"o{number}", {"sv": f"By {number}"}) for number in range(LONG_LIST + 1))
HINT = {"sv": "Råd"}
QUESTIONS = {
    "area": Question("q", "area", {"sv": "Var?"}, HINT, options=(Option("elsewhere", {"sv": "Annan ort"}),)),
    "one_of": Question("q", "one_of", {"sv": "Vilken?"}, HINT, options=OPTIONS, text_label={"sv": "Annat?"}),
    "several_of": Question("q", "several_of", {"sv": "Vilka?"}, HINT, options=OPTIONS),
    "scale": Question("q", "scale", {"sv": "Hur?"}, HINT, options=OPTIONS, rows=ROWS),
    "matrix": Question("q", "matrix", {"sv": "Hur?"}, HINT, options=OPTIONS, rows=ROWS),
    "ranking": Question("q", "ranking", {"sv": "Ordning?"}, HINT, options=OPTIONS),
    "number": Question("q", "number", {"sv": "Antal?"}, HINT, options=OPTIONS),
    "date": Question("q", "date", {"sv": "När?"}, HINT, options=OPTIONS),
    "short": Question("q", "short", {"sv": "Namn?"}, HINT),
    "text": Question("q", "text", {"sv": "Berätta"}, HINT),
    "places": Question("q", "places", {"sv": "Plats?"}, HINT, feeling="unsafe"),
    "info": Question("q", "info", {"sv": "Läs"}, HINT),
}


def asked(session, question: Question, **changes) -> Questionnaire:
    """A round that asks this one question, in Swedish with a title in Arabic."""
    section = Section("s", {"sv": "Avsnitt", "ar": "قسم"}, (question,))
    questionnaire = replace(Questionnaire("en", 1, {"sv": "Titel", "ar": "عنوان"}, (section,)), **changes)
    make_round(session, questionnaire=keep_questionnaire(session, questionnaire))
    session.commit()
    return questionnaire


@pytest.mark.parametrize("kind", QUESTIONS)
def test_every_text_that_is_missing_comes_in_the_main_language_and_says_so(session, client: FlaskClient, kind):
    asked(session, QUESTIONS[kind])
    page = client.get("/ar/dialogue/trygg").text
    question = QUESTIONS[kind]
    options, rows = [one.text for one in question.options], [one.text for one in question.rows]
    for words in (question.text, question.hint, question.text_label, *options, *rows):
        assert not words or MARKED.format(words["sv"]) in page, words


@pytest.mark.parametrize("kind", QUESTIONS)
def test_a_text_that_is_translated_is_not_marked(session, client: FlaskClient, kind):
    questionnaire = asked(session, QUESTIONS[kind])
    arabic = change_texts(questionnaire, lambda path, words: {**words, "ar": f"نص {path}"})
    make_round(session, slug="hel", questionnaire=keep_questionnaire(session, replace(arabic, id="hel")))
    session.commit()
    page = client.get("/ar/dialogue/hel").text
    assert "نص q" in page and '<span lang="sv"' not in page


def test_an_option_in_a_long_list_says_its_language_itself(session, client: FlaskClient):
    asked(session, replace(QUESTIONS["one_of"], options=(Option("own", {"sv": "Egen", "ar": "خاص"}), *MANY)))
    page = client.get("/ar/dialogue/trygg").text
    assert '<option value="o7" lang="sv" dir="auto">By 7</option>' in page
    assert '<option value="own">خاص</option>' in page


def test_a_missing_text_comes_in_the_main_language_of_the_questionnaire_not_of_the_house(session, client: FlaskClient):
    question = Question("q", "one_of", {"en": "Which?", "sv": "Vilken?"}, options=(Option("a", {"en": "A"}),))
    english = {"en": "One", "ar": "واحد"}
    asked(session, question, main="en", title=english, sections=(Section("s", english, (question,)),))
    page = client.get("/ar/dialogue/trygg").text
    assert '<span lang="en" dir="ltr">Which?</span>' in page and "Vilken?" not in page


@pytest.mark.parametrize("kind", ["one_of", "scale", "number", "short"])
def test_what_to_change_names_a_question_in_the_language_it_is_asked_in(session, client: FlaskClient, kind):
    question = replace(QUESTIONS[kind], required=True, text_label={})
    asked(session, question)
    sent = submit(client, "/ar/dialogue/trygg", {})
    title = question.text["sv"] + (" – Dag" if question.rows else "")
    assert sent.status_code == 422
    assert len(re.findall(f'<li><a href="#[^"]*">[^<]*{re.escape(MARKED.format(title))}', sent.text)) == 1


def test_what_to_change_names_a_translated_question_without_marks(session, client: FlaskClient):
    arabic = {"sv": "Vilken <b>?", "ar": "أي <b>؟"}
    asked(session, replace(QUESTIONS["one_of"], text=arabic, required=True))
    sent = submit(client, "/ar/dialogue/trygg", {})
    assert re.search(r'<li><a href="#q">[^<]*أي &lt;b&gt;؟</a>', sent.text)
