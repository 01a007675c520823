"""The page of the queue: what waits, and of what kind of it how much."""

from collections.abc import Iterable
from typing import Any

from flask import render_template, request, url_for
from flask_babel import format_decimal, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session

from dialog.accounts.gates import now, staff_id
from dialog.languages import LANGUAGES
from dialog.review.codebook.queries import codebook_in_force
from dialog.review.codebook.showing import code_words
from dialog.review.forms import filters_from, position_from, position_in_address, same_filters
from dialog.review.lines import lines_of
from dialog.review.sentences import CHANNEL_WORDS, KIND_WORDS, STATUS_WORDS, SUSPICION_WORDS, language_name
from dialog.review.waiting.assigning import all_reviewers
from dialog.review.waiting.counting import Counts, Share, counts_of
from dialog.review.waiting.filters import AGES, ANY, HELD, ME, NOBODY, SOMEBODY, Filters
from dialog.review.waiting.kinds import PHOTO, REPORT, TEXT
from dialog.review.waiting.looks import look_at_texts
from dialog.review.waiting.named import all_round_titles, asked_areas
from dialog.review.waiting.paging import QueuePage, position_of, queue_from, queue_until
from dialog.review.waiting.undoing import can_undo
from dialog.review.waiting.views import views_for
from dialog.web.pages import say
from dialog.web.requests import db_session

SUSPICIONS = {ANY: _l("Anything suspicious"), **SUSPICION_WORDS, HELD: _l("Held for a second person")}
ASSIGNED_WORDS = {ME: _l("My tasks"), SOMEBODY: _l("Somebody's task"), NOBODY: _l("Nobody's task")}

Options = list[tuple[object, str]]


def show() -> str:
    session = db_session()
    filters = filters_from(request.args)
    page = _asked_page(session, filters)
    counts = counts_of(session, filters)
    lines = lines_of(session, page.items)
    shown = render_template(
        "staff/queue.html",
        lines=lines,
        pages=_addresses(page),
        context=same_filters(),
        numbers=[_number(kind, *number) for kind, number in counts.kinds.items() if number.number],
        can_undo=can_undo(session, by=staff_id(), at=now()),
        views=views_for(session, staff_id()),
        reader=staff_id(),
        reviewers=all_reviewers(session),
        **_options(session, filters, counts),
    )
    look_at_texts(session, lines, by=staff_id())
    session.commit()
    return shown


def _asked_page(session: Session, filters: Filters) -> QueuePage:
    asked = request.args
    if "last" in asked:
        return queue_until(session, filters)
    if before := position_from(asked.get("before", "")):
        return queue_until(session, filters, before=before)
    return queue_from(session, filters, after=position_from(asked.get("after", "")))


def _addresses(page: QueuePage) -> dict[str, str]:
    """Where the other pages of the queue are; the neighbouring ones only where there are any."""
    found = {"first": _address(), "last": _address(last="1")}
    if page.items and page.has_earlier:
        found["earlier"] = _address(before=position_in_address(position_of(page.items[0])))
    if page.items and page.has_later:
        found["later"] = _address(after=position_in_address(position_of(page.items[-1])))
    return found


def _address(**where: Any) -> str:
    return url_for("staff.review.queue", **same_filters(), **where)


def _number(kind: str, number: int, is_least: bool) -> str:
    """12 texts, or at least 1,000 texts."""
    told = format_decimal(number)
    if is_least:
        told = _("at least %(number)s", number=told)
    sentences = {
        TEXT: lambda: ngettext("%(number)s text", "%(number)s texts", number, number=told),
        REPORT: lambda: ngettext("%(number)s report", "%(number)s reports", number, number=told),
        PHOTO: lambda: ngettext("%(number)s photo", "%(number)s photos", number, number=told),
    }
    return str(sentences[kind]())


def _options(session: Session, filters: Filters, counts: Counts) -> dict[str, Options]:
    """What each filter can be, with how many there are of it."""
    shares = counts.shares
    book = codebook_in_force(session)
    return {
        "status_options": _counted({**STATUS_WORDS, ANY: _l("Any status")}.items(), shares["status"]),
        "kind_options": _counted(KIND_WORDS.items(), shares["kind"]),
        "round_options": _counted(((id, say(title)) for id, title in all_round_titles(session)), shares["round"]),
        "area_options": _counted(((area.id, say(area.names)) for area in asked_areas(session)), shares["area"]),
        "language_options": _counted(((tag, language_name(tag)) for tag in LANGUAGES), shares["language"]),
        "channel_options": _counted(CHANNEL_WORDS.items(), shares["channel"]),
        "code_options": [(code.id, f"{code.id} {code_words(code.id)}") for code in book.codes],
        "suspicion_options": [(id, str(words)) for id, words in SUSPICIONS.items()],
        "age_options": [(days, ngettext("%(num)s day or more", "%(num)s days or more", days)) for days in AGES],
        "assigned_options": [(id, str(words)) for id, words in ASSIGNED_WORDS.items()],
    }


def _counted(options: Iterable[tuple[Any, object]], share: Share) -> Options:
    """Each with how many there are, where any were seen: 12, or 12+ for at least so many."""
    told: Options = []
    for value, words in options:
        number = share.of(value)
        more = "+" if share.is_least else ""
        told.append((value, f"{words} ({format_decimal(number)}{more})" if number else str(words)))
    return told
