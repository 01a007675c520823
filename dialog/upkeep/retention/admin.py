"""Pages where administrators record how long things are kept, and erase what is due."""

from datetime import date

from flask import Blueprint, abort, current_app, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.gates import now, staff_id
from dialog.settings.queries import settings_in_force
from dialog.upkeep.afterwards import clean_up
from dialog.upkeep.destroying.queries import staff_names, uncleaned
from dialog.upkeep.retention.actions import BadTerm, asked_by, purge, record_decision
from dialog.upkeep.retention.forms import FOR_GOOD, DecisionForm
from dialog.upkeep.retention.kinds import DAYS, EVENTS, KINDS, MONTHS, Kind
from dialog.upkeep.retention.queries import Due, Rule, decisions, due_now, purges, rules
from dialog.upkeep.retention.sentences import ROUND_WORDS, term_words
from dialog.web.requests import db_session

bp = Blueprint("keeping", __name__)
Answer = str | tuple[str, int] | Response


@bp.get("/keeping")
def keeping() -> str:
    session = db_session()
    return render_template(
        "admin/upkeep/keeping.html",
        due=_due(),
        term_words=term_words,
        purges=purges(session, limit=20),
        decisions=decisions(session),
        kinds=KINDS,
        names=staff_names(session),
        uncleaned=uncleaned(session),
    )


@bp.route("/keeping/<kind_id>", methods=["GET", "POST"])
def decide(kind_id: str) -> Answer:
    kind = _kind_or_404(kind_id)
    rule = next(one for one in _rules() if one.kind == kind)
    form = DecisionForm(keep=rule.term.unit if rule.term.term else FOR_GOOD, term=rule.term.term, event=rule.term.event)
    if not form.validate_on_submit():
        return _decision_page(kind, form), 422 if form.errors else 200
    try:
        record_decision(
            db_session(),
            kind_id,
            form.asked(),
            reference=str(form.reference.data).strip(),
            decided_on=form.decided_on.data,
            decided_by=str(form.decided_by.data).strip(),
            by=staff_id(),
            at=now(),
        )
    except BadTerm:
        form.term.errors = [_bad_term(kind)]
        return _decision_page(kind, form), 422
    db_session().commit()
    flash(_("The decision is recorded. Nothing goes before the purge is run."))
    return redirect(url_for(".keeping"), 303)


@bp.get("/purge")
def confirm() -> str:
    return render_template("admin/upkeep/purge.html", due=[one for one in _due() if one.count])


@bp.post("/purge")
def erase() -> Response:
    session, gone = db_session(), 0
    asked = [one for rule in _rules() if (one := asked_by(rule, today=date.today()))]
    for one in asked:
        batch = 0
        for batch in purge(session, one, by=staff_id(), at=now()):  # noqa: B007  (the last is the whole)
            session.commit()
        gone += batch
    session.commit()
    if not clean_up(current_app.extensions["sessions"], current_app.config, at=now()):
        flash(_("The database's files still have to be cleaned: the command purge does it."), "warning")
    flash(_("Erased: %(number)s.", number=gone))
    return redirect(url_for(".keeping"), 303)


def _decision_page(kind: Kind, form: DecisionForm) -> str:
    return render_template(
        "admin/upkeep/decision.html",
        kind=kind,
        form=form,
        problems=[(name, sentences[0]) for name, sentences in form.errors.items()],
        keep_options=[(MONTHS, _("Some months")), (DAYS, _("Some days")), (FOR_GOOD, _("For good"))],
        event_options=[(event, _(EVENTS[event])) for event in kind.events],
        round_words=ROUND_WORDS,
    )


def _bad_term(kind: Kind) -> str:
    if kind.least:
        return _("It has to be at least %(number)s months.", number=kind.least)
    return _("Write how many days or months.")


def _rules() -> list[Rule]:
    session = db_session()
    return rules(session, point_days=settings_in_force(session, current_app.config).point_days)


def _due() -> list[Due]:
    return [due_now(db_session(), rule, today=date.today()) for rule in _rules()]


def _kind_or_404(kind_id: str) -> Kind:
    kind = KINDS.get(kind_id)
    if kind is None or kind.by_design:
        abort(404)
    return kind
