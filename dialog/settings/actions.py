"""Changing settings; every change is in the log, with what was and what became."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from dialog.audit.actions import record
from dialog.settings.limits import checked
from dialog.settings.models import Setting
from dialog.settings.queries import KEPT_AS, settings_in_force


def change_setting(
    session: Session, name: str, value: Any, *, config: Mapping[str, Any], by: int | None, at: datetime
) -> bool:
    """Set one setting; whether that changed anything. Raises OutOfBounds, MainLanguageNeeded or KeyError."""
    kept, was = checked(name, value, config), getattr(settings_in_force(session, config), name)
    was = list(was) if isinstance(was, tuple) else was
    if kept == was:
        return False
    setting = session.get(Setting, name) or Setting(name=name)
    setting.value, setting.changed_at, setting.changed_by = kept, at, by
    session.add(setting)
    session.flush()
    session.info.pop(KEPT_AS, None)
    record(session, "setting changed", f"setting {name}", by=by, was=was, became=kept)
    return True
