"""What staff have found stands in the document while it is in the making, and in public only what is not internal."""

from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from dialog.picture.actions import release_picture
from dialog.picture.documents.blocks import FULL, SHORT
from dialog.picture.documents.pieces import Point, Points
from dialog.picture.documents.queries import bound_draft
from dialog.picture.documents.view import Wanted, view_of
from dialog.picture.findings.focus.actions import propose_focus
from dialog.picture.findings.queries import newest_draft
from dialog.picture.findings.told import CHOSEN, FACT, GAP, NOT_CHOSEN, UNDECIDED
from dialog.picture.models import Draft
from dialog.survey.models import Round
from tests.picture.documents.test_files import words_of_docx, words_of_pdf
from tests.picture.documents.test_pages import PAGE, do_next, send
from tests.picture.findings.drafts import a_finding, a_round, said
from tests.picture.findings.test_causes import add
from tests.picture.findings.test_focus import focus
from tests.picture.speaking import TODAY, draft, respond

SignedIn = Callable[..., FlaskClient]
OPEN = ("Öppet fynd", "Lampan är tänd för kort", "Platsbesiktning", "chosen", "KS 41")
INTERNAL = ("Internt fynd", "Kanske gymnasiet", "undecided", "Därför inte")
BOTH = ("not chosen", "Mer om trafiken")


@pytest.fixture
def round(session: Session) -> Round:
    """Findings for everybody, with a known cause and a hypothesis, and for colleagues; focus areas of each kind."""
    made = a_round(session)
    outside = a_finding(session, made, title=said("Öppet fynd"), in_summary=True)
    a_finding(session, made, title=said("Internt fynd"), in_summary=True, internal=True)
    a_finding(session, made, title=said("Mer om trafiken"))
    add(session, outside, words=said("Kanske gymnasiet"))
    add(session, outside, words=said("Lampan är tänd för kort"), standing=FACT, ground=said("Platsbesiktning"))
    for decision, reason in ((CHOSEN, "Därför"), (NOT_CHOSEN, "Därför inte"), (UNDECIDED, "Vi får se")):
        told = focus(title=said(decision), decision=decision, reason=said(reason), reference="KS 41")
        propose_focus(session, round_id=made.id, written=told, by=None)
    session.commit()
    return made


def all_points(some: tuple[Point, ...]) -> list[Point]:
    return [found for one in some for found in (one, *all_points(one.parts))]


def told(session: Session, round: Round, *, internal: bool, version: str = FULL) -> str:
    """Everything that is said in points of the newest draft's document."""
    bound = bound_draft(session, session.get_one(Draft, newest_draft(session, round.id)[0]))
    view = view_of(bound.picture, bound.paper, bound.stamp, Wanted(version, internal=internal))
    pieces = [piece for chapter in view.chapters for piece in chapter.pieces if isinstance(piece, Points)]
    points = [point for piece in pieces for point in all_points(piece.points)]
    return "\n".join(text.text for point in points for text in (point.name, point.words, *point.lines) if text.text)


def test_colleagues_read_everything_that_was_found_and_the_public_what_is_not_internal(session: Session, round: Round):
    inside, outside = told(session, round, internal=True), told(session, round, internal=False)
    assert [one for one in (*OPEN, *INTERNAL, *BOTH) if one not in inside] == []
    assert [one for one in (*OPEN, *BOTH) if one not in outside] == []
    assert [one for one in INTERNAL if one in outside] == []


def test_what_a_finding_rests_on_stands_beside_it_in_the_whole_document_alone(session: Session, round: Round):
    assert ": 40\n" in told(session, round, internal=False)
    assert ": 40\n" not in told(session, round, internal=False, version=SHORT)


def test_a_finding_that_rests_on_a_figure_now_withheld_is_for_colleagues_alone(session: Session, round: Round):
    release_picture(session, session.get_one(Draft, newest_draft(session, round.id)[0]), on=TODAY)
    respond(session, round, 2, answers={"Q2.T1": "very_big"})  # so few since the edition that the figure is withheld
    draft(session, round)
    assert "Öppet fynd" in told(session, round, internal=True)
    assert "Öppet fynd" not in told(session, round, internal=False)


def test_a_gap_that_somebody_wrote_down_stands_where_gaps_are_told(session: Session, round: Round):
    a_finding(session, round, title=said("Vi vet för lite om Västerby"), kind=GAP)
    assert "Vi vet för lite om Västerby" in told(session, round, internal=False)


def test_a_preview_and_files_show_the_same_findings(session: Session, round: Round, signed_in: SignedIn, app: Flask):
    analyst = signed_in("analyst")
    pages = {who: analyst.get(f"{PAGE}/preview?audience={who}&in=sv").text for who in ("internal", "public")}
    files = {
        who: made_by_job(analyst, session, app, who, kind) for who, kind in (("internal", "docx"), ("public", "pdf"))
    }
    for shown in (pages, files):
        assert [one for one in (*OPEN, *INTERNAL) if one not in shown["internal"]] == []
        assert [one for one in OPEN if one not in shown["public"]] == []
        assert [one for one in INTERNAL if one in shown["public"]] == []


def made_by_job(analyst: FlaskClient, session: Session, app: Flask, audience: str, kind: str) -> str:
    """The words of a file of the draft."""
    answer = send(analyst, f"{PAGE}/files", kind=kind, version="full", audience=audience, **{"in": "sv"})
    assert do_next(app, session).state == "done"
    content = analyst.get(f"{answer.location}/file").data
    words = words_of_pdf(content) if kind == "pdf" else words_of_docx(content)
    return " ".join(words.split())
