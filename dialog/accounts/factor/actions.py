"""Setting up, using, renewing and taking away somebody's second factor."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from dialog.accounts.factor import codes
from dialog.accounts.factor.vault import Vault
from dialog.accounts.models import RecoveryCode, SecondFactor, Staff
from dialog.accounts.signing.actions import end_sign_ins
from dialog.audit.actions import record

Hash = Callable[[str], str]  # a keyed hash


class WrongCode(Exception):
    """It is none of theirs, or it was used before."""


def propose_factor(session: Session, staff: Staff, *, vault: Vault) -> None:
    """A new secret, which takes the place of what is there as soon as a code shows that the app has it."""
    factor = session.get(SecondFactor, staff.id) or SecondFactor(staff_id=staff.id, last_step=0)
    factor.proposed = vault.put(codes.new_secret(), whose=staff.id)
    session.add(factor)


def proposed_secret(session: Session, staff: Staff, *, vault: Vault) -> str | None:
    """What the app has to be told; None when nothing is proposed. Raises CanNotOpen."""
    factor = session.get(SecondFactor, staff.id)
    return vault.take(factor.proposed, whose=staff.id) if factor and factor.proposed else None


def take_factor_into_use(
    session: Session, staff: Staff, code: str, *, vault: Vault, hash: Hash, now: datetime
) -> list[str]:
    """The app has it: from now on it is needed. The recovery codes, to be shown once. Raises WrongCode."""
    secret = proposed_secret(session, staff, vault=vault)
    step = codes.step_of(secret, codes.as_typed(code), at=now) if secret else None
    factor = session.get(SecondFactor, staff.id)
    if step is None or factor is None:
        raise WrongCode
    factor.secret, factor.proposed, factor.last_step = factor.proposed, None, step
    record(session, "second factor set up", f"staff {staff.id}", by=staff.id)
    return _new_codes(session, staff, hash)


def use_code(session: Session, staff: Staff, code: str, *, vault: Vault, hash: Hash, now: datetime) -> None:
    """Somebody shows a code, of the app or on paper; it is good once. Raises WrongCode and CanNotOpen."""
    typed = codes.as_typed(code)
    if codes.is_of_app(typed):
        _use_digits(session, staff, typed, vault, now)
    else:
        _use_paper(session, staff, hash(codes.as_on_paper(typed)))


def renew_recovery_codes(session: Session, staff: Staff, *, hash: Hash) -> list[str]:
    """Ten new ones, to be shown once; the old ones are worth nothing any more."""
    record(session, "recovery codes renewed", f"staff {staff.id}", by=staff.id)
    return _new_codes(session, staff, hash)


def reset_factor(session: Session, staff: Staff, *, by: int | None) -> None:
    """Take it away, with its recovery codes, and end every sign-in: at the next one they set it up anew."""
    session.execute(delete(SecondFactor).where(SecondFactor.staff_id == staff.id))
    session.execute(delete(RecoveryCode).where(RecoveryCode.staff_id == staff.id))
    record(session, "second factor reset", f"staff {staff.id}", by=by)
    end_sign_ins(session, staff, by=by)


def _use_digits(session: Session, staff: Staff, digits: str, vault: Vault, now: datetime) -> None:
    factor = session.get(SecondFactor, staff.id)
    if factor is None or factor.secret is None:
        raise WrongCode
    step = codes.step_of(vault.take(factor.secret, whose=staff.id), digits, at=now)
    if step is None:
        raise WrongCode
    newer = update(SecondFactor).where(SecondFactor.staff_id == staff.id, SecondFactor.last_step < step)
    if session.execute(newer.values(last_step=step).returning(SecondFactor.staff_id)).first() is None:
        raise WrongCode  # used before, perhaps by somebody who looked over a shoulder


def _use_paper(session: Session, staff: Staff, code_hash: str) -> None:
    theirs = delete(RecoveryCode).where(RecoveryCode.staff_id == staff.id, RecoveryCode.code_hash == code_hash)
    if session.execute(theirs.returning(RecoveryCode.staff_id)).first() is None:
        raise WrongCode
    record(session, "recovery code used", f"staff {staff.id}", by=staff.id)


def _new_codes(session: Session, staff: Staff, hash: Hash) -> list[str]:
    session.execute(delete(RecoveryCode).where(RecoveryCode.staff_id == staff.id))
    made = codes.new_recovery_codes()
    session.add_all(RecoveryCode(code_hash=hash(code.replace("-", "")), staff_id=staff.id) for code in made)
    return made
