import pytest

from dialog.demo.voices.everything import OFTEN, ONCE
from dialog.texts.detecting import detect


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("so", "Nalalka ka dambeeya iskuulka way jabeen. Habeenkii ma mari karo."),
        ("ar", "لا أخرج بعد حلول الظلام لأن الممر خلف المدرسة مظلم."),
        ("fa", "چراغ‌های خیابان خراب است و شب‌ها نمی‌شود از آنجا رد شد."),
        ("fi", "Valaistus on huono aseman lähellä ja autot ajavat liian lujaa."),
        ("en", "The lights on the path to the station have been out for weeks."),
        ("uk", "Увечері на зупинці темно, і я боюся чекати на автобус."),
        ("ti", "ኣብዚ መገዲ ብለይቲ መብራህቲ የለን፡ ንሕና ክንሓልፍ ንፈርሕ ኢና።"),
    ],
)
def test_what_is_written_in_another_language_than_was_chosen_is_seen(language: str, text: str):
    assert detect(text, chosen="sv") == language


@pytest.mark.parametrize("text", ["", "Bra", "mer belysning tack", "112", "!!!", "Torget 12:30–14:00, 2 × 5"])
def test_of_a_few_letters_nothing_is_said(text: str):
    assert detect(text, chosen="ar") is None


def test_no_saying_of_the_demonstration_is_taken_for_another_language():
    found = {saying.text: detect(saying.text, chosen=saying.language) for saying in (*ONCE, *OFTEN)}
    assert {text: language for text, language in found.items() if language} == {}


def test_easy_swedish_is_swedish_and_neighbours_are_not_told_apart():
    assert detect("Det är mörkt på gångvägen bakom skolan på kvällen.", chosen="sv-easy") is None
    assert detect("Noću je mračno kod škole i bojim se ići sama kući.", chosen="hr") is None
