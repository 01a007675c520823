"""Pages of sources: registering, looking a file through, putting it right, loading, and words without persons."""

import io
from datetime import date
from urllib.parse import urlsplit

import pytest
from openpyxl import Workbook
from sqlalchemy import event, select

from dialog.audit.models import AuditEvent
from dialog.sources.actions import register_source
from dialog.sources.facts import PUBLISHED
from dialog.sources.models import Source, SourceFigure, SourceText, SourceUpload
from tests.factories import make_land
from tests.forms import submit

CRIME = "Område;År;Brottstyp;Antal"
BROKEN_HEADING = (
    "Område;År;Åtgärd för ökad närvaro".encode() + b"\xff;Antal\nNorrby;2024;" + "å".encode() * 12 + b";3\n"
)


@pytest.fixture
def analyst(signed_in):
    client = signed_in("analyst")
    client.get("/analyst/?lang=en")
    return client


@pytest.fixture
def source(session):
    make_land(session)
    found = register_source(session, name="Anmälda brott", lane="reported-crime", on=date(2026, 11, 1))
    session.commit()
    return found


@pytest.fixture
def send(analyst, source):
    """Send a file of these lines, and open its preview: (its address, its HTML)."""

    def send(*lines, name="brott 2024.csv", content=b""):
        data = content or "\n".join(lines).encode("latin-1")
        answer = submit(analyst, f"/analyst/sources/{source.id}/file", {"file": (io.BytesIO(data), name)})
        assert answer.status_code == 303, answer.text
        address = urlsplit(answer.location).path
        return address, analyst.get(address).text

    return send


def stored(session):
    session.rollback()
    chosen = select(SourceFigure.area, SourceFigure.period, SourceFigure.category, SourceFigure.value)
    return sorted(map(tuple, session.execute(chosen.where(SourceFigure.replaced_by.is_(None)))))


def actions(session):
    session.rollback()
    return session.scalars(select(AuditEvent.action).order_by(AuditEvent.id)).all()


def test_a_source_is_registered_with_what_its_publisher_tells_and_changed(analyst, session):
    given = {"name": "Trygghetsmätning", "lane": "safety-survey", "publisher": "Polisen", "answers": "1219",
             "response_rate": "56,1", "limits": "Inte barn.", "published": "yes"}  # fmt: skip
    answer = submit(analyst, "/analyst/sources/new", given)
    assert answer.status_code == 303 and "Safety survey of the police" in analyst.get(answer.location).text
    found = session.scalars(select(Source)).one()
    assert (found.answers, found.response_rate, found.disclosure) == (1219, 56.1, PUBLISHED)
    page = f"/analyst/sources/{found.id}/change"
    assert 'value="1219"' in analyst.get(page).text
    assert submit(analyst, page, given | {"answers": "1300"}).status_code == 303
    assert "Trygghetsmätning" in analyst.get("/analyst/sources").text
    assert [one for one in actions(session) if "source" in one] == ["source registered", "source changed"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"name": ""}, "Write what the source is called."),
        ({"name": "Anmälda brott"}, "There is a source of that name already."),
        ({"lane": "x"}, "Choose what kind of source it is."),
        ({"answers": "många"}, "Write a whole number"),
        ({"response_rate": "120"}, "from 0 to 100"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(analyst, source, change, says):
    given = {"name": "Ny", "lane": "statistics", "limits": "Det här står kvar."} | change
    answer = submit(analyst, "/analyst/sources/new", given)
    assert answer.status_code == 422 and says in answer.text and "Det här står kvar." in answer.text


def test_a_file_is_looked_through_before_anything_is_loaded(analyst, session, send, source):
    address, html = send(CRIME, "Norrby;2024;Stöld;5", "Riket;2024;Stöld;..")
    assert (
        "Taken for: area, by its heading." in html and "Areas of yours: 1. Areas elsewhere, to compare with: 1." in html
    )
    assert "Figures that are missing (not available): 1." in html and stored(session) == []
    answer = submit(analyst, address, {"go": "load"})
    assert answer.status_code == 303
    html = analyst.get(answer.location).text
    assert "Loaded: 2 new, 0 corrected, 0 as they were." in html and "Norrby" in html and "not available" in html
    assert stored(session) == [("Riket", "2024", "Stöld", None), ("north", "2024", "Stöld", 5)]
    assert session.scalars(select(SourceUpload)).all() == []
    assert actions(session)[-3:] == ["source file sent", "figures loaded", "source figures seen"]


def test_columns_are_put_right_without_losing_the_file_and_remembered_for_the_next(analyst, session, send):
    lines = ("ruta;sort;x;2023", "Norrby;Stöld;a;5")
    address, html = send(*lines, name="brott.csv")
    assert "No column says which area" not in html  # the names show it
    answer = submit(analyst, address, {"go": "look", "role-1": "category", "role-2": "left", "category-3": "Alla"})
    assert urlsplit(answer.location).path == address
    assert "as somebody said" in analyst.get(address).text and stored(session) == []
    assert submit(analyst, address, {"go": "load"}).status_code == 303
    assert stored(session) == [("north", "2023", "Stöld / Alla", 5)]
    address, html = send("ruta;sort;x;2024", "Norrby;Stöld;a;6", name="brott.csv")
    assert "an earlier file with the same headings" in html
    submit(analyst, address, {"go": "load"})
    assert stored(session)[1] == ("north", "2024", "Stöld / Alla", 6)


def test_what_a_file_does_not_say_is_asked_for(analyst, session, send):
    address, html = send("Område;Antal", "Norrby;5", name="brott.csv")
    assert "Nothing says which year or other period" in html and 'value="load"' not in html
    assert submit(analyst, address, {"go": "load"}).status_code == 422
    assert submit(analyst, address, {"go": "load", "period": "2024"}).status_code == 303
    assert stored(session) == [("north", "2024", "", 5)]


def test_what_was_remembered_can_be_taken_back(analyst, session, send):
    address, _ = send("Område;År;Antal", "Norrby;2023;5", name="brott.csv")
    submit(analyst, address, {"go": "load", "measure": "Fel", "role-2": "value", "category-2": "Stöld"})
    address, html = send("Område;År;Antal", "Norrby;2024;5", name="brott.csv")
    assert 'value="Fel"' in html
    submit(analyst, address, {"go": "load", "measure": ""})
    assert 'value="Fel"' not in send("Område;År;Antal", "Norrby;2025;5", name="brott.csv")[1]


def test_rows_that_cannot_be_taken_are_listed_and_the_others_loaded(analyst, session, send):
    address, html = send(CRIME, *(f"Norrby;20{year};Stöld;5" for year in range(10, 24)), "Norrby;2024;Stöld;ett par")
    assert "Line 16" in html and "ett par is neither a number nor a mark for a missing one." in html
    submit(analyst, address, {"go": "load"})
    assert len(stored(session)) == 14


def test_a_workbook_is_taken_and_a_file_can_be_given_up(analyst, session, send):
    book, content = Workbook(), io.BytesIO()
    for line in (["Område", "År", "Antal"], ["Norrby", 2024, 5]):
        book.active.append(line)
    book.save(content)
    address, html = send(name="../brott.xlsx", content=content.getvalue())
    assert "Norrby" in html and "brott.xlsx" in html
    assert submit(analyst, address, {"go": "discard"}).status_code == 303
    assert analyst.get(address).status_code == 404 and stored(session) == []


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", b"%PDF", "Choose a file of one of these kinds"),
        ("", b"", "Choose a file."),
    ],
)
def test_a_file_of_another_kind_gets_one_sentence(analyst, source, name, content, says):
    answer = submit(analyst, f"/analyst/sources/{source.id}/file", {"file": (io.BytesIO(content), name)})
    assert answer.status_code == 422 and says in answer.text


def test_a_damaged_file_and_one_of_words_get_one_sentence_in_the_preview(send):
    assert "is no JSON" in send(name="a.json", content=b"{")[1]
    lines = [f"{number};Polisen fick larm om bråk nummer {number} vid torget" for number in range(9)]
    assert "it is no statistic" in send("nr;text", *lines, name="b.csv")[1]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", BROKEN_HEADING, "En rubrik i a.csv innehåller tecken som inte kan sparas"),
        ("a.csv", b"k;" * 1000 + b"k\n" + b"1;" * 1000 + b"1", "a.csv har 1\xa0001 kolumner"),
        ("a.px", b'STUB="x";\nVALUES("x")="1","2";\nDATA=\n1;', "a.px: den har 1 värden där dess dimensioner ger 2."),
        ("a.px", b'STUB="x";\nVALUES("x")="1', "a.px bryts av vid VALUES"),
        ("a.json", b'{"class": "collection", "dimension": 1, "value": 1}', "a.json är en lista över tabeller"),
    ],
)
def test_why_a_file_can_not_be_taken_is_said_in_the_language_of_the_page(analyst, send, name, content, says):
    address, _ = send(name=name, content=content)
    assert says in analyst.get(f"{address}?lang=sv").text


def test_figures_are_shown_a_page_at_a_time_with_few_queries(analyst, session, send, source):
    address, _ = send(CRIME, *(f"Norrby;{1900 + year};Stöld;{year}" for year in range(110)), name="b.csv")
    submit(analyst, address, {"go": "load"})
    seen = []
    event.listen(session.get_bind(), "before_cursor_execute", listener := lambda *said: seen.append(said[2]))
    html = analyst.get(f"/analyst/sources/{source.id}").text
    event.remove(session.get_bind(), "before_cursor_execute", listener)
    assert html.count('<th scope="row">') == 100 and 'rel="next"' in html
    assert sum(one.lstrip().upper().startswith("SELECT") for one in seen) <= 14
    html = analyst.get(f"/analyst/sources/{source.id}?period=1999&category=Stöld&ours=yes").text
    assert html.count('<th scope="row">') == 1
    assert analyst.get(f"/analyst/sources/{source.id}?after=x&period=2100").status_code == 200


def test_words_are_kept_only_when_nothing_points_to_a_person(analyst, session):
    police = register_source(session, name="Lägesbild", lane="police-assessment", on=date(2026, 11, 1))
    session.commit()
    page = f"/analyst/sources/{police.id}/words"
    given = {"heading": "Hösten", "period": "2026", "words": "Försäljning vid torget. Ring 070-174 06 05."}
    answer = submit(analyst, page, given)
    assert answer.status_code == 422 and "070-174 06 05" in answer.text and "a telephone number" in answer.text
    assert session.scalars(select(SourceText)).all() == []
    session.rollback()
    assert submit(analyst, page, given | {"words": "Försäljning vid torget."}).status_code == 303
    assert submit(analyst, page, given | {"sure": "yes"}).status_code == 303
    session.rollback()
    assert len(session.scalars(select(SourceText)).all()) == 2
    kept = session.scalars(select(AuditEvent).where(AuditEvent.action == "source text kept")).all()
    assert [one.details["personal"] for one in kept] == [{}, {"phone": 1}]
    text = session.scalars(select(SourceText.id)).first()
    session.rollback()
    assert (
        submit(analyst, f"/analyst/sources/{police.id}", {}, to=f"/analyst/sources/words/{text}/remove").status_code
        == 303
    )
    assert actions(session)[-1] == "source text removed"


def test_figures_have_no_words_and_an_assessment_no_figures(analyst, session, source):
    police = register_source(session, name="Lägesbild", lane="police-assessment", on=date(2026, 11, 1))
    session.commit()
    assert analyst.get(f"/analyst/sources/{source.id}/words").status_code == 404
    assert analyst.get(f"/analyst/sources/{police.id}/file").status_code == 404


def test_of_several_publishers_only_the_figures_of_this_source_are_loaded(analyst, session, send):
    lines = (
        "geografi;ar;variabel;enhet;varde;kalla",
        "Norrby;2024;Stöld;Antal;5;Anmälda brott",
        "Norrby;2024;Oro;Andel (%);9;NTU",
    )
    address, html = send(*lines)
    assert "holds figures of several publishers" in html and "Load the figures: 1" in html
    answer = submit(analyst, address, {"go": "look", "publisher": "NTU"})
    assert '<option value="NTU" selected>' in analyst.get(answer.location).text
    submit(analyst, address, {"go": "load", "publisher": "Anmälda brott"})
    assert stored(session) == [("north", "2024", "Stöld", 5)]
