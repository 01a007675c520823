"""Questions that staff keep for use again."""

from datetime import date

from sqlalchemy.orm import Session

from dialog.survey.bank import Entry, as_kept, measured_by, question_document, read_question
from dialog.survey.making.queries import bank_entries
from dialog.survey.models import BankEntry
from dialog.survey.questionnaire import Question


class MeasuredAlready(ValueError):
    """An entry of the bank measures this."""


class Locked(ValueError):
    """The core that Dialog brings with it does not change."""


def add_to_bank(session: Session, question: Question, *, measures: str, note: str, on: date, by: int | None) -> Entry:
    """Keep a question under the name of what it measures. Raises MeasuredAlready."""
    kept = as_kept(question, measures=measures)
    taken = {one for entry in bank_entries(session) for one in entry.measures}
    if taken & set(measured_by(kept)):
        raise MeasuredAlready(measures)
    document = question_document(kept)
    session.add(BankEntry(measures=measures, question=document, note=note, added_on=on, added_by=by))
    session.flush()
    return Entry(read_question(document), note, is_locked=False)


def remove_from_bank(session: Session, measures: str) -> None:
    """Questionnaires keep what they have; only choosing it anew ends. Raises Locked for what is no entry of staff's."""
    found = session.get(BankEntry, measures)
    if found is None:
        raise Locked(measures)
    session.delete(found)
