"""The pages of reviewers: the queue, and the addresses of all the others."""

from typing import Any

from flask import Blueprint, render_template, request, url_for

from dialog.languages import LANGUAGES
from dialog.review import staff_map, staff_photos, staff_places, staff_reports, staff_texts
from dialog.review.forms import filters_from, position_from, position_in_address, same_filters
from dialog.review.lines import lines_of
from dialog.review.queue import (
    MOST_COUNTED,
    Filters,
    QueuePage,
    all_round_titles,
    asked_areas,
    how_many,
    position_of,
    queue_from,
    queue_until,
)
from dialog.review.sentences import KIND_WORDS, STATUS_LOOKS, STATUS_WORDS, channel_name, language_name
from dialog.web.pages import say
from dialog.web.requests import db_session

bp = Blueprint("review", __name__)
bp.add_url_rule("/texts/<uuid:text_id>", "text", staff_texts.show)
bp.add_url_rule("/texts/<uuid:text_id>/decision", "decide_text", staff_texts.decide, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/masks", "hide_words", staff_texts.hide, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/masks/off", "show_words", staff_texts.show_again, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/codes", "code_text", staff_texts.code, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/codes/off", "uncode_text", staff_texts.uncode, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/duplicate", "similar_texts", staff_texts.show_similar)
bp.add_url_rule("/texts/<uuid:text_id>/duplicate", "duplicate_text", staff_texts.mark_duplicate, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/voice", "voice_of_text", staff_texts.judge_voice, methods=["POST"])
bp.add_url_rule("/photos", "photos", staff_photos.queue)
bp.add_url_rule("/photos/<uuid:photo_id>", "photo", staff_photos.show)
bp.add_url_rule("/photos/<uuid:photo_id>/image", "photo_image", staff_photos.image)
bp.add_url_rule("/photos/<uuid:photo_id>/original", "photo_original", staff_photos.look, methods=["POST"])
bp.add_url_rule("/photos/<uuid:photo_id>/decision", "decide_photo", staff_photos.decide, methods=["POST"])
bp.add_url_rule("/photos/<uuid:photo_id>/blur", "blur_more", staff_photos.blur_more, methods=["POST"])
bp.add_url_rule("/photos/<uuid:photo_id>/blur/off", "blur_less", staff_photos.blur_less, methods=["POST"])
bp.add_url_rule("/map", "map", staff_map.show)
bp.add_url_rule("/map/cells.json", "map_cells", staff_map.cells)
bp.add_url_rule("/map/areas.geojson", "map_areas", staff_map.areas)
bp.add_url_rule("/places", "places", staff_places.list_places)
bp.add_url_rule("/places/<uuid:key>", "place", staff_places.show)
bp.add_url_rule("/reports/<uuid:report_id>", "report", staff_reports.show)
bp.add_url_rule("/reports/<uuid:report_id>/decision", "decide_report", staff_reports.decide, methods=["POST"])
bp.add_url_rule("/reports/<uuid:report_id>/owner", "route_report", staff_reports.route, methods=["POST"])
bp.add_url_rule("/reports/<uuid:report_id>/new-owner", "new_owner", staff_reports.route_to_new, methods=["POST"])
bp.add_url_rule("/reports/<uuid:report_id>/point", "exact_point", staff_reports.show_exact_point, methods=["POST"])
bp.add_url_rule("/reports/<uuid:report_id>/duplicate", "similar_reports", staff_reports.show_similar)
bp.add_url_rule(
    "/reports/<uuid:report_id>/duplicate", "duplicate_report", staff_reports.mark_duplicate, methods=["POST"]
)
bp.add_url_rule("/reports/<uuid:report_id>/clearance", "clear_report", staff_reports.clear, methods=["POST"])
bp.add_url_rule("/reports/<uuid:report_id>/voice", "voice_of_report", staff_reports.judge_voice, methods=["POST"])


@bp.context_processor
def words() -> dict[str, Any]:
    """The vocabulary of the templates."""
    return {
        "statuses": STATUS_WORDS,
        "looks": STATUS_LOOKS,
        "kinds": KIND_WORDS,
        "language_name": language_name,
        "channel_name": channel_name,
    }


@bp.get("/")
def queue() -> str:
    session = db_session()
    filters = filters_from(request.args)
    page = _asked_page(filters)
    return render_template(
        "staff/queue.html",
        lines=lines_of(session, page.items),
        pages=_addresses(page),
        filters=filters,
        context=same_filters(),
        counts=how_many(session, filters),
        most_counted=MOST_COUNTED,
        rounds=[(id, say(title)) for id, title in all_round_titles(session)],
        areas=[(area.id, say(area.names)) for area in asked_areas(session)],
        review_languages=[(tag, language_name(tag)) for tag in LANGUAGES],
    )


def _asked_page(filters: Filters) -> QueuePage:
    session, asked = db_session(), request.args
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
    return url_for(".queue", **same_filters(), **where)
