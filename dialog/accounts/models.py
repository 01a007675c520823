"""People who work here, and their sign-ins; residents have no account."""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from dialog.accounts.visibility import MUNICIPALITY
from dialog.config import STAFF_ROLES
from dialog.db import Base

ROLES = STAFF_ROLES


class Staff(Base):
    """One member of staff."""

    __tablename__ = "staff"
    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(unique=True)  # lower case
    name: Mapped[str]
    password_hash: Mapped[str]  # Argon2id; "" while there is none: nobody gets in with it
    active: Mapped[bool] = mapped_column(default=True)
    one_sign_in: Mapped[bool] = mapped_column(default=False)  # whether each sign-in shall end all others
    authority: Mapped[str] = mapped_column(default=MUNICIPALITY)  # for whom they work; see visibility
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
    """One sign-in that is still good; its row is deleted when it ends. No address, no exact browser."""

    __tablename__ = "staff_session"
    token_hash: Mapped[str] = mapped_column(primary_key=True)  # SHA-256 of what the cookie holds
    key: Mapped[UUID] = mapped_column(default=uuid4, unique=True)  # what pages call it by
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
    whole: Mapped[bool] = mapped_column(default=True)  # False: the password was right, the second factor is awaited
    browser: Mapped[str] = mapped_column(default="")  # coarsely: Firefox, Windows
    started_at: Mapped[datetime]  # UTC
    seen_at: Mapped[datetime]  # UTC, to the minute


class SignInFailures(Base):
    """How often signing in as somebody failed of late, whether or not there is such a person."""

    __tablename__ = "sign_in_failures"
    email_hash: Mapped[str] = mapped_column(primary_key=True)  # keyed hash; another one for codes than for passwords
    count: Mapped[int]  # one more than is allowed: whoever tries again has to wait
    latest_at: Mapped[datetime]  # UTC


class SendingSystem(Base):
    """Another system of the municipality that may send reports, known by the hash of its key."""

    __tablename__ = "sending_system"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    key_hash: Mapped[str] = mapped_column(unique=True)
    added_on: Mapped[date]


class SecondFactor(Base):
    """The app or device that shows somebody's six digits; its secret is encrypted with a key from SECRET_KEY."""

    __tablename__ = "second_factor"
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    secret: Mapped[str | None]  # None until a first code has shown that it works
    proposed: Mapped[str | None]  # a new secret, not in use before a code has shown that it works
    last_step: Mapped[int] = mapped_column(default=0)  # of the newest code that was used: none is good twice


class RecoveryCode(Base):
    """A code on paper that takes the place of the device, once; its row is deleted when it is used."""

    __tablename__ = "recovery_code"
    code_hash: Mapped[str] = mapped_column(primary_key=True)  # keyed hash
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)


class Invitation(Base):
    """A link with which somebody chooses a password, once; a newer one takes its place."""

    __tablename__ = "staff_invitation"
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), primary_key=True)
    token_hash: Mapped[str] = mapped_column(unique=True)  # SHA-256 of what the link holds
    expires_at: Mapped[datetime]  # UTC


class StaffIdentity(Base):
    """How the sign-on service of the municipality or the police calls somebody."""

    __tablename__ = "staff_identity"
    issuer: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id", ondelete="CASCADE"), index=True)
