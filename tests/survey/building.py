"""Filling in the pages where questionnaires are made, as a browser without script would."""

from collections.abc import Callable
from datetime import datetime
from html.parser import HTMLParser
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from dialog.survey.making.drafts import change_draft
from dialog.survey.making.queries import draft_of, newest_version
from dialog.survey.models import QuestionnaireDraft, QuestionnaireVersion
from dialog.survey.questionnaire import Questionnaire

HOME = "/facilitator/questionnaires"
AT = datetime(2026, 5, 4, 12)
Fields = dict[str, Any]


class _Form(HTMLParser):
    """The fields that a browser would send of each form of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.forms, self.area, self.select = list[dict[str, list[str]]](), "", ""
        self.chosen: str | None = None
        self.inside = self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "template":
            self.hidden = True
        elif tag == "form":
            self.forms.append({})
            self.inside = True
        elif self.inside and not self.hidden:
            self._field(tag, found)

    def _field(self, tag: str, found: dict[str, str]) -> None:
        if tag == "input" and found.get("name") and "disabled" not in found:
            ticked = found.get("type") not in ("checkbox", "radio") or "checked" in found
            if ticked:
                self._add(found["name"], found.get("value", "on" if "checked" in found else ""))
        elif tag == "textarea":
            self.area = found["name"]
            self._add(self.area, "")
        elif tag == "select":
            self.select, self.chosen = found["name"], None
        elif tag == "option" and ("selected" in found or self.chosen is None):
            self.chosen = found["value"]  # the first, unless another is selected

    def _add(self, name: str, value: str) -> None:
        self.forms[-1].setdefault(name, []).append(value)

    def handle_data(self, data: str) -> None:
        if self.area:
            self.forms[-1][self.area][-1] += data.removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = ""
        elif tag == "select":
            if self.inside and not self.hidden and self.chosen is not None:
                self._add(self.select, self.chosen)
        elif tag == "template":
            self.hidden = False
        elif tag == "form":
            self.inside = False


def fields_of(html: str, holding: str) -> Fields:
    """The fields of the form of a page that has a field of this name."""
    parser = _Form()
    parser.feed(html)
    return next(form for form in parser.forms if holding in form)


def send(client: FlaskClient, address: str, /, to: str = "", holding: str = "revision", **changes: Any) -> TestResponse:
    """Open a page, change some fields of its form and send it."""
    page = client.get(address)
    assert page.status_code == 200, f"GET {address} answered {page.status}"
    fields = fields_of(page.text, holding) | {name.replace("__", "-"): value for name, value in changes.items()}
    return client.post(to or address, data={name: value for name, value in fields.items() if value is not None})


def the_version(session: Session, key: str = "trygghet") -> QuestionnaireVersion:
    """The newest, which there must be."""
    found = newest_version(session, key)
    assert found is not None, f"there is no version of {key}"
    return found


def the_draft(session: Session, key: str = "trygghet") -> QuestionnaireDraft:
    """Which there must be."""
    found = draft_of(session, key)
    assert found is not None, f"there is no draft of {key}"
    return found


def at(draft: QuestionnaireDraft, *rest: str) -> str:
    """The address of a page of a draft."""
    return "/".join((HOME, str(draft.id), *rest))


def edit(session: Session, draft: QuestionnaireDraft, change: Callable[[Questionnaire], Questionnaire]) -> None:
    """As somebody else would, who has seen the draft as it is."""
    change_draft(session, draft, draft.revision, change, None, AT)
    session.commit()
