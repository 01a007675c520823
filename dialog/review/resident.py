"""The page where a resident sees, with the code, what became of what was sent."""

from flask import Blueprint, current_app, render_template, request
from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import ValidationError

from dialog.receipts.codes import hash_of, read_code
from dialog.receipts.models import Receipt
from dialog.receipts.queries import receipt_of
from dialog.review.queries import is_read, received_on
from dialog.web.requests import db_session
from dialog.web.tokens import ResidentForm, new_key, new_token

bp = Blueprint("receipt", __name__)
Page = str | tuple[str, int]


class ReceiptForm(ResidentForm):
    code = StringField()

    def validate_code(self, given: StringField) -> None:
        if not read_code(given.data or ""):
            raise ValidationError(_l("Write all twenty digits of your code."))


@bp.get("/receipt")
def ask() -> str:
    return _ask("", "")


@bp.post("/receipt")
def follow() -> Page:
    """A code travels in the body of a request, never in an address: addresses are kept in logs."""
    form = ReceiptForm(request.form)
    typed = str(form.code.data or "")[:100]
    if not form.validate():
        sentence = _l("The page had been open too long. Check the code and send it again.")
        return _ask(typed, str((form.errors.get("code") or [sentence])[0])), 400 if form.is_stale else 422
    receipt = receipt_of(db_session(), hash_of(read_code(typed) or "", current_app.config["SECRET_KEY"]))
    if receipt is None:
        return _ask(typed, str(_l("We find nothing with that code. Check the digits and try again."))), 404
    return _show(receipt)


def _show(receipt: Receipt) -> str:
    of = {"response_id": receipt.response_id, "report_id": receipt.report_id}
    session = db_session()
    return render_template(
        "resident/followed.html",
        read=is_read(session, **of),
        on=received_on(session, **of),
        is_report=receipt.report_id,
    )


def _ask(typed: str, error: str) -> str:
    return render_template("resident/receipt.html", typed=typed, error=error, form_token=new_token(), key=new_key())
