"""A draft as residents would see it, in any of its languages; nothing that is filled in is kept."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import Blueprint, abort, g, render_template, request
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from dialog.areas.queries import areas_in, root_of
from dialog.languages import LANGUAGES, pick
from dialog.survey.forms import Filled, read_dialogue, sentences
from dialog.survey.making.opening import draft_or_404
from dialog.survey.making.queries import read
from dialog.survey.models import QuestionnaireDraft
from dialog.survey.paging import CLOSING, Page, carried, is_paged
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.sheet import AreaChoice, Filling, Sheet, questions_of, said
from dialog.survey.turning import first_page, looks, turn
from dialog.web.pages import say
from dialog.web.requests import db_session, page_language

bp = Blueprint("preview", __name__)
MOST_AREAS = 4  # shown as an example: the round decides which there are


@bp.get("/<int:draft_id>/preview/<tag>")
def preview(draft_id: int, tag: str) -> str:
    """The first page; or, where nothing depends on answers, the whole."""
    draft, questionnaire = _asked_or_404(draft_id, tag)
    sheet = _sheet(draft, questionnaire, tag)
    if not is_paged(questionnaire):
        return _render(draft, Shown(sheet, Filling()))
    nothing = read_dialogue(questionnaire, _codes(sheet), MultiDict())
    return _render(draft, Shown(sheet, Filling(), first_page(questionnaire, nothing)))


@bp.post("/<int:draft_id>/preview/<tag>")
def turn_page(draft_id: int, tag: str) -> str:
    """What a filled-in page leads to; at the end, that nothing was kept."""
    draft, questionnaire = _asked_or_404(draft_id, tag)
    sheet = _sheet(draft, questionnaire, tag)
    answers = read_dialogue(questionnaire, _codes(sheet), request.form)
    if not is_paged(questionnaire):
        look = looks(request.form.get("go", ""))
        problems = [] if look else answers.problems
        filling = _filling(questionnaire, answers, problems)
        return _render(draft, Shown(sheet, filling, ended=not look and not problems))
    turned = turn(questionnaire, answers, request.form)
    filling = _filling(questionnaire, answers, turned.problems)
    return _render(draft, Shown(sheet, filling, turned.page, turned.news, ended=turned.leads_to == "store"))


@dataclass(frozen=True)
class Shown:
    """One page of the dialogue: of all questions, or of one section; without a page, the closing one."""

    sheet: Sheet
    filling: Filling
    page: Page | None = None
    news: Sequence[str] = ()
    ended: bool = False


def _asked_or_404(draft_id: int, tag: str) -> tuple[QuestionnaireDraft, Questionnaire]:
    draft = draft_or_404(draft_id)
    questionnaire = read(draft)
    if tag not in LANGUAGES or tag not in questionnaire.languages:
        abort(404)
    return draft, questionnaire


def _sheet(draft: QuestionnaireDraft, questionnaire: Questionnaire, tag: str) -> Sheet:
    return Sheet(f"draft {draft.id} {draft.revision}", tag, _areas(tag), questionnaire)


def _areas(tag: str) -> tuple[AreaChoice, ...]:
    """A few areas by way of example."""
    session = db_session()
    root = root_of(session)
    found = areas_in(session, root.id)[1 : MOST_AREAS + 1] if root else []
    return tuple((area.code, area.names.get(tag) or say(area.names)) for area in found)


def _codes(sheet: Sheet) -> set[str]:
    return {code for code, _name in sheet.areas}


def _filling(questionnaire: Questionnaire, answers: Filled, problems: Sequence[object]) -> Filling:
    told = sentences(questionnaire, problems)  # type: ignore[arg-type]  # of one kind, whoever found them
    return Filling(request.form, answers.checked, told, request.form.get("key", ""))


def _render(draft: QuestionnaireDraft, shown: Shown) -> str:
    """The page in its own language and direction, between two lines in the language of who looks at it."""
    tag, mine = shown.sheet.language, page_language()
    around = _around(shown.sheet.questionnaire)
    g.lang = tag
    try:
        with force_locale(LANGUAGES[tag].locale):
            return render_template(
                "facilitator/questionnaire_preview.html",
                draft=draft,
                around=around,
                mine=LANGUAGES[mine],
                **_inside(shown),
            )
    finally:
        g.lang = mine


def _inside(shown: Shown) -> dict[str, object]:
    """The page itself."""
    questionnaire, page, filling = shown.sheet.questionnaire, shown.page, shown.filling
    return {
        "title": pick(questionnaire.title, shown.sheet.language, questionnaire.main)[0],
        "shown_title": lambda: said(questionnaire.title, questionnaire.main),
        "page": page,
        "paged": is_paged(questionnaire),
        "ended": shown.ended,
        "closing": CLOSING,
        "questions": lambda: questions_of(shown.sheet, filling, page),
        "carried": list(carried(questionnaire, page.section if page else None, dict(filling.given.lists()))),
        "seen": " ".join(question.id for question in page.asked) if page else "",
        "news": shown.news,
        "problems": list(filling.problems.items()),
    }


def _around(questionnaire: Questionnaire) -> dict[str, object]:
    """What stands around the page, in words of who looks at it."""
    return {
        "preview": _("Preview. Nothing that you fill in is kept."),
        "back": _("Back to the draft"),
        "ended": _("Here the answers would be sent. Nothing was kept."),
        "again": _("From the beginning"),
        "narrow": _("Open as wide as a phone"),
        "tags": [(one, LANGUAGES[one].endonym) for one in questionnaire.languages if one in LANGUAGES],
        "language": _("Language"),
        "areas": _("The areas are examples: the round decides which there are."),
    }
