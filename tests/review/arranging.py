"""A desk that somebody works at: reports sent on and answered, notes, translations, and what is kept together."""

from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.places.models import Report
from dialog.review.alike.actions import keep_together
from dialog.review.answering.actions import give_answer, keep_standard
from dialog.review.notes.actions import add_note
from dialog.review.owners.actions import add_owner, keep_copy, route_report
from dialog.review.translations.actions import write_translation
from dialog.texts.models import ACCEPTED, Text
from tests.review.factories import AT, make_report, make_text

SAYING = "Det är mörkt vid gångtunneln bakom skolan varje kväll, och lamporna har varit trasiga sedan i våras."


def work_at_report(session: Session, *, staff: Staff, times: int) -> Report:
    """A report that was sent on, answered and noted about so many times, each time to another owner."""
    report = make_report(session, status=ACCEPTED)
    make_text(session, report_id=report.id, question="what", status=ACCEPTED)
    for number in range(times):
        owner = add_owner(session, name=f"Gatuenheten {number}", kind="municipality")
        route_report(session, report, owner_id=owner.id, by=staff.id, at=AT)
        keep_copy(session, report, owner_id=owner.id, way="hand", exact=False, text_ids=[], by=staff.id, at=AT)
        give_answer(session, report, key="", own="Vi har läst det.", own_language="sv", by=staff.id, at=AT)
        keep_standard(session, key=None, title=f"Svar {number}", words={"sv": "Tack."}, active=True, by=staff.id)
        add_note(session, report, body="Ring Gatuenheten.", staff=staff, at=AT)
    return report


def work_at_text(session: Session, *, staff: Staff, times: int) -> Text:
    """A text that was noted about so many times, and translated into two languages."""
    text = make_text(session, SAYING, status=ACCEPTED)
    for _ in range(times):
        add_note(session, text, body="Fråga Gatuenheten.", staff=staff, at=AT)
    for language, words in (("en", "It is dark."), ("ar", "المكان مظلم.")):
        write_translation(session, text, language=language, body=words, is_checked=True, by=staff.id, at=AT)
    return text


def gather(session: Session, *, staff: Staff, size: int, groups: int = 1) -> list[Text]:
    """Groups of so many texts of different voices; the one that stands for each."""
    heads = []
    for _ in range(groups):
        texts = [make_text(session, SAYING) for _ in range(size)]
        keep_together(session, texts, head=texts[0], by=staff.id, at=AT)
        heads.append(texts[0])
    return heads
