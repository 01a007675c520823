"""Pages where analysts keep what a source says in words, once nothing in it points to a person."""

from collections.abc import Sequence

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.sources.actions import keep_text, remove_text
from dialog.sources.checking import Pointing, by_kind, pointing_words
from dialog.sources.finding import source_or_404, text_or_404
from dialog.sources.forms import WordsForm
from dialog.sources.lanes import OF_WORDS
from dialog.sources.models import Source
from dialog.sources.sentences import PERSONAL, lane_words
from dialog.web.requests import db_session

bp = Blueprint("words", __name__)
Answer = str | Response | tuple[str, int]


@bp.route("/sources/<int:source_id>/words", methods=["GET", "POST"])
def write(source_id: int) -> Answer:
    """Words in which something could point to a person are kept only by somebody who says that nothing does."""
    source, form, session = source_or_404(source_id), WordsForm(), db_session()
    if source.lane not in OF_WORDS:
        abort(404)
    if not form.validate_on_submit():
        return _page(source, form), 422 if form.errors else 200
    found = pointing_words(session, f"{form.heading.data}\n{form.words.data}")
    if found and not form.sure.data:
        return _page(source, form, found), 422
    said = {"heading": str(form.heading.data), "words": str(form.words.data), "period": str(form.period.data)}
    keep_text(session, source, **said, found=by_kind(found), by=staff_id(), at=now())
    session.commit()
    flash(_("The text is kept."))
    return redirect(url_for("analyst.sources.source", source_id=source.id), 303)


@bp.post("/sources/words/<int:text_id>/remove")
def remove(text_id: int) -> Response:
    text, session = text_or_404(text_id), db_session()
    source_id = text.source_id
    remove_text(session, text, by=staff_id())
    session.commit()
    flash(_("The text is taken away."))
    return redirect(url_for("analyst.sources.source", source_id=source_id), 303)


def _page(source: Source, form: WordsForm, found: Sequence[Pointing] = ()) -> str:
    return render_template(
        "analyst/source_words.html",
        source=source,
        lane=lane_words()[source.lane],
        form=form,
        errors={name: str(said[0]) for name, said in form.errors.items()},
        found=found,
        kinds=PERSONAL,
    )
