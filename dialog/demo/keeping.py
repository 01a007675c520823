"""Storing what was told: many rows at a time, with ids that chance gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from dialog.demo.accounts import Account
from dialog.demo.answers import closed_answers
from dialog.demo.chance import Chance
from dialog.demo.photos import SCENES, draw
from dialog.demo.pinning import NOWHERE, Pinned, coarse_columns, pinned
from dialog.demo.placing import Placing
from dialog.demo.spots import Spot
from dialog.demo.tellers import Teller
from dialog.demo.voices.sayings import Saying
from dialog.places.models import NAME, PIN, WORDS, ExactPoint, Report
from dialog.survey.answers import check
from dialog.survey.models import Response, Round
from dialog.survey.queries import questionnaire_of
from dialog.texts.actions import store_texts
from dialog.texts.arriving import look_over
from dialog.texts.models import NEW, Photo, PhotoOriginal, Text

PHOTOS = 5  # of a round at most
_PICTURED = 0.3  # share of those who could take a picture
Row = dict[str, Any]


@dataclass
class Kept:
    """What a round holds, and what its reviewers will understand of it."""

    tellers: dict[UUID, Teller] = field(default_factory=dict)  # by response
    accounts: dict[UUID, Account] = field(default_factory=dict)  # by report
    pictured: set[UUID] = field(default_factory=set)  # reports with a photo
    sayings: dict[UUID, Saying] = field(default_factory=dict)  # by text; saying where a place is does not count


class Sheaf:
    """The rows of one round on their way to the database."""

    def __init__(self, chance: Chance, round: Round, districts: Mapping[str, int], *, point_days: int) -> None:
        self.kept = Kept()
        self._chance, self._round, self._districts = chance, round, districts
        self._point_days = point_days
        tables = (Response, Report, ExactPoint, Text, Photo, PhotoOriginal)
        self._rows: dict[type, list[Row]] = {table: [] for table in tables}
        self._pins: dict[UUID, Pinned] = {}  # by report

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
        """A report, and those of the other spots told of with it; it may be part of a response added before."""
        within = next((one for one, teller in self.kept.tellers.items() if teller is account.teller), None)
        placing, first = account.placing, self._add_report(account, account.spot, response_id=within)
        for spot in placing.others:
            silent = replace(account, spot=spot, sayings={}, placing=Placing(placing.placed_by))
            self._add_report(silent, spot, part_of=first["id"])
        if placing.words:
            self._add_text(first, "place", placing.words, None, report_id=first["id"])
        for question, saying in account.sayings.items():
            self._add_text(first, question, saying.text, saying, report_id=first["id"])

    def _add_report(self, account: Account, spot: Spot, **part: UUID | None) -> Row:
        placed_by = account.placing.placed_by
        area_id = None if placed_by == WORDS else self._districts[spot.area]
        row = {
            **self._same(account.language, account.channel, account.on, area_id),
            "response_id": None,
            "part_of": None,
            **part,
            "id": self._chance.id(),
            "placed_by": placed_by,
            "answers": account.answers,
        }
        self._rows[Report].append(row)
        self.kept.accounts[row["id"]] = account
        if placed_by in (PIN, NAME):
            self._pins[row["id"]] = pinned(self._chance, spot, account.placing)
            self._rows[ExactPoint].append(self._pins[row["id"]].exact(row["id"], self._erase_on(account)))
            self._maybe_add_photo(row, account)
        return row

    def _maybe_add_photo(self, of: Row, account: Account) -> None:
        """Some take a picture where it is dark or untidy."""
        scene = next((cause for cause in account.answers.get("causes", ()) if cause in SCENES), None)
        if scene and len(self._rows[Photo]) < PHOTOS and self._chance.happens(_PICTURED):
            id, photo = self._chance.id(), draw(scene, self._chance.number(0, 999))
            about = {"width": photo.width, "height": photo.height, "boxes": photo.boxes, "image": photo.image}
            same = {"id": id, "report_id": of["id"], "received_on": account.on, "status": NEW}
            self._rows[Photo].append({**same, **about})
            original = {"photo_id": id, "image": photo.original, "erase_on": self._erase_on(account)}
            self._rows[PhotoOriginal].append(original)
            self.kept.pictured.add(of["id"])

    def _erase_on(self, account: Account) -> date:
        return account.on + timedelta(days=self._point_days)

    def store(self, session: Session) -> Kept:
        cells = coarse_columns(session, self._pins, root_id=self._round.area_id)
        for row in self._rows[Report]:
            row |= cells.get(row["id"], NOWHERE)
        for table, rows in self._rows.items():
            if rows and table is not Text:
                session.execute(insert(table), rows)
        store_texts(session, look_over(self._rows[Text]))
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
