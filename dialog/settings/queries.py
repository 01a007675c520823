"""Reading the settings in force."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.settings.limits import InForce, in_force
from dialog.settings.models import Setting

_ALL = select(Setting.name, Setting.value)
KEPT_AS = "settings in force"  # in the session's own notes: one query a request, however many ask


def settings_in_force(session: Session, config: Mapping[str, Any]) -> InForce:
    """What holds now; `config` has the defaults, by Config's names. Asks the database once a session."""
    if KEPT_AS not in session.info:
        stored = {row.name: row.value for row in session.connection().execute(_ALL)}
        session.info[KEPT_AS] = in_force(stored, config)
    found: InForce = session.info[KEPT_AS]
    return found
