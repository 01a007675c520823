"""The page where analysts choose which figures of a source stand in pictures, and which problem they are about."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import staff_id
from dialog.picture.beside.actions import choose_figures, choose_the_usual
from dialog.picture.beside.choices import WORDS, choices_in_force, choices_made, held_by
from dialog.picture.beside.things import Choice, Held, latest_periods, table_id
from dialog.review.codebook.queries import codebook_in_force
from dialog.sources.facts import PUBLISHED
from dialog.sources.finding import source_or_404
from dialog.sources.models import Source
from dialog.sources.queries import texts_of
from dialog.sources.sentences import unit_word
from dialog.web.pages import say
from dialog.web.requests import db_session

bp = Blueprint("beside", __name__)


@dataclass(frozen=True)
class Line:
    """One thing to choose; `name` is that of its fields."""

    name: str
    held: Held
    choice: Choice


@bp.get("/sources/<int:source_id>/picture")
def choose(source_id: int) -> str:
    session, source = db_session(), source_or_404(source_id)
    made = choices_made(session, source_id=source.id).get(source.id)
    topics = [one for one in codebook_in_force(session).topics() if not one.retired]
    return render_template(
        "analyst/source_picture.html",
        source=source,
        lines=list(_lines(source)),
        texts=len(texts_of(session, source.id)),
        words_shown=(made or {}).get(WORDS, Choice(True)).shown,
        is_usual=not made,
        is_published=source.disclosure == PUBLISHED,
        codes=[(one.id, f"{one.id} {say(one.text)}") for one in topics],
        latest_periods=latest_periods,
        unit_word=unit_word,
    )


@bp.post("/sources/<int:source_id>/picture")
def decide(source_id: int) -> Response:
    session, source = db_session(), source_or_404(source_id)
    if request.form.get("go") == "usual":
        choose_the_usual(session, source, by=staff_id())
    else:
        codebook = codebook_in_force(session)
        topics = {one.id for one in codebook.topics()}
        choices = {line.held.thing: _chosen(line.name, topics) for line in _lines(source)}
        words = Choice("words" in request.form or not texts_of(session, source.id))
        choose_figures(session, source, {**choices, WORDS: words}, codebook, by=staff_id())
    session.commit()
    flash(_("Saved. The next draft follows it; drafts and editions that are there stay as they are."))
    return redirect(url_for(".choose", source_id=source.id), 303)


def _lines(source: Source) -> Iterator[Line]:
    """Everything that the source tells of our areas, in an order that stays as long as nothing is loaded."""
    session = db_session()
    held = held_by(session, source_id=source.id).get(source.id, [])
    made = choices_made(session, source_id=source.id).get(source.id)
    in_force = choices_in_force(held, made, codebook_in_force(session))
    for one in held:
        yield Line(table_id(source.id, one.thing), one, in_force[one.thing])


def _chosen(name: str, topics: set[str]) -> Choice:
    code = request.form.get(f"code-{name}", "")
    return Choice(name in request.form, code if code in topics else None)
