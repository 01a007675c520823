"""The watch over what pages write sees what it is there for."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import ForeignKey, create_engine, insert
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column, sessionmaker
from sqlalchemy.pool import StaticPool

from dialog.web.requests import db_session
from tests.writes import watch_writes

Page = Callable[[Session], None]


class Base(DeclarativeBase):
    pass


class Note(Base):
    __tablename__ = "note"
    id: Mapped[int] = mapped_column(primary_key=True)
    answers: Mapped[int | None] = mapped_column(ForeignKey("note.id"))


class AuditEvent(Base):
    __tablename__ = "audit_event"
    id: Mapped[int] = mapped_column(primary_key=True)


def forgetful(session: Session) -> None:
    session.add(Note())


def flushed_only(session: Session) -> None:
    session.add(Note())
    session.flush()


def statement_only(session: Session) -> None:
    session.execute(insert(Note).values(id=1))


def committed(session: Session) -> None:
    session.add(Note())
    session.commit()


def audited(session: Session) -> None:
    session.add(AuditEvent())
    session.commit()


def reading(session: Session) -> None:
    session.get(Note, 1)


def house(write: Page) -> Flask:
    """An application with one page, which does this and no more."""
    app = Flask(__name__)
    app.testing = True
    engine = create_engine("sqlite://", poolclass=StaticPool)
    Base.metadata.create_all(engine)
    app.extensions["sessions"] = sessionmaker(engine)
    watch_writes(app)

    @app.route("/", methods=["GET", "POST"])
    def page() -> str:
        write(db_session())
        return ""

    return app


@pytest.mark.parametrize("write", [forgetful, flushed_only, statement_only])
def test_writes_left_uncommitted_are_seen(write):
    with pytest.raises(AssertionError, match=r"wrote to \{'note'\} without commit"):
        house(write).test_client().post("/")


def test_a_get_that_writes_is_seen():
    with pytest.raises(AssertionError, match=r"GET / wrote to \{'note'\}"):
        house(committed).test_client().get("/")


@pytest.mark.parametrize("write", [committed, audited, reading])
def test_a_post_that_commits_passes(write):
    assert house(write).test_client().post("/").status_code == 200


@pytest.mark.parametrize("write", [audited, reading])
def test_a_get_may_read_and_add_to_the_audit_log(write):
    assert house(write).test_client().get("/").status_code == 200
