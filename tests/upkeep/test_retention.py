"""Terms of keeping: nothing is destroyed without a recorded decision, and by one what is due goes, in batches, once."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.accounts.models import StaffSession
from dialog.audit.models import AuditEvent
from dialog.jobs.actions import ask_for_job, keep_result
from dialog.jobs.models import Job, JobResult
from dialog.picture.actions import draft_picture
from dialog.picture.disclosure import Rule as Thresholds
from dialog.picture.documents.actions import DRAFT_FILE
from dialog.picture.documents.models import DraftDocument
from dialog.picture.models import Draft
from dialog.places.models import ExactPoint, MeToo, Report
from dialog.receipts.actions import keep_receipt
from dialog.receipts.models import Receipt
from dialog.sources.actions import keep_text, register_source
from dialog.sources.models import Source, SourceFigure, SourceLoad, SourceText, SourceUpload
from dialog.sources.uploads import keep_upload
from dialog.survey.models import Response
from dialog.texts.models import Photo, PhotoOriginal, Text
from dialog.upkeep.models import PurgeRecord, RetentionDecision
from dialog.upkeep.retention import actions
from dialog.upkeep.retention.actions import BadTerm, ByDesign, asked_by, purge, record_decision
from dialog.upkeep.retention.kinds import DAYS, ENDED, KINDS, MONTHS, RECEIVED, RELEASED, Term, months_before
from dialog.upkeep.retention.queries import counted, due_now, rules
from tests.review.factories import (
    AT,
    DAY,
    make_exact_point,
    make_place,
    make_report,
    make_response,
    make_staff,
    make_text,
    the_round,
)
from tests.upkeep.factories import make_photo

TODAY = date(2030, 1, 1)
POINT_DAYS = 90


def decide(session: Session, kind: str, term: int | None = 12, event: str = RECEIVED, unit: str = MONTHS):
    return record_decision(
        session,
        kind,
        Term(term, unit, event),
        reference="KS 2029/41",
        decided_on=date(2029, 6, 1),
        decided_by="Kommunstyrelsen",
        by=None,
        at=AT,
    )


def rule_of(session: Session, kind: str):
    return next(one for one in rules(session, point_days=POINT_DAYS) if one.kind.id == kind)


def erase(session: Session, kind: str, *, today: date = TODAY) -> int:
    """All that is due of a kind, as a command does it; how many."""
    asked = asked_by(rule_of(session, kind), today=today)
    gone = [0, *purge(session, asked, by=None, at=AT)] if asked else [0]
    session.expire_all()
    return gone[-1]


def how_many(session: Session, table: type) -> int | None:
    return session.scalar(select(func.count()).select_from(table))


def test_nothing_goes_without_a_decision_but_what_goes_by_design(session):
    make_text(session, masks=[{"start": 0, "end": 3, "label": "name"}])
    make_photo(session, make_report(session))
    make_exact_point(session, make_report(session), erase_on=DAY)
    due = {one.kind.id: due_now(session, one, today=TODAY).count for one in rules(session, point_days=POINT_DAYS)}
    assert {kind for kind, count in due.items() if count} == {"exact_points", "photo_originals"}
    assert all(erase(session, kind) == 0 for kind in KINDS if not KINDS[kind].by_design)


def test_the_newest_decision_holds_and_none_is_ever_changed(session):
    decide(session, "texts", 12)
    newest = decide(session, "texts", None)
    assert rule_of(session, "texts").decision is newest and rule_of(session, "texts").before(TODAY) is None
    newest.term = 1
    with pytest.raises(actions.NotAppendOnly):
        session.flush()


def test_a_decision_is_logged_with_its_reference(session):
    decide(session, "texts")
    logged = session.scalars(select(AuditEvent).where(AuditEvent.action == "retention decided")).one()
    assert logged.details["reference"] == "KS 2029/41"


@pytest.mark.parametrize(
    ("kind", "term"),
    [
        ("texts", Term(0, MONTHS, ENDED)),
        ("texts", Term(-1, DAYS, ENDED)),
        ("texts", Term(99_999, MONTHS, ENDED)),
        ("texts", Term(1, "years", ENDED)),
        ("log", Term(12, MONTHS, RECEIVED)),
        ("me_too", Term(12, MONTHS, ENDED)),
    ],
)
def test_an_impossible_term_is_refused(session, kind, term):
    with pytest.raises(BadTerm):
        record_decision(session, kind, term, reference="x", decided_on=DAY, decided_by="x", by=None, at=AT)


def test_what_goes_by_design_can_not_be_kept_by_a_decision(session):
    with pytest.raises(ByDesign):
        decide(session, "exact_points")


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2030, 3, 31), 1, date(2030, 2, 28)),
        (date(2030, 1, 15), 12, date(2029, 1, 15)),
        (date(2030, 1, 15), 1, date(2029, 12, 15)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
    ],
)
def test_months_are_those_of_the_calendar(day, months, expected):
    assert months_before(day, months) == expected


def test_texts_lose_their_words_and_keep_their_codes_and_a_second_time_nothing_goes(session):
    text = make_text(session, "Kalle bor här.", quotable=True, status="accepted")
    decide(session, "texts")
    assert erase(session, "texts") == 1
    assert (text.original, text.masks, text.quotable, text.status) == ("", [], False, "accepted")
    assert erase(session, "texts") == 0
    kept = session.scalars(select(PurgeRecord)).one()
    assert (kept.kind, kept.count, kept.before) == ("texts", 1, date(2029, 1, 1))
    assert session.get_one(RetentionDecision, kept.decision_id).reference == "KS 2029/41"


def test_hidden_words_are_overwritten_and_the_rest_stays(session):
    text = make_text(session, "Kalle bor här.", masks=[{"start": 0, "end": 5, "label": "name"}])
    make_text(session, "Ingen är dold här.")
    decide(session, "hidden_words")
    assert erase(session, "hidden_words") == 1
    assert text.original == "█████ bor här." and text.masks[0]["label"] == "name"
    assert erase(session, "hidden_words") == 0
    text.masks = [*text.masks, {"start": 10, "end": 13, "label": "address"}]
    session.flush()
    assert erase(session, "hidden_words") == 1 and text.original == "█████ bor ███."


def test_a_term_counts_from_the_end_of_the_round_and_not_while_it_is_open(session):
    make_text(session)
    round = the_round(session)
    decide(session, "texts", 12, ENDED)
    assert erase(session, "texts") == 0
    round.state = "ended"
    session.flush()
    one_day = round.closes_on.replace(year=round.closes_on.year + 1)
    assert erase(session, "texts", today=one_day - timedelta(1)) == 0
    assert erase(session, "texts", today=one_day) == 1


def test_a_term_can_count_from_the_first_release(session):
    from_release = decide(session, "texts", 1, RELEASED)
    make_text(session)
    assert erase(session, "texts") == 0 and from_release.event == RELEASED


def test_exact_points_go_on_their_day_or_sooner_when_the_setting_was_lowered(session):
    late = make_report(session, received_on=date(2029, 12, 1))
    make_exact_point(session, late)
    assert erase(session, "exact_points") == 0
    lowered = next(one for one in rules(session, point_days=30) if one.kind.id == "exact_points")
    asked = asked_by(lowered, today=TODAY)
    assert asked and list(purge(session, asked, by=None, at=AT)) == [1]
    assert session.get(ExactPoint, late.id) is None


def test_photos_as_they_were_sent_go_and_the_blurred_ones_stay(session):
    photo = make_photo(session, make_report(session), erase_on=TODAY)
    assert erase(session, "photo_originals") == 1
    assert session.get(PhotoOriginal, photo.id) is None and session.get(Photo, photo.id)


def test_an_answer_goes_with_everything_inside_it(session):
    response = make_response(session)
    make_text(session, response_id=response.id)
    make_text(session, report_id=make_report(session, response_id=response.id).id)
    lone = make_text(session, report_id=make_report(session).id)
    decide(session, "responses")
    assert erase(session, "responses") == 1
    assert session.scalars(select(Text)).all() == [lone] and how_many(session, Response) == 0


def test_a_report_goes_with_what_was_sent_with_it(session):
    first = make_report(session)
    make_report(session, part_of=first.id)
    inside = make_report(session, response_id=make_response(session).id)
    make_text(session, report_id=first.id)
    keep_receipt(session, code_hash="a", body_hash="b", report_id=first.id)
    decide(session, "reports")
    assert erase(session, "reports") == 1
    assert session.scalars(select(Report)).all() == [inside]
    assert (how_many(session, Text), how_many(session, Receipt)) == (0, 0)


def test_receipts_go_and_what_they_led_to_stays(session):
    for event, hash in ((RECEIVED, "a"), (ENDED, "b")):
        keep_receipt(session, code_hash=hash, body_hash="b", response_id=make_response(session).id)
        keep_receipt(session, code_hash=hash * 2, body_hash="b", report_id=make_report(session).id)
        the_round(session).state = "closed"
        decide(session, "receipts", 12, event)
        assert erase(session, "receipts") == 2
    assert how_many(session, Response) == 2


@pytest.mark.parametrize("event", [RECEIVED, ENDED])
def test_photos_go_and_the_reports_stay(session, event):
    make_photo(session, make_report(session))
    the_round(session).state = "ended"
    decide(session, "photos", 12, event)
    assert erase(session, "photos") == 1
    assert (how_many(session, Photo), how_many(session, PhotoOriginal), how_many(session, Report)) == (0, 0, 1)


def test_taps_and_drafts_and_sign_ins_go(session):
    round, place, staff = the_round(session), make_place(session), make_staff(session)
    session.add(MeToo(key_hash="x", place_id=place.id, received_on=DAY))
    draft_picture(session, round=round, rule=Thresholds(5, 10), on=DAY)
    session.add(StaffSession(token_hash="t", staff_id=staff, started_at=AT, seen_at=AT))
    for kind in ("me_too", "picture_drafts"):
        decide(session, kind)
    assert [erase(session, kind) for kind in ("me_too", "picture_drafts", "sign_ins")] == [1, 1, 1]
    assert (how_many(session, MeToo), how_many(session, Draft), how_many(session, StaffSession)) == (0, 0, 0)


def make_source(session: Session) -> Source:
    return register_source(session, name="Polisens lägesbild", lane="police-assessment", on=DAY)


def test_figures_of_a_source_go_with_those_they_replaced_and_the_source_stays(session):
    source = make_source(session)
    said = {"area": "x", "area_name": "", "category": "", "background": "", "measure": "", "unit": "count", "line": 2}
    of = {"source_id": source.id, "subject": "x", "period": "2025", "missing": "", "value": 1.0, **said}
    load = {"source_id": source.id, "file": "x.csv", "columns": [], "added": 1, "replaced": 0}
    first, second, late = (SourceLoad(at=at, **load) for at in (AT, AT, datetime(2029, 12, 1)))
    session.add_all([first, second, late])
    session.flush()
    session.add_all(
        [SourceFigure(**of, load_id=first.id, replaced_by=second.id), SourceFigure(**of, load_id=second.id)]
    )
    session.add(SourceFigure(**of | {"subject": "y"}, load_id=late.id))
    session.flush()
    decide(session, "source_figures")
    assert erase(session, "source_figures") == 2 and erase(session, "source_figures") == 0
    assert (how_many(session, SourceFigure), how_many(session, SourceLoad), how_many(session, Source)) == (1, 3, 1)


def test_words_of_a_source_go_by_the_day_on_which_they_were_kept(session):
    source, by = make_source(session), make_staff(session)
    for at in (AT, datetime(2029, 12, 1)):
        keep_text(session, source, heading="x", words="Vid torget", period="2025", found={}, by=by, at=at)
    decide(session, "source_texts")
    assert erase(session, "source_texts") == 1
    assert session.scalars(select(SourceText.kept_at)).all() == [datetime(2029, 12, 1)]


def test_a_file_that_was_sent_and_never_loaded_goes_after_a_day_without_a_decision(session):
    by, source = make_staff(session), make_source(session)
    keep_upload(session, source, file="x.csv", content=b"a;b", by=by, at=datetime(2029, 12, 30, 23, 59))
    assert erase(session, "source_uploads", today=date(2029, 12, 30)) == 0
    assert erase(session, "source_uploads", today=date(2029, 12, 31)) == 1
    assert how_many(session, SourceUpload) == 0


def test_a_file_that_was_made_to_be_fetched_goes_although_no_job_process_runs(session):
    job = ask_for_job(session, "draft file", at=AT)
    keep_result(session, job.id, name="x.pdf", kind="application/pdf", content=b"%PDF", at=AT)
    assert erase(session, "job_results", today=AT.date()) == 0
    assert erase(session, "job_results") == 1 and session.get(Job, job.id)


def test_a_draft_goes_with_its_document_and_the_files_made_of_it(session):
    draft = draft_picture(session, round=the_round(session), rule=Thresholds(5, 10), on=DAY)
    session.add(DraftDocument(draft_id=draft.id, content={}, revision=1, changed_at=AT))
    job = ask_for_job(session, DRAFT_FILE, at=AT, draft=draft.id)
    keep_result(session, job.id, name="x.pdf", kind="application/pdf", content=b"%PDF", at=datetime(2030, 1, 1))
    decide(session, "picture_drafts")
    assert erase(session, "picture_drafts") == 1
    assert (how_many(session, Draft), how_many(session, DraftDocument), how_many(session, JobResult)) == (0, 0, 0)


def test_every_kind_can_be_counted_and_erased(session):
    for kind in KINDS.values():
        term = Term(1, MONTHS, kind.events[0])
        due = counted(session, kind.id, event=term.event, before=TODAY, today=TODAY)
        assert due[0] == 0 or kind.id == "log"


def test_lines_of_the_log_go_by_a_decision(session):
    decide(session, "log", 24)
    session.commit()
    assert due_now(session, rule_of(session, "log"), today=date(2099, 1, 1)).count
    assert erase(session, "log", today=date.today()) == 0  # these lines are of today


def test_what_is_due_goes_in_batches_that_are_one_record(session, monkeypatch):
    monkeypatch.setattr(actions, "BATCH", 2)
    for _ in range(5):
        make_text(session)
    decide(session, "texts")
    asked = asked_by(rule_of(session, "texts"), today=TODAY)
    assert asked and list(purge(session, asked, by=None, at=AT)) == [2, 4, 5]
    assert session.scalars(select(PurgeRecord.count)).all() == [5]


def test_deleting_what_residents_sent_never_searches_a_whole_table(session):
    """Every key to a resident's row that the database follows when that row goes has an index that begins with it."""
    wanting = []
    for table in Text.metadata.sorted_tables:
        indexed = {next(iter(index.columns)).name for index in table.indexes}
        indexed |= {next(iter(table.primary_key.columns)).name} if len(table.primary_key.columns) else set()
        indexed |= {column.name for column in table.columns if column.unique}
        for key in table.foreign_keys:
            target = key.column.table.name
            if target in ("text", "report", "response", "photo") and key.parent.name not in indexed:
                wanting.append(f"{table.name}.{key.parent.name}")
    assert wanting == []
