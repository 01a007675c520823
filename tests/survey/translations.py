"""Questionnaires to translate, and what tests do with them. Plain functions; none commits."""

from dataclasses import replace
from datetime import datetime
from html.parser import HTMLParser

from flask.testing import FlaskClient
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from dialog.survey.making.drafts import begin_draft
from dialog.survey.models import QuestionnaireDraft
from dialog.survey.questionnaire import STATES as KEPT
from dialog.survey.questionnaire import Mark, Option, Question, Questionnaire, Row, Section
from dialog.survey.texts import change_texts, source_of, texts

AT = datetime(2026, 5, 4, 12, 0)


def words(sv: str, **others: str) -> dict[str, str]:
    return {"sv": sv, **others}


PARK = Questionnaire(
    "park",
    1,
    words("Parken", en="The park"),
    (
        Section(
            "visit",
            words("Ditt besök", en="Your visit"),
            (
                Question(
                    "often",
                    "one_of",
                    words("Hur ofta kommer du?", en="How often do you come?"),
                    hint=words("Ungefär."),
                    options=(Option("daily", words("Varje dag", en="Daily")), Option("never", words("Aldrig"))),
                ),
                Question(
                    "parts",
                    "scale",
                    words("Hur trivs du?", en="How do you like it?"),
                    rows=(Row("day", words("På dagen", en="By day")), Row("night", words("På natten"))),
                    options=(Option("well", words("Bra", en="Well")),),
                ),
            ),
        ),
    ),
    spoken=("sv", "en"),
    marks={
        "title": {"en": Mark("draft", source_of("Parken"))},
        "often": {"en": Mark("machine", source_of("Hur ofta kommer du?"))},
        "parts": {"en": Mark("checked", source_of("Hur trivs du i parken?"))},
    },
)
STATES = {"missing": 3, "outdated": 1, "machine": 1, "draft": 1, "checked": 4}  # of PARK in English


def make_draft(session: Session, questionnaire: Questionnaire = PARK) -> QuestionnaireDraft:
    draft = begin_draft(session, questionnaire, by=None, at=AT)
    session.commit()
    return draft


def said(questionnaire: Questionnaire, path: str, tag: str = "en") -> str:
    return texts(questionnaire)[path].get(tag, "")


# What a questionnaire's document can hold: anything but what nobody can print, and never nothing but spaces.
TEXTS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=20).filter(str.strip)
LINES = st.lists(TEXTS, min_size=1, max_size=2).map("\n".join)


@st.composite
def questionnaires(draw) -> Questionnaire:
    """PARK in other words: some missing in English and Arabic, some outdated, in any state."""
    words = {path: {"sv": draw(LINES), **draw(_some(LINES))} for path in texts(PARK)}
    marks = {path: draw(_some(_marks(said["sv"]))) for path, said in words.items()}
    worded = change_texts(PARK, lambda path, _: words[path])
    return replace(worded, spoken=("sv", "en", "ar"), marks={path: some for path, some in marks.items() if some})


def _some(values: st.SearchStrategy) -> st.SearchStrategy:
    return st.fixed_dictionaries({}, optional={"en": values, "ar": values})


def _marks(source: str) -> st.SearchStrategy:
    return st.builds(Mark, st.sampled_from(KEPT), st.sampled_from([source_of(source), source_of("older words")]))


class _Written(HTMLParser):
    """Every field of a form, as a browser sends it back when nobody touches it."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._area = self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        name = found.get("name", "")
        if tag == "input" and found.get("type") == "hidden":
            self.fields.setdefault(name, found.get("value", ""))
        elif tag == "textarea":
            self._area, self.fields[name] = name, ""
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select and ("selected" in found or self._select not in self.fields):
            self.fields[self._select] = found["value"]

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.fields[self._area] = self.fields[self._area].removeprefix("\n").replace("\n", "\r\n")
            self._area = ""
        elif tag == "select":
            self._select = ""

    def handle_data(self, data: str) -> None:
        if self._area:
            self.fields[self._area] += data


def fields_of(html: str) -> dict[str, str]:
    """What a browser would send back of a page that nobody has touched."""
    parser = _Written()
    parser.feed(html)
    return parser.fields


def opened(client: FlaskClient, address: str) -> dict[str, str]:
    page = client.get(address)
    assert page.status_code == 200, f"GET {address} answered {page.status}"
    return fields_of(page.text)
