"""Settings while Dialog runs: they protect more than the installation does by itself, and are read once a request."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from dialog.config import Config
from dialog.languages import LANGUAGES, MAIN
from dialog.picture.models import Draft
from dialog.places.models import ExactPoint
from dialog.settings.actions import change_setting
from dialog.settings.limits import LIMITS, MainLanguageNeeded, OutOfBounds, checked, in_force, offered
from dialog.settings.models import Setting
from dialog.settings.queries import settings_in_force
from tests.factories import make_round
from tests.forms import submit

CONFIG = vars(Config())
AT = datetime(2026, 10, 6, 9, 30)


def put(session: Session, name: str, value: object) -> None:
    """As a database would have it that somebody else wrote to."""
    session.merge(Setting(name=name, value=value, changed_at=AT))
    session.commit()


def test_without_any_change_the_installations_own_settings_hold():
    found = in_force({}, CONFIG)
    assert (found.cell_minimum, found.group_minimum, found.point_days) == (5, 10, 90)
    assert found.languages == tuple(LANGUAGES) and not found.digest and not found.two_destroy


@given(st.dictionaries(st.sampled_from(list(LIMITS)), st.integers(-(10**9), 10**9)))
def test_whatever_is_stored_nothing_protects_less_than_the_installation(stored):
    found, own = in_force(stored, CONFIG), in_force({}, CONFIG)
    assert found.cell_minimum >= own.cell_minimum and found.group_minimum >= own.group_minimum
    assert found.cell_inhabitants >= own.cell_inhabitants and found.clearance_days >= own.clearance_days
    assert 1 <= found.point_days <= own.point_days


@pytest.mark.parametrize(("name", "value"), [("cell_minimum", 4), ("clearance_days", 13), ("point_days", 91)])
def test_an_action_that_would_protect_less_is_refused(session, name, value):
    with pytest.raises(OutOfBounds):
        change_setting(session, name, value, config=CONFIG, by=None, at=AT)


def test_a_setting_that_is_none_is_an_error_of_ours():
    with pytest.raises(KeyError):
        checked("colour", 1, CONFIG)


def test_the_main_language_is_always_offered():
    assert MAIN in offered([]) and offered(["ar", "xx"]) == ("sv", "ar")
    with pytest.raises(MainLanguageNeeded):
        checked("languages", ["ar"], CONFIG)


def test_a_change_holds_at_once_and_the_same_again_is_none(session):
    assert settings_in_force(session, CONFIG).cell_minimum == 5
    assert change_setting(session, "cell_minimum", 8, config=CONFIG, by=None, at=AT)
    assert settings_in_force(session, CONFIG).cell_minimum == 8
    assert not change_setting(session, "cell_minimum", 8, config=CONFIG, by=None, at=AT)


def test_the_database_is_asked_once_a_session(session):
    asked: list[str] = []
    event.listen(session.get_bind(), "before_cursor_execute", lambda *said: asked.append(said[2]))
    for _ in range(5):
        settings_in_force(session, CONFIG)
    assert len(asked) == 1


def test_languages_that_are_not_offered_leave_the_menus_and_their_addresses_still_work(app: Flask, client, session):
    assert 'href="/ar/' in client.get("/sv/report").text
    put(session, "languages", ["sv", "en"])
    for address in ("/sv/", "/sv/report", "/sv/privacy", "/sv/nothing"):
        assert 'href="/ar/' not in client.get(address).text, address
    assert client.get("/", headers={"Accept-Language": "ar"}).location == "/sv/"
    assert '<html lang="ar"' in client.get("/ar/").text


def test_pins_are_kept_for_as_long_as_the_setting_says(app, client, session):
    make_round(session)
    put(session, "point_days", 10)
    pin = {"feeling": "unsafe", "lat": "59.05", "lon": "15.05"}
    assert submit(client, "/sv/report", pin).status_code == 200
    assert session.scalars(select(ExactPoint.erase_on)).one() == date.today() + timedelta(10)


def test_the_page_on_protection_says_what_holds(client, session):
    put(session, "cell_minimum", 9)
    put(session, "point_days", 11)
    assert "9" in (page := client.get("/en/privacy").text) and "11 days" in page


def test_drafts_withhold_what_the_setting_says(signed_in, session):
    round = make_round(session)
    put(session, "cell_minimum", 8)
    analyst = signed_in("analyst")
    submit(analyst, "/analyst/", {}, to=f"/analyst/rounds/{round.id}/drafts")
    assert session.scalars(select(Draft)).one().content["minimum"] == 8


def test_a_frozen_answer_can_not_be_changed_by_a_reader():
    found = in_force({}, CONFIG)
    with pytest.raises(AttributeError):
        found.cell_minimum = 1  # type: ignore[misc]
    assert replace(found, cell_minimum=9).cell_minimum == 9
