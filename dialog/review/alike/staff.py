"""The addresses of what is alike: likes, groups, bursts, and what was done at once."""

from typing import Any

from flask import Blueprint

from dialog.review.alike import staff_bursts, staff_groups, staff_likes
from dialog.review.sentences import KIND_WORDS, STATUS_LOOKS, STATUS_WORDS, channel_name, language_name
from dialog.review.staff import review_places

bp = Blueprint("alike", __name__)
bp.add_url_rule("/alike", "overview", staff_likes.overview)
bp.add_url_rule("/alike/compare", "compare", staff_likes.compare, methods=["POST"])
bp.add_url_rule("/alike/texts/<uuid:text_id>", "texts", staff_likes.texts, methods=["GET", "POST"])
bp.add_url_rule("/alike/reports/<uuid:report_id>", "reports", staff_likes.reports, methods=["GET", "POST"])
bp.add_url_rule(
    "/alike/texts/<uuid:text_id>/no-duplicate", "not_duplicate_text", staff_likes.not_duplicate_text, methods=["POST"]
)
bp.add_url_rule(
    "/alike/reports/<uuid:report_id>/no-duplicate",
    "not_duplicate_report",
    staff_likes.not_duplicate_report,
    methods=["POST"],
)
bp.add_url_rule("/alike/groups/<uuid:group_id>", "group", staff_groups.group)
bp.add_url_rule("/alike/groups/<uuid:group_id>/decision", "decide_group", staff_groups.decide, methods=["POST"])
bp.add_url_rule("/alike/groups/<uuid:group_id>/members", "change_member", staff_groups.change_member, methods=["POST"])
bp.add_url_rule("/together/<uuid:step_id>", "step", staff_groups.step)
bp.add_url_rule("/together/<uuid:step_id>/undo", "undo_step", staff_groups.undo_step, methods=["POST"])
bp.add_url_rule("/bursts", "bursts", staff_bursts.bursts)
bp.add_url_rule("/bursts/<kind>", "burst", staff_bursts.burst)
bp.add_url_rule("/bursts/<kind>/aside", "set_burst_aside", staff_bursts.set_aside, methods=["POST"])


@bp.context_processor
def words() -> dict[str, Any]:
    """The vocabulary of the templates."""
    return {
        "statuses": STATUS_WORDS,
        "looks": STATUS_LOOKS,
        "kinds": KIND_WORDS,
        "language_name": language_name,
        "channel_name": channel_name,
        "review_places": review_places,
        "context": {},
    }
