"""Reports out of somebody else's file."""

import csv
import json
from collections.abc import Sequence
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.areas.queries import find_area
from dialog.audit.queries import latest_events
from dialog.geography.points import Point
from dialog.places.accounts import LONGEST_LOADED, UNKNOWN_LANGUAGE
from dialog.places.coarsening.points import coarse_point
from dialog.places.columns import recognise_columns
from dialog.places.imported import IMPORTED
from dialog.places.imports import Load, Loaded, load_reports
from dialog.places.models import AREA, PIN, WORDS, ExactPoint, ImportedCode, ImportedReport, Report
from dialog.rows.mapping import BadMap, ColumnMap, read_map
from dialog.rows.reading import read_rows
from dialog.survey.models import Round
from dialog.texts.models import NEW, Text
from tests.factories import make_round

TODAY, ERASE_ON = date(2026, 10, 10), date(2027, 1, 8)
HEADINGS = ("text", "category", "lat", "lon", "date", "address")
GOOD: dict[str, Any] = {"text": "Mörkt", "lat": 59.05, "lon": 15.05, "date": "2026-10-01"}  # in Norrby


def hash_of(said: str) -> str:
    return sha256(said.encode()).hexdigest()


def load(session: Session, path: Path, *told: str, **fixed: str) -> Loaded:
    return load_mapped(session, path, read_map(None, told, fixed))


def load_mapped(session: Session, path: Path, told: ColumnMap) -> Loaded:
    """Into the one round there is, or a fresh one."""
    round = session.scalars(select(Round)).one_or_none() or make_round(session)
    rows = read_rows(path)
    setting = Load(round.id, round.area_id, path.stem, TODAY, ERASE_ON, inhabitants=50, hash_of=hash_of)
    return load_reports(session, rows, recognise_columns(rows.columns, told), setting)


def saved(folder: Path, *rows: dict[str, Any], headings: Sequence[str] = HEADINGS) -> Path:
    path = folder / "faults.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, headings)
        writer.writeheader()
        writer.writerows(rows)
    return path


def only(session: Session) -> Report:
    return session.scalars(select(Report)).one()


def texts(session: Session, question: str) -> list[str]:
    return list(session.scalars(select(Text.original).where(Text.question == question).order_by(Text.original)))


def test_a_row_becomes_a_report_that_waits_for_review(session, tmp_path):
    loaded = load(session, saved(tmp_path, GOOD))
    assert (loaded.taken, loaded.in_words, loaded.outside, len(loaded.rejects)) == (1, 0, 0, 0)
    report = only(session)
    assert (report.placed_by, report.channel, report.status, report.language) == (PIN, IMPORTED, NEW, UNKNOWN_LANGUAGE)
    assert (report.area_id, report.received_on) == (find_area(session, "north").id, date(2026, 10, 1))
    text = session.scalars(select(Text)).one()
    assert (text.original, text.question, text.status, text.masks, text.report_id) == (
        "Mörkt",
        "what",
        NEW,
        [],
        report.id,
    )
    assert (text.area_id, text.received_on, text.round_id) == (report.area_id, report.received_on, report.round_id)


def test_the_exact_point_stands_apart_and_the_report_on_the_grid(session, tmp_path):
    load(session, saved(tmp_path, GOOD | {"lat": 59.0512345}))
    report, exact = only(session), session.scalars(select(ExactPoint)).one()
    assert (exact.report_id, exact.lat, exact.lon, exact.erase_on) == (report.id, 59.0512, 15.05, ERASE_ON)
    root_id = session.scalars(select(Round.area_id)).one()
    coarse = coarse_point(session, Point(59.0512, 15.05), root_id=root_id, inhabitants=50)
    assert (report.lat, report.lon, report.within) == (coarse.point.lat, coarse.point.lon, coarse.within)


def test_a_report_outside_every_area_is_kept_as_such(session, tmp_path):
    loaded = load(session, saved(tmp_path, GOOD | {"lat": 47.67, "lon": 9.19}))
    assert (loaded.taken, loaded.outside) == (1, 1)
    assert (only(session).placed_by, only(session).area_id) == (PIN, None)


def test_without_coordinates_the_address_says_where_it_is(session, tmp_path):
    loaded = load(session, saved(tmp_path, GOOD | {"lat": "", "lon": "", "address": "Storgatan 1"}))
    assert (loaded.taken, loaded.in_words) == (1, 1)
    assert (only(session).placed_by, only(session).area_id, only(session).lat) == (WORDS, None, None)
    assert texts(session, "place") == ["Storgatan 1"]
    assert session.scalars(select(ExactPoint)).all() == []


def test_beside_a_pin_the_address_is_not_kept(session, tmp_path):
    load(session, saved(tmp_path, GOOD | {"address": "Storgatan 1"}))
    assert texts(session, "place") == []


@pytest.mark.parametrize("nothing", ["keine", "-", "N/A", "okänd"])
def test_a_word_for_no_address_is_no_address(session, tmp_path, nothing):
    load(session, saved(tmp_path, GOOD | {"lat": "", "lon": "", "address": nothing}))
    assert texts(session, "place") == []


@pytest.mark.parametrize("words", ["north", "Norrby", "norrby", "نوربي"])
def test_an_area_may_be_named_by_code_or_in_any_language(session, tmp_path, words):
    loaded = load(session, saved(tmp_path, {"text": "Mörkt", "area": words}, headings=("text", "area")))
    assert (loaded.in_words, only(session).placed_by) == (0, AREA)
    assert only(session).area_id == find_area(session, "north").id


def test_an_area_that_is_none_of_ours_says_in_words_where_it_is(session, tmp_path):
    row = {"text": "Mörkt", "stadsdel": "Ryd", "adress": "vid dammen"}
    load(session, saved(tmp_path, row, headings=("text", "stadsdel", "adress")))
    assert (only(session).placed_by, texts(session, "place")) == (WORDS, ["Ryd, vid dammen"])


def test_categories_of_the_file_are_kept_with_where_they_came_from(session, tmp_path):
    headings = ("text", "category", "subcategory")
    rows = [{"text": "a", "category": "Ljus", "subcategory": "Trasig"}, {"text": "b", "category": "Ljus"}]
    load(session, saved(tmp_path, *rows, *rows, headings=headings))
    found = session.execute(
        select(ImportedCode.source, ImportedCode.parent, ImportedCode.label).order_by(ImportedCode.id)
    )
    assert sorted(tuple(row) for row in found) == [("faults", "", "Ljus"), ("faults", "Ljus", "Trasig")]
    load(session, saved(tmp_path, *rows, headings=headings))
    assert session.scalar(select(func.count()).select_from(ImportedCode)) == 2


def test_a_category_or_a_point_alone_is_enough(session, tmp_path):
    loaded = load(session, saved(tmp_path, GOOD | {"text": ""}, {"category": "Ljus", "date": "2026-10-01"}))
    assert loaded.taken == 2
    assert texts(session, "what") == []


@pytest.mark.parametrize(
    ("changes", "column", "says"),
    [
        ({"lat": 15.05, "lon": 59.05}, "lat", "swapped"),
        ({"lat": 15.05, "lon": -159.05}, "", ""),
        ({"lat": 120, "lon": 59}, "lat", "swapped"),
        ({"lat": "nan"}, "lat", "outside the world"),
        ({"lat": "inf"}, "lat", "outside the world"),
        ({"lat": 200, "lon": 200}, "lat", "outside the world"),
        ({"lat": 6473000, "lon": 532000}, "lat", "metres"),
        ({"lat": 0, "lon": 0}, "lat", "Atlantic"),
        ({"lat": "north"}, "lat", "no coordinates"),
        ({"lat": ""}, "lat", "empty"),
        ({"lon": " "}, "lon", "empty"),
        ({"date": "2026-02-30"}, "date", "no date"),
        ({"date": ""}, "date", "empty"),
        ({"date": TODAY + timedelta(days=2)}, "date", "future"),
        ({"date": "0001-01-01"}, "date", "long ago"),
        ({"text": "x" * (LONGEST_LOADED + 1)}, "text", "10001 characters"),
        ({"text": " ", "lat": "", "lon": "", "address": "Storgatan 1"}, "", "no text, no category and no point"),
        ({"text": "a\0b"}, "", "NUL"),
    ],
)
def test_a_row_that_can_not_be_true_is_rejected_with_its_reason(session, tmp_path, changes, column, says):
    loaded = load(session, saved(tmp_path, GOOD, GOOD | changes))
    if not says:  # far away, but possible
        assert loaded.taken == 2
        return
    [reject] = loaded.rejects
    assert (loaded.taken, reject.line, reject.column) == (1, 3, column)
    assert says in reject.reason


def test_a_text_of_another_system_may_be_longer_than_ours(session, tmp_path):
    load(session, saved(tmp_path, GOOD | {"text": "x" * LONGEST_LOADED}))
    assert len(texts(session, "what")[0]) == LONGEST_LOADED


def test_a_decimal_comma_and_a_pair_of_coordinates_are_understood(session, tmp_path):
    load(session, saved(tmp_path, GOOD | {"lat": "59,05", "lon": "15,05"}))
    load(session, saved(tmp_path, {"text": "b", "gps": "59.05, 15.05"}, headings=("text", "gps")))
    assert {report.area_id for report in session.scalars(select(Report))} == {find_area(session, "north").id}
    loaded = load(session, saved(tmp_path, {"text": "c", "gps": "there"}, headings=("text", "gps")))
    assert [reject.column for reject in loaded.rejects] == ["gps"]


def test_without_a_date_in_the_file_reports_came_in_today(session, tmp_path):
    load(session, saved(tmp_path, {"text": "Mörkt"}, headings=("text",)))
    assert only(session).received_on == TODAY


def test_the_language_is_told_or_stands_in_the_file(session, tmp_path):
    load(session, saved(tmp_path, GOOD), language="sv")
    headings = ("text", "lang")
    loaded = load(
        session, saved(tmp_path, {"text": "a", "lang": "ar"}, {"text": "b", "lang": "???"}, headings=headings)
    )
    assert sorted(report.language for report in session.scalars(select(Report))) == ["ar", "sv"]
    assert [reject.column for reject in loaded.rejects] == ["lang"]


def test_closed_answers_are_read_as_options_or_words(session, tmp_path):
    headings = ("text", "feeling", "causes", "Platstyp", "times")
    row = {"text": "a", "feeling": "Otrygg", "causes": "lighting; Skräp", "Platstyp": "park_woods", "times": ""}
    loaded = load(session, saved(tmp_path, row, row | {"feeling": "so-so"}, headings=headings))
    assert only(session).answers == {"feeling": "unsafe", "kind": "park_woods", "causes": ["lighting", "litter"]}
    assert [(reject.column, "none of the options" in reject.reason) for reject in loaded.rejects] == [("feeling", True)]


def test_columns_and_values_may_be_told(session, tmp_path):
    path = saved(tmp_path, {"Fri": "a", "Sort": "Lampa"}, headings=("Fri", "Sort"))
    (tmp_path / "map.toml").write_text(
        '[columns]\ntext = "Fri"\ncauses = "Sort"\n[values.causes]\nLampa = "lighting"\n'
    )
    load_mapped(session, path, read_map(tmp_path / "map.toml", (), {"feeling": "unsafe"}))
    assert only(session).answers == {"feeling": "unsafe", "causes": ["lighting"]}


def test_a_field_that_does_not_exist_is_refused(session, tmp_path):
    with pytest.raises(BadMap, match="no field name"):
        load(session, saved(tmp_path, GOOD), "name=text")


def test_a_file_that_shows_nothing_of_a_report_names_the_option_it_lacks(session, tmp_path):
    with pytest.raises(BadMap, match="--column text=COLUMN"):
        load(session, saved(tmp_path, {"year": "2026", "number": "7"}, headings=("year", "number")))
    with pytest.raises(BadMap, match="--column lon=COLUMN"):
        load(session, saved(tmp_path, {"text": "a", "lat": "59"}, headings=("text", "lat")))


def test_nothing_is_kept_of_who_reported_or_where_it_can_be_looked_up(session, tmp_path):
    row = {"id": "4711", "text": "a", "author": "Anna Ek", "reporter.name": "Bo", "url": "https://x.example/4711"}
    row |= {"image": "face.jpg", "email": "anna@x.example", "name": "Anna"}
    load(session, saved(tmp_path, row, headings=tuple(row)))
    kept = [
        str(vars(one))
        for model in (Report, Text, ImportedCode, ImportedReport)
        for one in session.scalars(select(model))
    ]
    assert not [one for one in kept for secret in ("4711", "Anna", "Bo", "x.example", "face") if secret in one]


def test_the_same_file_twice_is_taken_once(session, tmp_path):
    rows = [GOOD, GOOD, GOOD | {"text": "Skräp"}, GOOD | {"text": "Skräp", "lat": "", "lon": ""}]
    path = saved(tmp_path, *rows)
    assert (first := load(session, path)).taken == 4 and first.here_already == 0
    again = load(session, path.rename(tmp_path / "renamed.csv"))
    assert (again.taken, again.here_already) == (0, 4)
    assert session.scalar(select(func.count()).select_from(ImportedReport)) == 4
    grown = load(session, saved(tmp_path, *rows, GOOD, GOOD | {"text": "Nytt"}))
    assert (grown.taken, grown.here_already) == (2, 4)
    assert (len(texts(session, "what")), session.scalar(select(func.count()).select_from(ExactPoint))) == (6, 5)


def test_a_case_is_known_by_its_number_though_its_words_change(session, tmp_path):
    headings = ("id", *HEADINGS)
    load(session, saved(tmp_path, GOOD | {"id": "1"}, GOOD | {"id": "2"}, headings=headings))
    edited = GOOD | {"text": "Mörkt. (Åtgärdat)"}
    again = load(session, saved(tmp_path, edited | {"id": 1}, GOOD | {"id": 3}, headings=headings))
    assert (again.taken, again.here_already) == (1, 1)
    assert texts(session, "what") == ["Mörkt"] * 3


def test_numbers_that_begin_anew_are_told_apart_by_their_day(session, tmp_path):
    headings = ("id", *HEADINGS)
    load(session, saved(tmp_path, GOOD | {"id": "1"}, headings=headings))
    again = load(session, saved(tmp_path, GOOD | {"id": "1", "date": "2026-10-02"}, headings=headings))
    assert (again.taken, again.here_already) == (1, 0)


def test_numbers_in_a_file_without_days_are_told_apart_by_what_the_rows_say(session, tmp_path):
    headings = ("id", "text")
    load(session, saved(tmp_path, {"id": "1", "text": "Mörkt"}, headings=headings))
    rows = [{"id": "1", "text": "Mörkt"}, {"id": "1", "text": "Skräp"}]
    again = load(session, saved(tmp_path, *rows, headings=headings))
    assert (again.taken, again.here_already) == (1, 1)


def test_numbers_that_are_of_no_use_lose_no_report(session, tmp_path):
    """One and the same number may stand on every row; equal rows of one case are one."""
    rows = [GOOD | {"id": "7", "text": text} for text in ("Mörkt", "Skräp", "Mörkt")]
    loaded = load(session, saved(tmp_path, *rows, headings=("id", *HEADINGS)))
    assert (loaded.taken, loaded.here_already) == (2, 1)
    again = load(session, saved(tmp_path, *rows, headings=("id", *HEADINGS)))
    assert (again.taken, again.here_already) == (0, 3)


def test_what_was_rejected_is_taken_once_it_is_mended(session, tmp_path):
    loaded = load(session, saved(tmp_path, GOOD, GOOD | {"date": "when?"}, GOOD | {"lat": 15.05, "lon": 59.05}))
    assert (loaded.taken, len(loaded.rejects)) == (1, 2)
    loaded = load(session, saved(tmp_path, GOOD, GOOD | {"date": "2026-10-02"}, GOOD | {"lat": 59.06}))
    assert (loaded.taken, loaded.here_already, len(loaded.rejects)) == (2, 1, 0)


def test_what_a_row_is_known_by_holds_nothing_of_a_person_and_nothing_readable(session, tmp_path):
    hashed: list[str] = []

    def hash_of(said: str) -> str:
        hashed.append(said)
        return sha256(said.encode()).hexdigest()

    row = GOOD | {"id": "4711", "name": "Anna Ek", "email": "anna@x.example"}
    path = saved(tmp_path, row, GOOD | {"name": "Bo Ek"}, headings=tuple(row))
    rows, round = read_rows(path), make_round(session)
    setting = Load(round.id, round.area_id, path.stem, TODAY, ERASE_ON, inhabitants=50, hash_of=hash_of)
    assert load_reports(session, rows, recognise_columns(rows.columns, ColumnMap()), setting).taken == 2
    assert len(hashed) == 2 and not [one for one in hashed if "Ek" in one or "anna" in one]
    assert all(len(one) == 64 for one in session.scalars(select(ImportedReport.key_hash)))


def test_a_report_that_is_erased_may_come_again(session, tmp_path):
    path = saved(tmp_path, GOOD)
    load(session, path)
    session.delete(only(session))
    session.flush()
    assert load(session, path).taken == 1


def test_the_load_is_logged_without_what_was_written(session, tmp_path):
    load(session, saved(tmp_path, GOOD, GOOD | {"date": ""}))
    [event] = latest_events(session, limit=1)
    assert (event.action, event.details) == ("reports loaded", {"source": "faults", "taken": 1, "rejected": 1})


def test_more_rows_than_one_portion_are_all_taken(session, tmp_path):
    loaded = load(session, saved(tmp_path, *([GOOD] * 4_500)))
    assert loaded.taken == session.scalar(select(func.count()).select_from(Report)) == 4_500
    assert session.scalar(select(func.count()).select_from(ExactPoint)) == 4_500


def test_features_of_a_map_are_reports(session, tmp_path):
    point = {"type": "Point", "coordinates": [15.05, 59.05]}
    line = {"type": "LineString", "coordinates": [[15.05, 59.05], [15.06, 59.05]]}
    features = [{"type": "Feature", "properties": {"beskrivning": "Mörkt"}, "geometry": one} for one in (point, line)]
    path = tmp_path / "faults.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    loaded = load(session, path)
    assert only(session).area_id == find_area(session, "north").id
    assert [(reject.line, reject.reason) for reject in loaded.rejects] == [(2, "it is a LineString, not a point")]


def test_the_reports_of_konstanz_need_no_map(session, shared_data):
    loaded = load(session, shared_data / "reports/konstanz_maengelmelder_A.csv", language="de")
    assert (loaded.taken, loaded.in_words, loaded.outside, len(loaded.rejects)) == (1066, 2, 1064, 0)
    assert len(texts(session, "what")) == 1066
    codes = session.scalars(select(ImportedCode)).all()
    assert (len(codes), len({code.parent for code in codes})) == (23, 6)
    assert {code.source for code in codes} == {"konstanz_maengelmelder_A"}
    assert session.scalar(select(func.max(Report.received_on))) == date(2026, 1, 2)
    again = load(session, shared_data / "reports/konstanz_maengelmelder_A.csv", language="de")
    assert (again.taken, again.here_already) == (0, 1066)


def test_the_twice_encoded_reports_of_helsinki_are_put_right(session, shared_data):
    loaded = load(session, shared_data / "reports/helsinki_kerrokantasi_bikeracks_2017_A.json", language="fi")
    assert (loaded.taken, loaded.in_words, len(loaded.rejects)) == (206, 0, 0)
    kept = texts(session, "what")
    assert len(kept) == 109
    assert any("pyöriä" in text for text in kept)
    assert not [text for text in kept if "Ã" in text]
    assert session.scalar(select(func.count()).select_from(ExactPoint)) == 206
    again = load(session, shared_data / "reports/helsinki_kerrokantasi_bikeracks_2017_A.json", language="fi")
    assert (again.taken, again.here_already) == (0, 206)


def test_the_reports_of_chapel_hill_need_no_map(session, shared_data):
    loaded = load(session, shared_data / "reports/seeclickfix_chapelhill_A.json", language="en")
    assert (loaded.taken, len(loaded.rejects)) == (183, 0)
    assert texts(session, "what").count("Garbage Cart Not Out") > 100
    assert "TEST Issue- Privacy Settings\nhttp://www.test.com" in texts(session, "what")
    labels = set(session.scalars(select(ImportedCode.label)))
    assert labels == {"Field - Solid Waste - Garbage Cart Not Out", "TEST Issue- Privacy Settings"}
    again = load(session, shared_data / "reports/seeclickfix_chapelhill_A.json", language="en")
    assert (again.taken, again.here_already) == (0, 183)


def test_the_three_cities_do_not_take_each_others_numbers(session, shared_data):
    files = sorted((shared_data / "reports").iterdir())
    assert [load(session, file).here_already for file in files] == [0] * len(files)


def test_days_of_seeclickfix_may_be_seconds(session, tmp_path):
    issue = {"id": 1, "summary": "Lamp", "description": None, "lat": 59.05, "lng": 15.05, "created_at": 1495652443}
    path = tmp_path / "issues.json"
    path.write_text(json.dumps({"metadata": {"pagination": {}}, "issues": [issue], "errors": {}}))
    load(session, path)
    assert only(session).received_on == date(2017, 5, 24)
