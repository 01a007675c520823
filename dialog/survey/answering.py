"""Showing a dialogue and taking what was filled in, whoever is asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from flask import current_app, render_template, request
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as WerkzeugResponse

from dialog.areas.masthead import municipality
from dialog.areas.models import Area
from dialog.places.photo_field import too_much
from dialog.places.showing import SHOWN_SETTINGS, inhabitants
from dialog.receipts.once import KeyReused, Stored, store_once
from dialog.settings.queries import settings_in_force
from dialog.survey.actions import RoundClosed
from dialog.survey.answers import Problem
from dialog.survey.forms import Filled, read_dialogue, sentences
from dialog.survey.models import RESIDENTS, Round
from dialog.survey.paging import CLOSING, Page, carried, is_paged
from dialog.survey.photos_inside import form_with_photos, has_photo, read_photos
from dialog.survey.queries import questionnaire_of, round_areas
from dialog.survey.sending import Keeping, Sending, keep_sending, troubles
from dialog.survey.sheet import Filling, Sheet, asks_for_places, found_names, photos_of, questions_of, sheet_of
from dialog.survey.turning import Turned, first_page, looks, turn
from dialog.texts.photos import Ready
from dialog.web.pages import say
from dialog.web.requests import db_session, page_language
from dialog.web.stamped import stamped
from dialog.web.tokens import ResidentForm, new_key, new_token

Answer = str | tuple[str, int] | WerkzeugResponse


@dataclass(frozen=True)
class Way:
    """Whose dialogue it is, and how its pages look."""

    round: Round
    areas: list[Area]
    audience: str = RESIDENTS
    folder: str = "resident"  # of the templates dialogue, dialogue_page and thanks
    hidden: Mapping[str, str] = field(default_factory=dict)  # what its forms carry besides
    said: Mapping[str, str] = field(default_factory=dict)  # what its pages say besides, word for word
    problems: tuple[tuple[str, str], ...] = ()  # (field, what to do), before those of the answers
    may_send: bool = True  # False: what is sent is shown again and not kept

    def template(self, name: str) -> str:
        return f"{self.folder}/{name}.html"


def way_of(round: Round) -> Way:
    """The way of residents."""
    return Way(round, round_areas(db_session(), round))


def first_view(way: Way) -> str:
    """The dialogue with nothing filled in: all of it, or its first page."""
    return _fresh_page(way) if is_paged(questionnaire_of(way.round)) else _fresh(way)


def answered(way: Way) -> Answer:
    """What was sent: kept with a receipt, or shown again with what to change."""
    round, session, questionnaire = way.round, db_session(), questionnaire_of(way.round)
    try:
        form = ResidentForm(form_with_photos(questionnaire))
    except RequestEntityTooLarge:
        return too_much()
    answers = read_dialogue(questionnaire, {area.code for area in way.areas}, request.form)
    photos = read_photos(questionnaire, answers)
    answers.problems.extend(troubles(session, answers.places, round))
    stale = not form.validate() or not way.may_send
    if is_paged(questionnaire):
        turned = turn(questionnaire, answers, request.form)
        if stale or turned.leads_to == "page":
            return _show_page(way, answers, turned, stale=stale), 400 if stale else 422 if turned.problems else 200
    elif looks(request.form.get("go", "")):
        return _show(way, replace(answers, problems=[]))
    elif stale or answers.problems:
        return _show(way, answers, stale=stale), 400 if stale else 422
    return _kept(way, answers, photos, str(form.key.data))


def _kept(way: Way, answers: Filled, photos: Mapping[str, Ready], key: str) -> Answer:
    try:
        code = store_once(db_session(), key=key, store=lambda: _store(way, answers, photos))
    except KeyReused:
        return render_template("resident/arrived_before.html"), 409
    except RoundClosed:
        kept = [*answers.checked.texts.values(), *(text for place in answers.places for text in place.texts.values())]
        return render_template("resident/not_open.html", round=way.round, kept=kept), 410
    same = (municipality(), tuple(way.said.items()))
    return stamped(way.template("thanks"), same=same, stamps={"code": code}, **way.said)


def _store(way: Way, answers: Filled, photos: Mapping[str, Ready]) -> Stored:
    session, today, ids = db_session(), date.today(), {area.code: area.id for area in way.areas}
    settings = settings_in_force(session, current_app.config)
    erase_on = today + timedelta(days=settings.point_days)
    sending = Sending(answers.checked, answers.places, photos, page_language())
    keeping = Keeping(
        way.round, ids, on=today, erase_on=erase_on, inhabitants=settings.cell_inhabitants, audience=way.audience
    )
    return {"response_id": keep_sending(session, sending, keeping)}


def _fresh(way: Way) -> str:
    sheet = sheet_of(way.round, way.areas)
    if sheet.is_shuffled:
        return _render(way, sheet, Filling(key=new_key()))
    return stamped(
        way.template("dialogue"),
        same=(sheet, *_same(way)),
        stamps={"form_token": new_token(), "key": new_key(), **way.hidden},
        round=way.round,
        questions=lambda: questions_of(sheet, Filling()),
        has_photo=has_photo(sheet.questionnaire),
        has_map=asks_for_places(sheet.questionnaire),
        problems=[],
        **way.said,
    )


def _show(way: Way, answers: Filled, *, stale: bool = False) -> str:
    """The dialogue with what was given so far and what is wrong with it."""
    return _render(way, sheet_of(way.round, way.areas), _filling(way.round, answers, answers.problems), stale=stale)


def _fresh_page(way: Way) -> str:
    """The first page of a dialogue that is asked page by page."""
    questionnaire = questionnaire_of(way.round)
    nothing = read_dialogue(questionnaire, {area.code for area in way.areas}, MultiDict())
    sheet = sheet_of(way.round, way.areas)
    return _render_page(way, sheet, Filling(key=new_key()), first_page(questionnaire, nothing))


def _show_page(way: Way, answers: Filled, turned: Turned, *, stale: bool) -> str:
    """The page that the one before led to, with the answers of all others hidden in it."""
    filling = _filling(way.round, answers, turned.problems, turned.page)
    sheet = sheet_of(way.round, way.areas)
    return _render_page(way, sheet, filling, turned.page, news=turned.news, stale=stale)


def _filling(round: Round, answers: Filled, problems: Sequence[Problem], page: Page | None = None) -> Filling:
    questionnaire, given = questionnaire_of(round), request.form
    found = found_names(db_session(), questionnaire, given, page=page, root_id=round.area_id)
    key = given.get("key") or new_key()
    return Filling(given, answers.checked, sentences(questionnaire, problems), key, found)


def _same(way: Way) -> tuple[object, ...]:
    """What the frame around the questions depends on."""
    round = way.round
    settings = tuple(current_app.config[name] for name in SHOWN_SETTINGS)
    words = (say(round.title), say(round.purpose), municipality(), *way.said.values())
    return (round.slug, round.closes_on, *words, settings, inhabitants())


def _render(way: Way, sheet: Sheet, filling: Filling, *, stale: bool = False) -> str:
    return render_template(
        way.template("dialogue"),
        round=way.round,
        questions=lambda: questions_of(sheet, filling),
        has_photo=has_photo(sheet.questionnaire),
        has_map=asks_for_places(sheet.questionnaire),
        problems=[*way.problems, *filling.problems.items()],
        stale=stale,
        form_token=new_token(),
        key=filling.key,
        **way.hidden,
        **way.said,
    )


def _render_page(
    way: Way, sheet: Sheet, filling: Filling, page: Page | None, *, news: Sequence[str] = (), stale: bool = False
) -> str:
    given = dict(filling.given.lists())
    return render_template(
        way.template("dialogue_page"),
        round=way.round,
        page=page,
        closing=CLOSING,
        questions=lambda: questions_of(sheet, filling, page),
        has_map=page is not None and asks_for_places(sheet.questionnaire, page),
        photos=lambda: photos_of(sheet, filling) if page is None else "",
        carried=list(carried(sheet.questionnaire, page.section if page else None, given)),
        seen=" ".join(question.id for question in page.asked) if page else "",
        news=news,
        problems=[*way.problems, *filling.problems.items()],
        stale=stale,
        form_token=new_token(),
        key=filling.key,
        **way.hidden,
        **way.said,
    )
