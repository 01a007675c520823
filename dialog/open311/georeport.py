"""The documents of GeoReport v2, before they are JSON or XML. Pure.

Every key that the standard names is there; what Dialog never tells is None.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from dialog.open311.services import chosen, service_name, service_of

SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"  # its name in a discovery document
CHANGED = "2026-11-22 00:00"  # when services or their definitions changed last
OPEN, CLOSED = "open", "closed"
LONGEST = 4_000  # characters of a description, by the standard
TOLD = ("kind", "causes")  # of what was chosen: nothing that tells of whoever chose it

Document = dict[str, Any]
Problem = tuple[int, str]  # a code, mostly that of HTTP, and a sentence


def request_document(
    *, id: UUID, month: date, words: str, answers: Document, lat: float | None, lon: float | None, tag: str
) -> Document:
    """A report that staff cleared: its coarse point, and the first moment of its month as its date."""
    code, dated = service_of(answers), f"{month:%Y-%m}-01T00:00:00Z"
    return {
        "service_request_id": str(id),
        "status": OPEN,  # whether a place has become better is told by the pictures, not report by report
        "status_notes": None,
        "service_name": service_name(code, tag),
        "service_code": code,
        "description": shortened(words) or None,
        "agency_responsible": None,
        "service_notice": None,
        "requested_datetime": dated,
        "updated_datetime": dated,
        "expected_datetime": None,
        "address": None,  # it would tell more than the coarse point
        "address_id": None,
        "zipcode": None,
        "lat": lat,
        "long": lon,
        "media_url": None,
    }


def extension(answers: Document, within: int | None, tag: str) -> Document:
    """What is added where `extensions=true` asks for it; `within` is how wide the cell is, in metres."""
    return {"attributes": chosen(answers, TOLD, tag), "extended_attributes": {"within": within}}


def shortened(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def accepted_document(token: str, notice: str) -> list[Document]:
    """What answers a report that was sent."""
    return [{"token": token, "service_notice": notice, "account_id": None}]


def token_document(token: str, id: UUID | None) -> list[Document]:
    """What a token stands for; nothing but itself as long as nobody may read the report."""
    return [{"service_request_id": str(id), "token": token} if id else {"token": token}]


def errors_document(problems: Iterable[Problem]) -> list[Document]:
    return [{"code": code, "description": description} for code, description in problems]


def discovery_document(*, url: str, contact: str, key_service: str, is_test: bool) -> Document:
    endpoint = {
        "specification": SPECIFICATION,
        "url": url,
        "changeset": CHANGED,
        "type": "test" if is_test else "production",
        "formats": ["text/xml", "application/json"],
    }
    return {"changeset": CHANGED, "contact": contact, "key_service": key_service, "endpoints": [endpoint]}
