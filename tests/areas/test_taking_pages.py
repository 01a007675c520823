"""Loading areas, population and names in the browser, without script: look, then load, or not."""

import json
import os
import re
import time
from io import BytesIO
from pathlib import Path

import pytest
from sqlalchemy import event, func, select

from dialog.areas.actions import keep_area, keep_division
from dialog.areas.models import Area, Division, PlaceName, Population
from dialog.areas.queries import find_area, root_of
from dialog.areas.taking.kept import LARGEST
from dialog.audit.queries import latest_events
from tests.areas.maps import squares, write, write_geojson, write_shapefile
from tests.cli.test_areas import ON
from tests.factories import make_land, square
from tests.forms import hidden_fields
from tests.promises.addresses import rules

LOAD, POPULATION, NAMES = "/admin/areas/load", "/admin/areas/population", "/admin/areas/names"
ENGLISH = {"Accept-Language": "en"}


@pytest.fixture
def admin(signed_in):
    return signed_in("admin")


@pytest.fixture
def uploads(app):
    folder = Path(app.config["INSTANCE"]) / "uploads"
    for own in folder.glob("*"):
        for file in own.iterdir():
            file.unlink()
        own.rmdir()
    return folder


@pytest.fixture
def send(admin):
    """`send(address, file, do="load")`: fill in the form of the page, with what stands in the form before it."""
    form: dict[str, str] = {}

    def send(address, file=None, *, do="look", **told):
        data = hidden_fields(admin.get(address).text) if file or not form else dict(form)
        sent = {"file": (BytesIO(file.read_bytes()), file.name)} if isinstance(file, Path) else {}
        answer = admin.post(address, data=data | told | sent | {"do": do}, headers=ENGLISH)
        answer.request.environ["wsgi.input"].close()  # a large body stands in a file
        form.clear()
        form.update(hidden_fields(answer.text) if answer.status_code != 303 else {})
        return answer

    return send


def geojson(folder, *features, name="stadsdelar.geojson"):
    found = [{"type": "Feature", "properties": row, "geometry": outline} for outline, row in features]
    path = folder / name
    path.write_text(json.dumps({"type": "FeatureCollection", "features": found}))
    return path


@pytest.fixture
def two(tmp_path):
    return geojson(
        tmp_path,
        (square(15, 59), {"kod": "a", "namn": "Östra"}),
        (square(15.1, 59), {"kod": "b", "namn": "Västra"}),
    )


def areas(session):
    session.rollback()
    return session.scalar(select(func.count()).select_from(Area))


def kept(uploads):
    return [file.name for file in uploads.rglob("*") if file.is_file()]


def test_without_areas_the_first_thing_is_to_load_some(admin):
    html = admin.get("/admin/areas", headers=ENGLISH).text
    main = html.partition("<main")[2]
    assert f'href="{LOAD}"' in main and "command" not in main


def test_looking_shows_what_a_file_would_change_and_changes_nothing(send, session, two, uploads):
    answer = send(LOAD, two, root_name="Provby")
    assert answer.status_code == 200
    for words in ("Nothing has been loaded yet", "New areas", "stadsdelar", "Östra (a)", "made of them all, Provby"):
        assert words in answer.text
    assert answer.text.count('class="land"') == 2
    assert (areas(session), session.scalars(select(Division)).all(), latest_events(session)[0].action) == (
        0,
        [],
        "signed in",
    )
    assert kept(uploads) == ["stadsdelar.geojson"]
    assert (uploads.stat().st_mode & 0o777, next(uploads.iterdir()).stat().st_mode & 0o777) == (0o700, 0o700)


def test_what_was_looked_at_can_be_loaded_without_sending_it_again(send, admin, session, two, uploads):
    send(LOAD, two, root_name="Provby")
    answer = send(LOAD, do="load")
    assert (answer.status_code, answer.location, kept(uploads)) == (303, "/admin/areas", [])
    root = root_of(session)
    assert root and root.names == {"sv": "Provby"} and find_area(session, "a").division == "stadsdelar"
    last = latest_events(session)[0]
    assert (last.action, last.staff_id is None) == ("areas loaded", False)
    html = admin.get("/admin/areas", headers=ENGLISH).text
    assert "2 areas of kind district loaded, 0 renewed." in html and "Östra (a)" in html


def test_what_is_not_wanted_is_put_away(send, session, two, uploads):
    send(LOAD, two)
    answer = send(LOAD, do="drop")
    assert (answer.status_code, kept(uploads), areas(session)) == (303, [], 0)


def test_nobody_who_loads_twice_gets_anything_twice(send, admin, session, two):
    send(LOAD, two)
    data = hidden_fields(admin.post(LOAD, data={**form_of(admin), "file": opened(two), "do": "look"}).text)
    assert admin.post(LOAD, data=data | {"do": "load"}).status_code == 303
    again = admin.post(LOAD, data=data | {"do": "load"}, headers=ENGLISH)
    assert (again.status_code, areas(session)) == (422, 3)
    assert "no longer here" in again.text


def form_of(client, address=LOAD):
    return hidden_fields(client.get(address).text)


def opened(file):
    return BytesIO(file.read_bytes()), file.name


def test_a_file_that_nobody_decided_on_is_gone_after_an_hour(send, two, uploads):
    send(LOAD, two)
    [old] = uploads.iterdir()
    long_ago = time.time() - 3700
    os.utime(old, (long_ago, long_ago))
    assert "no longer here" in send(LOAD, do="load").text
    send(LOAD, two)
    assert not old.exists() and len(kept(uploads)) == 1


@pytest.mark.usefixtures("uploads")
def test_names_of_files_and_ids_lead_nowhere_else(send, admin, two, uploads):
    answer = admin.post(LOAD, data={**form_of(admin), "file": (opened(two)[0], "../../etc/<b>x.geojson")})
    assert answer.status_code == 200 and kept(uploads) == ["_b_x.geojson"]
    secret = uploads.parent / "secret.geojson"
    secret.write_bytes(two.read_bytes())
    for id in ("..", ".", "../uploads", "x" * 32, "0" * 32):
        assert admin.post(LOAD, data={**form_of(admin), "kept": id, "do": "load"}).status_code == 422
        admin.post(LOAD, data={**form_of(admin), "kept": id, "do": "drop"})
    assert secret.exists()
    secret.unlink()


def test_what_a_file_lacks_is_asked_for_and_the_file_stays(send, session, tmp_path, uploads):
    rows = [(square(15 + n / 10, 59), {"desokod": f"0001A00{n}0"}) for n in range(2)]
    send(LOAD, geojson(tmp_path, *rows, name="deso2018.geojson"))
    send(LOAD, do="load")
    answer = send(LOAD, geojson(tmp_path, *rows, name="ny.geojson"))
    assert answer.status_code == 422
    assert "ny.geojson does not say which deso it is, and there is deso-2018: say “Version”." in answer.text
    assert re.search(r'<details class="more stack" open>', answer.text) and 'id="version-error"' in answer.text
    assert kept(uploads) == ["ny.geojson"] and "is here already" in answer.text
    answer = send(LOAD, version="2025")
    assert "DeSO, version 2025 (deso-2025)" in answer.text
    assert send(LOAD, do="load").status_code == 303
    session.rollback()
    assert session.get(Division, "deso-2025").is_current


def test_what_can_not_be_taken_is_listed_with_its_reason_and_the_rest_can_be(send, admin, session, tmp_path):
    path = geojson(
        tmp_path,
        (square(15, 59), {"kod": "a"}),
        (square(15.1, 59), {"kod": "b"}),
        ({"type": "Point", "coordinates": [15, 59]}, {"kod": "c"}),
        (square(15.2, 59), {"kod": "a"}),
    )
    html = send(LOAD, path).text
    assert "2 rows can" in html and "Another area has the code a." in html
    assert "It is a point, not a polygon: “Load names of streets and landmarks” takes it as a name." in html
    assert send(LOAD, do="load").status_code == 303
    assert areas(session) == 3
    assert "2 rows were left out." in admin.get("/admin/areas", headers=ENGLISH).text


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "tom.geojson", "tom.geojson is empty."),
        (b"{", "trasig.geojson", "trasig.geojson is no JSON"),
        (b"\0" * 40, "karta.shp", "can&#39;t be read as a map"),
        (b"PK\x03\x04 nothing", "karta.zip", "can&#39;t be unfolded"),
        (b"%PDF-1.7", "karta.pdf", "is none of the maps that can be read"),
    ],
)
def test_a_broken_file_gets_one_sentence_and_is_not_kept(send, tmp_path, uploads, content, name, says):
    (tmp_path / name).write_bytes(content)
    answer = send(LOAD, tmp_path / name)
    assert answer.status_code == 422 and says in answer.text
    assert answer.text.count('class="error"') == 1 and kept(uploads) == []


def test_a_large_file_is_refused_before_it_is_read(admin, uploads):
    claimed = {"CONTENT_LENGTH": str(LARGEST + 1)}
    for address in (LOAD, POPULATION, NAMES):
        data = {**form_of(admin, address), "file": (BytesIO(b"x"), "x.geojson")}
        answer = admin.post(address, data=data, headers=ENGLISH, environ_overrides=claimed)
        assert answer.status_code == 413 and "The file is larger than 50 MB." in answer.text
    assert kept(uploads) == []


def test_a_file_of_twenty_megabytes_is_not_too_large(admin):
    large = BytesIO(b" " * 20_000_000), "x.geojson"
    answer = admin.post(LOAD, data={**form_of(admin), "file": large}, headers=ENGLISH)
    answer.request.environ["wsgi.input"].close()
    assert answer.status_code == 422 and "x.geojson is empty." in answer.text


def test_nobody_else_may_send_a_file(app, signed_in, client, two, uploads):
    assert len([rule for rule in rules(app) if rule.rule in (LOAD, POPULATION, NAMES)]) == 6
    for somebody in (client, signed_in("reviewer")):
        for address in (LOAD, POPULATION, NAMES):
            assert somebody.post(address, data={"file": opened(two)}).status_code == 403
    assert signed_in("admin").post(LOAD, data={"file": opened(two)}).status_code == 400  # without the form's token
    assert kept(uploads) == []


def test_a_file_that_names_another_file_does_not_lead_there(send, tmp_path):
    write(tmp_path / "secret.gpkg", squares(), crs="EPSG:4326")
    source = f"<SrcDataSource>{tmp_path / 'secret.gpkg'}</SrcDataSource>"
    (tmp_path / "karta.kml").write_text(
        f'<OGRVRTDataSource><OGRVRTLayer name="secret">{source}</OGRVRTLayer></OGRVRTDataSource>'
    )
    answer = send(LOAD, tmp_path / "karta.kml")
    assert answer.status_code == 422 and "can&#39;t be read as a map" in answer.text


@pytest.mark.usefixtures("land")
def test_numbers_beyond_all_measure_get_a_sentence(send, tmp_path):
    answer = send(POPULATION, table(tmp_path, "kod;år;folkmängd", f"0001A0000;2025;{10**30}"))
    assert answer.status_code == 422 and "numbers or characters that can&#39;t be kept" in answer.text


@pytest.mark.usefixtures("land")
def test_a_column_that_is_not_there_is_said_by_the_name_of_its_field(send, tmp_path):
    path = table(tmp_path, "kod;år;folkmängd", "0001A0000;2025;70")
    answer = send(POPULATION, path, persons="antal")
    assert "The file has no column &#39;antal&#39; for “Column with the number of people”" in answer.text


def test_nothing_sent_is_asked_for(send):
    answer = send(LOAD)
    assert answer.status_code == 422 and "Choose a file." in answer.text


@pytest.mark.parametrize("ending", ["zip", "gpkg", "geojson"])
def test_every_kind_of_map_is_taken(send, session, tmp_path, ending):
    writers = {
        "zip": lambda: write_shapefile(tmp_path, squares(), crs="EPSG:4326", keep=(".prj", ".cpg")),
        "gpkg": lambda: write(tmp_path / "omraden.gpkg", squares(), crs="EPSG:4326"),
        "geojson": lambda: write_geojson(tmp_path / "omraden.geojson", squares()),
    }
    assert "Östra Åby" in send(LOAD, writers[ending]()).text
    send(LOAD, do="load")
    assert areas(session) == 4


def test_it_is_said_in_swedish_numbers_and_words(admin, two):
    html = admin.post(LOAD, data={**form_of(admin), "file": opened(two)}, headers={"Accept-Language": "sv"}).text
    assert '<html lang="sv"' in html and "%(" not in html


def test_the_number_of_questions_to_the_database_does_not_grow(send, app, tmp_path):
    asked: list[str] = []
    event.listen(app.extensions["sessions"].kw["bind"], "before_cursor_execute", lambda *args: asked.append(args[2]))

    def looked_at(number):
        rows = [(square(15 + n / 100, 59, 0.01), {"kod": str(n)}) for n in range(number)]
        path = geojson(tmp_path, *rows, name=f"rutor{number}.geojson")
        asked.clear()
        assert send(LOAD, path).status_code == 200
        return sum(one.startswith("SELECT") for one in asked)  # SQLite is handed its new rows one by one

    few = looked_at(3)
    assert looked_at(60) <= few


@pytest.fixture
def land(session):
    """Two DeSO, in two versions."""
    root = make_land(session)
    for version in ("2018", "2025"):
        keep_division(session, family="deso", version=version, source="x", on=ON)
        for place in range(2):
            keep_area(session, division=f"deso-{version}", code=f"0001A00{place}0", kind="deso", names={"sv": "x"},
                      parent_id=root.id, outline=square(15 + place / 10, 59))  # fmt: skip
    session.commit()


def table(folder, *lines, name="folk.csv"):
    path = folder / name
    path.write_text("\n".join(lines), encoding="latin-1")
    return path


@pytest.mark.usefixtures("land")
def test_population_is_looked_at_and_loaded(send, session, tmp_path, uploads):
    path = table(
        tmp_path,
        "desokod;år;kvinnor_0_64;kvinnor_65",
        "0001A0000;2025;70;8",
        "0001A0010;2025;80;9",
        "0001A0099;2025;1;1",
        "0001A0010;2026;x9;1",
    )
    html = send(POPULATION, path).text
    for words in ("deso-2025", "women, 0–64 years", "women, 65 years and older", "There is no area 0001A0099."):
        assert words in html, words
    assert "&#39;x9&#39; is no number of people." in html
    assert session.scalar(select(func.count()).select_from(Population)) == 0
    assert send(POPULATION, do="load").status_code == 303
    session.rollback()
    assert session.scalar(select(func.count()).select_from(Population)) == 4
    assert (latest_events(session)[0].action, kept(uploads)) == ("population loaded", [])


@pytest.mark.usefixtures("land")
def test_a_year_or_a_version_that_nobody_says_is_asked_for(send, session, tmp_path):
    answer = send(POPULATION, table(tmp_path, "kod;folkmängd", "0001A0000;70"))
    assert answer.status_code == 422 and 'id="year-error"' in answer.text
    assert "folk.csv does not say which year it is of: say “Year”." in answer.text
    assert "deso-2025" in send(POPULATION, year="2025").text
    answer = send(POPULATION, table(tmp_path, "kod;år;folkmängd", "0001A0000;2024;70", "0001A0000;2025;71"))
    assert answer.status_code == 422 and 'id="division-error"' in answer.text
    assert send(POPULATION, division="deso-2018").status_code == 200
    assert send(POPULATION, do="load").status_code == 303
    session.rollback()
    assert session.scalars(select(Area.population).where(Area.division == "deso-2018")).all() == [71, None]


def test_population_without_areas_leads_to_the_page_that_loads_them(send, tmp_path):
    answer = send(POPULATION, table(tmp_path, "kod;år;folkmängd", "0001A0000;2025;70"))
    assert "There are no areas: load them first with “Load areas”." in answer.text


def test_names_are_looked_at_and_loaded(send, session, tmp_path):
    make_land(session)
    session.commit()
    path = table(tmp_path, "namn;lat;lon", "Storgatan;59,05;15,05", "Torget;59,06;15,06", ";59,05;15,05")
    html = send(NAMES, path, kind="street").text
    assert "It has no name." in html and "street" in html
    assert session.scalars(select(PlaceName)).all() == []
    assert send(NAMES, do="load").status_code == 303
    session.rollback()
    assert sorted(one["sv"] for one in session.scalars(select(PlaceName.names))) == ["Storgatan", "Torget"]


def test_names_whose_columns_nobody_knows_are_asked_for(send, tmp_path):
    answer = send(NAMES, table(tmp_path, "sak;bredd;langd", "Storgatan;59,05;15,05"))
    assert answer.status_code == 422 and 'id="lat-error"' in answer.text
    assert send(NAMES, name="sak", lat="bredd", lon="langd").status_code == 200


def test_real_files_are_taken_as_they_are(send, session, shared_data):
    for page, pattern, words in (
        (LOAD, "geo/linkoping_distrikt*", "Skäggetorp"),
        (LOAD, "geo/dalarna_deso2025*", "DeSO, version 2025 (deso-2025)"),
        (POPULATION, "population/dalarna_deso2025*", "deso-2025"),
    ):
        [file] = shared_data.glob(pattern)
        assert words in send(page, file).text
        assert send(page, do="load").status_code == 303
    session.rollback()
    assert session.scalar(select(func.count()).where(Area.division == "deso-2025", Area.population > 0)) == 102
