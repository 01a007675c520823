"""Passwords as they are kept: hashed by Argon2id."""

import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher()
_nobody = _hasher.hash(secrets.token_hex(16))  # verified when there is no such person, so that both take as long


def hash_password(password: str) -> str:
    return _hasher.hash(password)


def is_password(password_hash: str, password: str) -> bool:
    """Whether this is the password; without a hash it never is, and that takes as long to say."""
    try:
        return _hasher.verify(password_hash or _nobody, password) and bool(password_hash)
    except (VerificationError, InvalidHashError):
        return False
