"""The demonstration shows what it should: places that have names and stay the same from one picture to the next."""

from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.picture.content import Place, from_document
from dialog.picture.models import Draft, Release
from dialog.places.models import PlaceReport, Report


def test_the_demonstration_has_places_that_stay_the_same(app: Flask, session: Session):
    assert app.test_cli_runner().invoke(args=["demo"]).exit_code == 0
    edition, draft = released(session), newest_draft(session)
    assert len(edition) >= 3
    assert len(draft) >= 3
    assert {one.key for one in edition} & {one.key for one in draft}
    assert all(set(one.names) for one in (*edition, *draft))
    assert session.scalar(select(PlaceReport).join(Report, Report.id == PlaceReport.report_id).limit(1))


def released(session: Session) -> tuple[Place, ...]:
    return from_document(session.scalars(select(Release)).one().content).places or ()


def newest_draft(session: Session) -> tuple[Place, ...]:
    return from_document(session.scalars(select(Draft).order_by(Draft.id.desc()).limit(1)).one().content).places or ()
