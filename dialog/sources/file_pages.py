"""Pages where a file of figures is sent, looked through column by column, put right, and loaded."""

from dataclasses import dataclass
from itertools import islice
from uuid import UUID

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.areas.population.loading import WhichDivision
from dialog.areas.queries import all_divisions
from dialog.rows.row import UnreadableFile
from dialog.sources.finding import source_or_404, upload_or_404
from dialog.sources.lanes import OF_FIGURES_TOO, SAFETY_SURVEY
from dialog.sources.models import Source, SourceUpload
from dialog.sources.preview import groups_of, told_in
from dialog.sources.sentences import (
    account_sentences,
    bad_row,
    by_word,
    lacking,
    loaded_sentence,
    missing_word,
    role_words,
    unit_word,
)
from dialog.sources.tables.reading import KINDS
from dialog.sources.taking import NoStatistic, Understood, take, understand
from dialog.sources.understanding.columns import PUBLISHER, Told
from dialog.sources.understanding.safety_index import insist_on_index
from dialog.sources.uploads import correct_upload, give_up_upload, keep_upload, on_disk
from dialog.web.requests import db_session
from dialog.web.sentences import worded

bp = Blueprint("files", __name__)
Answer = str | Response | tuple[str, int]
MEGABYTE = 1024**2
LARGEST = 20 * MEGABYTE
_SHOWN = 10  # figures, and areas elsewhere
_LISTED = 50  # rows that are left out


@dataclass(frozen=True)
class Looked:
    """What was made of a file, or the sentence that says why nothing can be."""

    understood: Understood | None
    problem: str = ""


@bp.route("/sources/<int:source_id>/file", methods=["GET", "POST"])
def send(source_id: int) -> Answer:
    source = source_or_404(source_id)
    if source.lane not in OF_FIGURES_TOO:
        abort(404)
    request.max_content_length = LARGEST + MEGABYTE
    if request.method == "GET":
        return _choose(source)
    sent = request.files.get("file")
    if not sent or not sent.filename:
        return _choose(source, _("Choose a file.")), 422
    if not sent.filename.casefold().endswith(KINDS):
        return _choose(source, _("Choose a file of one of these kinds: %(kinds)s.", kinds=_kinds())), 422
    content = sent.stream.read(LARGEST + 1)
    if len(content) > LARGEST:
        return _choose(source, _("The file is larger than %(size)s MB.", size=LARGEST // MEGABYTE)), 413
    session = db_session()
    upload = keep_upload(session, source, file=sent.filename, content=content, by=staff_id(), at=now())
    session.commit()
    return redirect(url_for(".look", upload_id=upload.id), 303)


@bp.get("/sources/files/<uuid:upload_id>")
def look(upload_id: UUID) -> str:
    upload = upload_or_404(upload_id)
    return _preview(upload, _look(upload))


@bp.post("/sources/files/<uuid:upload_id>")
def decide(upload_id: UUID) -> Answer:
    """Keep what was put right and look again, load the figures, or give the file up."""
    session, upload, go = db_session(), upload_or_404(upload_id), request.form.get("go")
    source = source_or_404(upload.source_id)
    if go == "discard":
        give_up_upload(session, upload)
        session.commit()
        flash(_("The file is given up. Nothing was loaded."))
        return redirect(url_for("analyst.sources.source", source_id=source.id), 303)
    told = told_in(request.form, _look(upload).understood, Told.from_document(upload.told))
    correct_upload(session, upload, told, division=request.form.get("division", ""))
    if go != "load":
        session.commit()
        return redirect(url_for(".look", upload_id=upload.id), 303)
    looked = _look(upload)
    if looked.understood is None or looked.understood.lacks or not looked.understood.account.observations:
        session.commit()
        return _preview(upload, looked), 422
    publisher = _publisher(looked.understood, source)
    loaded = take(session, looked.understood, source, publisher=publisher, by=staff_id(), at=now())
    give_up_upload(session, upload)
    session.commit()
    flash(loaded_sentence(loaded))
    return redirect(url_for("analyst.sources.source", source_id=source.id), 303)


def _look(upload: SourceUpload) -> Looked:
    told = Told.from_document(upload.told)
    try:
        with on_disk(upload) as path:
            return Looked(understand(db_session(), path, told, division=upload.division or None))
    except NoStatistic:
        return Looked(None, _("The file tells of events in words and holds no figures: it is no statistic."))
    except WhichDivision:
        return Looked(None, _("Its codes stand in several versions of the areas, whose borders differ. Choose which."))
    except UnreadableFile as problem:
        return Looked(None, worded(problem.args[0]))


def _preview(upload: SourceUpload, looked: Looked) -> str:
    source = source_or_404(upload.source_id)
    divisions = [(one.key, one.key) for one in all_divisions(db_session())]
    about = {"source": source, "upload": upload, "problem": looked.problem, "divisions": divisions}
    if (understood := looked.understood) is None:
        return render_template("analyst/source_file.html", understood=None, **about)
    account, publisher = understood.account, _publisher(understood, source)
    if source.lane == SAFETY_SURVEY:
        insist_on_index(account)
    chosen = [(one, figure) for one, figure in account.observations.items() if one.publisher == publisher]
    return render_template(
        "analyst/source_file.html",
        understood=understood,
        groups=groups_of(understood),
        roles=role_words(),
        by_word=by_word,
        lacks=lacking(understood.lacks),
        sentences=list(account_sentences(account)),
        left=[(one.line, one.problem.column, bad_row(one.problem)) for one in account.left[:_LISTED]],
        more_left=max(0, len(account.left) - _LISTED),
        figures=list(islice(chosen, _SHOWN)),
        number=len(chosen),
        publisher=publisher,
        areas=_areas(understood),
        missing_word=missing_word,
        unit_word=unit_word,
        **about,
    )


def _areas(understood: Understood) -> dict[str, object]:
    """How many areas are ours, and those that are elsewhere."""
    places = {understood.placing.place(*one) for one in understood.account.areas}
    codes = {one.code for one in places if one.area_id is not None}
    elsewhere = sorted({one.name or one.code for one in places if one.area_id is None})
    return {"ours": len(codes), "elsewhere": len(elsewhere), "some": [one for one in elsewhere if one][:_SHOWN]}


def _publisher(understood: Understood, source: Source) -> str:
    """Whose figures go into the source: as was told, else those whose words show its lane."""
    publishers = list(understood.lanes)
    told = understood.told.fixed.get(PUBLISHER)
    fitting = (one for one, lane in understood.lanes.items() if lane == source.lane)
    return told if told in publishers else next(fitting, publishers[0])


def _choose(source: Source, problem: str = "") -> str:
    kinds, size = _kinds(), LARGEST // MEGABYTE
    return render_template("analyst/source_send.html", source=source, problem=problem, kinds=kinds, size=size)


def _kinds() -> str:
    return ", ".join(one.removeprefix(".").upper() for one in KINDS)
