"""What a browser keeps while somebody signs in elsewhere: ten minutes, under /staff/sign-in alone, encrypted."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Mapping

from cryptography.fernet import Fernet, InvalidToken
from flask import current_app, request
from werkzeug.wrappers import Response

from dialog.config import derived_key

SECONDS = 600
PATH = "/staff/sign-in"


def keep(response: Response, asked: Mapping[str, str]) -> None:
    """Lax, since the way back begins at another site."""
    kept = _box().encrypt(json.dumps(dict(asked)).encode()).decode()
    response.set_cookie(
        _name(), kept, max_age=SECONDS, path=PATH, secure=request.is_secure, httponly=True, samesite="Lax"
    )


def kept() -> dict[str, str] | None:
    """What was asked; None when it was too long ago, or not asked by this browser."""
    try:
        return dict(json.loads(_box().decrypt(request.cookies.get(_name(), "").encode(), ttl=SECONDS)))
    except (InvalidToken, ValueError):
        return None


def forget(response: Response) -> None:
    response.delete_cookie(_name(), path=PATH, secure=request.is_secure, httponly=True, samesite="Lax")


def _name() -> str:
    return "__Secure-dialog-sign-on" if request.is_secure else "dialog-sign-on"


def _box() -> Fernet:
    return Fernet(urlsafe_b64encode(derived_key(current_app.config["SECRET_KEY"], "sign-on")))
