"""What the story's reviewers do with reports after reading them: send copies on, answer, note and translate."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.accounts.models import Staff
from dialog.demo.chance import Chance
from dialog.demo.staff import House
from dialog.places.models import Report
from dialog.review.answering.actions import give_answer, mark_done
from dialog.review.models import StatusChange
from dialog.review.notes.actions import add_note
from dialog.review.owners.actions import keep_copy
from dialog.review.owners.copying import texts_for_copy
from dialog.review.owners.models import HAND, Routing
from dialog.review.queries import is_voice_set_aside, voice_of
from dialog.review.steps import ROUTED
from dialog.review.translations.actions import write_translation
from dialog.survey.models import Round
from dialog.texts.models import ACCEPTED, Text

COPIES = 12
ANSWERS = ("sent_on", "thanks", "planned", "sent_on", "more", "repaired")  # to the first of them, in turn
OWN_WORDS = {"planned": "Vi räknar med att vara klara före jul."}
TRANSLATIONS = {
    "المصابيح في الممر خلف المدرسة معطلة منذ الخريف. لا أمشي هناك بعد الغروب.": (
        "Lamporna på gångvägen bakom skolan har varit trasiga sedan i höstas. Jag går inte där efter solnedgången."
    ),
    "Nalalka ka dambeeya iskuulka way jabeen. Habeenkii ma mari karo.": (
        "Lamporna bakom skolan är trasiga. På kvällen kan jag inte gå där."
    ),
}
NOTE = "Samma gångväg som i fjol. Fråga fastighetsägaren när belysningen byts."


def reply(session: Session, chance: Chance, round: Round, house: House) -> None:
    """To some of the reports of a round that are somebody's task."""
    routed = _routed(session, round)
    for number, (report, owner_id, by, at) in enumerate(routed):
        texts = [text.id for text in texts_for_copy(session, report, exact=False)]
        copy = keep_copy(session, report, owner_id=owner_id, way=HAND, exact=False, text_ids=texts, by=by, at=at)
        copy.id = chance.id()
        if number < len(ANSWERS):
            key = ANSWERS[number]
            own = OWN_WORDS.get(key, "")
            given = give_answer(session, report, key=key, own=own, own_language="sv", by=by, at=at)
            given.id = chance.id()
            if key == "repaired":
                mark_done(session, report, by=by, at=at)
    if routed:
        report, _owner_id, by, at = routed[0]
        note = add_note(session, report, body=NOTE, staff=session.get_one(Staff, by), at=at)
        note.id = chance.id()
    _translate(session, round, house)
    session.flush()


def _routed(session: Session, round: Round) -> Sequence[tuple[Report, int, int, datetime]]:
    """(report, owner's id, who sent it on, a little later), by the report's id, which is chance."""
    rows = session.execute(
        select(Report, Routing.owner_id, StatusChange.staff_id, StatusChange.at)
        .join(Routing, Routing.report_id == Report.id)
        .join(StatusChange, (StatusChange.report_id == Report.id) & (StatusChange.action == ROUTED))
        .where(Report.round_id == round.id, Report.status == ACCEPTED, Report.area_id.is_not(None))
        .order_by(Report.id)
    ).all()
    whole = [row for row in rows if not is_voice_set_aside(session, voice_of(session, row[0]))]
    return [(report, owner_id, by, at + timedelta(minutes=20)) for report, owner_id, by, at in whole[:COPIES]]


def _translate(session: Session, round: Round, house: House) -> None:
    """Two texts, by the reviewer who is still there, the day after it was read."""
    by = house.reviewers[0]
    for words, translation in TRANSLATIONS.items():
        said = select(Text, StatusChange.at).join(StatusChange, StatusChange.text_id == Text.id)
        said = said.where(Text.round_id == round.id, Text.original == words, Text.status == ACCEPTED)
        if (found := session.execute(said.order_by(StatusChange.at.desc(), Text.id).limit(1)).first()) is not None:
            text, at = found
            checked = at + timedelta(minutes=10)
            write_translation(session, text, language="sv", body=translation, is_checked=True, by=by, at=checked)
