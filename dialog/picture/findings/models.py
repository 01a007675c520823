"""The analysis of a round in the making: findings, what they rest on, why it is so, and what is proposed.

Words are by language; Swedish is always there. What residents wrote is never copied here: a quote is kept as the id
of its text, and read from the draft.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document


class Finding(Base):
    """One statement of the picture that a round will have; it follows every new draft of the round."""

    __tablename__ = "finding"
    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"), index=True)
    place: Mapped[int]  # in the order of the round's findings, from 1
    kind: Mapped[str]
    title: Mapped[dict[str, str]] = mapped_column(Document)
    statement: Mapped[dict[str, str]] = mapped_column(Document)
    strength: Mapped[str]  # of the evidence, as a person judged it
    reason: Mapped[dict[str, str]] = mapped_column(Document)
    in_summary: Mapped[bool] = mapped_column(default=False)
    prioritised: Mapped[bool] = mapped_column(default=False)  # its causes are to be looked for
    internal: Mapped[bool] = mapped_column(default=False)  # not for the public version
    proposal: Mapped[str] = mapped_column(default="")  # the key of the one that it was written from
    revision: Mapped[int] = mapped_column(default=1)  # grows with every change: two writers never overwrite each other
    written_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    written_at: Mapped[datetime]  # UTC
    changed_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    changed_at: Mapped[datetime]


class FindingEvidence(Base):
    """One thing that a finding rests on, and the figure as it was when somebody last looked at it."""

    __tablename__ = "finding_evidence"
    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]
    table_id: Mapped[str] = mapped_column(default="")  # the picture's, not the database's
    key: Mapped[list[str]] = mapped_column(Document, default=list)
    place: Mapped[str] = mapped_column(default="")
    text_id: Mapped[UUID | None]  # no foreign key: the text may be destroyed, and the quote then is gone
    words: Mapped[dict[str, str]] = mapped_column(Document, default=dict)
    value: Mapped[int | None]  # of a cell, in the draft that was there then


class Cause(Base):
    """A node of the cause tree of a finding."""

    __tablename__ = "cause"
    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id", ondelete="CASCADE"), index=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("cause.id", ondelete="CASCADE"), index=True)
    words: Mapped[dict[str, str]] = mapped_column(Document)
    nature: Mapped[str]
    standing: Mapped[str]
    ground: Mapped[dict[str, str]] = mapped_column(Document)  # what makes it a fact
    about: Mapped[str]


class ProposedFocus(Base):
    """A focus area that was considered, with what was decided about it and why."""

    __tablename__ = "proposed_focus"
    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("round.id"), index=True)
    title: Mapped[dict[str, str]] = mapped_column(Document)
    decision: Mapped[str]
    reason: Mapped[dict[str, str]] = mapped_column(Document)
    reference: Mapped[str]  # where the decision is written down
    decided_on: Mapped[date | None]


class FocusFinding(Base):
    """A finding that speaks for a focus area."""

    __tablename__ = "focus_finding"
    focus_id: Mapped[int] = mapped_column(ForeignKey("proposed_focus.id", ondelete="CASCADE"), primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id", ondelete="CASCADE"), primary_key=True, index=True)


class FocusCause(Base):
    """A cause that a focus area would work on."""

    __tablename__ = "focus_cause"
    focus_id: Mapped[int] = mapped_column(ForeignKey("proposed_focus.id", ondelete="CASCADE"), primary_key=True)
    cause_id: Mapped[int] = mapped_column(ForeignKey("cause.id", ondelete="CASCADE"), primary_key=True, index=True)
