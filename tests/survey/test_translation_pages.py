"""Pages where facilitators translate a questionnaire in the making."""

import re
from io import BytesIO

import openpyxl
import pytest

from dialog.audit.models import AuditEvent
from dialog.survey.actions import keep_questionnaire
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.editing import set_text
from dialog.survey.making.drafts import change_draft
from dialog.survey.making.queries import find_draft, read
from dialog.survey.translating.keeping import keep
from dialog.survey.translating.leafing import PER_PAGE
from dialog.survey.translating.merging import Wish, merge
from dialog.survey.translating.to_xlsx import SHEET
from dialog.survey.translating.wordings import wordings
from tests.survey.translations import AT, PARK, fields_of, make_draft, opened, said


@pytest.fixture
def draft(session):
    return make_draft(session)


def address(draft, *rest: str) -> str:
    return "/".join((f"/facilitator/questionnaires/{draft.id}/languages", *rest))


def now_of(session, draft):
    session.expire_all()
    return read(find_draft(session, draft.id))


def state(questionnaire, path, tag="en"):
    return next(one.state for one in wordings(questionnaire, tag) if one.path == path)


def save(facilitator, draft, /, tag="en", query="", **changes):
    page = address(draft, tag) + query
    return facilitator.post(page, data=opened(facilitator, page) | changes)


def text(path: str) -> str:
    return f"text-{path}"


def test_the_overview_tells_how_far_each_language_is(facilitator, draft):
    page = facilitator.get(address(draft)).text
    assert "60 per cent" in page
    assert [int(cell) for cell in re.findall(r'data-label="[A-Z][^"]*" class="num">(\d+)<', page)] == [3, 1, 1, 1, 4]
    assert ">English</a>" in page


def test_a_language_is_added_from_the_list_or_by_its_tag(session, facilitator, draft):
    for given, tag in (
        ({"language": "so"}, "so"),
        ({"other": "PT_br"}, "pt-BR"),
        ({"language": "", "other": "prs"}, "prs"),
    ):
        added = facilitator.post(address(draft), data=opened(facilitator, address(draft)) | given)
        assert (added.status_code, added.location) == (303, address(draft, tag))
        assert tag in now_of(session, draft).languages
        assert facilitator.get(address(draft, tag)).status_code == 200


@pytest.mark.parametrize("given", [{"other": "klingon"}, {"language": ""}, {"other": "sv"}])
def test_what_is_no_other_language_is_not_added(session, facilitator, draft, given):
    refused = facilitator.post(address(draft), data=opened(facilitator, address(draft)) | given)
    assert refused.status_code == 422 and "is-wrong" in refused.text
    assert now_of(session, draft).languages == ("sv", "en")


def test_a_language_in_which_nothing_is_written_can_be_removed(session, facilitator, draft):
    form = opened(facilitator, address(draft))
    facilitator.post(address(draft), data=form | {"language": "so"})
    for tag in ("so", "en"):
        facilitator.post(address(draft, tag, "remove"), data=form)
    assert now_of(session, draft).languages == ("sv", "en")


def test_every_text_and_every_field_says_its_language_and_direction(facilitator, draft):
    facilitator.post(address(draft), data=opened(facilitator, address(draft)) | {"language": "ar"})
    page = facilitator.get(address(draft, "ar")).text
    areas = re.findall(r"<textarea[^>]*>", page)
    assert len(areas) == 10
    assert all('lang="ar" dir="rtl"' in area for area in areas)
    assert page.count('<p lang="sv" dir="ltr" id="source-') == 10


def test_what_was_typed_is_kept_with_the_state_that_was_chosen(session, facilitator, draft):
    changes = {text("often:never"): " Never\r\n", "state-often:never": "checked", text("often.hint"): "About."}
    saved = save(facilitator, draft, **changes)
    assert (saved.status_code, saved.location) == (303, address(draft, "en"))
    assert "2 texts are kept." in facilitator.get(saved.location).text
    found = now_of(session, draft)
    assert (said(found, "often:never"), state(found, "often:never")) == ("Never", "checked")
    assert (said(found, "often.hint"), state(found, "often.hint")) == ("About.", "draft")
    event = session.query(AuditEvent).filter_by(action="texts translated").one()
    assert event.details == {"language": "en", "number": 2}


def test_a_page_that_nobody_touched_changes_nothing(session, facilitator, draft):
    revision = draft.revision
    assert save(facilitator, draft).status_code == 303
    assert now_of(session, draft) == PARK
    assert find_draft(session, draft.id).revision == revision


def test_all_of_a_page_is_checked_at_once(session, facilitator, draft):
    save(facilitator, draft, go="checked", **{text("often:never"): "Never"})
    found = now_of(session, draft)
    states = {path: state(found, path) for path in ("title", "often", "parts", "often:never", "often.hint")}
    assert states == dict.fromkeys(("title", "often", "parts", "often:never"), "checked") | {"often.hint": "missing"}


def test_an_emptied_field_takes_the_text_away(session, facilitator, draft):
    saved = save(facilitator, draft, **{text("title"): ""})
    assert "1 text was taken away." in facilitator.get(saved.location).text
    assert said(now_of(session, draft), "title") == ""


def test_two_translators_of_different_texts_are_not_in_each_others_way(session, facilitator, draft):
    first, second = opened(facilitator, address(draft, "en")), opened(facilitator, address(draft, "en"))
    for form, change in ((first, {text("often:never"): "Never"}), (second, {text("title"): "Our park"})):
        assert facilitator.post(address(draft, "en"), data=form | change).status_code == 303
    found = now_of(session, draft)
    assert (said(found, "often:never"), said(found, "title")) == ("Never", "Our park")


def test_what_is_written_between_reading_and_writing_is_merged_too(session, app, draft):
    """Two requests at the same moment: the second has read the draft before the first has written it."""
    with app.extensions["sessions"]() as first, app.extensions["sessions"]() as second:
        found = {one: find_draft(one, draft.id) for one in (first, second)}
        for one, path, words in ((first, "often:never", "Never"), (second, "title", "Our park")):
            keep(one, found[one], wishing(path, words), by=None, at=AT)
            one.commit()
    questionnaire = now_of(session, draft)
    assert (said(questionnaire, "often:never"), said(questionnaire, "title")) == ("Never", "Our park")


def wishing(path, words):
    seen = next(one.seen for one in wordings(PARK, "en") if one.path == path)
    return lambda questionnaire: merge(questionnaire, "en", [Wish(path, words, "checked", seen.source, seen)])


def test_two_translators_of_one_text_are_told_and_the_second_decides(session, facilitator, draft):
    first, second = opened(facilitator, address(draft, "en")), opened(facilitator, address(draft, "en"))
    facilitator.post(address(draft, "en"), data=first | {text("title"): "Our park"})
    both = {text("title"): "This park", "state-title": "checked", text("often:never"): "Never"}
    told = facilitator.post(address(draft, "en"), data=second | both)
    assert told.status_code == 409
    assert "Our park" in told.text and "This park</textarea>" in told.text
    assert '<li><a href="#text-title">' in told.text
    assert (said(now_of(session, draft), "title"), said(now_of(session, draft), "often:never")) == ("Our park", "Never")
    assert facilitator.post(address(draft, "en"), data=fields_of(told.text)).status_code == 303
    assert said(now_of(session, draft), "title") == "This park"
    assert state(now_of(session, draft), "title") == "checked"


def test_a_source_that_changes_while_somebody_translates_makes_the_translation_outdated(session, facilitator, draft):
    form = opened(facilitator, address(draft, "en"))
    reword(session, draft, "often:never", "Nästan aldrig")
    saved = facilitator.post(address(draft, "en"), data=form | {text("often:never"): "Never"})
    assert "changed while you translated" in facilitator.get(saved.location).text
    assert (said(now_of(session, draft), "often:never"), state(now_of(session, draft), "often:never")) == (
        "Never",
        "outdated",
    )


def reword(session, draft, path, words):
    session.expire_all()
    found = find_draft(session, draft.id)
    change_draft(session, found, found.revision, lambda one: set_text(one, path, "sv", words), None, AT)
    session.commit()


def test_what_a_source_said_in_the_published_version_is_shown_beside_what_it_says_now(session, facilitator, draft):
    keep_questionnaire(session, set_text(PARK, "parts", "sv", "Hur trivs du i parken?"))
    session.commit()
    page = facilitator.get(address(draft, "en") + "?show=outdated").text
    assert re.search(r"<del>.*i parken\?</del>", page)
    assert '<p lang="sv" dir="ltr">Hur trivs du i parken?</p>' in page


@pytest.mark.parametrize(
    ("show", "shown"),
    [
        ("missing", {"often.hint", "often:never", "parts/night"}),
        ("outdated", {"parts"}),
        ("unchecked", {"title", "often"}),
        ("nonsense", None),
    ],
)
def test_only_texts_of_one_kind_are_shown_when_that_is_wanted(facilitator, draft, show, shown):
    form = opened(facilitator, address(draft, "en") + f"?show={show}")
    found = {name.removeprefix("text-") for name in form if name.startswith("text-")}
    assert found == shown or (shown is None and len(found) == 10)


def test_an_option_alone_is_shown_with_the_question_it_belongs_to(facilitator, draft):
    page = facilitator.get(address(draft, "en") + "?show=missing").text
    assert '<p class="soft" lang="sv" dir="ltr">Hur trivs du?</p>' in page


def test_many_texts_come_in_pages_and_saving_can_lead_on(session, facilitator):
    draft = make_draft(session, default_questionnaire())
    page = address(draft, "en")
    form = opened(facilitator, page)
    assert sum(name.startswith("text-") for name in form) == PER_PAGE
    led = facilitator.post(page, data=form | {"go": "next", text("title"): "Safe"})
    assert led.location == f"{page}?after={form['last']}".replace(":", "%3A")
    later = facilitator.get(led.location).text
    assert form["last"] not in fields_of(later) and 'rel="prev"' in later
    assert said(now_of(session, draft), "title") == "Safe"


@pytest.mark.parametrize("tag", ["sv", "de", "import2"])
def test_the_main_language_and_those_not_spoken_have_no_page(facilitator, draft, tag):
    assert facilitator.get(address(draft, tag)).status_code == 404
    assert facilitator.get(address(draft, tag, "texts.xlsx")).status_code == 404


def test_a_draft_that_is_not_there_has_no_languages(facilitator):
    assert facilitator.get("/facilitator/questionnaires/99/languages").status_code == 404


def test_a_form_that_does_not_say_what_was_seen_is_refused(session, facilitator, draft):
    assert save(facilitator, draft, **{"seen-title": "", text("title"): "X"}).status_code == 400
    assert now_of(session, draft) == PARK


def workbook(facilitator, draft, **changes: str) -> bytes:
    book = openpyxl.load_workbook(BytesIO(facilitator.get(address(draft, "en", "texts.xlsx")).data))
    for row in book[SHEET].iter_rows(min_row=2):
        row[3].value = changes.get(row[0].value, row[3].value)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def send(facilitator, draft, content: bytes, name: str, **fields: str):
    form = opened(facilitator, address(draft, "import"))
    return facilitator.post(address(draft, "import"), data=form | fields | {"file": (BytesIO(content), name)})


def test_a_workbook_goes_out_and_its_translations_come_in(session, facilitator, draft):
    answered = facilitator.get(address(draft, "en", "texts.xlsx"))
    assert answered.headers["Content-Disposition"] == "attachment; filename=park-en.xlsx"
    taken = send(facilitator, draft, workbook(facilitator, draft, **{"often:never": "Never"}), "park-en.xlsx")
    assert taken.status_code == 200 and "1 text in English was taken." in taken.text
    assert said(now_of(session, draft), "often:never") == "Never"
    assert session.query(AuditEvent).filter_by(action="texts imported").one().details == {"language": "en", "number": 1}


def test_a_po_file_goes_out_and_its_translations_come_in_as_a_machines(session, facilitator, draft):
    content = facilitator.get(address(draft, "en", "texts.po")).data
    content = content.replace(b'msgid "Aldrig"\nmsgstr ""', b'msgid "Aldrig"\nmsgstr "Never"')
    assert send(facilitator, draft, content, "park.po", by_machine="yes").status_code == 200
    assert state(now_of(session, draft), "often:never") == "machine"


def test_what_was_not_taken_of_a_file_is_told_line_by_line(session, facilitator, draft):
    content = workbook(facilitator, draft, title="This park")
    save(facilitator, draft, **{text("title"): "Our park"})
    told = send(facilitator, draft, content, "park-en.xlsx").text
    assert "It stays “<bdi>Our park</bdi>”, not “<bdi>This park</bdi>”." in told
    assert "Not taken" in told and '<html lang="en" dir="ltr">' in told
    assert re.search(r'<td data-label="Why"><span>[^\n]*</span></td>', told)  # in one piece where the table stacks
    assert said(now_of(session, draft), "title") == "Our park"


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.po", b"x", "a.po is no PO file"),
        ("a.doc", b"x", "another kind"),
        ("", b"", "Choose a file."),
        ("a.xlsx", b"x", "a.xlsx"),
    ],
)
def test_what_is_no_file_of_translations_is_said_beside_the_field(facilitator, draft, name, content, sentence):
    refused = send(facilitator, draft, content, name)
    assert refused.status_code == 422 and sentence in refused.text and 'id="file-error"' in refused.text
