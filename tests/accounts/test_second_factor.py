"""A code besides the password: setting it up, showing it, losing it."""

import re
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from dialog.accounts.actions import add_staff
from dialog.accounts.factor import codes
from dialog.accounts.factor.qr import qr_svg
from dialog.accounts.factor.vault import CanNotOpen, Vault
from dialog.accounts.models import ROLES, RecoveryCode, SecondFactor, Staff, StaffSession
from dialog.accounts.signing.attempts import MOST_FAILURES
from dialog.audit.models import AuditEvent
from tests.forms import submit

DOOR, CODE, DEVICE, OWN = "/staff/sign-in", "/staff/sign-in/code", "/staff/sign-in/device", "/staff/account/"
PASSWORD = "correct horse battery staple"
AT = datetime(2026, 10, 1, 12, 0)


@pytest.fixture
def maja(app: Flask, session: Session, monkeypatch: pytest.MonkeyPatch) -> Staff:
    """A reviewer where everybody needs a second factor."""
    monkeypatch.setitem(app.config, "SECOND_FACTOR", ROLES)
    staff = add_staff(session, email="maja@example.org", name="Maja", password=PASSWORD, roles=["reviewer"])
    session.commit()
    return staff


def give_password(client: FlaskClient, address: str = DOOR) -> TestResponse:
    return submit(client, address, {"email": "maja@example.org", "password": PASSWORD})


def key_on(page: str) -> str:
    found = re.search(r"<code[^>]*>([A-Z2-7 ]+)</code>", page)
    assert found
    return found[1].replace(" ", "")


def codes_on(page: str) -> list[str]:
    return re.findall(r">(\w{4}-\w{4}-\w{4})</code>", page)


def digits(key: str, *, steps: int = 0) -> str:
    """What the app shows; `steps` later than now, so that a test need not wait for the next."""
    return pyotp.TOTP(key).at(datetime.now(UTC), counter_offset=steps)


def set_up(client: FlaskClient) -> tuple[str, list[str]]:
    """Sign in for the first time: the key and the recovery codes."""
    assert give_password(client).location == DEVICE
    key = key_on(client.get(DEVICE).text)
    done = submit(client, DEVICE, {"code": digits(key)})
    assert done.status_code == 200
    return key, codes_on(done.text)


def test_at_the_first_sign_in_a_second_factor_is_set_up(client: FlaskClient, maja: Staff) -> None:
    assert give_password(client, f"{DOOR}?next=/staff/map").location == f"{DEVICE}?next=/staff/map"
    assert client.get("/staff/").status_code == 302  # the password alone opens nothing
    page = client.get(f"{DEVICE}?next=/staff/map").text
    assert 'class="qr"' in page and not re.search(r"\sstyle=", page)
    done = submit(client, f"{DEVICE}?next=/staff/map", {"code": digits(key_on(page))})
    assert len(set(codes_on(done.text))) == codes.RECOVERY_CODES and 'href="/staff/map"' in done.text
    assert client.get("/staff/").status_code == 200


def test_from_then_on_the_code_is_asked_for(app: Flask, client: FlaskClient, maja: Staff) -> None:
    key, _codes = set_up(client)
    again = app.test_client()
    assert give_password(again, f"{DOOR}?next=/staff/map").location == f"{CODE}?next=/staff/map"
    assert again.get("/staff/").status_code == 302
    there = submit(again, f"{CODE}?next=/staff/map", {"code": digits(key, steps=1)})
    assert (there.status_code, there.location) == (303, "/staff/map")
    assert again.get("/staff/").status_code == 200


def test_a_code_is_good_once(app: Flask, client: FlaskClient, maja: Staff) -> None:
    key, _codes = set_up(client)
    code = digits(key, steps=1)
    for expected in (303, 422):
        other = app.test_client()
        give_password(other)
        assert submit(other, CODE, {"code": code}).status_code == expected


def test_neither_is_the_code_good_that_set_it_up(app: Flask, client: FlaskClient, maja: Staff) -> None:
    give_password(client)
    key = key_on(client.get(DEVICE).text)
    code = digits(key)
    submit(client, DEVICE, {"code": code})
    other = app.test_client()
    give_password(other)
    assert submit(other, CODE, {"code": code}).status_code == 422


def test_after_too_many_wrong_codes_even_the_right_one_waits(app: Flask, client: FlaskClient, maja: Staff) -> None:
    key, _codes = set_up(client)
    other = app.test_client()
    give_password(other)
    answers = [submit(other, CODE, {"code": "000000"}).status_code for _ in range(MOST_FAILURES + 1)]
    assert answers == [422] * MOST_FAILURES + [429]
    again = app.test_client()
    give_password(again)  # a new password round gives no new attempts at the code
    assert submit(again, CODE, {"code": digits(key, steps=1)}).status_code == 429


def test_a_recovery_code_takes_the_place_of_the_device_once(app: Flask, session, client, maja: Staff) -> None:
    _key, papers = set_up(client)
    written = papers[0].upper().replace("-", " ").replace("0", "O").replace("1", "l")
    for expected in (303, 422):
        other = app.test_client()
        give_password(other)
        assert submit(other, CODE, {"code": written}).status_code == expected
    assert session.scalar(select(func.count()).select_from(RecoveryCode)) == codes.RECOVERY_CODES - 1
    assert "9 " in client.get(OWN).text
    assert "recovery code used" in session.scalars(select(AuditEvent.action)).all()


def test_recovery_codes_are_kept_as_hashes_and_can_be_renewed(client, session: Session, maja: Staff) -> None:
    _key, papers = set_up(client)
    kept = session.scalars(select(RecoveryCode.code_hash)).all()
    assert not [paper for paper in papers if any(paper.replace("-", "") in hash for hash in kept)]
    renewed = submit(client, OWN, {"password": PASSWORD}, to=f"{OWN}recovery-codes")
    assert not set(codes_on(renewed.text)) & set(papers)
    session.commit()
    assert not set(session.scalars(select(RecoveryCode.code_hash))) & set(kept)


def test_nobody_changes_the_second_factor_at_a_screen_left_open(client, session: Session, maja: Staff) -> None:
    set_up(client)
    for address in ("device/new", "recovery-codes"):
        assert submit(client, OWN, {"password": "a guess"}, to=f"{OWN}{address}").status_code == 422
    assert session.scalars(select(SecondFactor)).one().proposed is None


def test_a_new_device_takes_over_only_when_it_has_shown_a_code(app: Flask, client: FlaskClient, maja: Staff) -> None:
    old, _codes = set_up(client)
    assert submit(client, OWN, {"password": PASSWORD}, to=f"{OWN}device/new").location == f"{OWN}device"
    new = key_on(client.get(f"{OWN}device").text)
    assert new != old
    assert submit(client, f"{OWN}device", {"code": digits(old)}).status_code == 422
    other = app.test_client()
    give_password(other)
    assert submit(other, CODE, {"code": digits(old, steps=1)}).status_code == 303
    assert len(codes_on(submit(client, f"{OWN}device", {"code": digits(new)}).text)) == 10
    third = app.test_client()
    give_password(third)
    assert submit(third, CODE, {"code": digits(old, steps=1)}).status_code == 422


def test_who_has_the_password_can_not_set_up_another_factor_at_the_door(app, client, maja: Staff) -> None:
    set_up(client)
    thief = app.test_client()
    give_password(thief)
    assert thief.get(DEVICE).location == CODE
    page = thief.get(CODE)
    sent = thief.post(
        DEVICE, data={"code": "000000", "csrf_token": page.text.split('csrf_token" value="')[1].split('"')[0]}
    )
    assert sent.location == CODE


def test_the_second_step_has_to_follow_soon(client: FlaskClient, session: Session, maja: Staff) -> None:
    give_password(client)
    session.execute(update(StaffSession).values(started_at=StaffSession.started_at - timedelta(minutes=11)))
    session.commit()
    assert client.get(DEVICE).location == DOOR


def test_nobody_comes_to_the_second_step_without_the_first(client: FlaskClient, maja: Staff) -> None:
    assert client.get(CODE).location == client.get(DEVICE).location == DOOR


def test_an_installation_may_require_it_of_some_roles_only(app, session, monkeypatch, signed_in) -> None:
    monkeypatch.setitem(app.config, "SECOND_FACTOR", ("admin",))
    assert signed_in("facilitator").get("/facilitator/").status_code == 200
    add_staff(session, email="maja@example.org", name="Maja", password=PASSWORD, roles=["facilitator", "admin"])
    session.commit()
    assert give_password(app.test_client()).location == DEVICE


def test_an_administrator_takes_it_away_and_it_is_set_up_anew(app, client, session, maja: Staff, signed_in) -> None:
    key, papers = set_up(client)
    app.config["SECOND_FACTOR"] = ()
    admin = signed_in("admin")
    app.config["SECOND_FACTOR"] = ROLES
    person = f"/admin/staff/{maja.id}"
    assert submit(admin, person, {}, to=f"{person}/factor/off").status_code == 303
    assert client.get("/staff/").status_code == 302  # signed out everywhere
    assert give_password(client).location == DEVICE
    assert key_on(client.get(DEVICE).text) != key
    assert session.scalars(select(RecoveryCode)).all() == [] and papers
    assert "second factor reset" in session.scalars(select(AuditEvent.action)).all()


def test_the_secret_in_the_database_opens_with_the_key_alone_and_for_one_person() -> None:
    vault, secret = Vault(b"1" * 32), codes.new_secret()
    kept = vault.put(secret, whose=7)
    assert secret not in kept and vault.take(kept, whose=7) == secret
    for other, whose in ((Vault(b"2" * 32), 7), (vault, 8)):
        with pytest.raises(CanNotOpen):
            other.take(kept, whose=whose)


def test_an_installation_with_another_key_says_so_instead_of_failing(app, client, session, maja: Staff) -> None:
    key, _codes = set_up(client)
    session.execute(update(SecondFactor).values(secret=Vault(b"2" * 32).put(key, whose=maja.id)))
    session.commit()
    other = app.test_client()
    give_password(other)
    answer = submit(other, CODE, {"code": digits(key, steps=1)})
    assert answer.status_code == 422 and "administrat" in answer.text


@given(st.integers(-3, 3))
def test_digits_fit_the_step_before_and_after_and_no_other(apart: int) -> None:
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
    code = pyotp.TOTP(secret).at(AT.replace(tzinfo=UTC), counter_offset=apart)
    now = int(AT.replace(tzinfo=UTC).timestamp()) // codes.SECONDS
    assert codes.step_of(secret, code, at=AT) == (now + apart if abs(apart) <= codes.AROUND else None)


@pytest.mark.parametrize("typed", ["123 456", " 123456 ", "123-456", "١٢٣٤٥٦", "۱۲۳ ۴۵۶", "１２３４５６"])
def test_digits_may_be_written_as_people_write_them(typed: str) -> None:
    assert codes.as_typed(typed) == "123456" and codes.is_of_app(codes.as_typed(typed))


def test_the_qr_code_has_no_style_and_can_be_read() -> None:
    svg = qr_svg(codes.address_of(codes.new_secret(), email="maja@example.org", issuer="Dialog"))
    assert svg.startswith("<svg") and "style=" not in svg and "<script" not in svg
