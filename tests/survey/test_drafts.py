"""Drafts: begun, changed by two people at once, given up; none has consequences."""

from dataclasses import replace
from datetime import datetime

import pytest

from dialog.survey.actions import NotPossible, keep_questionnaire
from dialog.survey.default_questionnaire import default_questionnaire
from dialog.survey.editing import NoSuchPart, change_question, remove_question, remove_section, set_text
from dialog.survey.making.drafts import ChangedMeanwhile, DraftThere, begin_draft, change_draft, discard_draft
from dialog.survey.making.queries import draft_of, find_draft, listed, read, spent_ids
from dialog.survey.making.seen import Seen, about, digest_of, of_question, of_section, outline, whole_section
from dialog.survey.questionnaire import BadQuestionnaire, Questionnaire
from tests.factories import make_round
from tests.survey.building import the_version

DEFAULT = default_questionnaire()
AT = datetime(2026, 5, 4, 12)


@pytest.fixture
def draft(session):
    keep_questionnaire(session, DEFAULT)
    return begin_draft(session, DEFAULT, by=None, at=AT)


def worded(id: str, text: str):
    return lambda questionnaire: set_text(questionnaire, id, "sv", text)


def change(session, draft, made, *, revision=1, part=None, looked_at: Questionnaire = DEFAULT):
    seen = Seen(part, digest_of(looked_at, part)) if part else None
    return change_draft(session, draft, revision, made, None, AT, seen=seen)


def test_a_correction_is_a_draft_of_the_next_version_with_all_that_the_last_one_says(session, draft):
    assert read(draft) == replace(DEFAULT, version=2)
    assert the_version(session).version == 1


def test_a_copy_is_a_draft_of_the_first_version_of_a_questionnaire_of_its_own(session):
    copied = begin_draft(session, replace(DEFAULT, id="skola", version=7), by=None, at=AT)
    assert (copied.key, read(copied).version) == ("skola", 1)


def test_a_questionnaire_has_one_draft_at_a_time(session, draft):
    with pytest.raises(DraftThere) as there:
        begin_draft(session, DEFAULT, by=None, at=AT)
    assert there.value.draft_id == draft.id


def test_a_change_makes_a_new_revision_and_leaves_the_published_version_alone(session, draft):
    change(session, draft, worded("Q6", "Nytt"))
    assert (draft.revision, read(draft).sections[1].questions[2].text["sv"]) == (2, "Nytt")
    assert read(the_version(session)) == DEFAULT


def test_what_changes_nothing_makes_no_revision(session, draft):
    change(session, draft, lambda questionnaire: questionnaire)
    assert draft.revision == 1


def test_who_looked_at_an_older_revision_changes_nothing_and_is_told_what_stands_there_now(session, draft):
    change(session, draft, worded("Q6", "Theirs"))
    with pytest.raises(ChangedMeanwhile) as conflict:
        change(session, draft, worded("Q6", "Mine"))
    assert conflict.value.revision == 2
    assert next(one for one in conflict.value.questionnaire.questions() if one.id == "Q6").text["sv"] == "Theirs"
    assert "Mine" not in str(read(draft))


def test_two_people_who_work_on_different_questions_are_not_in_each_others_way(session, draft):
    change(session, draft, worded("Q6", "Theirs"), part=of_question("Q6"))
    change(session, draft, worded("Q7", "Mine"), part=of_question("Q7"))
    assert {"Theirs", "Mine"} <= {one.text["sv"] for one in read(draft).questions()}


def test_two_people_who_work_on_the_same_question_never_overwrite_each_other(session, draft):
    change(session, draft, worded("Q6", "Theirs"), part=of_question("Q6"))
    with pytest.raises(ChangedMeanwhile):
        change(session, draft, worded("Q6", "Mine"), part=of_question("Q6"))


def test_a_question_that_somebody_else_removed_is_no_part_to_change(session, draft):
    change(session, draft, lambda questionnaire: remove_question(questionnaire, "Q6"))
    with pytest.raises(ChangedMeanwhile):
        change(session, draft, worded("Q6", "Mine"), part=of_question("Q6"))


def test_a_section_can_be_worded_while_its_questions_change_but_not_removed(session, draft):
    change(session, draft, worded("Q6", "Theirs"))
    change(session, draft, worded("section:experience", "Mine"), part=of_section("experience"))
    with pytest.raises(ChangedMeanwhile):
        change(session, draft, worded("section:experience", "Gone"), part=whole_section("experience"))


def test_a_title_can_be_translated_while_it_is_worded(session, draft):
    theirs = {"section:experience": "en", "title": "ar"}
    for revision, (path, tag) in enumerate(theirs.items(), start=1):
        change(session, draft, lambda one, at=path, to=tag: set_text(one, at, to, "Theirs"), revision=revision)
    change(session, draft, worded("section:experience", "Mine"), part=of_section("experience"))
    change(session, draft, worded("title", "Mine"), part=about)
    now = read(draft)
    assert (now.sections[1].title["sv"], now.sections[1].title["en"]) == ("Mine", "Theirs")
    assert (now.title["sv"], now.title["ar"]) == ("Mine", "Theirs")
    with pytest.raises(ChangedMeanwhile):
        change(session, draft, lambda one: remove_section(one, "experience"), part=whole_section("experience"))


def test_an_order_that_was_seen_changes_with_it_and_not_with_words(session, draft):
    change(session, draft, worded("Q6", "Theirs"))
    change(session, draft, lambda one: remove_question(one, "Q10"), part=outline)
    with pytest.raises(ChangedMeanwhile):
        change(session, draft, lambda one: remove_question(one, "Q11"), part=outline)


def test_two_who_write_at_the_very_same_moment_are_told_apart_by_the_database(app, session, draft):
    session.commit()
    with app.extensions["sessions"]() as other:
        theirs = find_draft(other, draft.id)

        def meanwhile(questionnaire):
            if theirs.revision == 1:
                change_draft(other, theirs, 1, worded("Q7", "Theirs"), None, AT)
                other.commit()
            return set_text(questionnaire, "Q6", "sv", "Mine")

        change(session, draft, meanwhile, part=of_question("Q6"))
    assert {"Theirs", "Mine"} <= {one.text["sv"] for one in read(draft).questions()}
    assert draft.revision == 3


def test_a_change_that_nobody_could_read_any_more_is_not_written(session, draft):
    with pytest.raises(BadQuestionnaire):
        change(session, draft, lambda one: change_question(one, "Q6", text={}))
    with pytest.raises(NoSuchPart):
        change(session, draft, worded("Q99", "Nothing"))
    assert draft.revision == 1


def test_a_draft_is_thrown_away_only_as_it_was_seen(session, draft):
    change(session, draft, worded("Q6", "Theirs"))
    with pytest.raises(ChangedMeanwhile):
        discard_draft(session, draft, revision=1)
    discard_draft(session, draft, revision=2)
    assert draft_of(session, "trygghet") is None
    assert the_version(session).version == 1


def test_ids_that_versions_have_given_are_spent_though_the_questions_are_gone(session, draft):
    keep_questionnaire(session, replace(remove_question(DEFAULT, "Q6"), version=2))
    assert spent_ids(session, "trygghet")["Q6"] == {"never", "sometimes", "often"}


def test_the_list_tells_drafts_versions_rounds_and_whether_anybody_has_answered(session, draft):
    make_round(session)
    (found,) = listed(session)
    assert (found.key, found.title["sv"], found.draft and found.draft.id) == (
        "trygghet",
        "Trygghet där du bor",
        draft.id,
    )
    assert [(one.version, len(one.rounds), one.is_locked) for one in found.versions] == [(1, 1, False)]


def test_a_version_that_a_round_asks_or_that_was_published_says_the_same_for_good(session):
    free = keep_questionnaire(session, DEFAULT)
    corrected = set_text(DEFAULT, "Q6", "sv", "Rättad")
    assert keep_questionnaire(session, corrected).id == free.id
    make_round(session, opened=False)
    with pytest.raises(NotPossible):
        keep_questionnaire(session, corrected)
