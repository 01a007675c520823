"""A model is made from what was coded here, suggests what fits, and holds no words."""

from functools import reduce
from pathlib import Path

import numpy as np
import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.audit.models import AuditEvent
from dialog.review.codebook.editing import retire
from dialog.review.codebook.shipped import SHIPPED
from dialog.review.coding.actions import add_code
from dialog.review.suggesting import training
from dialog.review.suggesting.examples import SEED_GROUP, examples
from dialog.review.suggesting.hashing import bag_of
from dialog.review.suggesting.model import Model, write_model
from dialog.review.suggesting.store import current_model, forget_model, model_file
from dialog.review.suggesting.training import NotTrained, is_due, train
from tests.forms import submit
from tests.review.codebook.publishing import published
from tests.review.factories import AT, make_staff, make_text

SAID = {  # what is said with the code, in words that the codebook hasn't
    "T9.lighting": "Det är becksvart bakom {} när lyktorna slocknar",
    "T1.speeding": "De vrålar förbi {} i nittio fast det är trettioväg",
    "T12.police": "Ring snuten om {} så kommer ingen på timmar",
}
PLACES = ("torget", "stationen", "skolan", "kiosken", "biblioteket", "hamnen", "kyrkan", "badet", "rondellen", "parken",
          "hallen", "bron", "ängen", "gallerian", "busstorget", "lekplatsen")  # fmt: skip


@pytest.fixture
def coded(session: Session) -> int:
    """Texts enough to measure; the coder."""
    by = make_staff(session)
    published(session, lambda book: reduce(retire, (f"T{one}" for one in range(1, 13) if one not in (1, 9, 12)), book))
    for code, words in SAID.items():
        for place in PLACES:
            text = make_text(session, words.format(place))
            add_code(session, text, code=code, stance="problem", by=by, at=AT)
    session.commit()
    return by


def test_examples_are_accepted_texts_without_what_is_hidden_and_the_words_of_the_codebook(session):
    by = make_staff(session)
    text = make_text(session, "Karin säger att det är mörkt")
    add_code(session, text, code="T9.lighting", stance="problem", by=by, at=AT)
    text.masks = [{"start": 0, "end": 5, "label": "name"}]
    aside = make_text(session, "Nonsens")
    add_code(session, aside, code="T1", stance="problem", by=by, at=AT)
    aside.status = "set_aside"
    session.flush()
    (found,) = [one for one in examples(session) if one.group != SEED_GROUP]
    assert found.codes == {"T9", "T9.lighting"}
    assert np.array_equal(found.bag[0], bag_of(" säger att det är mörkt")[0])
    seeds = [one for one in examples(session) if one.group == SEED_GROUP]
    assert {code for one in seeds for code in one.codes} == {code.id for code in SHIPPED.codes}


def test_a_model_learns_from_this_installation_and_says_how_good_it_is(session, coded, tmp_path):
    assert is_due(session, tmp_path)
    model = train(session, tmp_path, by=coded, at=AT)
    assert [one.code for one in model.suggestions("Becksvart bakom macken, lyktorna slocknar")][:1] == ["T9.lighting"]
    assert [one.code for one in model.suggestions("الإنارة معطلة في الشارع")][:1] == ["T9.lighting"], (
        "from the codebook"
    )
    assert model.suggestions("") == [] or model.suggestions("")[0].probability < 0.6
    report = model.report
    assert (report["texts"], report["measured"], report["codings"]) == (48, 48, 48)
    assert {one["code"] for one in report["codes"]} == {"T1", "T1.speeding", "T9", "T9.lighting", "T12", "T12.police"}
    assert report["macro_f1"][0] > 0.8 and report["bands"]["likely"][1] > 40
    session.flush()
    assert session.scalars(select(AuditEvent.action).where(AuditEvent.action == "suggestions trained")).all()

    assert not is_due(session, tmp_path)
    for _ in range(5):
        add_code(session, make_text(session), code="T9", stance="problem", by=coded, at=AT)
    session.flush()
    assert is_due(session, tmp_path), "a tenth more codings"
    _no_words_in(model_file(tmp_path))
    forget_model(tmp_path)
    assert current_model(tmp_path) is None and is_due(session, tmp_path)


def _no_words_in(file: Path) -> None:
    """Neither as they are nor as arrays of Python objects."""
    with np.load(file, allow_pickle=False) as kept:
        written = b"".join(kept[name].tobytes() for name in kept)
        assert set(kept.files) == {"about", "rarity", "weights", "bias"}
    for word in ("becksvart", "lyktorna", "snuten", "kiosken"):
        assert word.encode() not in written
    assert [one.name for one in file.parent.iterdir()] == [file.name], "what it was made from is gone"


def test_a_file_that_is_no_model_is_none(tmp_path):
    model_file(tmp_path).parent.mkdir()
    for content in (b"", b"PK\x03\x04nonsense", b"\x80\x04\x95pickle"):
        model_file(tmp_path).write_bytes(content)
        assert current_model(tmp_path) is None
    np.savez(model_file(tmp_path), about=np.array([{"codes": []}], dtype=object))
    assert current_model(tmp_path) is None, "objects are not read"


def test_when_a_model_cannot_be_made_the_one_before_stays(session, tmp_path, monkeypatch):
    kept = write_one(tmp_path)
    monkeypatch.setattr(training, "_ROOT", tmp_path)  # where there is no such module
    with pytest.raises(NotTrained):
        train(session, tmp_path, by=None, at=AT)
    now = current_model(tmp_path)
    assert now is not None and now.report == kept.report


def write_one(instance: Path, **report: object) -> Model:
    """A model that finds lighting in everything."""
    from_book = {"codings": 0, "codebook": 1, "texts": 0, "seeds": 1, "trained_at": AT.isoformat()}
    zeros = np.zeros((1 << 15, 2), np.float32)
    bias = np.array([3, 3], np.float32)
    rarity = np.ones(1 << 15, np.float32)
    model = Model(("T9", "T9.lighting"), rarity, zeros, bias, 1.0, 0.0, from_book | report)
    model_file(instance).parent.mkdir(exist_ok=True)
    write_model(model, model_file(instance))
    return model


def test_suggestions_stand_beside_a_text_and_nothing_is_added_by_itself(app: Flask, session, signed_in):
    text = make_text(session)
    session.commit()
    reviewer = signed_in("reviewer")
    page = f"/staff/texts/{text.id}?lang=en"
    instance = Path(app.config["INSTANCE"])
    try:
        write_one(instance)
        assert "possible, from the words of the codebook" in reviewer.get(page).text
        write_one(instance, measured=48)
        shown = reviewer.get(page).text
        assert "likely, 95%" in shown and "Nothing is added unless you tick it" in shown
        assert 'value="T9.lighting" checked' not in shown
        submit(reviewer, page, {"codes": ["T9.lighting"], "stance": "problem"}, to=f"/staff/texts/{text.id}/codes")
        assert "likely, 95%" not in reviewer.get(page).text, "what is there is not suggested"
    finally:
        forget_model(instance)


def test_the_page_of_suggestions_tells_how_good_they_are(app: Flask, signed_in):
    reviewer = signed_in("reviewer")
    address, instance = "/staff/codes/suggestions?lang=en", Path(app.config["INSTANCE"])
    assert "There is no model yet" in reviewer.get(address).text
    codes = [{"code": "T9.lighting", "texts": 40, "suggested": 20, "right": 15}]
    likely = {"likely": [9, 12], "possible": [0, 0]}
    try:
        write_one(instance, measured=48, codes=codes, bands=likely, macro_f1=[0.61, 0.52, 0.7])
        page = reviewer.get(address).text
        for words in ("Of 12 suggestions called likely, 9 were right (75%).", "0.61", "0.52 to 0.7", "Lighting", "38%"):
            assert words in page
    finally:
        forget_model(instance)
