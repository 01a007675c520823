"""The pages of reviewers: the queue, and the addresses of all the others."""

from typing import Any

from flask import Blueprint
from flask_babel import format_time
from flask_babel import gettext as _

from dialog.review import staff_holding, staff_map, staff_photos, staff_places, staff_reports, staff_texts
from dialog.review.answering import staff_answers, staff_library
from dialog.review.notes import staff_notes
from dialog.review.owners import staff_copy
from dialog.review.sentences import KIND_WORDS, STATUS_LOOKS, STATUS_WORDS, SUSPICION_WORDS, channel_name, language_name
from dialog.review.translations import staff_translations
from dialog.review.waiting import staff_queue, staff_selecting, staff_taking, staff_views

bp = Blueprint("review", __name__)
bp.add_url_rule("/", "queue", staff_queue.show)
bp.add_url_rule("/next", "next_item", staff_taking.next_item, methods=["POST"])
bp.add_url_rule("/undo", "undo", staff_taking.undo, methods=["POST"])
bp.add_url_rule("/waiting/<of>/<uuid:item_id>/taking", "take", staff_taking.take_or_release, methods=["POST"])
bp.add_url_rule("/waiting/<of>/<uuid:item_id>/task", "make_task", staff_taking.make_task, methods=["POST"])
bp.add_url_rule("/views", "save_view", staff_views.save, methods=["POST"])
bp.add_url_rule("/views/<int:view_id>/off", "remove_view", staff_views.remove, methods=["POST"])
bp.add_url_rule("/selections", "select_items", staff_selecting.choose, methods=["POST"])
bp.add_url_rule("/selections/<uuid:selection_id>", "selection", staff_selecting.show)
bp.add_url_rule("/selections/<uuid:selection_id>/decision", "carry_out", staff_selecting.carry_out, methods=["POST"])
bp.add_url_rule("/selections/<uuid:selection_id>/off", "undo_selection", staff_selecting.undo, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>", "text", staff_texts.show)
bp.add_url_rule("/texts/<uuid:text_id>/decision", "decide_text", staff_texts.decide, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/masks", "hide_words", staff_texts.hide, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/masks/off", "show_words", staff_texts.show_again, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/masks/proposed", "hide_all", staff_holding.hide_all, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/holding", "hold_text", staff_holding.hold, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/look/off", "take_back_look", staff_holding.take_back_look, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/codes", "code_text", staff_texts.code, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/codes/off", "uncode_text", staff_texts.uncode, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/duplicate", "similar_texts", staff_texts.show_similar)
bp.add_url_rule("/texts/<uuid:text_id>/duplicate", "duplicate_text", staff_texts.mark_duplicate, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/voice", "voice_of_text", staff_texts.judge_voice, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/translations", "write_translation", staff_translations.write, methods=["POST"])
bp.add_url_rule(
    "/texts/<uuid:text_id>/translations/machine", "ask_translator", staff_translations.ask_machine, methods=["POST"]
)
bp.add_url_rule(
    "/texts/<uuid:text_id>/translations/<language>/check",
    "check_translation",
    staff_translations.check,
    methods=["POST"],
)
bp.add_url_rule(
    "/texts/<uuid:text_id>/translations/<language>/off",
    "remove_translation",
    staff_translations.remove,
    methods=["POST"],
)
bp.add_url_rule("/texts/<uuid:text_id>/notes", "note_text", staff_notes.add_to_text, methods=["POST"])
bp.add_url_rule(
    "/texts/<uuid:text_id>/notes/<uuid:note_id>/off",
    "remove_note_of_text",
    staff_notes.remove_from_text,
    methods=["POST"],
)
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
bp.add_url_rule("/reports/<uuid:report_id>/copy", "copy", staff_copy.show)
bp.add_url_rule("/reports/<uuid:report_id>/copy", "send_copy", staff_copy.send, methods=["POST"])
bp.add_url_rule("/reports/<uuid:report_id>/copies/<uuid:copy_id>", "sent_copy", staff_copy.show_sent)
bp.add_url_rule("/reports/<uuid:report_id>/answers", "answer_report", staff_answers.give, methods=["POST"])
bp.add_url_rule("/reports/<uuid:report_id>/done", "report_done", staff_answers.decide_done, methods=["POST"])
bp.add_url_rule("/reports/<uuid:report_id>/notes", "note_report", staff_notes.add_to_report, methods=["POST"])
bp.add_url_rule(
    "/reports/<uuid:report_id>/notes/<uuid:note_id>/off",
    "remove_note_of_report",
    staff_notes.remove_from_report,
    methods=["POST"],
)
bp.add_url_rule("/answers", "answers", staff_library.show)
bp.add_url_rule("/answers/new", "new_answer", staff_library.new)
bp.add_url_rule("/answers/new", "add_answer", staff_library.add, methods=["POST"])
bp.add_url_rule("/texts/<uuid:text_id>/answers", "answer_text", staff_answers.give_about_text, methods=["POST"])
bp.add_url_rule("/answers/<key>", "edit_answer", staff_library.edit)
bp.add_url_rule("/answers/<key>", "change_answer", staff_library.change, methods=["POST"])
bp.add_url_rule("/reports/<uuid:report_id>/point", "exact_point", staff_reports.show_exact_point, methods=["POST"])
bp.add_url_rule("/reports/<uuid:report_id>/duplicate", "similar_reports", staff_reports.show_similar)
bp.add_url_rule(
    "/reports/<uuid:report_id>/duplicate", "duplicate_report", staff_reports.mark_duplicate, methods=["POST"]
)
bp.add_url_rule("/reports/<uuid:report_id>/clearance", "clear_report", staff_reports.clear, methods=["POST"])
bp.add_url_rule("/reports/<uuid:report_id>/voice", "voice_of_report", staff_reports.judge_voice, methods=["POST"])


def review_places() -> list[tuple[str, str]]:
    """(endpoint, words) of the pages of reviewers that stand beside each other."""
    return [
        ("staff.review.queue", _("Queue")),
        ("staff.review.photos", _("Photos")),
        ("staff.review.map", _("Map")),
        ("staff.review.places", _("Places")),
        ("staff.alike.overview", _("Alike")),
        ("staff.alike.bursts", _("Bursts")),
        ("staff.codebook.codebook", _("Codes")),
        ("staff.review.answers", _("Answers")),
    ]


@bp.context_processor
def words() -> dict[str, Any]:
    """The vocabulary of the templates."""
    return {
        "statuses": STATUS_WORDS,
        "looks": STATUS_LOOKS,
        "kinds": KIND_WORDS,
        "language_name": language_name,
        "channel_name": channel_name,
        "suspicions": SUSPICION_WORDS,
        "review_places": review_places,
        "format_moment": lambda at: format_time(at, "HH:mm"),
    }
