"""The box on the first page behind each gate."""

from flask import request

from dialog.accounts.gates import current_staff, now
from dialog.upkeep.notices.sentences import lines
from dialog.upkeep.notices.waiting import notices
from dialog.web.requests import STAFF_GATES, db_session

HOMES = {f"/{gate}/": gate for gate in STAFF_GATES}


def notices_here() -> list[tuple[str, str]]:
    """(sentence, address) of what waits for who is signed in; nothing on any other page."""
    staff = current_staff()
    if staff is None or request.method != "GET" or request.path not in HOMES:
        return []
    return lines(notices(db_session(), sorted(staff.roles), staff_id=staff.id, now=now()))
