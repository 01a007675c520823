"""What a translator has typed into a page of texts. Pure."""

from collections.abc import Iterator, Mapping

from dialog.survey.translating.merging import Wish
from dialog.survey.translating.wordings import Seen
from dialog.texts.cleaning import clean_text

TEXT, STATE, SEEN = "text-", "state-", "seen-"  # fields of a text, before its path


class Unseen(ValueError):
    """A form doesn't say what its texts were when it was made."""


def wishes(form: Mapping[str, str], *, all_checked: bool = False) -> list[Wish]:
    """One for each text on the page, changed or not. Raises Unseen."""
    return list(_wishes(form, all_checked))


def _wishes(form: Mapping[str, str], all_checked: bool) -> Iterator[Wish]:
    for name in form:
        if not name.startswith(TEXT):
            continue
        path = name.removeprefix(TEXT)
        seen = Seen.read(form.get(f"{SEEN}{path}", ""))
        if seen is None:
            raise Unseen(path)
        state = "checked" if all_checked else form.get(f"{STATE}{path}", "")
        yield Wish(path, clean_text(form[name]), state, seen.source, seen)
