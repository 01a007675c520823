"""Whoever sees what a resident wrote before it was masked, or where exactly a pin stood, stands in the log.

Every page of staff that can be opened is opened with a text and a report whose words and point are known by sight.
Where they show, the log must have a line more that says who looked.
"""

from collections.abc import Callable, Iterator
from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.accounts.models import ROLES
from dialog.audiences import EVERYBODY, WHO
from dialog.audit.models import AuditEvent
from dialog.audit.verifying import verify_log
from tests.promises.addresses import address_of, audience_of, rules
from tests.review.factories import make_exact_point, make_report, make_text

WAITING, HIDDEN = "Zebrafinken", "Kungsfiskaren"  # words of a text nobody has read, and words that are masked
POINT = ("59.0503", "15.0501")
SAMPLE = UUID("00000000-0000-4000-8000-000000000000")


@pytest.fixture
def sent(session: Session) -> dict[str, UUID]:
    """A text that waits, one like it that is accepted and masked, and a report with words, a place and a pin."""
    waiting = make_text(session, f"{WAITING} sitter vid tunneln och lampan är trasig sedan i våras.")
    masks = [{"start": 0, "end": len(HIDDEN), "label": "name"}]
    masked = make_text(
        session, f"{HIDDEN} sitter vid tunneln och lampan är trasig sedan i våras.", status="accepted", masks=masks
    )
    report = make_report(session)
    make_exact_point(session, report)
    make_text(session, f"{WAITING} vid bron.", report_id=report.id, question="place")
    make_text(session, f"{WAITING} skriker.", report_id=report.id, question="what")
    session.commit()
    return {"waiting": waiting.id, "masked": masked.id, "report": report.id}


def addresses(app: Flask, sent: dict[str, UUID]) -> Iterator[str]:
    for rule in rules(app):
        if WHO[audience_of(rule)] == EVERYBODY or "GET" not in (rule.methods or ()):
            continue
        address = address_of(rule)
        if "text_id" in rule.arguments:
            yield address.replace(str(SAMPLE), str(sent["waiting"]))
            yield address.replace(str(SAMPLE), str(sent["masked"]))
        elif "report_id" in rule.arguments:
            yield address.replace(str(SAMPLE), str(sent["report"]), 1)
        else:
            yield address
    for status in ("new", "accepted"):
        yield f"/staff/?status={status}"
        yield f"/staff/?status={status}&q=tunneln"


def looks(session: Session) -> int:
    session.rollback()
    seen = select(func.count()).select_from(AuditEvent)
    return session.scalar(seen.where(AuditEvent.action.endswith(" seen") | AuditEvent.action.endswith(" listed"))) or 0


def shows(html: str) -> bool:
    return WAITING in html or HIDDEN in html or all(part in html for part in POINT)


def test_every_look_at_words_before_masking_and_at_an_exact_point_is_logged(
    app: Flask, session: Session, sent: dict[str, UUID], signed_in: Callable[..., FlaskClient]
) -> None:
    client, silent, shown = signed_in(*ROLES), [], 0
    for address in addresses(app, sent):
        before = looks(session)
        answer = client.get(address)
        if answer.status_code == 200 and answer.mimetype != "image/webp" and shows(answer.text):
            shown += 1
            if looks(session) == before:
                silent.append(address)
    assert shown >= 3, "the pages that show words have moved: look where"
    assert not silent, "nobody is told of looks at " + ", ".join(silent)
    assert verify_log(session).broken is None


def test_who_does_not_review_sees_none_of_it(
    app: Flask, sent: dict[str, UUID], signed_in: Callable[..., FlaskClient]
) -> None:
    for role in ROLES:
        if role == "reviewer":
            continue
        client = signed_in(role)
        for address in addresses(app, sent):
            answer = client.get(address)
            if answer.status_code == 200 and str(answer.mimetype).startswith(("text/", "application/")):
                assert not shows(answer.text), f"{role} sees it at {address}"
