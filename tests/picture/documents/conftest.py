"""An edition as a document, made once for all tests that only look at it."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from dialog.db import sessions
from dialog.picture.actions import release_picture
from dialog.picture.documents.actions import keep_paper
from dialog.picture.documents.editing import write_block
from dialog.picture.documents.making import make_file
from dialog.picture.documents.names import parse_name
from dialog.picture.documents.queries import Bound, bound_draft, bound_edition
from tests.databases import Database
from tests.factories import make_round
from tests.picture.speaking import NOW, TODAY, draft, gather, release, report, respond, write

WITHHELD = {"never": 47, "sometimes": 53, "often": 4}  # what was answered to Q6: one is small, and hides another
TEXTS = {
    "sv": "Det **viktigaste** är ljuset.\n\n- Tunneln <b>vid</b> stationen\n- Torget\n\n## Till sist\nMer.",
    "ar": "الأهم هو **الإنارة**.",
    "sv-easy": "Många säger att det är mörkt.",
}


def speak(session: Session) -> Bound:
    """A second edition, whose summary is written in three languages."""
    round = make_round(session)
    big = {"Q2.T1": "very_big", "Q1.b": "very_unsafe"}
    for answer, times in WITHHELD.items():
        respond(session, round, times, answers=big | {"Q6": answer})
    write(session, round, "Lampan är trasig", 12, cleared=True, area="south", answers=big)
    in_arabic = {"language": "ar", "stance": "strength", "code": "T12"}  # a theme of its own, so that one is quoted
    write(session, round, "المصباح معطل", 11, cleared=True, area="south", **in_arabic)
    respond(session, round, 6, area="west")
    report(session, round, 9, category="=1+1")
    gather(session, round, 12)
    release(session, round)
    respond(session, round, 25, area="west", answers=big)
    made = draft(session, round)
    paper = write_block(bound_draft(session, made).paper, "b1", TEXTS)
    keep_paper(session, made, paper, revision=0, what="write b1", at=NOW, by=None)
    session.flush()
    return bound_edition(session, release_picture(session, made, on=TODAY))


@pytest.fixture(scope="session")
def bound(database: Database) -> Iterator[Bound]:
    database.empty()
    maker = sessions(database.url, log_key=b"of no importance here")
    with maker.begin() as session:
        made = speak(session)
    yield made
    maker.kw["bind"].dispose()


class Files:
    """Files of one edition, each made when it is first asked for."""

    def __init__(self, bound: Bound) -> None:
        self._bound, self._made = bound, dict[tuple[str, bool], bytes]()

    def __call__(self, name: str, *, internal: bool = False) -> bytes:
        key = (name, internal)
        if key not in self._made:
            self._made[key] = make_file(self._bound, parse_name(name), internal=internal)
        return self._made[key]


@pytest.fixture(scope="session")
def made(bound: Bound) -> Files:
    return Files(bound)
