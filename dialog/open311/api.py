"""Open311 GeoReport v2 for other systems: reading is open to all and needs no key, sending needs one."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from flask import Blueprint, Response, current_app, request
from sqlalchemy.exc import IntegrityError

from dialog.accounts.systems import system_with_key
from dialog.areas.masthead import municipality
from dialog.areas.queries import root_of
from dialog.open311 import georeport, services
from dialog.open311.actions import LooksSwapped, keep_sent
from dialog.open311.answering import Refused, add_error_answers, answer, not_found
from dialog.open311.asking import BadQuestion, read_id, read_question
from dialog.open311.queries import find_readable, is_here, readable, readable_id
from dialog.open311.sent import BadReport, Sent, read_report
from dialog.places.rounds import ReportingRound
from dialog.review.clearance import ClearedReport
from dialog.settings.queries import settings_in_force
from dialog.web.requests import db_session, page_language
from dialog.web.tokens import keyed_hash

bp = Blueprint("open311", __name__, url_prefix="/open311/v2")
add_error_answers(bp)

LARGEST = 128 * 1024  # bytes of what is sent: ample for the longest description in any script
KEPT = "Kept. Staff read it before anybody else does; the token tells its id when others may read it."
KEPT_BEFORE = "It was here already, so nothing was added: what came first stands."
KEY_SERVICE = "Reading needs no key. For sending, ask the municipality for one."


@bp.before_request
def check() -> None:
    """Nobody sends more than a report, or to a municipality that this is not."""
    request.max_content_length = LARGEST
    asked = request.values.get("jurisdiction_id", "").strip()
    if asked and asked not in _jurisdictions():
        raise Refused([(404, "jurisdiction_id was not found: this is one municipality's own, so leave it out.")])


@bp.get("/discovery.<any(json,xml):format>")
def discovery(format: str) -> Response:
    document = georeport.discovery_document(
        url=request.base_url.rpartition("/")[0],
        contact=f"{municipality()} {request.host_url}".strip(),
        key_service=KEY_SERVICE,
        is_test=current_app.config["DEMO"],
    )
    return answer("discovery", document, format)


@bp.get("/services.<any(json,xml):format>")
def service_list(format: str) -> Response:
    return answer("services", services.service_list(page_language()), format)


@bp.get("/services/<code>.<any(json,xml):format>")
def definition(code: str, format: str) -> Response:
    if code not in services.SERVICES:
        raise not_found(f"service_code {code[:40]!r}")
    return answer("service_definition", services.definition(code, page_language()), format)


@bp.get("/requests.<any(json,xml):format>")
def requests(format: str) -> Response:
    try:
        question = read_question(request.args, now=datetime.now(UTC))
    except BadQuestion as bad:
        raise Refused(bad.problems) from None
    return _requests(readable(db_session(), question, **_today()), format)


@bp.get("/requests/<id>.<any(json,xml):format>")
def one_request(id: str, format: str) -> Response:
    public_id = read_id(id)
    found = find_readable(db_session(), public_id, **_today()) if public_id else None
    if found is None:
        raise not_found(f"service_request_id {id[:40]!r}")
    return _requests([found], format)


@bp.post("/requests.<any(json,xml):format>")
def send(format: str) -> Response:
    name = _sender()
    try:
        sent = read_report(request.form.to_dict(flat=False))
    except BadReport as bad:
        raise Refused(bad.problems) from None
    token = keyed_hash("open311 token", name, *sent.known_by)[:40]  # the same for whatever comes twice
    notice = KEPT if _keep_once(sent, _known_as(token)) else KEPT_BEFORE
    return answer("service_requests", georeport.accepted_document(token, notice), format)


@bp.get("/tokens/<token>.<any(json,xml):format>")
def id_of_token(token: str, format: str) -> Response:
    session, key_hash = db_session(), _known_as(token)
    if not is_here(session, key_hash):
        raise not_found("token")
    document = georeport.token_document(token, readable_id(session, key_hash, **_today()))
    return answer("service_requests", document, format)


@bp.route("/<path:_rest>", methods=("GET", "POST", "PUT", "PATCH", "DELETE"))
def nothing(_rest: str) -> Response:
    raise Refused([(404, "There is nothing at this address: see /open311/v2/discovery.xml.")])


def _sender() -> str:
    """The name of the system whose key was sent; not in the address, which is logged by whatever lies between."""
    if "api_key" in request.args:
        raise Refused([(403, "api_key stood in the address, where others may read it: send it in the body.")])
    key = request.form.get("api_key", "").strip()
    if not key:
        raise Refused([(403, "api_key was not provided; send it in a body of application/x-www-form-urlencoded.")])
    found = system_with_key(db_session(), key)
    if found is None:
        raise Refused([(403, "api_key is not valid.")])
    return found.name


def _keep_once(sent: Sent, key_hash: str) -> bool:
    """Whether it is new; what came before, or comes twice at the same moment, is kept once."""
    session, round, today = db_session(), _round(), date.today()
    if is_here(session, key_hash):
        return False
    in_force = settings_in_force(session, current_app.config)
    erase_on, inhabitants = today + timedelta(days=in_force.point_days), in_force.cell_inhabitants
    try:
        keep_sent(session, sent, round=round, key_hash=key_hash, on=today, erase_on=erase_on, inhabitants=inhabitants)
        session.commit()
    except LooksSwapped:
        raise Refused([(400, "lat, long: they look swapped.")]) from None
    except IntegrityError:
        session.rollback()
        if not is_here(session, key_hash):
            raise
        return False
    return True


def _round() -> ReportingRound:
    found: ReportingRound | None = current_app.extensions["reporting_round"](db_session())
    if found is None:
        raise Refused([(400, "No round is open, so no reports are taken now.")])
    return found


def _known_as(token: str) -> str:
    """What is kept of a token, so that whoever reads the database can ask nothing with it."""
    return keyed_hash("open311 report", token)


def _requests(found: Iterable[ClearedReport], format: str) -> Response:
    return answer("service_requests", [_request(one) for one in found], format)


def _request(one: ClearedReport) -> georeport.Document:
    report, tag = one.report, page_language()
    document = georeport.request_document(
        id=one.public_id,
        month=one.month,
        words=one.words,
        answers=report.answers,
        lat=report.lat,
        lon=report.lon,
        tag=tag,
    )
    if request.args.get("extensions") == "true":
        document |= georeport.extension(report.answers, report.within, tag)
    return document


def _today() -> dict[str, Any]:
    return {"today": date.today(), "delay_days": settings_in_force(db_session(), current_app.config).clearance_days}


def _jurisdictions() -> set[str]:
    """What the municipality may be called: its code, and this host."""
    root = root_of(db_session())
    host = request.host.partition(":")[0].removeprefix("www.")
    return {host, root.code} if root else {host}
