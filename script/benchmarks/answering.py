"""Answering a questionnaire of 300 questions: opening it, drawing its pages, checking all answers.

    answering.py [QUESTIONS]     by default 300, in sections of 20, in three languages, every seventh behind a condition

Beside the same questionnaire of a tenth of its length, asked in turn, so that a ratio holds although the machine's
speed drifts: what grows with the questions grows no faster than they do, and a page costs what is on it.
"""

import gzip
import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from dialog.app import create_app
from dialog.areas.models import Area
from dialog.config import Config
from dialog.db import make_engine, sessions, upgrade
from dialog.survey.actions import keep_questionnaire, open_round, plan_round
from dialog.survey.document import from_document, to_document
from dialog.survey.forms import read_dialogue
from dialog.survey.paging import CLOSING
from dialog.survey.questionnaire import Questionnaire

A_PAGE, TIMES = 20, 9
MOST_KILOBYTES = 50  # of a page, compressed: the project's bar
MOST_GROWTH = 1.5  # times the cost a question, at ten times the questions
LANGUAGES = {"sv": "Fråga", "en": "Question", "ar": "سؤال"}


@dataclass(frozen=True)
class Walked:
    """What answering a dialogue from its first page to its last took."""

    pages: int
    kilobytes: float  # of the heaviest page, compressed
    slowest: float  # milliseconds of processor time of the slowest page


def main(questions: int) -> None:
    few = max(questions // 10, A_PAGE)
    with tempfile.TemporaryDirectory() as folder:
        many, some = (from_document(document(number)) for number in (questions, few))
        client = serving(Path(folder), {"many": many, "few": some})
        tell("opening", questions, few, *pair(lambda: opened(many), lambda: opened(some)))
        tell("checking", questions, few, *pair(lambda: check(many), lambda: check(some)))
        walk(client, "few", some)  # what is read and compiled once a process
        walked, short = walk(client, "many", many), walk(client, "few", some)
    growth = walked.slowest / short.slowest
    print(
        f"answering, {questions} questions on {walked.pages} pages: the heaviest {walked.kilobytes:.1f} kB compressed "
        f"(bar {MOST_KILOBYTES}); the slowest {walked.slowest:.0f} ms of processor, {growth:.2f} times that of {few}"
    )


def tell(what: str, questions: int, few: int, many: float, some: float) -> None:
    growth = many / questions / (some / few)
    print(
        f"{what}, {questions} questions: {many:.1f} ms of processor; a question costs {growth:.2f} times as much "
        f"as among {few} (bar {MOST_GROWTH})"
    )


def document(questions: int) -> dict[str, Any]:
    """A questionnaire of every kind of question that can be answered by writing or choosing."""
    sections = [
        {
            "id": f"s{first}",
            "title": words("Avsnitt", first),
            "questions": [question(number) for number in range(first, min(first + A_PAGE, questions))],
        }
        for first in range(0, questions, A_PAGE)
    ]
    return {"id": f"long{questions}", "version": 1, "title": words("Prov", 1), "sections": sections}


def question(number: int) -> dict[str, Any]:
    kind = ("one_of", "several_of", "scale", "number", "text", "date", "short", "ranking")[number % 8]
    made: dict[str, Any] = {"id": f"q{number}", "kind": kind, "text": words("Hur är det med sak", number)}
    if kind in ("one_of", "several_of", "scale", "ranking"):
        made["options"] = [{"id": f"o{option}", "text": words("Svar", option)} for option in range(5)]
    if kind == "scale":
        made["rows"] = [{"id": f"r{row}", "text": words("Rad", row)} for row in range(4)]
    if number % 7 == 6 and number > 8:
        made["show_if"] = {"chosen": f"q{number // 8 * 8 - 8}", "options": ["o0", "o1"]}
    return made


def words(text: str, number: int) -> dict[str, str]:
    return {language: f"{text} {begin} {number}" for language, begin in LANGUAGES.items()}


def opened(questionnaire: Questionnaire) -> Questionnaire:
    return from_document(to_document(questionnaire))


def check(questionnaire: Questionnaire) -> None:
    filled = read_dialogue(questionnaire, (), MultiDict(everything(questionnaire)))
    assert not filled.problems, filled.problems[:3]


def everything(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    """An answer to every question, as fields of a form."""
    for asked in questionnaire.questions():
        yield from ((name, answer_to(asked.kind, name, number)) for number, name in enumerate(asked.fields))


def answer_to(kind: str, name: str, number: int) -> str:
    if kind == "ranking":
        return str(number) if number else ""  # the first field is the ranking's own, the others the places of options
    return {"number": "17", "date": "2026-05-17", "text": f"Vid {name} är det mörkt", "short": "Torget"}.get(kind, "o1")


def pair(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of processor time of each, asked in turn."""
    times = [(spent(one), spent(other)) for _ in range(TIMES)]
    return statistics.median(first for first, _ in times), statistics.median(second for _, second in times)


def spent(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return 1_000 * (time.process_time() - before)


def serving(folder: Path, questionnaires: dict[str, Questionnaire]) -> FlaskClient:
    """A visitor to a house with one open round for each questionnaire, called as it is."""
    url = f"sqlite:///{folder}/dialog.sqlite"
    upgrade(make_engine(url))
    today = date.today()
    with sessions(url).begin() as session:
        root = Area(division="benchmark", code="all", kind="municipality", names={"sv": "Provstad"})
        session.add(root)
        session.flush()
        for name, questionnaire in questionnaires.items():
            round = plan_round(
                session,
                slug=name,
                title={"sv": "Prov"},
                area_id=root.id,
                area_kind="municipality",
                questionnaire=keep_questionnaire(session, questionnaire),
                opens_on=today,
                closes_on=today + timedelta(days=30),
            )
            open_round(session, round)
    config = Config(DATABASE_URL=url, SECRET_KEY=secrets.token_hex())
    return create_app(config).test_client()


class Form(HTMLParser):
    """What a page of a dialogue has to fill in: its hidden fields, and the names of all others."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.hidden: list[tuple[str, str]] = []
        self.names: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if found.get("type") == "hidden":
            self.hidden.append((found["name"], found["value"]))
        elif tag in ("input", "textarea", "select") and "name" in found:
            self.names.add(found["name"])


def walk(client: FlaskClient, name: str, questionnaire: Questionnaire) -> Walked:
    """Answer every question that comes, page after page, and send."""
    address, answers = f"/ar/dialogue/{name}", dict(everything(questionnaire))
    weights, times = list[float](), list[float]()
    filled: list[tuple[str, str]] | None = None
    while True:
        before = time.process_time()
        answer = client.get(address) if filled is None else client.post(address, data=MultiDict(filled))
        times.append(1_000 * (time.process_time() - before))
        assert answer.status_code == 200, f"page {len(times)} answered {answer.status}"
        weights.append(len(gzip.compress(answer.data)) / 1_000)
        if 'id="receipt"' in answer.text:
            break
        form = Form(answer.text)
        go = "next" if dict(form.hidden)["page"] != CLOSING else "send"
        filled = [*form.hidden, *((one, answers[one]) for one in form.names if answers.get(one)), ("go", go)]
    return Walked(len(times) - 1, max(weights), max(times[1:]))


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 300)
