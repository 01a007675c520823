"""Reading what is held on a selection, row by row: never more than a batch in memory."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.areas.queries import area_tree
from dialog.languages import Words
from dialog.places.models import ExactPoint, Report
from dialog.review.masking import masked_text
from dialog.survey.models import Response, Round
from dialog.survey.queries import questionnaire_of
from dialog.texts.models import NEW, Photo, Text
from dialog.texts.searching.folding import Question, question_of
from dialog.texts.searching.queries import found_ids
from dialog.upkeep.records.asked import (
    BACKGROUND,
    HIDDEN,
    PHOTOS,
    PIXELS,
    POINTS,
    REPORTS,
    RESPONSES,
    TEXTS,
    UNREVIEWED,
    Notes,
    Row,
    Selection,
)

AT_A_TIME = 500
Chosen = Select[*tuple[Any, ...]]
Say = Callable[[str], str]
Speak = Callable[[Words], str]


class Gathering:
    """The rows of each kind. `say` puts labels, `speak` names into the reader's language."""

    def __init__(self, session: Session, selection: Selection, notes: Notes, *, say: Say, speak: Speak) -> None:
        self._session, self._asked, self._notes, self._say = session, selection, notes, say
        self._areas = {id: speak(names) for id, names in session.execute(select(Area.id, Area.names))}
        rounds = session.scalars(select(Round)).all()
        self._rounds = {one.id: one.slug for one in rounds}
        self._background = {one.id: _background(one) for one in rounds}

    def rows(self, kind: str) -> Iterator[Row]:
        for row in _READ[kind](self):
            self._notes.rows[kind] += 1
            yield row

    def _texts(self) -> Iterator[Row]:
        chosen = self._narrowed(select(Text), Text)
        if question := self._question():
            chosen = chosen.where(Text.id.in_(found_ids(self._session, question)))
        for text in self._each(chosen.order_by(Text.id)):
            yield (*self._common(text), text.question, text.status, self._words(text), len(text.masks))

    def _words(self, text: Text) -> str:
        if text.status == NEW or text.held:
            self._notes.left_out(UNREVIEWED)
            return ""
        self._notes.left_out(HIDDEN, len(text.masks))
        return masked_text(text.original, text.masks, say=self._say)

    def _reports(self) -> Iterator[Row]:
        has_point = exists().where(ExactPoint.report_id == Report.id)
        chosen = self._narrowed(select(Report, has_point), Report)
        if question := self._question():
            of_words = select(Text.report_id).where(Text.id.in_(found_ids(self._session, question)))
            chosen = chosen.where(Report.id.in_(of_words))
        for report, exact in self._session.execute(_streamed(chosen.order_by(Report.id))):
            self._notes.left_out(POINTS, int(exact))
            where = (f"{report.lat:.5f}" if report.lat else None, f"{report.lon:.5f}" if report.lon else None)
            yield (*self._common(report), report.status, *where, report.within, _listed(report.answers))

    def _responses(self) -> Iterator[Row]:
        chosen = self._narrowed(select(Response), Response)
        if question := self._question():
            of_words = select(Text.response_id).where(Text.id.in_(found_ids(self._session, question)))
            chosen = chosen.where(Response.id.in_(of_words))
        for response in self._each(chosen.order_by(Response.id)):
            told = {id: said for id, said in response.answers.items() if id not in self._background[response.round_id]}
            self._notes.left_out(BACKGROUND, len(response.answers) - len(told))
            yield (*self._common(response), response.group_size, _listed(told))

    def _photos(self) -> Iterator[Row]:
        reports = self._narrowed(select(Report.id), Report)
        for photo in self._each(select(Photo).where(Photo.report_id.in_(reports)).order_by(Photo.id)):
            self._notes.left_out(PIXELS)
            yield (str(photo.id), photo.received_on.isoformat(), photo.status, f"{photo.width} × {photo.height}")

    def _common(self, item: Any) -> Row:
        area = self._areas.get(item.area_id, "")
        return (
            str(item.id),
            self._rounds[item.round_id],
            area,
            item.received_on.isoformat(),
            item.language,
            item.channel,
        )

    def _narrowed(self, chosen: Chosen, table: Any) -> Chosen:
        asked = self._asked
        if asked.round_id is not None:
            chosen = chosen.where(table.round_id == asked.round_id)
        if asked.area_id is not None:
            inside = [asked.area_id, *area_tree(self._session).descendants(asked.area_id)]
            chosen = chosen.where(table.area_id.in_(inside))
        if asked.first:
            chosen = chosen.where(table.received_on >= asked.first)
        return chosen.where(table.received_on <= asked.last) if asked.last else chosen

    def _question(self) -> Question | None:
        question = question_of(self._asked.words)
        return question or None

    def _each(self, chosen: Chosen) -> Iterator[Any]:
        return iter(self._session.scalars(_streamed(chosen)))


def _streamed(chosen: Chosen) -> Chosen:
    return chosen.execution_options(yield_per=AT_A_TIME)


def _background(round: Round) -> frozenset[str]:
    """The columns that tell who answered."""
    return frozenset(column.id for column in questionnaire_of(round).columns() if column.background)


def _listed(answers: Mapping[str, Any]) -> str:
    """Q1: very_safe; Q2: lighting, desolate"""
    said = {id: ", ".join(map(str, one)) if isinstance(one, list) else str(one) for id, one in answers.items()}
    return "; ".join(f"{id}: {one}" for id, one in sorted(said.items()))


_READ: Mapping[str, Callable[[Gathering], Iterator[Row]]] = {
    TEXTS: Gathering._texts,
    REPORTS: Gathering._reports,
    RESPONSES: Gathering._responses,
    PHOTOS: Gathering._photos,
}
