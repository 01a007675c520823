"""People who work here, and their sign-ins; residents have no account."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from dialog.db import Base

ROLES = ("reviewer", "facilitator", "analyst", "admin")


class Staff(Base):
    """One member of staff."""

    __tablename__ = "staff"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)  # lower case
    name: Mapped[str]
    password_hash: Mapped[str]  # Argon2id
    active: Mapped[bool] = mapped_column(default=True)
    role_rows: Mapped[list["StaffRole"]] = relationship(lazy="selectin", cascade="all, delete-orphan")

    @property
    def roles(self) -> set[str]:
        return {row.role for row in self.role_rows}


class StaffRole(Base):
    """One role that a member of staff holds."""

    __tablename__ = "staff_role"
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)


class StaffSession(Base):
    """One sign-in that is still good; its row is deleted when it ends."""

    __tablename__ = "staff_session"
    token_hash: Mapped[str] = mapped_column(primary_key=True)  # SHA-256 of what the cookie holds
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    started_at: Mapped[datetime]  # UTC
    seen_at: Mapped[datetime]  # UTC, to the minute


class SignInFailures(Base):
    """How often signing in as somebody failed of late, whether or not there is such a person."""

    __tablename__ = "sign_in_failures"
    email_hash: Mapped[str] = mapped_column(primary_key=True)  # keyed hash
    count: Mapped[int]
    latest_at: Mapped[datetime]  # UTC


class SendingSystem(Base):
    """Another system of the municipality that may send reports, known by the hash of its key."""

    __tablename__ = "sending_system"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    key_hash: Mapped[str] = mapped_column(unique=True)
    added_on: Mapped[date]
