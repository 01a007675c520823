"""Forms of people without a cookie: a stateless token, and a key for each filling."""

import hmac
import secrets
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from flask import current_app, request
from itsdangerous import BadData, URLSafeTimedSerializer
from werkzeug.datastructures import FileStorage
from wtforms import Form, StringField
from wtforms.csrf.core import CSRF, CSRFTokenField
from wtforms.validators import ValidationError

VALID_SECONDS = 7 * 24 * 3600  # long enough to finish a form begun on another day
LONGEST_KEY = 64
PASSING = ("form_token", "key", "way_in", "phrase")  # fields that say how a form was sent, not what it says


class FormToken(CSRF):
    """Proves that a form came from a page of ours not long ago; kept nowhere, tied to nobody."""

    def generate_csrf_token(self, csrf_token_field: CSRFTokenField) -> str:
        return new_token()

    def validate_csrf_token(self, form: Form, field: CSRFTokenField) -> None:
        try:
            _signer().loads(field.data or "", max_age=VALID_SECONDS)
        except BadData:
            raise ValidationError("stale") from None


class ResidentForm(Form):
    """What every form of a resident carries: `form_token`, and `key`, minted afresh for every filling."""

    class Meta:
        csrf = True
        csrf_class = FormToken
        csrf_field_name = "form_token"

    key = StringField()

    @property
    def is_stale(self) -> bool:
        """Whether the token is missing, forged or older than a week."""
        return bool(self.errors.get("form_token"))

    def validate_key(self, field: StringField) -> None:
        if not 16 <= len(field.data or "") <= LONGEST_KEY or not str(field.data).isascii():
            raise ValidationError("stale")


def new_token() -> str:
    return str(_signer().dumps(0))


def new_key() -> str:
    return secrets.token_hex(16)


def body_hash() -> str:
    """A keyed hash of everything this request's form says but how it was sent, and of the files that came with it."""
    items = [(name, value) for name, value in request.form.items(multi=True) if name not in PASSING]
    files = [(name, _file_hash(file)) for name, file in request.files.items(multi=True) if file]
    return keyed_hash("body", *_flat(sorted(items) + sorted(files)))


def _file_hash(file: FileStorage) -> str:
    file.stream.seek(0)
    return sha256(file.stream.read()).hexdigest()


def keyed_hash(purpose: str, *parts: str) -> str:
    """64 hex digits that nobody can find the parts from without this installation's key."""
    message = "\x1f".join((purpose, *parts)).encode("utf-8", "surrogatepass")
    return hmac.digest(current_app.config["SECRET_KEY"].encode(), message, "sha256").hex()


def _flat(items: Iterable[tuple[str, Any]]) -> Iterable[str]:
    for name, value in items:
        yield name
        yield str(value)


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="form")
