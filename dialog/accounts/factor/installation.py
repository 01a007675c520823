"""What of this installation the second factor needs: its vault, its hashes, and whom it requires one of."""

from flask import current_app

from dialog.accounts.factor.codes import address_of, in_fours
from dialog.accounts.factor.qr import qr_svg
from dialog.accounts.factor.queries import needs_factor
from dialog.accounts.factor.vault import Vault
from dialog.accounts.models import Staff
from dialog.config import derived_key
from dialog.web.requests import db_session
from dialog.web.tokens import keyed_hash


def vault() -> Vault:
    return Vault(derived_key(current_app.config["SECRET_KEY"], "second factor"))


def hash_of_code(code: str) -> str:
    return keyed_hash("recovery code", code)


def password_attempts(email: str) -> str:
    """Under what attempts at somebody's password are counted."""
    return keyed_hash("sign-in", email.strip().lower())


def code_attempts(email: str) -> str:
    """Under what attempts at somebody's codes are counted."""
    return keyed_hash("second factor", email.strip().lower())


def needs_more(staff: Staff) -> bool:
    """Whether this person's password is not enough here."""
    return needs_factor(db_session(), staff, required_of=current_app.config["SECOND_FACTOR"])


def how_to_add(staff: Staff, secret: str) -> dict[str, str]:
    """What the page needs that shows somebody how an app learns the secret."""
    return {
        "qr": qr_svg(address_of(secret, email=staff.email, issuer="Dialog")),
        "secret_in_fours": in_fours(secret),
    }
