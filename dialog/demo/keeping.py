"""Storing what was told: many rows at a time, with ids that chance gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from dialog.demo.accounts import Account
from dialog.demo.answers import closed_answers
from dialog.demo.borders import outline_of, point_at
from dialog.demo.chance import Chance
from dialog.demo.spots import Spot
from dialog.demo.tellers import Teller
from dialog.demo.voices.sayings import Saying
from dialog.geography.outlines import Lookup
from dialog.geography.points import Point, read_point, snap_to_grid
from dialog.places.actions import GRID_METRES
from dialog.places.models import PIN, WORDS, ExactPoint, Report
from dialog.survey.answers import check
from dialog.survey.models import Response, Round
from dialog.survey.queries import questionnaire_of
from dialog.texts.models import Text

_NEAR = 1.5  # steps on the drawing (about 50 m) that pins for the same spot lie apart
Row = dict[str, Any]


@dataclass
class Kept:
    """What a round holds, and what its reviewers will understand of it."""

    tellers: dict[UUID, Teller] = field(default_factory=dict)  # by response
    accounts: dict[UUID, Account] = field(default_factory=dict)  # by report
    sayings: dict[UUID, Saying] = field(default_factory=dict)  # by text; saying where a place is does not count


class Sheaf:
    """The rows of one round on their way to the database."""

    def __init__(self, chance: Chance, round: Round, districts: Mapping[str, int], *, point_days: int) -> None:
        self.kept = Kept()
        self._chance, self._round, self._districts = chance, round, districts
        self._point_days = point_days
        self._rows: dict[type, list[Row]] = {Response: [], Report: [], ExactPoint: [], Text: []}

    def add_teller(self, teller: Teller) -> None:
        """A response, its boxes read as the form of the dialogue would read them."""
        id, area_id = self._chance.id(), self._districts.get(teller.area)
        given = {
            column.replace(".", "_"): answer if isinstance(answer, list) else [answer]
            for column, answer in closed_answers(self._chance, teller).items()
        }
        filled = check(questionnaire_of(self._round), self._districts.keys(), {"Q0": [teller.area], **given})
        row = {
            **self._same(teller.language, teller.channel, teller.on, area_id),
            "id": id,
            "questionnaire_id": self._round.questionnaire_id,
            "answers": filled.answers,
            "group_size": teller.group_size,
        }
        self._rows[Response].append(row)
        self.kept.tellers[id] = teller
        for question, saying in teller.sayings.items():
            self._add_text(row, question, saying.text, saying, response_id=id)

    def add_account(self, account: Account) -> None:
        """A report; it may be part of a response that has been added before."""
        id, point = self._chance.id(), self._pin(account)
        area_id = None if account.placed_by == WORDS else self._districts[account.spot.area]
        coarse = snap_to_grid(point, GRID_METRES) if point else None
        row = {
            **self._same(account.language, account.channel, account.on, area_id),
            "id": id,
            "response_id": next((one for one, teller in self.kept.tellers.items() if teller is account.teller), None),
            "placed_by": account.placed_by,
            "lat": coarse.lat if coarse else None,
            "lon": coarse.lon if coarse else None,
            "answers": account.answers,
        }
        self._rows[Report].append(row)
        self.kept.accounts[id] = account
        if point:
            erase_on = account.on + timedelta(days=self._point_days)
            self._rows[ExactPoint].append({"report_id": id, "lat": point.lat, "lon": point.lon, "erase_on": erase_on})
        if account.place:
            self._add_text(row, "place", account.place, None, report_id=id)
        for question, saying in account.sayings.items():
            self._add_text(row, question, saying.text, saying, report_id=id)

    def store(self, session: Session) -> Kept:
        for table, rows in self._rows.items():
            session.execute(insert(table), rows)
        return self.kept

    def _same(self, language: str, channel: str, on: date, area_id: int | None) -> Row:
        """What a response or a report has in common with its texts."""
        round_id = self._round.id
        return {"round_id": round_id, "language": language, "channel": channel, "received_on": on, "area_id": area_id}

    def _add_text(self, of: Row, question: str, words: str, saying: Saying | None, **whose: UUID) -> None:
        same = {name: of[name] for name in ("round_id", "language", "channel", "received_on", "area_id")}
        id = self._chance.id()
        self._rows[Text].append(
            {"response_id": None, "report_id": None, **same, **whose, "id": id, "question": question, "original": words}
        )
        if saying:
            self.kept.sayings[id] = saying

    def _pin(self, account: Account) -> Point | None:
        return _near(self._chance, account.spot) if account.placed_by == PIN else None


def _near(chance: Chance, spot: Spot) -> Point:
    """Where somebody puts the pin for a spot: not quite the same every time, but in the same district."""
    district = Lookup({0: outline_of(spot.area)})
    east, south = spot.at
    while True:
        meant = point_at(chance.around(east, _NEAR), chance.around(south, _NEAR))
        point = read_point(meant.lat, meant.lon)
        if district.find(point):
            return point
