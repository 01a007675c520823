"""The log: searching it, taking it out as a file, and looking whether it is whole."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from flask import Response, current_app, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy.orm import Session, sessionmaker

from dialog.accounts.gates import staff_id
from dialog.accounts.log import kind_names, of_what, parts_of, what
from dialog.accounts.queries import all_staff
from dialog.accounts.trail.asked import address_of, line_from, wanted_from
from dialog.accounts.trail.files import to_csv, to_json
from dialog.audit.actions import record
from dialog.audit.models import AuditEvent
from dialog.audit.queries import Wanted, anchors, every_event, find_events, known_actions
from dialog.audit.verifying import Verdict, verify_log
from dialog.web.requests import db_session

ON_A_PAGE = 50
VERIFIED_AT_ONCE = 100_000  # lines: some seconds; the command looks at all
FORMATS = {"csv": (to_csv, "text/csv"), "json": (to_json, "application/json")}


def search() -> str:
    return _page(wanted_from(request.args), verdict=None)


def verify() -> str:
    session = db_session()
    verdict = verify_log(session, newest=VERIFIED_AT_ONCE)
    found = {"whole": verdict.broken is None, "lines": verdict.lines}
    record(session, "log verified", f"line {verdict.last}", by=staff_id(), **found)
    session.commit()
    return _page(Wanted(), verdict=verdict)


def export(format: str) -> Response:
    """All lines that are wanted, streamed; that they were taken out stands in the log."""
    wanted, session = wanted_from(request.args), db_session()
    names = {one.id: one.name for one in all_staff(session)}
    record(session, "log taken out", "log", by=staff_id(), format=format, asked=address_of(wanted))
    session.commit()
    write, mimetype = FORMATS[format]
    file = write(_events(current_app.extensions["sessions"], wanted), names)
    name = f"dialog-log-{date.today().isoformat()}.{format}"
    return Response(file, mimetype=mimetype, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _events(sessions: sessionmaker[Session], wanted: Wanted) -> Iterator[AuditEvent]:
    """In a session of its own, since the request's is closed before the last line is sent."""
    with sessions() as session:
        yield from every_event(session, wanted)


def _page(wanted: Wanted, *, verdict: Verdict | None) -> str:
    session = db_session()
    before, after = (line_from(request.args, name) for name in ("before", "after"))
    events = find_events(session, wanted, before=before, after=after, limit=ON_A_PAGE + 1)
    more = len(events) > ON_A_PAGE
    events = events[1:] if more and after is not None else events[:ON_A_PAGE]
    names: dict[int | None, str] = {one.id: one.name for one in all_staff(session)}
    return render_template(
        "admin/log.html",
        lines=[_line(event, names) for event in events],
        asked=address_of(wanted),
        people=[("0", None), *((str(id), name) for id, name in names.items())],
        actions=sorted(((action, what(action)) for action in known_actions(session)), key=lambda one: one[1]),
        kinds=sorted(kind_names().items(), key=lambda one: one[1]),
        gone=anchors(session),
        verdict=verdict,
        **_around(session, wanted, events, more=more, before=before, after=after),
    )


def _around(
    session: Session, wanted: Wanted, events: Any, *, more: bool, before: int | None, after: int | None
) -> dict[str, str]:
    """The addresses of newer and older lines; empty where there are none."""
    if not events:
        return {"newer": "", "older": ""}
    asked: dict[str, Any] = dict(address_of(wanted))
    first, last = events[0].id, events[-1].id
    has_newer = more if after is not None else before is not None
    has_older = True if after is not None else more
    return {
        "newer": url_for(".log", **asked, after=first) if has_newer else "",
        "older": url_for(".log", **asked, before=last) if has_older else "",
    }


def _line(event: AuditEvent, names: Mapping[int | None, str]) -> dict[str, Any]:
    return {
        "number": event.id,
        "at": event.at,
        "who": names.get(event.staff_id),
        "what": what(event.action),
        "of": of_what(event.subject),
        "same": dict(zip(("kind", "id"), parts_of(event.subject), strict=True)),
        "details": [(name, _readable(value)) for name, value in event.details.items() if name != "ids"],
    }


def _readable(value: Any) -> str:
    """What stands in a line's details, as one reads it."""
    if isinstance(value, dict):
        return ", ".join(f"{name} {_readable(inner)}" for name, inner in value.items())
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return ", ".join(map(_readable, value)) if isinstance(value, list) else str(value)
