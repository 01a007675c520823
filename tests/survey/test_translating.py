"""What a translator sees, and how what several people write comes together."""

from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialog.survey.editing import set_text
from dialog.survey.questionnaire import Mark, Option, Question, Questionnaire, Section
from dialog.survey.texts import completeness, source_of, state_of, texts
from dialog.survey.translating.differences import differences
from dialog.survey.translating.leafing import PER_PAGE, leaf
from dialog.survey.translating.merging import Wish, merge, with_language, without_language
from dialog.survey.translating.names import in_english, name_of, owner_of
from dialog.survey.translating.overview import all_spoken
from dialog.survey.translating.wordings import SHOWN, Seen, earlier_sources, progress, wordings
from tests.survey.losses import lost_texts
from tests.survey.translations import LINES, PARK, STATES, questionnaires, said

EARLIER = earlier_sources([set_text(PARK, "parts", "sv", "Hur trivs du i parken?")])


def seen(questionnaire, tag="en"):
    return {one.path: one for one in wordings(questionnaire, tag, EARLIER)}


def wish(questionnaire, path, text, state="checked", tag="en"):
    found = seen(questionnaire, tag)[path].seen
    return Wish(path, text, state, found.source, found)


def test_every_text_is_seen_with_its_source_its_state_and_what_its_source_said():
    found = seen(PARK)
    assert (found["often.hint"].source, found["often.hint"].text, found["often.hint"].state) == (
        "Ungefär.",
        "",
        "missing",
    )
    assert (found["title"].text, found["title"].state, found["often"].state) == ("The park", "draft", "machine")
    assert (found["parts"].state, found["parts"].before) == ("outdated", "Hur trivs du i parken?")
    assert found["often:daily"].state == "checked"
    assert progress(PARK, "en") == STATES


def test_what_a_source_said_is_left_open_where_nobody_knows():
    [found] = [one for one in wordings(PARK, "en") if one.state == "outdated"]
    assert found.before is None


def test_how_far_each_language_is_tells_whole_per_cent_rounded_down():
    [english] = all_spoken(PARK, "sv")
    assert (english.percent, english.name, english.language.endonym, english.is_empty) == (
        60,
        "engelska",
        "English",
        False,
    )


@given(questionnaires(), st.sampled_from(SHOWN), LINES)
def test_a_translation_changes_its_own_text_in_its_own_language_and_nothing_else(questionnaire, state, text):
    for path in texts(questionnaire):
        merged = merge(questionnaire, "en", [wish(questionnaire, path, text, state)]).questionnaire
        assert said(merged, path).strip() == text.strip()
        elsewhere = {**texts(merged), path: {**texts(merged)[path], "en": ""}}
        assert elsewhere == {**texts(questionnaire), path: {**texts(questionnaire)[path], "en": ""}}
        assert lost_texts(questionnaire, merged) == {}


@given(questionnaires(), st.data())
def test_two_translators_who_work_at_once_lose_nothing(questionnaire, data):
    """Whoever comes second either has their words taken, or is told of those that stand there."""
    paths = st.dictionaries(st.sampled_from(list(texts(questionnaire))), LINES, max_size=4)
    one, other = data.draw(paths), data.draw(paths)
    first = merge(questionnaire, "en", [wish(questionnaire, *some) for some in one.items()]).questionnaire
    second = merge(first, "en", [wish(questionnaire, *some) for some in other.items()])
    for path, text in one.items():
        assert said(second.questionnaire, path).strip() in (text.strip(), other.get(path, "").strip())
        if path in other and path not in second.conflicts:
            before = said(questionnaire, path).strip()
            assert text.strip() in (before, other[path].strip()) or other[path].strip() == before
    for path, text in other.items():
        assert path in second.conflicts or said(second.questionnaire, path).strip() in (
            text.strip(),
            one.get(path, "").strip(),
        )


def test_the_same_words_from_two_translators_are_no_conflict():
    first = merge(PARK, "en", [wish(PARK, "often:never", "Never")]).questionnaire
    second = merge(first, "en", [wish(PARK, "often:never", "Never", "draft")])
    assert (second.taken, second.conflicts) == ([], {})
    assert seen(second.questionnaire)["often:never"].state == "checked"


def test_words_that_somebody_else_has_changed_meanwhile_are_told_and_stay():
    first = merge(PARK, "en", [wish(PARK, "title", "Our park")]).questionnaire
    second = merge(first, "en", [wish(PARK, "title", "This park"), wish(PARK, "often:never", "Never")])
    assert second.conflicts == {"title": "Our park"}
    assert said(second.questionnaire, "title") == "Our park"
    assert said(second.questionnaire, "often:never") == "Never"


def test_a_source_that_was_changed_while_somebody_translated_leaves_the_translation_outdated():
    wished = wish(PARK, "often:never", "Never")
    changed = set_text(PARK, "often:never", "sv", "Nästan aldrig")
    merged = merge(changed, "en", [wished])
    assert [one.path for one in merged.outdated] == ["often:never"]
    assert seen(merged.questionnaire)["often:never"].state == "outdated"


@pytest.mark.parametrize(
    ("path", "text", "chosen", "becomes"),
    [
        ("often:never", "Never", "draft", "draft"),
        ("often:never", "Never", "missing", "draft"),
        ("title", "The park", "checked", "checked"),
        ("often", "How often do you come?", "checked", "checked"),
        ("often", "How often?", "machine", "draft"),  # a human has touched it
        ("parts", "How do you like it?", "checked", "checked"),  # still right, although the source has changed
        ("parts", "How do you like the park?", "outdated", "draft"),
        ("parts", "How do you like it?", "outdated", "outdated"),  # left alone
        ("often", "How often do you come?", "machine", "machine"),
    ],
)
def test_a_state_follows_what_was_done(path, text, chosen, becomes):
    merged = merge(PARK, "en", [wish(PARK, path, text, chosen)]).questionnaire
    assert seen(merged)[path].state == becomes


def test_what_nobody_touched_is_left_as_it_is():
    untouched = [Wish(one.path, one.text, one.state, one.seen.source, one.seen) for one in wordings(PARK, "en")]
    merged = merge(PARK, "en", untouched)
    assert (merged.questionnaire, merged.taken) == (PARK, [])


def test_a_text_can_be_taken_away_but_not_the_only_words_there_are():
    alone = replace(PARK, title={"en": "The park"}, marks={})
    merged = merge(alone, "en", [wish(alone, "title", ""), wish(alone, "often:daily", "")])
    assert [one.path for one in merged.refused] == ["title"]
    assert [one.path for one in merged.removed] == ["often:daily"]
    assert (said(merged.questionnaire, "title"), said(merged.questionnaire, "often:daily")) == ("The park", "")
    assert seen(merged.questionnaire)["often:daily"].state == "missing"


def test_a_language_stays_when_its_title_is_taken_away():
    assert merge(PARK, "en", [wish(PARK, "title", "")]).questionnaire.languages == ("sv", "en")


def test_a_translation_is_known_to_be_of_todays_source_when_that_changes_later():
    merged = merge(PARK, "en", [wish(PARK, "often:never", "Never")]).questionnaire
    assert merged.marks["often:never"] == {"en": Mark("checked", source_of("Aldrig"))}
    changed = set_text(merged, "often:never", "sv", "Nästan aldrig")
    assert state_of(changed, "often:never", texts(changed)["often:never"], "en") == "outdated"


def test_an_unknown_text_is_told():
    assert [one.path for one in merge(PARK, "en", [Wish("gone", "Gone", "draft")]).unknown] == ["gone"]


def test_a_language_is_added_once_and_removed_only_while_nothing_is_written_in_it():
    somali = with_language(PARK, "so")
    assert (somali.languages, with_language(somali, "so")) == (("sv", "en", "so"), somali)
    assert without_language(somali, "so").languages == ("sv", "en")
    for tag in ("en", "sv"):
        assert tag in without_language(somali, tag).languages


def test_what_was_seen_survives_a_form():
    for one in wordings(PARK, "en"):
        assert Seen.read(str(one.seen)) == one.seen
    assert (Seen.read(""), Seen.read("a-b-c-d")) == (None, None)


def test_texts_come_in_pages_of_those_that_are_wanted():
    rows = [replace(row, path=f"q{at}") for at, row in enumerate([*seen(PARK).values()] * 12)]
    wanted = [row.path for row in rows if row.state == "missing"]
    first = leaf(rows, "missing", "")
    assert ([one.path for one in first.wordings], first.earlier) == (wanted[:PER_PAGE], None)
    second = leaf(rows, "missing", first.later or "")
    assert ([one.path for one in second.wordings], second.later) == (wanted[PER_PAGE:], None)
    assert leaf(rows, "missing", second.earlier or "") == first
    assert [one.path for one in leaf(rows, "", "").wordings] == [row.path for row in rows[:PER_PAGE]]
    assert {one.state for one in leaf(rows, "unchecked", "").wordings} == {"machine", "draft"}


def test_a_page_keeps_its_place_when_what_it_showed_is_translated():
    rows = list(seen(PARK).values())
    after = next(row.path for row in rows if row.state == "missing")
    left = [replace(row, seen=replace(row.seen, shown="checked")) if row.path == after else row for row in rows]
    assert leaf(left, "missing", after).wordings == leaf(rows, "missing", after).wordings


@pytest.mark.parametrize(
    ("path", "name", "owner"),
    [
        ("title", "Title", "title"),
        ("section:visit", "Section visit", "section:visit"),
        ("often", "Question often", "often"),
        ("often.hint", "Question often, hint", "often"),
        ("often.must_text", "Question often, what to say when an answer does not fit", "often"),
        ("often:never", "Question often, option never", "often"),
        ("parts/night", "Question parts, row night", "parts"),
    ],
)
def test_a_text_is_called_by_what_it_is_part_of(path, name, owner):
    assert (name_of(path, in_english), owner_of(path)) == (name, owner)


def test_what_has_changed_in_a_sentence_is_told_word_by_word():
    found = differences("Hur trivs du i parken?", "Hur trivs du här?")
    assert found == [("same", "Hur trivs du "), ("gone", "i parken?"), ("new", "här?")]


@given(LINES, LINES)
def test_the_pieces_of_a_change_make_both_sentences(before, now):
    found = differences(before, now)
    assert "".join(words for kind, words in found if kind != "new") == before
    assert "".join(words for kind, words in found if kind != "gone") == now


def test_a_questionnaire_of_a_thousand_texts_in_thirteen_languages_is_soon_counted():
    tags = ["sv", "en", "ar", "so", "fa", "ckb", "ti", "uk", "pl", "tr", "fi", "es", "de"]
    asked = tuple(_question(number, tags) for number in range(194))
    wide = Questionnaire("wide", 1, dict.fromkeys(tags, "T"), (Section("s", dict.fromkeys(tags, "S"), asked),))
    marks = {
        path: {tag: Mark("draft", source_of(said["sv"])) for tag in tags[1:]} for path, said in texts(wide).items()
    }
    marked = replace(wide, marks=marks)
    taken = min(_seconds(lambda: [completeness(marked, tag) for tag in tags]) for _ in range(3))
    assert len(texts(marked)) > 970
    assert taken < 0.2


def _question(number: int, tags: list[str]) -> Question:
    text = {tag: f"Hur är det med sak nummer {number}, på {tag}?" for tag in tags}
    return Question(f"q{number}", "one_of", text, options=tuple(Option(f"o{one}", text) for one in range(4)))


def _seconds(work) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun
