"""Somebody who makes questionnaires, and one in the making."""

import pytest

from dialog.survey.actions import keep_questionnaire
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.making.drafts import begin_draft
from tests.survey.building import AT


@pytest.fixture
def facilitator(signed_in):
    client = signed_in("facilitator")
    client.get("/facilitator/?lang=en")
    return client


@pytest.fixture
def draft(session):
    """A correction of the default questionnaire."""
    keep_questionnaire(session, default_questionnaire())
    found = begin_draft(session, default_questionnaire(), by=None, at=AT)
    session.commit()
    return found
