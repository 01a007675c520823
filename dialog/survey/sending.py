"""Keeping a filled-in dialogue: the response, and the places told of or shown in it, are one voice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from dialog.places.actions import submit_report
from dialog.places.landmarks import landmarks_of
from dialog.places.locating import Located, locate, trouble_with
from dialog.places.models import AREA, WORDS
from dialog.survey.actions import submit_response
from dialog.survey.answers import Checked, Problem
from dialog.survey.models import RESIDENTS, Round
from dialog.survey.places_inside import Place
from dialog.survey.queries import as_reporting
from dialog.texts.actions import keep_photo
from dialog.texts.photos import Ready

CHANNEL = "web"


@dataclass(frozen=True)
class Sending:
    """What one filling says."""

    checked: Checked
    places: Sequence[Place]
    photos: Mapping[str, Ready]  # by question id
    language: str


@dataclass(frozen=True)
class Keeping:
    """The round it belongs to, and how it is kept there."""

    round: Round
    areas: Mapping[str, int]  # the ids of the areas that can be chosen, by code
    on: date
    erase_on: date  # when exact points and unblurred photos go
    inhabitants: int  # how many people live in the cell that others see at least
    audience: str = RESIDENTS  # who sent it: what others ask them takes none of it


def keep_sending(session: Session, sending: Sending, keeping: Keeping) -> UUID:
    """The id of the response. Raises RoundClosed."""
    area_id = keeping.areas.get(sending.checked.area or "")
    response_id = submit_response(
        session,
        round=keeping.round,
        language=sending.language,
        channel=CHANNEL,
        area_id=area_id,
        answers=sending.checked.answers,
        texts=sending.checked.texts,
        on=keeping.on,
        audience=keeping.audience,
    )
    same: dict[str, Any] = {"response_id": response_id, "language": sending.language}
    for place in sending.places:
        answers = {"feeling": place.feeling, **({"kind": place.kind} if place.kind else {})}
        _keep(session, keeping, _located(session, place, keeping), answers=answers, texts=place.texts, **same)
    for question_id, photo in sending.photos.items():
        at = Located(AREA if area_id else WORDS, area_id)
        report_id = _keep(session, keeping, at, answers={"question": question_id}, texts={}, **same)
        keep_photo(session, photo, report_id=report_id, on=keeping.on, erase_on=keeping.erase_on)
    return response_id


def _located(session: Session, place: Place, keeping: Keeping) -> Located:
    said = place.said
    landmark = landmarks_of(session, [said]).get(said.place)
    return locate(session, said, round=as_reporting(keeping.round), areas=keeping.areas, landmark=landmark)


def _keep(session: Session, keeping: Keeping, at: Located, **said: Any) -> UUID:
    return submit_report(
        session,
        round_id=keeping.round.id,
        root_id=keeping.round.area_id,
        channel=CHANNEL,
        on=keeping.on,
        placed_by=at.placed_by,
        area_id=at.area_id,
        point=at.point,
        landmark=at.landmark,
        erase_on=keeping.erase_on,
        inhabitants=keeping.inhabitants,
        **said,
    )


def troubles(session: Session, places: Sequence[Place], round: Round) -> list[Problem]:
    """What only the database knows to be wrong with where places are."""
    found = []
    for place in places:
        landmark = landmarks_of(session, [place.said]).get(place.said.place)
        trouble = trouble_with(session, place.said, round=as_reporting(round), landmark=landmark)
        if trouble == "no_such_name":
            found.append(Problem(f"{place.block}_q", "no_such_name", {}))
        elif trouble:
            found.append(Problem(place.block, "not_on_map", {}))
    return found
