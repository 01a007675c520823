"""What is asked of the sign-on service, and what of its answers is believed.

OpenID Connect Core 1.0, code flow, with PKCE (RFC 7636).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client.apps import FlaskOAuth2App
from joserfc.errors import JoseError
from requests.exceptions import RequestException

SCOPE = "openid email profile"
SECONDS = 10  # how long the service may take to answer
# Signatures with the service's own key only: with `none` anybody, with HS256 whoever knows our secret could sign.
ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
# What of RFC 8176 says that there was more than a password.
STRONG = frozenset(("mfa", "otp", "hwk", "swk", "sc"))


class NotBelieved(Exception):
    """The service can't be reached, or what it says does not fit what was asked."""


@dataclass(frozen=True)
class Person:
    """Who somebody is, by the word of the service."""

    issuer: str
    subject: str
    email: str  # "" when it says none, or none that it has verified
    name: str
    groups: frozenset[str]
    strong: bool  # whether it says that there was a second factor


class _Client(FlaskOAuth2App):
    """Authlib's client, which believes only the issuer that it was told of."""

    def load_server_metadata(self) -> dict[str, Any]:
        known: dict[str, Any] = super().load_server_metadata()
        if str(known.get("issuer", "")).rstrip("/") != self.issuer:
            raise NotBelieved("it calls itself otherwise")
        offered = known.get("id_token_signing_alg_values_supported", ["RS256"])
        known["id_token_signing_alg_values_supported"] = [one for one in offered if one in ALGORITHMS]
        return known


class Provider:
    """The sign-on service of this installation."""

    def __init__(self, issuer: str, client_id: str, client_secret: str) -> None:
        self._client = _Client(
            None,
            client_id=client_id,
            client_secret=client_secret or None,
            client_kwargs={
                "scope": SCOPE,
                "code_challenge_method": "S256",
                "default_timeout": SECONDS,
                "token_endpoint_auth_method": "client_secret_basic" if client_secret else "none",
            },
            server_metadata_url=f"{issuer}/.well-known/openid-configuration",
            user_agent="Dialog",
        )
        self._client.issuer = issuer

    def ask(self, back: str) -> dict[str, str]:
        """Where to send somebody (`url`), and what their answer must fit: state, nonce, code_verifier."""
        with _believing():
            return dict(self._client.create_authorization_url(back))

    def answer(
        self,
        sent: Mapping[str, str],
        *,
        asked: Mapping[str, str],
        back: str,
        groups_claim: str,
        trust_email: bool,
    ) -> Person:
        """Who came back with the query `sent`. Raises NotBelieved."""
        if "code" not in sent or sent.get("state") != asked["state"]:
            raise NotBelieved(sent.get("error", "the answer belongs to another question"))
        with _believing():
            issuer = self._client.load_server_metadata()["issuer"]
            if sent.get("iss", issuer) != issuer:  # RFC 9207
                raise NotBelieved("the answer is another service's")
            token = self._client.fetch_access_token(back, code=sent["code"], code_verifier=asked["code_verifier"])
            said = {
                "iss": {"essential": True, "value": issuer},
                "aud": {"essential": True, "value": self._client.client_id},
            }
            claims = self._client.parse_id_token(token, nonce=asked["nonce"], claims_options=said)
        if not claims:
            raise NotBelieved("it does not say who it is")
        return _person(claims, groups_claim=groups_claim, trust_email=trust_email)


@lru_cache(maxsize=8)
def provider(issuer: str, client_id: str, client_secret: str) -> Provider:
    """One for each service: it remembers the service's addresses and keys."""
    return Provider(issuer, client_id, client_secret)


def _person(claims: Mapping[str, Any], *, groups_claim: str, trust_email: bool) -> Person:
    groups, methods = claims.get(groups_claim) or (), claims.get("amr") or ()
    verified = trust_email or claims.get("email_verified") is True
    return Person(
        issuer=str(claims["iss"]),
        subject=str(claims["sub"]),
        email=str(claims.get("email") or "").strip().lower() if verified else "",
        name=str(claims.get("name") or claims.get("email") or ""),
        groups=frozenset([groups] if isinstance(groups, str) else map(str, groups)),
        strong=bool(STRONG & set(methods)),
    )


class _believing:
    """Whatever goes wrong on the way, or does not fit, is NotBelieved."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, AuthlibBaseError | JoseError | RequestException | RuntimeError | ValueError | KeyError):
            raise NotBelieved(type(error).__name__) from error
