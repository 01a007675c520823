"""Whose account it is that somebody signed in to elsewhere."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.actions import add_staff, change_staff
from dialog.accounts.elsewhere.provider import Person
from dialog.accounts.models import Staff, StaffIdentity
from dialog.accounts.queries import active_administrators, staff_by_email
from dialog.audit.actions import record


class NobodyHere(Exception):
    """No account of ours is theirs, or it is closed, or none of their groups gives it a role."""


def staff_for(session: Session, person: Person, *, mapping: Collection[tuple[str, str]], create: bool) -> Staff:
    """Their account: by the name under which the service knows them, else by an e-mail address that it has verified.

    With a `mapping` of (group, role) their groups alone decide the roles. Only with `create` somebody unknown gets an
    account. Raises NobodyHere.
    """
    roles = {role for group, role in mapping if group in person.groups}
    if mapping and not roles:
        raise NobodyHere
    staff = _by_identity(session, person) or _by_email(session, person)
    if staff is None and create and person.email and not staff_by_email(session, person.email):
        staff = add_staff(session, email=person.email, name=person.name, password=None, roles=roles)
        _remember(session, staff, person)
    if staff is None or not staff.active:
        raise NobodyHere
    if mapping:
        _give_roles(session, staff, roles)
    return staff


def _by_identity(session: Session, person: Person) -> Staff | None:
    chosen = select(Staff).join(StaffIdentity, StaffIdentity.staff_id == Staff.id)
    return session.scalar(chosen.where(StaffIdentity.issuer == person.issuer, StaffIdentity.subject == person.subject))


def _by_email(session: Session, person: Person) -> Staff | None:
    """The first time. An account that is known already under another name is not theirs: addresses are given anew."""
    staff = staff_by_email(session, person.email) if person.email else None
    if staff is None or not staff.active:
        return None
    chosen = select(StaffIdentity).where(StaffIdentity.staff_id == staff.id, StaffIdentity.issuer == person.issuer)
    if session.scalar(chosen) is not None:
        return None
    _remember(session, staff, person)
    return staff


def _remember(session: Session, staff: Staff, person: Person) -> None:
    session.add(StaffIdentity(issuer=person.issuer, subject=person.subject, staff_id=staff.id))
    record(session, "sign-on linked", f"staff {staff.id}", by=staff.id, issuer=person.issuer)


def _give_roles(session: Session, staff: Staff, roles: set[str]) -> None:
    """As their groups say; but the last administrator stays one."""
    if "admin" in staff.roles - roles and active_administrators(session) == 1:
        roles = roles | {"admin"}
    change_staff(session, staff, name=staff.name, roles=roles, authority=staff.authority, active=staff.active, by=None)
