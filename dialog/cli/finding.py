"""Finding what a command speaks of by name."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.areas.queries import find_area, root_of
from dialog.cli.ending import Refusal
from dialog.survey.default_staff_dialogue import staff_dialogue
from dialog.survey.models import QuestionnaireVersion, Round
from dialog.survey.queries import NoSuchRound, all_rounds, find_questionnaire, find_round, takes_paper


def round_called(session: Session, name: str) -> Round:
    """A round by its name or number. Raises Refusal."""
    try:
        return find_round(session, name)
    except NoSuchRound:
        known = ", ".join(one.slug for one in all_rounds(session))
        raise Refusal(f"There is no round {name}{f'; there is {known}' if known else ''}.") from None


def resident_round_called(session: Session, name: str) -> Round:
    """A round that asks residents. Raises Refusal."""
    found = round_called(session, name)
    if found.is_of_staff:
        raise Refusal(f"Round {found.slug} asks staff, who answer with their phrase: this is for rounds of residents.")
    return found


def round_to_load(session: Session, name: str) -> Round:
    """A round that may still be given rows from files. Raises Refusal."""
    found = resident_round_called(session, name)
    if not takes_paper(found):
        raise Refusal(f"Round {found.slug} is {found.state}: only an open or ended round takes rows.")
    return found


def area_or_root(session: Session, code: str | None) -> Area:
    """The area with a code, by default the top of the tree. Raises Refusal or NoSuchArea."""
    found = find_area(session, code) if code else root_of(session)
    if found is None:
        raise Refusal("There are no areas: load them first with flask --app wsgi areas load FILE.")
    return found


def questionnaire_or_only_one(session: Session, key: str | None) -> QuestionnaireVersion:
    """The newest version of a questionnaire, by default of the only one for residents there is. Raises Refusal."""
    known = select(QuestionnaireVersion.key).distinct().where(QuestionnaireVersion.key != staff_dialogue().id)
    keys = [key] if key else session.scalars(known).all()
    if len(keys) > 1:
        raise Refusal(f"Say which questionnaire with --questionnaire: {', '.join(sorted(keys))}.")
    found = find_questionnaire(session, keys[0]) if keys else None
    if found is None:
        raise Refusal(
            f"There is no questionnaire{f' {key}' if key else ''}: load one with flask --app wsgi questionnaires load."
        )
    return found
