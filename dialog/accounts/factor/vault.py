"""Keeping secrets so that the database alone gives none away. Pure.

Fernet (AES-128-CBC and HMAC-SHA256) of the library `cryptography`, which Authlib brings with it.
"""

from base64 import urlsafe_b64encode

from cryptography.fernet import Fernet, InvalidToken


class CanNotOpen(Exception):
    """It was put in with another SECRET_KEY, or for somebody else."""


class Vault:
    """Opens with one key."""

    def __init__(self, key: bytes) -> None:
        self._fernet = Fernet(urlsafe_b64encode(key))

    def put(self, secret: str, *, whose: int) -> str:
        """The secret, encrypted together with whose it is, so that nobody's can be put in another's place."""
        return self._fernet.encrypt(f"{whose} {secret}".encode()).decode()

    def take(self, kept: str, *, whose: int) -> str:
        """Raises CanNotOpen."""
        try:
            name, _space, secret = self._fernet.decrypt(kept.encode()).decode().partition(" ")
        except InvalidToken:
            raise CanNotOpen from None
        if name != str(whose):
            raise CanNotOpen
        return secret
