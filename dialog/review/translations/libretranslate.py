"""A translator that speaks LibreTranslate's HTTP interface: POST /translate. Knows nothing of Dialog.

Interface: https://github.com/LibreTranslate/LibreTranslate: POST /translate with q, source, target, format and, where
it is asked for, api_key; it answers {"translatedText": …} or {"error": …}.
"""

import json
from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, Request, build_opener

SECONDS = 20  # how long it may take
LONGEST_ANSWER = 100_000  # bytes
SCHEMES = ("https", "http")


class NotTranslated(Exception):
    """The translator did not answer, or not with a translation."""


class _NoRedirects(HTTPRedirectHandler):
    """What a resident wrote goes to the address that was set, and to no other."""

    def redirect_request(self, *_: object) -> None:
        return None


@dataclass(frozen=True)
class LibreTranslate:
    """`url` is that of the service, without /translate; `api_key` may be empty."""

    url: str
    api_key: str = ""

    def translate(self, words: str, *, source: str, target: str) -> str:
        """The words in another language (BCP 47; of easy Swedish only the language). Raises NotTranslated."""
        asked = {"q": words, "source": source.split("-")[0], "target": target.split("-")[0], "format": "text"}
        if self.api_key:
            asked["api_key"] = self.api_key
        answer = self._ask(json.dumps(asked).encode())
        said = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(said, str) or not said.strip():
            raise NotTranslated("no translation in the answer")
        return said.strip()

    def _ask(self, body: bytes) -> object:
        address = f"{self.url.rstrip('/')}/translate"
        if urlsplit(address).scheme not in SCHEMES:
            raise NotTranslated("the address must begin with https://")
        request = Request(address, data=body, headers={"Content-Type": "application/json"}, method="POST")  # noqa: S310
        try:
            with _opener().open(request, timeout=SECONDS) as answer:
                return json.loads(answer.read(LONGEST_ANSWER))
        except (URLError, HTTPException, OSError, ValueError) as problem:
            raise NotTranslated(type(problem).__name__) from problem


def _opener() -> OpenerDirector:
    return build_opener(_NoRedirects)
