"""Owners, to whom reports have been sent on, and what was sent when."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from dialog.db import Base, Document

MAIL, HAND = "mail", "hand"  # how a copy went: by e-mail, or printed or copied by whoever sent it


class Owner(Base):
    """Somebody whose place or task it is: a municipal unit, the police, a property owner, a road authority."""

    __tablename__ = "owner"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]  # one of OWNER_KINDS
    email: Mapped[str] = mapped_column(default="")  # of the organisation's function, never of a private person
    phone: Mapped[str] = mapped_column(default="")
    web: Mapped[str] = mapped_column(default="")  # the address of their own form
    note: Mapped[str] = mapped_column(default="")
    organisation: Mapped[bool] = mapped_column(default=True)  # else residents read only what kind of owner it is
    active: Mapped[bool] = mapped_column(default=True)  # may be chosen


class Routing(Base):
    """To whom a report has been sent on."""

    __tablename__ = "routing"
    report_id: Mapped[UUID] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), primary_key=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("owner.id"), index=True)


class SentCopy(Base):
    """That a masked copy of a report went to an owner; of its words only which texts they were of."""

    __tablename__ = "sent_copy"
    __table_args__ = ({"sqlite_with_rowid": False},)
    id: Mapped[UUID] = mapped_column(primary_key=True, default=uuid4)
    report_id: Mapped[UUID] = mapped_column(ForeignKey("report.id", ondelete="CASCADE"), index=True)
    owner_id: Mapped[int] = mapped_column(ForeignKey("owner.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    at: Mapped[datetime]  # UTC
    way: Mapped[str]  # MAIL or HAND
    exact: Mapped[bool]  # whether it said where exactly
    text_ids: Mapped[list[str]] = mapped_column(Document)
