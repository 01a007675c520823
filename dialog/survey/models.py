"""Questionnaires, rounds and responses: never who gave a response."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Double, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from dialog.db import Base, Document

PLANNED, OPEN, ENDED, CLOSED = "planned", "open", "ended", "closed"
RESIDENTS, STAFF = "residents", "staff"  # whom a round asks
MOST_AREAS = 40  # choices that a round may ask for


class QuestionnaireVersion(Base):
    """One version of one questionnaire, as one document; immutable once a round opens with it."""

    __tablename__ = "questionnaire"
    __table_args__ = (UniqueConstraint("key", "version"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str]
    version: Mapped[int]
    document: Mapped[dict[str, Any]] = mapped_column(Document, deferred=True)
    checksum: Mapped[str]  # SHA-256 of the document
    published_on: Mapped[date | None]  # None: loaded from a file
    changes: Mapped[dict[str, Any]] = mapped_column(
        Document, default=dict
    )  # since the version before, by what is measured


class QuestionnaireDraft(Base):
    """A questionnaire in the making: it has no consequences until it is published as a version."""

    __tablename__ = "questionnaire_draft"
    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)  # of the questionnaire that it will be a version of
    document: Mapped[dict[str, Any]] = mapped_column(Document, deferred=True)
    revision: Mapped[int] = mapped_column(default=1)  # grows with every change: two editors never overwrite each other
    changed_at: Mapped[datetime]  # UTC
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))  # None: by a command
    origin: Mapped[dict[str, Any] | None] = mapped_column(Document, deferred=True)  # the file it began as, if any


class BankEntry(Base):
    """A question that staff keep for use again, beside the core that Dialog brings with it."""

    __tablename__ = "bank_entry"
    measures: Mapped[str] = mapped_column(primary_key=True)
    question: Mapped[dict[str, Any]] = mapped_column(Document)  # as in a questionnaire's document
    note: Mapped[str]  # where the wording comes from
    added_on: Mapped[date]
    added_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class Round(Base):
    """One fieldwork period of one questionnaire version."""

    __tablename__ = "round"
    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)  # as in the address
    title: Mapped[dict[str, str]] = mapped_column(Document)
    purpose: Mapped[dict[str, str]] = mapped_column(Document)
    influence: Mapped[dict[str, str]] = mapped_column(Document)  # what can be influenced
    decision_maker: Mapped[dict[str, str]] = mapped_column(Document)
    decided_on: Mapped[date | None]
    opens_on: Mapped[date]
    closes_on: Mapped[date]
    languages: Mapped[list[str]] = mapped_column(Document)
    completeness: Mapped[int] = mapped_column(
        default=100
    )  # per cent of the texts that a language needs to open without a word
    area_id: Mapped[int] = mapped_column(ForeignKey("area.id"))
    area_kind: Mapped[str]  # the level of areas it asks for
    division: Mapped[str | None]  # the key of the division those areas are of; None: the only one there was
    questionnaire_id: Mapped[int] = mapped_column(ForeignKey("questionnaire.id"))
    state: Mapped[str] = mapped_column(default=PLANNED)
    audience: Mapped[str] = mapped_column(default=RESIDENTS)
    questionnaire: Mapped[QuestionnaireVersion] = relationship(lazy="joined", innerjoin=True)

    @property
    def is_of_staff(self) -> bool:
        """Whether it asks colleagues, behind a phrase."""
        return self.audience == STAFF


class StaffDialogue(Base):
    """What a round that asks colleagues has besides: the phrase they share, and whose picture it is asked for."""

    __tablename__ = "staff_dialogue"
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id", ondelete="CASCADE"), primary_key=True)
    belongs_to_id: Mapped[int] = mapped_column(ForeignKey("round.id"), index=True)  # a round that asks residents
    phrase_hash: Mapped[str]  # Argon2id; empty: nobody can come in yet


class Response(Base):
    """One completed questionnaire: the day it came, no time, no address, no key to anybody."""

    __tablename__ = "response"
    __table_args__ = (
        Index("ix_response_round_id", "round_id"),
        Index("ix_response_set_aside", "round_id", sqlite_where=text("set_aside"), postgresql_where=text("set_aside")),
        {"sqlite_with_rowid": False},
    )
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)  # random: tells nothing of when
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"))
    questionnaire_id: Mapped[int] = mapped_column(ForeignKey("questionnaire.id"))
    language: Mapped[str]
    channel: Mapped[str]  # web, paper, stand, …
    area_id: Mapped[int | None] = mapped_column(ForeignKey("area.id"))  # None: elsewhere
    received_on: Mapped[date]
    answers: Mapped[dict[str, Any]] = mapped_column(Document)  # column id -> option id or list of them
    group_size: Mapped[int] = mapped_column(default=1)
    set_aside: Mapped[bool] = mapped_column(default=False)  # as spam: drafts leave the voice out
    weight: Mapped[float | None] = mapped_column(Double)  # how many people it stands for; None: nobody was drawn
