"""Every sentence a resident sees exists in every shipped language."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from dialog.languages import LANGUAGES, TRANSLATIONS
from dialog.places import fields
from dialog.review.codebook.book import STANCES, stance_text
from dialog.review.codebook.shipped import SHIPPED
from dialog.survey.default_questionnaire import default_questionnaire

PLACES = re.compile(r"%\(\w+\)s|[–.,]")
ROOT = Path(__file__).parent.parent.parent


def test_no_sentence_is_missing_or_stale_in_any_catalogue() -> None:
    checked = subprocess.run([sys.executable, "script/check_catalogues"], cwd=ROOT, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.parametrize("tag", LANGUAGES)
def test_questions_fields_and_codes_come_in_every_language(tag: str) -> None:
    assert tag in default_questionnaire().languages
    for words in [code.text for code in SHIPPED.codes] + [stance_text(one) for one in STANCES]:
        assert words.get(tag), words
    for choices in (fields.FEELINGS, fields.KINDS, fields.CAUSES, fields.STRENGTHS, fields.TIMES, fields.FREQUENCIES):
        assert all(words.get(tag) for words in choices.values())


def test_a_language_is_a_catalogue() -> None:
    folders = {folder.parent.parent.name for folder in TRANSLATIONS.glob("*/LC_MESSAGES/messages.po")}
    assert folders == set(LANGUAGES)


def test_swedish_does_not_just_repeat_the_english() -> None:
    with (TRANSLATIONS / "sv" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalogue = read_po(file)
    sentences = [one for one in catalogue if isinstance(one.id, str) and len(PLACES.sub("", one.id).split()) > 3]
    assert sentences and not [one.id for one in sentences if one.string == one.id]
