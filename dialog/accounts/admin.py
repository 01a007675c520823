"""The addresses of the pages where administrators see who works here and what was done."""

from flask import Blueprint

from dialog.accounts.managing import people
from dialog.accounts.trail import pages as trail

bp = Blueprint("accounts", __name__)
bp.add_url_rule("/", "staff", people.everybody)
bp.add_url_rule("/staff/new", "new_person", people.new, methods=["GET", "POST"])
bp.add_url_rule("/staff/<int:id>", "person", people.person, methods=["GET", "POST"])
bp.add_url_rule("/staff/<int:id>/link", "link", people.link, methods=["POST"])
bp.add_url_rule("/staff/<int:id>/unlock", "let_in", people.let_in_again, methods=["POST"])
bp.add_url_rule("/staff/<int:id>/factor/off", "take_factor_away", people.take_factor_away, methods=["POST"])
bp.add_url_rule("/staff/<int:id>/sign-ins/end", "sign_out_everywhere", people.sign_out_everywhere, methods=["POST"])
bp.add_url_rule("/staff/<int:id>/sign-ins/<uuid:key>/end", "sign_out_one", people.sign_out_one, methods=["POST"])
bp.add_url_rule("/log", "log", trail.search)
bp.add_url_rule("/log/export.<any(csv, json):format>", "log_export", trail.export)
bp.add_url_rule("/log/verify", "log_verify", trail.verify, methods=["POST"])
