"""A questionnaire as the form a resident sees, on one page or page by page."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from flask import current_app, render_template
from markupsafe import Markup
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from dialog.areas.models import Area
from dialog.areas.names.queries import FoundName
from dialog.languages import LANGUAGES, Words, pick
from dialog.places.area_choices import Choice
from dialog.places.fields import FEELINGS as FEELINGS_SAID
from dialog.places.fields import KINDS
from dialog.places.landmarks import found_for
from dialog.places.showing import inhabitants
from dialog.survey.answers import LONGEST_LINE, Checked, offered
from dialog.survey.condition_document import condition_document
from dialog.survey.models import Round
from dialog.survey.paging import Page, photos_asked
from dialog.survey.places_inside import ADD, blocks_of
from dialog.survey.queries import questionnaire_of
from dialog.survey.questionnaire import DONT_KNOW, FEELINGS, WONT_SAY, Option, Question, Questionnaire, Section
from dialog.texts.cleaning import LONGEST_TEXT
from dialog.web.pages import say
from dialog.web.requests import page_language

APART = {DONT_KNOW, WONT_SAY, "stay_in"}  # options beside the scale, not on it
ICONS = {"Q1.a": "sun", "Q1.b": "moon"}
LONG_LIST = 30  # options: a longer list folds up, as a village among thousands

AreaChoice = tuple[str, str]  # code, name in the page's language


@dataclass(frozen=True)
class Sheet:
    """What a fresh form depends on; two that are equal look the same."""

    checksum: str
    language: str
    areas: tuple[AreaChoice, ...]
    questionnaire: Questionnaire = field(compare=False)
    round: str = ""  # its name in addresses; a draft has none, and so no map

    @property
    def is_shuffled(self) -> bool:
        """Whether the same form looks different in every filling."""
        return any(question.shuffle for question in self.questionnaire.questions())


@dataclass(frozen=True)
class Filling:
    """What has been given so far: the fields, what they come to, what is wrong with them; and the filling's key."""

    given: MultiDict[str, str] = field(default_factory=MultiDict)
    checked: Checked = field(default_factory=Checked)
    problems: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    found: Mapping[str, list[FoundName]] = field(default_factory=dict)  # what was searched for, by place


def sheet_of(round: Round, areas: list[Area]) -> Sheet:
    choices = tuple((area.code, say(area.names)) for area in areas)
    return Sheet(round.questionnaire.checksum, page_language(), choices, questionnaire_of(round), round.slug)


def found_names(
    session: Session, questionnaire: Questionnaire, given: MultiDict[str, str], *, page: Page | None, root_id: int
) -> dict[str, list[FoundName]]:
    """What each search on a page finds, by what the names of the place's fields begin with."""
    asked = page.asked if page else tuple(questionnaire.questions())
    blocks = [block for question in asked for block, _shown in blocks_of(question, dict(given.lists()))]
    return {
        block: found_for(session, given[f"{block}_q"], given.get(f"{block}_named", ""), root_id=root_id)
        for block in blocks
        if given.get(f"{block}_q", "").strip()
    }


def asks_for_places(questionnaire: Questionnaire, page: Page | None = None) -> bool:
    """Whether a page, or the whole, has or could get a question that is answered with places."""
    asked = (*page.asked, *page.follow) if page else questionnaire.questions()
    return any(question.kind == "places" for question in asked)


def questions_of(sheet: Sheet, filling: Filling, page: Page | None = None) -> Markup:
    """The questions with what was given, and what to change beside each: of one page, or all of them."""
    sections = sheet.questionnaire.sections
    shown = (
        [_shown(page.section, page.asked, page.follow)] if page else [_shown(one, one.questions) for one in sections]
    )
    html = render_template(
        "resident/questions.html",
        shown=shown,
        number=page.number if page else None,
        of=page.of if page else len(shown),
        areas=list(sheet.areas),
        choices_of_area=[Choice(code, name) for code, name in sheet.areas],
        round_name=sheet.round,
        blocks_of=lambda question: blocks_of(question, dict(filling.given.lists())),
        found=filling.found,
        feelings=[(id, say(FEELINGS_SAID[id])) for id in FEELINGS],
        add=ADD,
        kinds=[(id, say(words)) for id, words in KINDS.items()],
        given=filling.given,
        problems=filling.problems,
        said=lambda words: said(words, sheet.questionnaire.main),
        options_of=lambda question: in_order(offered(question, filling.checked.known), question, filling.key),
        labelled=lambda options: [(one.id, said(one.text, sheet.questionnaire.main)) for one in options],
        listed=lambda options: [(one.id, *plain(one.text, sheet.questionnaire.main)) for one in options],
        apart=apart,
        icons=ICONS,
        longest=LONGEST_TEXT,
        longest_line=LONGEST_LINE,
        long_list=LONG_LIST,
        condition=condition,
        megabytes=current_app.config["PHOTO_MEGABYTES"],
        inhabitants=inhabitants(),
    )
    return Markup(html)  # noqa: S704  (rendered by Jinja, which escapes)


def photos_of(sheet: Sheet, filling: Filling) -> Markup:
    """The questions for a photo that the answers have led to, where the answers are sent from."""
    html = render_template(
        "resident/dialogue_photos.html",
        questions=photos_asked(sheet.questionnaire, filling.checked),
        problems=filling.problems,
        said=lambda words: said(words, sheet.questionnaire.main),
        megabytes=current_app.config["PHOTO_MEGABYTES"],
    )
    return Markup(html)  # noqa: S704  (rendered by Jinja, which escapes)


def said(words: Words, main: str) -> Markup | str:
    """A text in the page's language; in the questionnaire's main one, and marked so, where it is missing."""
    text, tag = plain(words, main)
    if not tag:
        return text
    direction = LANGUAGES[tag].direction if tag in LANGUAGES else "auto"
    return Markup('<span lang="{}" dir="{}">{}</span>').format(tag, direction, text)


def plain(words: Words, main: str) -> tuple[str, str]:
    """The same for where no markup can stand: the text, and the tag of its language where that is not the page's."""
    text, tag = pick(words, page_language(), main)
    return text, "" if tag == page_language() or not text else tag


def in_order(options: Sequence[Option], question: Question, key: str) -> list[Option]:
    """As they stand, or shuffled by the key of the filling; those that stand apart stay last."""
    if not question.shuffle:
        return list(options)
    mixed = [option for option in options if option.id not in APART]
    Random(f"{key} {question.id}").shuffle(mixed)  # noqa: S311  (an order, not a secret)
    return [*mixed, *(option for option in options if option.id in APART)]


def apart(options: Sequence[Option]) -> int:
    """How many of the last options stand apart."""
    return sum(option.id in APART for option in options)


def condition(question: Question) -> str:
    """For script: on which answers the question is shown."""
    return json.dumps(condition_document(question.show_if), ensure_ascii=False) if question.show_if else ""


def _shown(
    section: Section, asked: Sequence[Question], follow: Sequence[Question] = ()
) -> tuple[Section, list[tuple[Question, bool]]]:
    """The section with its questions in order, and whether each is asked now or only ready to be."""
    return section, [
        (question, question not in follow) for question in section.questions if question in (*asked, *follow)
    ]
