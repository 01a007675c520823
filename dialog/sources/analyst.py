"""Pages where analysts register sources, and look at what they say."""

from datetime import date
from urllib.parse import urlencode

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import staff_id
from dialog.areas.division_queries import names_of_areas
from dialog.audit.actions import record
from dialog.sources import file_pages, word_pages
from dialog.sources.actions import NameTaken, change_source, register_source
from dialog.sources.facts import PROTECT, PUBLISHED
from dialog.sources.finding import source_or_404
from dialog.sources.forms import SourceForm
from dialog.sources.lanes import OF_FIGURES_TOO, OF_WORDS
from dialog.sources.models import Source
from dialog.sources.queries import (
    ON_A_PAGE,
    Asked,
    all_sources,
    categories_of,
    figures_of,
    loads_of,
    periods_of,
    replaced_figures,
    texts_of,
)
from dialog.sources.sentences import lane_words, missing_word, unit_word
from dialog.web.requests import db_session

bp = Blueprint("sources", __name__)
bp.register_blueprint(file_pages.bp)
bp.register_blueprint(word_pages.bp)
Answer = str | Response | tuple[str, int]
_LARGEST_ID = 2**31 - 1


@bp.get("/sources")
def sources() -> str:
    return render_template("analyst/sources.html", sources=all_sources(db_session()), lanes=lane_words())


@bp.route("/sources/new", methods=["GET", "POST"])
def new() -> Answer:
    form = SourceForm()
    if not form.validate_on_submit():
        return _form(form), 422 if form.errors else 200
    session = db_session()
    try:
        source = register_source(
            session, name=form.name.data, lane=form.lane.data, facts=form.facts, on=date.today(), by=staff_id()
        )
    except NameTaken:
        return _taken(form)
    session.commit()
    flash(_("The source is registered."))
    return redirect(url_for(".source", source_id=source.id), 303)


@bp.route("/sources/<int:source_id>/change", methods=["GET", "POST"])
def change(source_id: int) -> Answer:
    source = source_or_404(source_id)
    form = SourceForm(data=_told(source))
    if not form.validate_on_submit():
        return _form(form, source), 422 if form.errors else 200
    session = db_session()
    try:
        change_source(session, source, name=form.name.data, lane=form.lane.data, facts=form.facts, by=staff_id())
    except NameTaken:
        return _taken(form, source)
    session.commit()
    flash(_("What is told of the source is changed."))
    return redirect(url_for(".source", source_id=source.id), 303)


@bp.get("/sources/<int:source_id>")
def source(source_id: int) -> str:
    """What a source says. Figures that have not been protected are a look that stands in the log."""
    session, found = db_session(), source_or_404(source_id)
    asked = _asked()
    figures = figures_of(session, found.id, asked, after=_after())
    shown = figures[:ON_A_PAGE]
    page = render_template(
        "analyst/source.html",
        source=found,
        lane=lane_words()[found.lane],
        takes_figures=found.lane in OF_FIGURES_TOO,
        takes_words=found.lane in OF_WORDS,
        figures=shown,
        next_id=shown[-1].id if len(figures) > ON_A_PAGE else None,
        is_first=not _after(),
        asked=asked,
        query=_query(asked),
        periods=periods_of(session, found.id),
        categories=categories_of(session, found.id),
        loads=loads_of(session, found.id),
        replaced=replaced_figures(session, found.id),
        texts=texts_of(session, found.id),
        names=names_of_areas(session, sorted({one.area_id for one in shown if one.area_id is not None})),
        unit_word=unit_word,
        missing_word=missing_word,
    )
    if shown and found.disclosure == PROTECT:
        record(session, "source figures seen", f"source {found.id}", by=staff_id())
        session.commit()
    return page


def _asked() -> Asked:
    given = request.args
    return Asked(given.get("period", ""), given.get("category", ""), bool(given.get("ours")))


def _query(asked: Asked) -> str:
    ours = {"ours": "yes"} if asked.ours_only else {}
    return urlencode({"period": asked.period, "category": asked.category, **ours})


def _after() -> int:
    """After which figure the page begins; from the start for anything that is no id."""
    given = request.args.get("after", "")
    return min(int(given), _LARGEST_ID) if given.isdecimal() and given.isascii() else 0


def _told(source: Source) -> dict[str, object]:
    numbers = {one: str(said) for one in ("answers", "response_rate") if (said := getattr(source, one)) is not None}
    return {**vars(source), "answers": "", "response_rate": "", **numbers, "published": source.disclosure == PUBLISHED}


def _taken(form: SourceForm, source: Source | None = None) -> Answer:
    form.name.errors = [_("There is a source of that name already.")]
    return _form(form, source), 422


def _form(form: SourceForm, source: Source | None = None) -> str:
    return render_template(
        "analyst/source_form.html",
        source=source,
        form=form,
        errors={name: str(said[0]) for name, said in form.errors.items()},
        lanes=lane_words(),
    )
