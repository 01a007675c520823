"""The pages of upkeep: settings, keeping, backups, health, records; what they change stands in the log."""

import io
import json
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from dialog.audit.models import AuditEvent
from dialog.places.models import ExactPoint
from dialog.settings.queries import settings_in_force
from dialog.texts.models import Text
from dialog.texts.searching.actions import index_text
from dialog.upkeep.backups.folder import backups_in
from dialog.upkeep.models import Destruction, PurgeRecord, RetentionDecision
from tests.forms import submit
from tests.review.factories import AT, DAY, make_exact_point, make_report, make_response, make_text, the_round
from tests.upkeep.factories import make_photo
from tests.upkeep.places import in_english, set_folder

SETTINGS = {
    "cell_minimum": "7",
    "group_minimum": "12",
    "cell_inhabitants": "60",
    "clearance_days": "21",
    "point_days": "30",
    "languages": ["sv", "ar"],
    "two_destroy": "yes",
}
DECISION = {
    "keep": "months",
    "term": "12",
    "event": "ended",
    "reference": "KS 2027/41",
    "decided_on": "2027-02-01",
    "decided_by": "Kommunstyrelsen",
}


@pytest.fixture
def admin(signed_in):
    return in_english(signed_in("admin"))


@pytest.fixture
def folder(app, tmp_path, monkeypatch):
    return set_folder(app, tmp_path, monkeypatch)


def logged(session: Session, action: str) -> AuditEvent:
    session.rollback()
    return session.scalars(select(AuditEvent).where(AuditEvent.action == action)).one()


def test_settings_are_changed_and_every_change_is_logged_with_what_was(app, admin, session):
    assert submit(admin, "/admin/settings", SETTINGS).status_code == 303
    in_force = settings_in_force(session, app.config)
    assert (in_force.cell_minimum, in_force.point_days, in_force.languages) == (7, 30, ("sv", "ar"))
    assert in_force.two_destroy and not in_force.digest
    line = session.scalars(select(AuditEvent).where(AuditEvent.subject == "setting cell_minimum")).one()
    assert (line.details["was"], line.details["became"]) == (5, 7)
    session.rollback()
    assert "Nothing was different." in admin.get(submit(admin, "/admin/settings", SETTINGS).location).text


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("cell_minimum", "4", "Write a number from 5 to 100."),
        ("point_days", "91", "Write a number from 1 to 90."),
        ("clearance_days", "many", "Write a whole number."),
        ("languages", ["ar"], "can’t be left out"),
    ],
)
def test_a_setting_that_protects_less_is_refused_and_what_was_typed_stays(admin, session, name, value, says):
    answer = submit(admin, "/admin/settings", SETTINGS | {name: value})
    assert answer.status_code == 422 and says.replace("’", "&#39;") in answer.text
    assert 'value="12"' in answer.text
    assert session.scalars(select(AuditEvent).where(AuditEvent.action == "setting changed")).all() == []


def test_a_decision_is_recorded_and_what_is_due_is_shown_and_erased(admin, session, folder):
    make_text(session, received_on=DAY)
    make_exact_point(session, make_report(session), erase_on=date.today() - timedelta(1))
    round = the_round(session)
    round.state, round.closes_on = "ended", date(2020, 1, 1)
    session.commit()
    assert "No decision recorded yet" in admin.get("/admin/keeping").text
    assert submit(admin, "/admin/keeping/texts", DECISION).status_code == 303
    assert "KS 2027/41" in admin.get("/admin/keeping").text
    assert "KS 2027/41" in admin.get("/admin/purge").text
    assert submit(admin, "/admin/purge", {}).status_code == 303
    assert session.scalars(select(Text.original)).all() == [""] and session.scalars(select(ExactPoint)).all() == []
    assert {(one.kind, one.count) for one in session.scalars(select(PurgeRecord))} == {
        ("texts", 1),
        ("exact_points", 1),
    }
    session.rollback()
    assert "Nothing is due." in admin.get("/admin/purge").text
    assert "12 months from the last day of the round" in admin.get("/admin/keeping").text


@pytest.mark.parametrize("change", [{"term": ""}, {"term": "0"}, {"event": "never"}, {"keep": "x"}, {"reference": ""}])
def test_a_decision_with_something_missing_is_refused(admin, session, change):
    assert submit(admin, "/admin/keeping/texts", DECISION | change).status_code == 422
    assert session.scalars(select(RetentionDecision)).all() == []


def test_what_goes_by_design_has_no_decision(admin):
    assert [admin.get(f"/admin/keeping/{kind}").status_code for kind in ("exact_points", "nonsense")] == [404, 404]


def test_a_decision_can_say_for_good_and_the_log_is_kept_a_year_at_least(admin, session):
    assert submit(admin, "/admin/keeping/texts", DECISION | {"keep": "good", "term": ""}).status_code == 303
    assert session.scalars(select(RetentionDecision.term)).one() is None
    refused = submit(admin, "/admin/keeping/log", DECISION | {"event": "received"})
    assert refused.status_code == 422 and "It has to be at least 13 months." in refused.text


def test_a_backup_is_made_and_tried_from_the_page(admin, session, folder):
    make_text(session)
    session.commit()
    assert "No backup has been made." in admin.get("/admin/backups").text
    submit(admin, "/admin/backups", {})
    assert len(backups_in(folder)) == 1
    page = admin.get("/admin/backups")
    assert "The backup is made." in page.text and "Nobody has tried to restore" in page.text
    submit(admin, "/admin/backups", {}, to="/admin/backups/1/try")
    assert "Restoring was last tried" in admin.get("/admin/backups").text


def test_without_a_key_the_page_says_who_has_to_do_something(admin, app, monkeypatch):
    monkeypatch.setitem(app.config, "BACKUP_KEY_FILE", "")
    submit(admin, "/admin/backups", {})
    assert "Whoever looks after the server has to set it." in admin.get("/admin/backups").text


def test_the_page_of_health_says_what_is_wrong_worst_first(admin):
    page = admin.get("/admin/health").text
    assert "Something has to be mended." in page
    assert page.index("There are no areas") < page.index("The database answers.")


def records(admin, **asked):
    sent = {"number": "2027:15", "kinds": ["texts", "reports", "responses", "photos"], "format": "json"} | asked
    return submit(admin, "/admin/records", sent)


@pytest.fixture
def held(session):
    """One of each that a request can be about."""
    response = make_response(session, answers={"Q1.a": "very_safe", "B1": "85_plus"})
    hidden = [{"start": 0, "end": 5, "label": "name"}]
    for words, changes in (
        ("Kalle bor vid bron.", {"status": "accepted", "masks": hidden}),
        ("=HYPERLINK(1)", {"status": "accepted"}),
        ("Lisa Ny har inte lästs.", {}),
    ):
        index_text(session, make_text(session, words, response_id=response.id, **changes))
    report = make_report(session)
    make_exact_point(session, report)
    make_photo(session, report)
    session.commit()


def test_a_request_gives_everything_masked_and_says_what_was_left_out(admin, session, held):
    answer = records(admin, **{"ground-hidden": "21 kap. 7 § OSL"})
    told = json.loads(answer.text)
    assert {row["Words"] for row in told["Free texts"]} == {"[name] bor vid bron.", "=HYPERLINK(1)", ""}
    assert [row["Answers"] for row in told["Answers to a dialogue"]] == ["Q1.a: very_safe"]
    assert len(told["Reports of places"]) == len(told["Photos"]) == 1
    about = " ".join(f"{name} {value}" for name, value in told["about"].items())
    assert "2027:15" in about and "1. Ground: 21 kap. 7 § OSL" in about and "the official has to say" in about
    assert not [word for word in ("Kalle", "Lisa", "85_plus", "59.0503") if word in answer.text]
    assert logged(session, "records exported").subject == "request 2027:15"


def test_a_workbook_has_a_cover_and_no_formula(admin, held):
    book = load_workbook(io.BytesIO(records(admin, format="xlsx").data))
    assert book.sheetnames == ["About", "Free texts", "Reports of places", "Answers to a dialogue", "Photos"]
    cells = [cell for row in book["Free texts"] for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"} and "=HYPERLINK(1)" in {cell.value for cell in cells}


def test_a_request_can_be_narrowed(admin, session, held):
    def rows(**asked):
        return {name: len(said) for name, said in json.loads(records(admin, **asked).text).items() if name != "about"}

    assert rows(words="bron", kinds=["texts"]) == {"Free texts": 1}
    assert rows(words="Kalle", kinds=["texts"]) == {"Free texts": 0}  # hidden words are not found
    assert rows(last="2026-10-04", kinds=["texts", "reports"]) == {"Free texts": 0, "Reports of places": 0}
    assert rows(first="2026-10-05", kinds=["texts"]) == {"Free texts": 3}
    assert rows(area=str(the_round(session).area_id), kinds=["texts"]) == {"Free texts": 0}
    assert rows(round=str(the_round(session).id), words="bron", kinds=["responses"]) == {"Answers to a dialogue": 1}


def test_a_request_without_number_or_kind_is_refused(admin):
    assert records(admin, number="").status_code == records(admin, kinds=[]).status_code == 422


def test_the_page_of_keeping_asks_the_database_as_often_however_much_there_is(app, admin, session):
    asked: list[str] = []
    event.listen(app.extensions["sessions"].kw["bind"], "before_cursor_execute", lambda *said: asked.append(said[2]))

    def questions() -> int:
        asked.clear()
        assert admin.get("/admin/keeping").status_code == 200
        return len(asked)

    few = questions()
    for number in range(30):
        session.add(PurgeRecord(kind="texts", event="received", before=DAY, count=number, at=AT))
    session.commit()
    assert questions() <= few < 40


def test_reviewers_propose_agree_and_read_certificates(app, signed_in, session):
    text = make_text(session, "Kalle bor här.")
    session.commit()
    submit(signed_in("admin"), "/admin/settings", SETTINGS)
    first, second = in_english(signed_in("reviewer")), in_english(signed_in("reviewer", "analyst"))
    address = f"/staff/texts/{text.id}/destroy"
    said = {"why": "Utpekar någon", "basis": "KS 2027/1", "leaves": "nothing"}
    assert submit(first, address, said | {"why": ""}).status_code == 422
    proposed = submit(first, address, said)
    assert "Somebody else has to agree" in first.get(proposed.location).text
    assert submit(first, proposed.location, {"do": "agree"}).status_code == 422
    assert "Waits for a second person" in second.get("/staff/destroyed").text
    assert submit(second, proposed.location, {"do": "agree"}).status_code == 303
    page = second.get(proposed.location).text
    assert "Utpekar någon" in page and "14 characters" in page and "Kalle" not in page
    done = session.scalars(select(Destruction)).one()
    assert done.second_by and done.second_by != done.proposed_by and done.cleaned_at
    session.rollback()
    assert "There is nothing to destroy any more." in first.get(address).text
