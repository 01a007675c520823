"""Reading requests for extracts."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from dialog.accounts.models import Staff
from dialog.languages import Words
from dialog.picture.extract.models import Extract
from dialog.survey.models import Round

SHOWN = 50  # requests: older ones are found in the log


class NoSuchExtract(LookupError):
    """There is no request of that number."""


@dataclass(frozen=True)
class Asked:
    """A request, with the round it is about and the names of who asked and who decided."""

    extract: Extract
    round: Words
    who: str
    decided_by: str | None


def find_extract(session: Session, extract_id: int) -> Extract:
    """Raises NoSuchExtract."""
    if (found := session.get(Extract, extract_id)) is None:
        raise NoSuchExtract(extract_id)
    return found


def latest_extracts(session: Session) -> Sequence[Asked]:
    """The newest first."""
    decider = aliased(Staff)
    chosen = (
        select(Extract, Round.title, Staff.name, decider.name)
        .join(Round, Round.id == Extract.round_id)
        .join(Staff, Staff.id == Extract.asked_by)
        .outerjoin(decider, decider.id == Extract.decided_by)
        .order_by(Extract.id.desc())
        .limit(SHOWN)
    )
    return [Asked(*row) for row in session.execute(chosen)]
