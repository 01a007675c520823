"""An administrator looks after the accounts, without a programmer."""

import re
from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event, select, update
from sqlalchemy.orm import Session

from dialog.accounts.actions import BadAccount, LastAdministrator, add_staff, change_staff
from dialog.accounts.gates import now
from dialog.accounts.inviting.actions import make_link
from dialog.accounts.models import Invitation, Staff, StaffSession
from dialog.accounts.queries import active_administrators, staff_by_email
from dialog.accounts.signing.attempts import MOST_FAILURES
from dialog.audit.models import AuditEvent
from tests.accounts.letters import mail_server
from tests.forms import submit

DOOR = "/staff/sign-in"
PASSWORD = "correct horse battery staple"
NEW = {"email": "Li@kommunen.example", "name": "Li Berg", "authority": "police", "roles": ["reviewer", "analyst"]}


@pytest.fixture
def admin(signed_in: Callable[..., FlaskClient]) -> FlaskClient:
    return signed_in("admin")


def link_on(page: str) -> str:
    found = re.search(r'value="http://localhost(/staff/invitation/[^"]+)"', page)
    assert found, page
    return found[1]


def person(session: Session, email: str) -> Staff:
    found = staff_by_email(session, email)
    assert found
    return found


def choose(client: FlaskClient, link: str, password: str, again: str | None = None):
    return submit(client, link, {"password": password, "again": password if again is None else again})


def test_somebody_is_added_chooses_a_password_and_signs_in(app, admin, session: Session) -> None:
    shown = submit(admin, "/admin/staff/new", NEW)
    li = person(session, "li@kommunen.example")
    assert (li.roles, li.authority, li.password_hash) == ({"reviewer", "analyst"}, "police", "")
    guest = app.test_client()
    inside = choose(guest, link_on(shown.text), "rätt häst batteri klammer")
    assert (inside.status_code, inside.location) == (303, "/staff/")
    assert guest.get("/analyst/").status_code == 200
    fields = {"email": "li@kommunen.example", "password": "rätt häst batteri klammer"}
    assert submit(app.test_client(), DOOR, fields).status_code == 303


def test_a_link_is_good_once_and_kept_as_a_hash(app, admin, session: Session) -> None:
    link = link_on(submit(admin, "/admin/staff/new", NEW).text)
    token = link.rpartition("/")[2]
    assert token not in session.scalars(select(Invitation.token_hash)).one()
    assert choose(app.test_client(), link, "rätt häst batteri klammer").status_code == 303
    assert app.test_client().get(link).status_code == 404


def test_looking_at_a_link_does_not_use_it_and_tells_nobody_of_it(app, admin) -> None:
    link = link_on(submit(admin, "/admin/staff/new", NEW).text)
    for _ in range(2):
        answer = app.test_client().get(link)
        assert answer.status_code == 200
        assert (answer.headers["Referrer-Policy"], answer.headers["Cache-Control"]) == ("no-referrer", "no-store")


def test_a_newer_link_takes_the_place_of_an_older_one(app, admin, session: Session) -> None:
    old = link_on(submit(admin, "/admin/staff/new", NEW).text)
    page = f"/admin/staff/{person(session, 'li@kommunen.example').id}"
    new = link_on(submit(admin, page, {}, to=f"{page}/link").text)
    assert app.test_client().get(old).status_code == 404
    assert app.test_client().get(new).status_code == 200


def test_a_link_is_good_for_three_days(app, admin, session: Session) -> None:
    link = link_on(submit(admin, "/admin/staff/new", NEW).text)
    session.execute(update(Invitation).values(expires_at=Invitation.expires_at - timedelta(hours=72)))
    session.commit()
    assert app.test_client().get(link).status_code == 404


@pytest.mark.parametrize(
    ("password", "again"),
    [("short", None), ("password1234", None), ("li@kommunen.example", None), ("x" * 12 + "åb", "y")],
)
def test_a_bad_password_leaves_the_link_good(app, admin, password: str, again: str | None) -> None:
    link = link_on(submit(admin, "/admin/staff/new", NEW).text)
    assert choose(app.test_client(), link, password, again).status_code == 422
    assert app.test_client().get(link).status_code == 200


def test_an_account_that_waits_for_its_password_can_not_be_told_from_none(app, admin) -> None:
    submit(admin, "/admin/staff/new", NEW)
    known = submit(app.test_client(), DOOR, {"email": "li@kommunen.example", "password": ""})
    wrong = submit(app.test_client(), DOOR, {"email": "li@kommunen.example", "password": "x"})
    assert (known.status_code, wrong.status_code) == (422, 422)


def test_a_new_password_signs_out_everywhere(app, admin, signed_in, session: Session) -> None:
    reviewer = signed_in("reviewer")
    page = f"/admin/staff/{person(session, 'reviewer@test.example').id}"
    link = link_on(submit(admin, page, {}, to=f"{page}/link").text)
    assert reviewer.get("/staff/").status_code == 200
    choose(app.test_client(), link, "rätt häst batteri klammer")
    assert reviewer.get("/staff/").status_code == 302


def test_the_link_is_sent_where_a_mail_server_is_configured(app, admin, session, monkeypatch) -> None:
    with mail_server() as server:
        monkeypatch.setitem(app.config, "SMTP_URL", f"smtp://127.0.0.1:{server.port}")
        monkeypatch.setitem(app.config, "MAIL_FROM", "dialog@kommunen.example")
        shown = submit(admin, "/admin/staff/new", NEW)
        [letter] = server.letters
        assert (letter["To"], letter["From"]) == ("li@kommunen.example", "dialog@kommunen.example")
        assert f"http://localhost{link_on(shown.text)}" in letter.get_content()
        server.refuses = True
        page = f"/admin/staff/{person(session, 'li@kommunen.example').id}"
        refused = submit(admin, page, {}, to=f"{page}/link")
        assert link_on(refused.text) and len(server.letters) == 1


def test_a_mail_server_that_is_gone_keeps_nobody_from_handing_the_link_over(app, admin, monkeypatch) -> None:
    monkeypatch.setitem(app.config, "SMTP_URL", "smtp://127.0.0.1:1")
    monkeypatch.setitem(app.config, "MAIL_FROM", "dialog@kommunen.example")
    assert link_on(submit(admin, "/admin/staff/new", NEW).text)


@pytest.mark.parametrize(
    "wrong", [{"email": "li"}, {"email": ""}, {"name": ""}, {"roles": []}, {"roles": ["king"]}, {"authority": "king"}]
)
def test_a_person_who_can_not_be_added_gets_a_word_beside_the_field(admin, session, wrong) -> None:
    answer = submit(admin, "/admin/staff/new", NEW | wrong)
    assert answer.status_code == 422 and f'href="#{next(iter(wrong))}"' in answer.text
    assert staff_by_email(session, "li@kommunen.example") is None


def test_an_address_is_taken_once(admin) -> None:
    submit(admin, "/admin/staff/new", NEW)
    assert submit(admin, "/admin/staff/new", NEW).status_code == 422


def test_roles_authority_and_access_can_be_changed(admin, signed_in, session: Session) -> None:
    reviewer = signed_in("reviewer")
    one = person(session, "reviewer@test.example")
    page = f"/admin/staff/{one.id}"
    new = {"name": "Åsa", "authority": "police", "roles": ["facilitator"], "active": "yes"}
    assert submit(admin, page, new).status_code == 303
    session.refresh(one)
    assert (one.name, one.authority, one.roles, one.active) == ("Åsa", "police", {"facilitator"}, True)
    assert (reviewer.get("/staff/").status_code, reviewer.get("/facilitator/").status_code) == (403, 200)
    event = session.scalars(select(AuditEvent).where(AuditEvent.action == "staff changed")).one()
    assert event.details == {"name": "Åsa", "authority": "police", "roles": ["facilitator"]}
    del new["active"]
    submit(admin, page, new)
    assert reviewer.get("/facilitator/").status_code == 302
    assert session.scalars(select(StaffSession).where(StaffSession.staff_id == one.id)).all() == []


def test_who_is_closed_gets_no_link_and_a_link_made_before_is_dead(app, admin, session: Session) -> None:
    link = link_on(submit(admin, "/admin/staff/new", NEW).text)
    one = person(session, "li@kommunen.example")
    submit(admin, f"/admin/staff/{one.id}", {"name": "Li", "authority": "police", "roles": ["reviewer"]})
    assert app.test_client().get(link).status_code == 404
    page = f"/admin/staff/{one.id}"
    assert submit(admin, page, {}, to=f"{page}/link").status_code == 404


def test_the_last_administrator_can_not_step_down(admin, session: Session) -> None:
    one = person(session, "admin@test.example")
    stays = {"name": one.name, "authority": "municipality", "roles": ["admin"], "active": "yes"}
    for change in ({"roles": ["reviewer"]}, {"active": ""}):
        sent = {name: value for name, value in (stays | change).items() if value}
        assert submit(admin, f"/admin/staff/{one.id}", sent).status_code == 422
    session.refresh(one)
    assert one.active and one.roles == {"admin"}


def test_two_administrators_can_not_take_the_role_from_each_other_at_once(app: Flask, session: Session) -> None:
    ids = [
        add_staff(session, email=f"{name}@x.example", name=name, password=PASSWORD, roles=["admin"]).id for name in "ab"
    ]
    session.commit()
    together, refused = Barrier(2), []

    def demote(id: int) -> None:
        with app.extensions["sessions"]() as own:
            staff = own.get(Staff, id)
            own.rollback()
            together.wait()
            try:
                change_staff(own, staff, name="x", roles=["reviewer"], authority="municipality", active=True, by=None)
                own.commit()
            except LastAdministrator:
                refused.append(id)

    threads = [Thread(target=demote, args=(id,)) for id in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1 and active_administrators(session) == 1


def test_who_has_to_wait_is_let_in_again(app, admin, session: Session) -> None:
    add_staff(session, email="li@x.example", name="Li", password=PASSWORD, roles=["reviewer"])
    session.commit()
    for _ in range(MOST_FAILURES):
        submit(app.test_client(), DOOR, {"email": "li@x.example", "password": "wrong"})
    right = {"email": "li@x.example", "password": PASSWORD}
    assert submit(app.test_client(), DOOR, right).status_code == 429
    page = f"/admin/staff/{person(session, 'li@x.example').id}"
    assert submit(admin, page, {}, to=f"{page}/unlock").status_code == 303
    assert submit(app.test_client(), DOOR, right).status_code == 303


def test_an_administrator_ends_sign_ins(admin, signed_in, session: Session) -> None:
    reviewer = signed_in("reviewer")
    one = person(session, "reviewer@test.example")
    key = session.scalars(select(StaffSession.key).where(StaffSession.staff_id == one.id)).one()
    page = f"/admin/staff/{one.id}"
    assert submit(admin, page, {}, to=f"{page}/sign-ins/{key}/end").status_code == 303
    assert reviewer.get("/staff/").status_code == 302
    assert submit(admin, page, {}, to=f"{page}/sign-ins/{key}/end").status_code == 404


def test_the_list_of_people_takes_as_many_questions_for_many_as_for_few(app: Flask, admin, session: Session) -> None:
    def asked() -> int:
        statements: list[str] = []
        engine = app.extensions["sessions"].kw["bind"]
        note = lambda *args: statements.append(args[2])  # noqa: E731
        event.listen(engine, "before_cursor_execute", note)
        assert admin.get("/admin/").status_code == 200
        event.remove(engine, "before_cursor_execute", note)
        return len(statements)

    few = asked()
    for number in range(20):
        one = add_staff(session, email=f"{number}@x.example", name="X", password=PASSWORD, roles=["reviewer"])
        make_link(session, one, now=now(), by=None)
    session.commit()
    assert asked() == few


def test_an_account_for_nobodys_authority_is_refused(session: Session) -> None:
    with pytest.raises(BadAccount, match="authority"):
        add_staff(session, email="x@x.example", name="X", password=PASSWORD, roles=["admin"], authority="king")
