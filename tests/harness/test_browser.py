"""The browser, and the judge of accessibility in it, are really there."""

from tests.browsers import DESK, PHONE, on_phone_and_desk

WITHOUT_TEXT = "<html lang='sv'><title>Bild</title><main><h1>Bild</h1><img src='data:,'></main></html>"
WITH_TEXT = WITHOUT_TEXT.replace("<img", "<img alt='En park'")


def test_an_image_without_words_is_found(page, axe):
    page.set_content(WITHOUT_TEXT)
    assert [violation.split(":")[0] for violation in axe(page)] == ["image-alt"]


def test_a_page_in_order_has_no_violation(page, axe):
    page.set_content(WITH_TEXT)
    assert axe(page) == []


@on_phone_and_desk
def test_the_window_is_as_wide_as_asked(page, width):
    assert page.evaluate("innerWidth") == width
    assert width in (PHONE, DESK)
