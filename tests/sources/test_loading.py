"""Keeping figures: new, corrected, the same; and everything in the log."""

from datetime import date, datetime

import pytest
from sqlalchemy import event, func, select

from dialog.audit.models import AuditEvent
from dialog.sources.actions import NameTaken, UnknownLane, change_source, keep_text, register_source
from dialog.sources.facts import Facts
from dialog.sources.models import SourceFigure, SourceLoad
from dialog.sources.queries import (
    Asked,
    all_sources,
    figures_in,
    figures_of,
    loads_of,
    remembered,
    replaced_figures,
    texts_in,
)
from dialog.sources.taking import take, understand, usual_name
from dialog.sources.understanding.columns import Said, Told, fingerprint
from tests.factories import make_land
from tests.review.factories import make_staff

AT = datetime(2026, 11, 20, 9, 0)
HEAD = "område;år;fråga;index"


@pytest.fixture
def source(session):
    make_land(session)
    return register_source(session, name="Trygghetsmätning", lane="safety-survey", on=AT.date())


@pytest.fixture
def load(session, source, tmp_path):
    def load(*lines, told=None, head=HEAD):
        (tmp_path / "t.csv").write_text("\n".join([head, *lines]))
        understood = understand(session, tmp_path / "t.csv", told or Told())
        return take(session, understood, source, publisher="", by=None, at=AT)

    return load


def standing(session, source):
    return sorted((one.area, one.period, one.value) for one in figures_of(session, source.id, Asked()))


def logged(session):
    session.commit()
    chosen = select(AuditEvent.action, AuditEvent.details).order_by(AuditEvent.id)
    return [(row.action, row.details) for row in session.execute(chosen)]


def test_figures_are_kept_under_the_areas_they_are_of(session, source, load):
    loaded = load("Norrby;2024;Klotter;1,53", "Riket;2024;Klotter;2,1")
    assert (loaded.added, loaded.ours, loaded.elsewhere) == (2, 1, 1)
    ours, theirs = figures_of(session, source.id, Asked())
    assert (ours.area, ours.value, ours.unit) == ("north", 1.53, "index") and ours.area_id
    assert (theirs.area, theirs.area_id) == ("Riket", None)


def test_the_same_file_again_changes_nothing(session, source, load):
    load("Norrby;2024;Klotter;1,53")
    lines = len(logged(session))
    again = load("Norrby;2024;Klotter;1,53")
    assert (again.changed, again.same) == (False, 1)
    assert len(logged(session)) == lines and len(loads_of(session, source.id)) == 1


def test_next_years_file_adds_its_period(session, source, load):
    load("Norrby;2023;Klotter;1,53")
    load("Norrby;2024;Klotter;1,4")
    assert standing(session, source) == [("north", "2023", 1.53), ("north", "2024", 1.4)]


def test_a_corrected_figure_takes_the_place_of_another_and_leaves_a_trace(session, source, load):
    load("Norrby;2024;Klotter;1,53", "Söderby;2024;Klotter;2")
    loaded = load("Norrby;2024;Klotter;1,35", "Söderby;2024;Klotter;2")
    assert (loaded.added, loaded.replaced, loaded.same) == (0, 1, 1)
    assert standing(session, source) == [("north", "2024", 1.35), ("south", "2024", 2)]
    ((was, by),) = replaced_figures(session, source.id)
    assert (was.value, by.id) == (1.53, loads_of(session, source.id)[0].id)
    action, details = logged(session)[-1]
    assert (action, details["replaced"], details["periods"]) == ("figures loaded", 1, ["2024"])


def test_what_a_file_leaves_out_stays(session, source, load):
    load("Norrby;2024;Klotter;1", "Söderby;2024;Klotter;2")
    load("Norrby;2024;Klotter;1")
    assert len(standing(session, source)) == 2


def test_two_names_of_one_area_that_differ_are_told(session, source, tmp_path):
    (tmp_path / "t.csv").write_text(f"{HEAD}\nnorth;2024;Klotter;1\nNorrby;2024;Klotter;2")
    understood = understand(session, tmp_path / "t.csv", Told())
    take(session, understood, source, publisher="", by=None, at=AT)
    assert [str(one.problem) for one in understood.account.left] == ["Line 2 says something else of the same."]
    assert standing(session, source) == [("north", "2024", 1)]


def test_areas_that_are_loaded_later_get_their_figures(session, tmp_path):
    (tmp_path / "t.csv").write_text(f"{HEAD}\nNorrby;2024;Klotter;1")
    source = register_source(session, name="Trygghetsmätning", lane="safety-survey", on=AT.date())
    for _ in range(2):
        take(session, understand(session, tmp_path / "t.csv", Told()), source, publisher="", by=None, at=AT)
        make_land(session) if not session.scalar(select(func.count(SourceFigure.area_id))) else None
    found = session.scalars(select(SourceFigure).where(SourceFigure.replaced_by.is_(None))).all()
    assert found[-1].area_id is not None


def test_what_was_said_of_columns_is_remembered_for_next_years_file(session, source, load):
    load(
        "Norrby;2023;Klotter;1",
        head="ruta;x;y;2023",
        told=Told({"ruta": Said("area"), "x": Said("left")}, {"period": "2023"}),
    )
    understood_roles = load("Norrby;2024;Klotter;1,4", head="ruta;x;y;2024")
    assert understood_roles.added == 1
    told = session.scalar(select(func.count()).select_from(SourceLoad))
    assert told == 2 and standing(session, source)[1] == ("north", "2024", 1.4)


def test_a_period_that_was_told_is_that_of_its_own_file_only(session, source, load):
    load("Norrby;Klotter;1", head="område;fråga;index", told=Told(fixed={"period": "2023", "measure": "Index"}))
    kept = remembered(session, fingerprint(["område", "fråga", "index"]))
    assert kept and kept.fixed == {"measure": "Index"}


def test_registering_and_changing_stand_in_the_log(session, source):
    with pytest.raises(NameTaken):
        register_source(session, name="Trygghetsmätning", lane="reported-crime", on=AT.date())
    with pytest.raises(UnknownLane):
        register_source(session, name="Ny", lane="x", on=AT.date())
    facts = Facts(publisher="Polisen", answers=1219, response_rate=56.1, limits="Inte barn.")
    change_source(session, source, name="Trygghetsmätning Syd", lane=source.lane, facts=facts, by=None)
    change_source(session, source, name="Trygghetsmätning Syd", lane=source.lane, facts=facts, by=None)
    assert [action for action, _ in logged(session)] == ["source registered", "source changed"]
    assert logged(session)[1][1]["fields"] == ["answers", "limits", "name", "publisher", "response_rate"]


def test_figures_are_read_by_lane_area_period_category_and_unit(session, source, load):
    load("Norrby;2023;Klotter;1", "Norrby;2024;Klotter;2", "Söderby;2024;Oro;3", "Riket;2024;Oro;4")
    north = next(one.area_id for one in figures_in(session, "safety-survey") if one.area == "north")
    assert north
    assert len(figures_in(session, "safety-survey")) == 4 and not figures_in(session, "reported-crime")
    assert [one.value for one in figures_in(session, "safety-survey", area_ids=[north])] == [1, 2]
    chosen = figures_in(session, "safety-survey", periods=["2024"], categories=["Oro"], unit="index")
    assert {one.value for one in chosen} == {3, 4}


def test_words_of_a_source_are_kept_and_the_list_takes_one_query(session, source, load):
    load("Norrby;2024;Klotter;1")
    police = register_source(session, name="Lägesbild", lane="police-assessment", on=date(2026, 11, 1))
    by = make_staff(session)
    keep_text(session, police, heading="Hösten", words="Lugnt vid torget.", period="2026", found={}, by=by, at=AT)
    assert [one.words for one in texts_in(session, "police-assessment")] == ["Lugnt vid torget."]
    seen = []
    event.listen(session.get_bind(), "before_cursor_execute", listener := lambda *said: seen.append(said[2]))
    listed = all_sources(session)
    event.remove(session.get_bind(), "before_cursor_execute", listener)
    assert [(one.source.lane, one.figures, one.texts) for one in listed] == [
        ("safety-survey", 1, 0),
        ("police-assessment", 0, 1),
    ]
    assert len(seen) == 1


def test_a_source_is_called_as_its_file_without_the_year():
    assert (
        usual_name("Brottsstatistik_Falun_202412.csv")
        == usual_name("Brottsstatistik_Falun_202512.csv")
        == "Brottsstatistik Falun"
    )
