"""A real OpenID Connect provider on loopback: oidc-provider-mock in a process of its own, which also checks PKCE.

`PUT /twist` makes it lie about what it signs: {"claims": {"nonce": "x"}, "key": "other", "issuer": "https://x"}.
"""

import json
import subprocess
import sys
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import flask
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from tests.processes import end, ended_with_us

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True)
class Provider:
    issuer: str

    def knows(self, subject: str, **claims: Any) -> None:
        self._ask("PUT", f"/users/{subject}", claims)

    def twist(self, **how: Any) -> None:
        self._ask("PUT", "/twist", how)

    def sign_in(self, address: str, subject: str, *, action: str = "authorize") -> str:
        """What a browser does there: choose who one is; where it is then sent back to."""
        asked = urlsplit(address)
        connection = self._connection()
        connection.request("POST", f"{asked.path}?{asked.query}", f"sub={subject}&action={action}", FORM)
        answer = connection.getresponse()
        assert answer.status == 302, answer.read()
        back = urlsplit(str(answer.headers["Location"]))
        return f"{back.path}?{back.query}"

    def _ask(self, method: str, path: str, body: Mapping[str, Any]) -> None:
        connection = self._connection()
        connection.request(method, path, json.dumps(body), {"Content-Type": "application/json"})
        assert connection.getresponse().status == 204

    def _connection(self) -> HTTPConnection:
        return HTTPConnection(str(urlsplit(self.issuer).netloc), timeout=20)


@contextmanager
def running_provider() -> Iterator[Provider]:
    command = ended_with_us([sys.executable, "-W", "ignore", "-m", "tests.accounts.provider"])
    with subprocess.Popen(
        command, cwd=Path(__file__).parents[2], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout
        try:
            yield Provider(f"http://127.0.0.1:{int(process.stdout.readline())}")
        finally:
            end(process)


class Checks:
    """What the mock leaves out: the code verifier must fit, and on demand the answer is a lie."""

    def __init__(self, app: flask.Flask) -> None:
        self.challenges: dict[str, str] = {}
        self.twisted: dict[str, Any] = {}
        app.before_request(self.before)
        app.after_request(self.after)
        app.add_url_rule("/twist", "twist", self.twist, methods=["PUT"])

    def twist(self) -> tuple[str, int]:
        self.twisted = flask.request.get_json()
        return "", 204

    def before(self) -> tuple[str, int] | None:
        if flask.request.path == "/oauth2/token":
            challenge = self.challenges.get(flask.request.form["code"], "none was sent")
            made = sha256(flask.request.form.get("code_verifier", "").encode()).digest()
            if urlsafe_b64encode(made).rstrip(b"=").decode() != challenge:
                return '{"error": "invalid_grant"}', 400
        return None

    def after(self, response: flask.Response) -> flask.Response:
        if flask.request.path == "/oauth2/authorize" and "Location" in response.headers:
            assert flask.request.args["code_challenge_method"] == "S256"
            for code in parse_qs(urlsplit(response.headers["Location"]).query).get("code", []):
                self.challenges[code] = flask.request.args["code_challenge"]
        if "issuer" in self.twisted and flask.request.path.endswith("/openid-configuration"):
            response.set_data(json.dumps(response.get_json() | {"issuer": self.twisted["issuer"]}))
        if flask.request.path == "/oauth2/token" and self.twisted and response.status_code == 200:
            answer = response.get_json()
            response.set_data(json.dumps(answer | {"id_token": self._lie(answer["id_token"])}))
        return response

    def _lie(self, token: str) -> str:
        middle = token.split(".")[1]
        claims = json.loads(urlsafe_b64decode(middle + "=" * (-len(middle) % 4))) | self.twisted.get("claims", {})
        own = flask.g.oidc_provider_mock_storage.jwk.as_dict(is_private=True)
        key: RSAKey | OctKey = RSAKey.import_key(own)
        if self.twisted.get("key") == "other":
            key = RSAKey.generate_key(2048)
        if self.twisted.get("key") == "secret":
            key = OctKey.import_key("the secret of this client")
        algorithm = "HS256" if isinstance(key, OctKey) else "RS256"
        return str(jwt.encode({"alg": algorithm} | ({"kid": own["kid"]} if "kid" in own else {}), claims, key))


def serve() -> None:
    import oidc_provider_mock  # noqa: PLC0415  (only this process; it warns while it is imported)
    from werkzeug.serving import make_server  # noqa: PLC0415

    app = oidc_provider_mock.app()
    Checks(app)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    print(server.server_port, flush=True)  # noqa: T201
    server.serve_forever()


if __name__ == "__main__":
    serve()
