"""Adding staff, and changing what they are."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.models import ROLES, Staff, StaffRole
from dialog.accounts.passwords.hashing import hash_password
from dialog.accounts.passwords.rule import COMMON, LONG, LONGEST, OWN, SHORT, SHORTEST, fault_of
from dialog.accounts.queries import active_administrators, staff_by_email
from dialog.accounts.signing.actions import end_sign_ins
from dialog.accounts.visibility import AUTHORITIES, MUNICIPALITY
from dialog.audit.actions import record

_FAULTS = {
    SHORT: f"The password must have at least {SHORTEST} characters.",
    LONG: f"The password may have at most {LONGEST} characters.",
    COMMON: "The password is among the commonest: choose one that nobody else would think of.",
    OWN: "The password may not contain the e-mail address.",
}


class BadAccount(ValueError):
    """An account can't be made like this; the text says why."""


class LastAdministrator(BadAccount):
    """Nobody would be left to look after the installation."""


def add_staff(
    session: Session,
    *,
    email: str,
    name: str,
    password: str | None,
    roles: Iterable[str],
    authority: str = MUNICIPALITY,
    by: int | None = None,
) -> Staff:
    """A new member of staff; without a password they need an invitation or a sign-on service. Raises BadAccount."""
    held = _known_roles(roles)
    email = email.strip().lower()
    if "@" not in email:
        raise BadAccount(f"{email!r} is not an e-mail address.")
    _check_authority(authority)
    if password is not None:
        _check_password(password, email)
    if staff_by_email(session, email):
        raise BadAccount(f"{email} has an account already.")
    kept = hash_password(password) if password is not None else ""
    staff = Staff(email=email, name=name, password_hash=kept, authority=authority, active=True)
    staff.role_rows = [StaffRole(role=role) for role in held]
    session.add(staff)
    session.flush()
    record(session, "staff added", f"staff {staff.id}", by=by, roles=held, authority=authority)
    return staff


def change_staff(
    session: Session,
    staff: Staff,
    *,
    name: str,
    roles: Iterable[str],
    authority: str,
    active: bool,
    by: int | None,
) -> bool:
    """Change what somebody is; whether anything was changed. Raises BadAccount and LastAdministrator."""
    held = _known_roles(roles)
    _check_authority(authority)
    new = {"name": name, "roles": held, "authority": authority, "active": active}
    old = {"name": staff.name, "roles": sorted(staff.roles), "authority": staff.authority, "active": staff.active}
    if not (changed := {what: value for what, value in new.items() if value != old[what]}):
        return False
    _hold_administrators(session)
    was_administrator = staff.active and "admin" in staff.roles
    staff.name, staff.authority, staff.active = name, authority, active
    staff.role_rows = [row for row in staff.role_rows if row.role in held]
    staff.role_rows += [StaffRole(role=role) for role in held if role not in staff.roles]
    session.flush()
    if was_administrator and not active_administrators(session):
        raise LastAdministrator("There would be no administrator left.")
    record(session, "staff changed", f"staff {staff.id}", by=by, **changed)
    if not active:
        end_sign_ins(session, staff, by=by)
    return True


def set_password(session: Session, staff: Staff, password: str, *, by: int | None, but: str = "") -> None:
    """A new password; every other sign-in ends but the one with the token `but`. Raises BadAccount."""
    _check_password(password, staff.email)
    staff.password_hash = hash_password(password)
    record(session, "password changed", f"staff {staff.id}", by=by)
    end_sign_ins(session, staff, by=by, but=but)


def _hold_administrators(session: Session) -> None:
    """Two administrators who take the role from each other at once do so one after the other (PostgreSQL)."""
    rows = select(StaffRole).where(StaffRole.role == "admin").order_by(StaffRole.staff_id).with_for_update()
    session.execute(rows.execution_options(populate_existing=True)).all()


def _known_roles(roles: Iterable[str]) -> list[str]:
    held = sorted(set(roles))
    if unknown := [role for role in held if role not in ROLES]:
        raise BadAccount(f"There is no role {unknown[0]!r}: choose among {', '.join(ROLES)}.")
    if not held:
        raise BadAccount(f"Give at least one role: {', '.join(ROLES)}.")
    return held


def _check_authority(authority: str) -> None:
    if authority not in AUTHORITIES:
        raise BadAccount(f"There is no authority {authority!r}: choose among {', '.join(AUTHORITIES)}.")


def _check_password(password: str, email: str) -> None:
    if fault := fault_of(password, email=email):
        raise BadAccount(_FAULTS[fault])
