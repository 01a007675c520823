"""script/check_catalogues names what a translation lacks."""

from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

SCRIPT = Path(__file__).parent.parent.parent / "script" / "check_catalogues"
HEADER = 'msgid ""\nmsgstr ""\n"Language: sv\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
ORIGINAL = """
msgid "Hello %(name)s"
msgstr ""

msgid "%(num)s report"
msgid_plural "%(num)s reports"
msgstr[0] ""
msgstr[1] ""
"""
GREETING = 'msgid "Hello %(name)s"\nmsgstr "Hej %(name)s"\n'
COUNT = 'msgid "%(num)s report"\nmsgid_plural "%(num)s reports"\n'
COUNT += 'msgstr[0] "En rapport"\nmsgstr[1] "%(num)s rapporter"\n'


@pytest.fixture(scope="module")
def check() -> ModuleType:
    loader = SourceFileLoader("check_catalogues", str(SCRIPT))
    spec = spec_from_loader(loader.name, loader)
    assert spec is not None
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


@pytest.fixture
def problems(check, tmp_path):
    def found(text: str, language: str = "sv") -> list[str]:
        (tmp_path / "messages.po").write_text(text, encoding="utf-8")
        return list(check.file_problems(tmp_path / "messages.po", language, sentences()))

    return found


def sentences() -> Catalog:
    return read_po(BytesIO(ORIGINAL.encode()))


def test_a_whole_catalogue_has_no_problem(problems):
    assert problems(f"{HEADER}{GREETING}\n{COUNT}") == []


def test_a_missing_sentence_is_named(problems):
    assert problems(HEADER + COUNT) == ['missing: "Hello %(name)s" (nowhere)']


def test_a_sentence_no_longer_used_is_named(problems):
    assert problems(f'{HEADER}{GREETING}\n{COUNT}\nmsgid "Bye"\nmsgstr "Hej då"\n') == ['no longer used: "Bye"']


def test_a_guess_is_not_a_translation(problems):
    assert problems(f"{HEADER}#, fuzzy\n{GREETING}\n{COUNT}") == ['fuzzy: "Hello %(name)s"']


@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_translation_is_named(problems, empty):
    text = GREETING.replace("Hej %(name)s", empty)
    assert problems(f"{HEADER}{text}\n{COUNT}") == ['untranslated: "Hello %(name)s"']


@pytest.mark.parametrize("wrong", ["Hej", "Hej %(namn)s", "Hej %(name)s %(age)s"])
def test_placeholders_must_be_those_of_the_original(problems, wrong):
    text = GREETING.replace("Hej %(name)s", wrong)
    assert problems(f"{HEADER}{text}\n{COUNT}") == ['other placeholders than the original: "Hello %(name)s"']


def test_arabic_needs_six_plural_forms(problems):
    header = HEADER.replace("Language: sv", "Language: ar")
    assert "the header must have Plural-Forms with nplurals=6" in problems(f"{header}{GREETING}\n{COUNT}", "ar")
    assert '2 of 6 plural forms: "%(num)s report"' in problems(f"{header}{GREETING}\n{COUNT}", "ar")


def test_the_header_names_the_language(problems):
    assert "the header must say Language: ar" in problems(f"{HEADER}{GREETING}\n{COUNT}", "ar")


def test_a_placeholder_without_a_name_is_refused(check):
    catalogue = read_po(BytesIO(b'#, python-format\nmsgid "Hello %s"\nmsgstr ""\n'))
    assert list(check.bare_placeholders(catalogue, "messages")) == [
        'messages: name the placeholder, %(name)s: "Hello %s" (nowhere)'
    ]
