"""Findings go with the edition that is released: frozen, with its own figures, without what is internal in public."""

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from sqlalchemy.orm import Session

from dialog.picture.actions import release_picture
from dialog.picture.content import Picture, checksum, from_document, to_document
from dialog.picture.findings.actions import change_finding
from dialog.picture.findings.focus.actions import propose_focus
from dialog.picture.findings.freezing import RestsOnWithheld
from dialog.picture.findings.models import Finding
from dialog.picture.findings.queries import newest_draft
from dialog.picture.findings.showing import public_analysis
from dialog.picture.findings.told import CHOSEN, FACT, NOT_CHOSEN, QUOTE, UNDECIDED, Evidence
from dialog.picture.models import Draft, Release
from dialog.picture.redaction import redact_releases
from dialog.review.actions import withdraw_clearance
from dialog.texts.models import Text
from tests.picture.findings.drafts import NORTH_TRAFFIC, a_finding, a_round, said, written
from tests.picture.findings.test_causes import add
from tests.picture.findings.test_focus import focus
from tests.picture.speaking import NOW, TODAY, coder, draft, respond


def quote_of(session: Session, round_id: int) -> Evidence:
    return Evidence(QUOTE, text=newest_draft(session, round_id)[1].quotes[0].text)


def released(session: Session, round_id: int) -> Release:
    newest = session.get_one(Draft, newest_draft(session, round_id)[0])
    return release_picture(session, newest, on=TODAY)


def content(edition: Release) -> Picture:
    return from_document(edition.content)


def test_an_edition_has_the_findings_of_its_round_with_its_own_figures(session: Session):
    round = a_round(session)
    a_finding(session, round, in_summary=True)
    (shown,) = public_analysis(content(released(session, round.id))).summary
    assert shown.evidence[0].cell is not None and shown.evidence[0].cell.value == 40


def test_an_edition_keeps_a_finding_as_it_was(session: Session):
    round = a_round(session)
    finding = a_finding(session, round)
    edition = released(session, round.id)
    was = edition.checksum
    change_finding(session, finding, written=written(title=said("Annat")), revision=finding.revision, by=None, at=NOW)
    session.flush()
    session.expire_all()
    assert content(edition).findings[0].title["sv"] == "Trafiken i Norrby"
    assert was == checksum(edition.content)


def test_a_finding_that_rests_on_a_figure_now_withheld_stops_the_release(session: Session):
    round = a_round(session)
    edition = released(session, round.id)
    finding = a_finding(session, round)
    respond(session, round, 2, answers={"Q2.T1": "very_big"})  # so few since the edition that the figure is withheld
    draft(session, round)
    with pytest.raises(RestsOnWithheld) as problem:
        released(session, round.id)
    assert problem.value.findings == (finding.id,) and edition.edition == 1


def test_what_is_internal_is_in_the_edition_and_not_in_its_public_version(session: Session):
    round = a_round(session)
    inside = a_finding(session, round, internal=True)
    outside = a_finding(session, round)
    add(session, outside)
    known = add(session, outside, standing=FACT, ground=said("Platsbesiktning"))
    for decision in (CHOSEN, NOT_CHOSEN, UNDECIDED):
        told = focus(title=said(decision), decision=decision, reason=said("Därför"), reference="KS 41")
        propose_focus(session, round_id=round.id, written=told, by=None)
    whole = content(released(session, round.id))
    assert {one.id for one in whole.findings} == {inside.id, outside.id}
    analysis = public_analysis(whole)
    assert [one.finding.id for one in analysis.findings] == [outside.id]
    assert [node.cause.id for node in analysis.findings[0].causes] == [known.id]
    assert [(one.area.title["sv"], one.reason) for one in analysis.focus_areas] == [
        (CHOSEN, said("Därför")),
        (NOT_CHOSEN, {}),
    ]


def test_internal_parts_are_marked_in_the_document(session: Session):
    round = a_round(session)
    add(session, a_finding(session, round, internal=True))
    told = focus(decision=NOT_CHOSEN, reason=said("Nej"), reference="KS 42")
    propose_focus(session, round_id=round.id, written=told, by=None)
    document = released(session, round.id).content
    (finding,), (area,) = document["findings"], document["focus_areas"]
    assert finding["internal"] and finding["causes"][0]["internal"]
    assert area["internal"] == ["reason"]
    assert to_document(from_document(document)) == document


def test_a_quote_that_was_taken_back_leaves_the_finding_without_it(session: Session):
    round = a_round(session)
    taken = quote_of(session, round.id)
    a_finding(session, round, NORTH_TRAFFIC, taken)
    text = next(one for one in session.query(Text) if str(one.id) == taken.text)
    withdraw_clearance(session, text, by=coder(session).id, at=NOW)
    session.flush()
    (finding,) = content(released(session, round.id)).findings
    assert finding.evidence == (NORTH_TRAFFIC,)


def test_words_destroyed_after_the_release_are_not_shown_by_the_finding(session: Session):
    round = a_round(session)
    quote = quote_of(session, round.id)
    a_finding(session, round, quote)
    edition = released(session, round.id)
    assert public_analysis(content(edition)).findings[0].evidence[0].quote is not None
    redact_releases(session, {quote.text: ""}, by=None)
    assert public_analysis(content(edition)).findings[0].evidence == ()


def test_an_edition_of_before_findings_still_opens(session: Session, client: FlaskClient):
    edition = released(session, a_round(session).id)
    edition.content = {name: part for name, part in edition.content.items() if name not in ("findings", "focus_areas")}
    session.commit()
    assert client.get(f"/sv/pictures/{edition.edition}").status_code == 200
    assert client.get(f"/api/v1/pictures/{edition.edition}.json").get_json()["findings"] == []


@pytest.fixture
def edition(session: Session) -> int:
    """With a finding in Swedish alone, one that is internal, a fact, a hypothesis and two focus areas."""
    round = a_round(session)
    shown: Finding = a_finding(
        session, round, NORTH_TRAFFIC, quote_of(session, round.id), in_summary=True, statement={"sv": "Bara svenska."}
    )
    a_finding(session, round, title=said("Stannar inne"), internal=True)
    add(session, shown, words=said("Kanske ont om tid"))
    add(session, shown, words=said("Skyltarna saknas"), standing=FACT, ground=said("Platsbesiktning"))
    chosen = focus(
        title=said("Lugnare gator"), decision=CHOSEN, reason=said("Ja"), reference="KS 41", findings=[shown.id]
    )
    propose_focus(session, round_id=round.id, written=chosen, by=None)
    refused = focus(title=said("Kameror"), decision=NOT_CHOSEN, reason=said("För dyrt"), reference="KS 42")
    propose_focus(session, round_id=round.id, written=refused, by=None)
    number = released(session, round.id).edition
    session.commit()
    return number


def test_the_public_page_tells_findings_before_the_tables_and_nothing_internal(client: FlaskClient, edition: int):
    text = client.get(f"/en/pictures/{edition}").text
    assert text.index("Trafiken i Norrby") < text.index('id="problems"')
    assert '<span lang="sv" dir="auto">Bara svenska.</span>' in text
    assert "<b>40</b>" in text and "Lampan är trasig" in text
    for told in ("Skyltarna saknas", "Platsbesiktning", "Lugnare gator", "KS 41", "Kameror"):
        assert told in text, told
    for kept in ("Stannar inne", "Kanske ont om tid", "För dyrt"):
        assert kept not in text, kept


def test_machines_read_the_same_and_the_schema_says_how(client: FlaskClient, edition: int):
    document = client.get(f"/api/v1/pictures/{edition}.json?lang=en").get_json()
    Draft202012Validator(client.get("/api/v1/schemas/picture.json").get_json(force=True)).validate(document)
    (finding,) = document["findings"]
    assert finding["evidence"][0] == {
        "kind": "cell",
        "table": "problems",
        "key": {"area": "north", "code": "T1"},
        "value": 40,
        "state": "shown",
    }
    assert [cause["text"] for cause in finding["causes"]] == ["Skyltarna saknas"]
    assert [area["chosen"] for area in document["focus_areas"]] == [True, False]
    for kept in ("Stannar inne", "Kanske ont om tid", "För dyrt"):
        assert kept not in str(document)
