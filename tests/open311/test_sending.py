"""What other systems send: it waits for review like all else, and comes once however often it is sent."""

import logging
from datetime import date, timedelta
from threading import Thread

import pytest
from sqlalchemy import func, select

from dialog.accounts.systems import remove_system
from dialog.areas.queries import find_area
from dialog.geography.points import Point
from dialog.open311.georeport import LONGEST
from dialog.places.models import PIN, WORDS, ExactPoint, ImportedReport, Report
from dialog.review.models import Clearance
from dialog.survey.actions import end_round
from dialog.texts.models import ACCEPTED, NEW, Text
from tests.open311.factories import GOOD, ROOT, make_system, newest, parsed, reviewer

PERSON = {
    "email": "anna@ek.example",
    "device_id": "device-4711",
    "account_id": "account-4712",
    "first_name": "Annika",
    "last_name": "Ekström",
    "phone": "0701234567",
    "media_url": "https://pictures.example/face.jpg",
}


def post(client, key, format="json", **given):
    return client.post(f"{ROOT}/requests.{format}", data={"api_key": key, **given})


def sent(client, key, **given) -> str:
    """The token of what was taken."""
    answer = post(client, key, **given)
    assert answer.status_code == 200, answer.text
    return answer.json[0]["token"]


def number(session, model=Report) -> int:
    session.expire_all()
    return session.scalar(select(func.count()).select_from(model))


def only(session) -> Report:
    session.expire_all()
    return session.scalars(select(Report)).one()


def texts(session) -> dict[str, str]:
    return {text.question: text.original for text in session.scalars(select(Text))}


def test_a_report_waits_for_review_in_the_open_round(client, session, key, round):
    sent(client, key, **GOOD)
    report = only(session)
    assert (report.round_id, report.channel, report.status, report.language) == (round.id, "open311", NEW, "und")
    assert (report.placed_by, report.answers, report.received_on) == (PIN, {"feeling": "unsafe"}, date.today())
    assert report.area_id == find_area(session, "north").id
    assert texts(session) == {"what": "Mörkt under bron"}


def test_the_exact_point_stands_apart_and_the_report_on_the_grid(client, session, key):
    sent(client, key, **GOOD | {"lat": "59.05123456", "long": "15.0523"})
    report, exact = only(session), session.scalars(select(ExactPoint)).one()
    assert (exact.lat, exact.lon, exact.report_id) == (59.0512, 15.0523, report.id)
    assert exact.erase_on == date.today() + timedelta(days=90)
    assert (report.lat, report.lon) != (59.0512, 15.0523) and (report.within or 0) >= 250


def test_the_answer_is_a_token_in_both_formats(client, key):
    answer = post(client, key, **GOOD).json
    assert list(answer[0]) == ["token", "service_notice", "account_id"]
    root = parsed(post(client, key, "xml", **GOOD).data)
    assert (root.tag, [one.tag for one in root]) == ("service_requests", ["request"])
    assert [one.tag for one in root[0]] == ["token", "service_notice", "account_id"]
    assert root.findtext("request/token") == answer[0]["token"]


def test_attributes_are_answers_however_lists_are_written(client, session, key):
    sent(
        client,
        key,
        **GOOD | {"service_code": "both"},
        **{
            "attribute[kind]": "path",
            "attribute[causes][]": ["litter", "lighting", "litter"],
            "attribute[times]": ["night", "dark"],
            "attribute[frequency]": "",
            "attribute[easting]": "532000",
            "attribute[help]": "Fler lampor",
        },
    )
    assert only(session).answers == {
        "feeling": "both",
        "kind": "path",
        "causes": ["lighting", "litter"],
        "times": ["dark", "night"],
    }
    assert texts(session)["help"] == "Fler lampor"


def test_who_says_nothing_of_feeling_answers_nothing(client, session, key):
    sent(client, key, **GOOD | {"service_code": "place"})
    assert only(session).answers == {}


def test_an_address_alone_is_kept_in_words_and_beside_a_point_not_at_all(client, session, key):
    sent(client, key, service_code="unsafe", address_string="Vid stationen")
    assert (only(session).placed_by, only(session).lat, texts(session)) == (WORDS, None, {"place": "Vid stationen"})
    sent(client, key, **GOOD, address_string="Storgatan 1")
    assert "Storgatan 1" not in session.scalars(select(Text.original)).all()


def test_a_point_outside_every_area_is_kept_as_such(client, session, key):
    sent(client, key, **GOOD | {"lat": "47.67", "long": "9.19"})
    assert (only(session).placed_by, only(session).area_id) == (PIN, None)


@pytest.mark.parametrize("given", [{}, {"api_key": ""}, {"api_key": "wrong"}, {"api_key": "x" * 9000}])
def test_without_a_key_nothing_is_taken(client, session, key, given):
    for format in ("json", "xml"):
        answer = client.post(f"{ROOT}/requests.{format}", data=GOOD | given)
        assert answer.status_code == 403
        assert "api_key" in answer.text
    assert number(session) == 0


def test_a_key_in_the_address_is_refused(client, session, key):
    answer = client.post(f"{ROOT}/requests.json?api_key={key}", data=GOOD)
    assert (answer.status_code, number(session)) == (403, 0)


def test_a_removed_system_sends_no_more_and_what_it_sent_stays(client, session, key):
    sent(client, key, **GOOD)
    remove_system(session, name="Felanmälan")
    session.commit()
    assert post(client, key, **GOOD).status_code == 403
    assert number(session) == 1


@pytest.mark.parametrize(
    ("changes", "status", "says"),
    [
        ({"service_code": ""}, 400, ["service_code was not provided"]),
        ({"service_code": "pothole"}, 404, ["service_code 'pothole' was not found"]),
        ({"lat": ""}, 400, ["lat was not provided, while long was"]),
        ({"long": " "}, 400, ["long was not provided, while lat was"]),
        ({"lat": "", "long": ""}, 400, ["lat and long, or address_string, were not provided"]),
        ({"lat": "", "long": "", "address_id": "4711"}, 400, ["address_id is not known here"]),
        ({"lat": "north"}, 400, ["no place on earth"]),
        ({"lat": "nan"}, 400, ["no place on earth"]),
        ({"lat": "0", "long": "0.0"}, 400, ["Atlantic"]),
        ({"lat": "159"}, 400, ["no place on earth"]),
        ({"lat": "15.0523", "long": "59.0512"}, 400, ["look swapped"]),
        ({"description": "x" * (LONGEST + 1)}, 400, ["4001 characters"]),
        ({"attribute[kind]": ["path", "square"]}, 400, ["give one value"]),
        ({"attribute[causes]": ["lighting", "ufo"]}, 400, ["'ufo' is none of lighting"]),
        ({"service_code": "", "lat": "", "long": ""}, 400, ["service_code", "lat and long"]),
        ({"service_code": "pothole", "lat": "x"}, 400, ["'pothole' was not found", "no place on earth"]),
        ({"jurisdiction_id": "sfgov.org"}, 404, ["jurisdiction_id was not found"]),
        ({"description": "x" * 200_000}, 413, ["Too Large"]),
    ],
)
def test_everything_that_is_missing_or_wrong_is_named(client, session, key, changes, status, says):
    for format in ("json", "xml"):
        answer = post(client, key, format, **GOOD | changes)
        assert answer.status_code == status
        assert not [words for words in says if words not in answer.text]
    assert len(post(client, key, **GOOD | changes).json) == len(says)
    assert number(session) == 0


def test_while_no_round_is_open_nothing_is_taken(client, session, key, round):
    session.add(round)
    end_round(round)
    session.commit()
    answer = post(client, key, **GOOD)
    assert (answer.status_code, answer.json[0]["code"]) == (400, 400)
    assert "No round is open" in answer.text


def test_the_same_sent_again_is_kept_once_and_gets_the_same_token(client, session, key):
    first = sent(client, key, **GOOD)
    assert sent(client, key, **GOOD) == sent(client, key, **GOOD | {"jurisdiction_id": "9999"}) == first
    assert number(session) == 1
    assert sent(client, key, **GOOD | {"description": "Skräp"}) != first
    assert number(session) == 2


def test_a_number_of_the_senders_own_tells_equal_reports_apart(client, session, key):
    tokens = {sent(client, key, **GOOD, service_request_id=one) for one in ("1", "2", "1")}
    tokens |= {sent(client, key, **GOOD, **{"attribute[fixmystreet_id]": "3"})}
    assert (len(tokens), number(session)) == (3, 3)
    again = post(client, key, **GOOD | {"description": "Skräp"}, service_request_id="1")
    assert again.json[0]["token"] in tokens and "here already" in again.json[0]["service_notice"]
    assert (number(session), set(texts(session).values())) == (3, {"Mörkt under bron"})


def test_two_systems_may_have_the_same_numbers(client, session, key):
    other = make_system(session, "Parkbolaget")
    session.commit()
    assert sent(client, key, **GOOD, service_request_id="1") != sent(client, other, **GOOD, service_request_id="1")
    assert number(session) == 2


def test_a_new_key_of_the_same_system_changes_nothing(client, session, key):
    first = sent(client, key, **GOOD)
    remove_system(session, name="Felanmälan")
    new = make_system(session)
    session.commit()
    assert (sent(client, new, **GOOD), number(session)) == (first, 1)


def test_sent_at_the_same_moment_it_is_kept_once(app, session, key):
    answers = []

    def send() -> None:
        answers.append(post(app.test_client(), key, **GOOD))

    threads = [Thread(target=send) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json[0]["token"] for answer in answers}) == 1
    assert number(session) == number(session, ImportedReport) == number(session, Text) == 1


def test_a_token_tells_the_id_only_when_others_may_read_the_report(client, session, key):
    token = sent(client, key, **GOOD)
    assert client.get(f"{ROOT}/tokens/{token}.json").json == [{"token": token}]
    report = only(session)
    report.status = ACCEPTED
    clearance = Clearance(report_id=report.id, staff_id=reviewer(session), cleared_on=date.today())
    session.add(clearance)
    session.commit()
    assert client.get(f"{ROOT}/tokens/{token}.json").json == [{"token": token}]
    report.received_on = newest()
    session.commit()
    found = {"service_request_id": str(clearance.public_id), "token": token}
    assert client.get(f"{ROOT}/tokens/{token}.json").json == [found]
    root = parsed(client.get(f"{ROOT}/tokens/{token}.xml").data)
    assert {one.tag: one.text for one in root[0]} == found
    assert client.get(f"{ROOT}/requests/{clearance.public_id}.json").status_code == 200


def test_a_token_that_nobody_got_is_not_found(client, session, key):
    sent(client, key, **GOOD)
    kept = session.scalars(select(ImportedReport.key_hash)).one()
    for unknown in ("x", kept, kept[:40]):  # who reads the database can ask nothing with what is kept of a token
        answer = client.get(f"{ROOT}/tokens/{unknown}.json")
        assert (answer.status_code, answer.json[0]["code"]) == (404, 404)


def test_nothing_of_a_person_is_kept_or_logged(client, session, key, caplog, every_cell):
    caplog.set_level(logging.DEBUG)
    sent(client, key, **GOOD, **PERSON)
    post(client, key, **PERSON)
    everything = every_cell() + caplog.text
    assert "Mörkt under bron" in everything
    assert not [secret for secret in [*PERSON.values(), key] if secret in everything]


def test_who_sent_it_changes_nothing_of_what_it_is_known_by(client, session, key):
    assert sent(client, key, **GOOD, **PERSON) == sent(client, key, **GOOD)
    assert number(session) == 1


def test_a_report_sent_in_is_read_by_nobody_before_it_is_cleared(client, session, key):
    sent(client, key, **GOOD)
    report = only(session)
    report.received_on, report.status = date.today() - timedelta(days=60), ACCEPTED
    session.commit()
    assert client.get(f"{ROOT}/requests.json").json == []
    assert client.get(f"{ROOT}/requests/{report.id}.json").status_code == 404


def test_the_senders_point_is_as_coarse_as_anybodys(client, session, key):
    for at in (Point(59.0512, 15.0523), Point(59.0513, 15.0522)):
        sent(client, key, **GOOD | {"lat": str(at.lat), "long": str(at.lon)})
    session.expire_all()
    assert len({(one.lat, one.lon, one.within) for one in session.scalars(select(Report))}) == 1
