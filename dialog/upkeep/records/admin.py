"""The page where administrators export what is held on a selection, for a request to see records."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from flask import Blueprint, Response, render_template, request
from flask_babel import gettext as _
from sqlalchemy import select

from dialog.accounts.gates import current_staff, staff_id
from dialog.areas.models import Area
from dialog.areas.queries import root_of
from dialog.audit.actions import record
from dialog.review.sentences import label_name
from dialog.survey.queries import all_rounds
from dialog.upkeep.records.asked import (
    ALWAYS_APART,
    KINDS,
    LEFT_OUT,
    PHOTOS,
    REPORTS,
    RESPONSES,
    TEXTS,
    Notes,
    Selection,
    Sheet,
)
from dialog.upkeep.records.forms import XLSX, RecordsForm, grounds
from dialog.upkeep.records.gathering import Gathering
from dialog.upkeep.records.to_files import Lines, write_json, write_xlsx
from dialog.web.pages import say
from dialog.web.requests import db_session

bp = Blueprint("records", __name__)
MIME = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}
PIECE = 64 * 1024  # bytes
MOST_AREAS = 500  # that can be chosen among


@bp.get("/records")
def records() -> str:
    return _page(RecordsForm(kinds=list(KINDS)))


@bp.post("/records")
def export() -> Response | tuple[str, int]:
    form = RecordsForm()
    if not form.validate_on_submit():
        return _page(form), 422
    selection, number = form.selection(), str(form.number.data).strip()
    record(db_session(), "records exported", f"request {number}", by=staff_id(), **_told(selection))
    db_session().commit()
    with TemporaryDirectory(prefix="dialog-records-") as folder:
        file = Path(folder, f"records.{form.format.data}")
        _write(file, selection, number)
        answer = Response(_pieces(file.open("rb")), mimetype=MIME[str(form.format.data)])
    name = f"dialog-records-{date.today().isoformat()}.{form.format.data}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    """The file piece by piece; it can be read to its end although its folder is gone."""
    with file:
        while piece := file.read(PIECE):
            yield piece


def _write(file: Path, selection: Selection, number: str) -> None:
    notes, given = Notes(), grounds(request.form.to_dict())
    gathering = Gathering(db_session(), selection, notes, say=label_name, speak=say)
    heads = _heads()

    def cover() -> Lines:
        return [*_cover(selection, number), *_notes(notes, selection, given)]

    sheets = [Sheet(_(KINDS[kind]), heads[kind], gathering.rows(kind)) for kind in selection.kinds]
    if file.suffix == f".{XLSX}":
        write_xlsx(file, cover, _("About"), sheets)
    else:
        write_json(file, cover, sheets)


def _cover(selection: Selection, number: str) -> Lines:
    staff = current_staff()
    days = f"{selection.first or '…'} – {selection.last or '…'}"
    return [
        (_("Number of the request"), number),
        (_("Made on"), date.today().isoformat()),
        (_("Made by"), staff.name if staff else ""),
        (_("Round"), dict(_round_options()).get(selection.round_id or 0, _("all"))),
        (_("Area"), dict(_area_options()).get(selection.area_id or 0, _("all"))),
        (_("Days"), days),
        (_("With these words"), selection.words or "–"),
    ]


def _notes(notes: Notes, selection: Selection, given: dict[str, str]) -> Lines:
    counted: list[tuple[str, str | int]] = [(_(KINDS[kind]), notes.rows[kind]) for kind in selection.kinds]
    for what, number in notes.counts.items():
        if number:
            why = _("%(number)s. Ground: %(ground)s", number=number, ground=given[what] or _("the official has to say"))
            counted.append((f"{_('Left out')}: {_(LEFT_OUT[what])}", why))
    return [*counted, (_("Not in the file"), _(ALWAYS_APART))]


def _heads() -> dict[str, tuple[str, ...]]:
    common = (_("Id"), _("Round"), _("Area"), _("Received"), _("Language"), _("How it came"))
    return {
        TEXTS: (*common, _("Question"), _("Status"), _("Words"), _("Places where words are hidden")),
        REPORTS: (*common, _("Status"), _("Latitude"), _("Longitude"), _("Within, metres"), _("Answers")),
        RESPONSES: (*common, _("Persons"), _("Answers")),
        PHOTOS: (_("Id"), _("Received"), _("Status"), _("Pixels")),
    }


def _told(selection: Selection) -> dict[str, object]:
    """For the log: what was chosen, without the words, which may name somebody."""
    return {
        "kinds": list(selection.kinds),
        "round": selection.round_id or 0,
        "area": selection.area_id or 0,
        "first": str(selection.first or ""),
        "last": str(selection.last or ""),
        "by_words": int(bool(selection.words)),
    }


def _page(form: RecordsForm) -> str:
    return render_template(
        "admin/upkeep/records.html",
        form=form,
        problems=[(name, sentences[0]) for name, sentences in form.errors.items()],
        rounds=_round_options(),
        areas=_area_options(),
        kind_options=[(kind, _(words)) for kind, words in KINDS.items()],
        left_out=[(what, _(words)) for what, words in LEFT_OUT.items()],
        always_apart=_(ALWAYS_APART),
        given=request.form,
    )


def _round_options() -> list[tuple[int, str]]:
    return [(one.id, say(one.title) or one.slug) for one in all_rounds(db_session())]


def _area_options() -> list[tuple[int, str]]:
    root = root_of(db_session())
    chosen = select(Area.id, Area.names).order_by(Area.parent_id.is_not(None), Area.id).limit(MOST_AREAS)
    return [(id, say(names)) for id, names in db_session().execute(chosen)] if root else []
