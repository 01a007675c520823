"""The page where a resident sees, with the code, what became of what was sent, and adds to it."""

from collections.abc import Mapping
from datetime import date

from flask import Blueprint, current_app, render_template, request
from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import DataRequired, Length, ValidationError

from dialog.places.fields import KINDS
from dialog.receipts.codes import hash_of, read_code
from dialog.receipts.models import Receipt
from dialog.receipts.once import KeyReused, Stored, store_once
from dialog.receipts.queries import receipt_of
from dialog.review.adding import EnoughAdded, add_text, texts_added
from dialog.review.answering.following import followed, heard_of_response
from dialog.review.queries import is_read, received_on
from dialog.texts.cleaning import LONGEST_TEXT, clean_text
from dialog.web.requests import db_session, page_language
from dialog.web.tokens import ResidentForm, new_key, new_token

bp = Blueprint("receipt", __name__)
Page = str | tuple[str, int]

SENT_TO: Mapping[str, object] = {  # by the kind of owner
    "municipality": _l("It has been sent on to those in the municipality whose task it is."),
    "police": _l("It has been sent on to the police."),
    "property": _l("It has been sent on to the owner of the property."),
    "road": _l("It has been sent on to those who look after the road."),
    "other": _l("It has been sent on to those whose task it is."),
}
STALE = _l("The page had been open too long. Check the code and send it again.")
STALE_WORDS = _l("The page had been open too long. Look it through and send it again.")


class ReceiptForm(ResidentForm):
    code = StringField()

    def validate_code(self, given: StringField) -> None:
        if not read_code(given.data or ""):
            raise ValidationError(_l("Write all twenty digits of your code."))


class AddingForm(ReceiptForm):
    """What somebody adds to what they sent."""

    added = StringField(
        filters=[lambda raw: clean_text(raw or "")],
        validators=[
            DataRequired(_l("Write what you want to add.")),
            Length(max=LONGEST_TEXT, message=_l("Shorten your text to at most %(max)d characters.")),
        ],
    )


@bp.get("/receipt")
def ask() -> str:
    return _ask("", "")


@bp.post("/receipt")
def follow() -> Page:
    """A code travels in the body of a request, never in an address: addresses are kept in logs."""
    if "added" in request.form:
        return _add()
    form = ReceiptForm(request.form)
    typed = _typed(form)
    if not form.validate():
        return _ask(typed, str((form.errors.get("code") or [STALE])[0])), 400 if form.is_stale else 422
    receipt = _receipt(typed)
    return _not_found(typed) if receipt is None else _show(receipt, typed)


def _add() -> Page:
    form = AddingForm(request.form)
    typed = _typed(form)
    if not form.validate():
        return _wrong(form, typed)
    receipt = _receipt(typed)
    if receipt is None:
        return _not_found(typed)
    of = Stored(response_id=receipt.response_id) if receipt.response_id else Stored(report_id=receipt.report_id)  # type: ignore[typeddict-item]

    def store() -> Stored:
        add_text(db_session(), receipt, str(form.added.data), language=page_language(), on=date.today())
        return of

    try:
        store_once(db_session(), key=str(form.key.data), store=store)
    except KeyReused:
        return _show(receipt, typed, words=str(form.added.data), error=str(STALE_WORDS)), 400
    except EnoughAdded:
        sentence = _l("So much has been added that we can't take more here.")
        return _show(receipt, typed, words=str(form.added.data), error=str(sentence)), 422
    return _show(receipt, typed, is_added=True)


def _wrong(form: AddingForm, typed: str) -> Page:
    """What was written stays on the page, as long as the code is right."""
    receipt = _receipt(typed)
    status = 400 if form.is_stale else 422
    if receipt is None:
        return _ask(typed, str((form.errors.get("code") or [STALE])[0])), status
    error = (form.errors.get("added") or [STALE_WORDS])[0]
    return _show(receipt, typed, words=str(form.added.data or ""), error=str(error)), status


def _typed(form: ReceiptForm) -> str:
    return str(form.code.data or "")[:100]


def _receipt(typed: str) -> Receipt | None:
    code = read_code(typed)
    return receipt_of(db_session(), hash_of(code, current_app.config["SECRET_KEY"])) if code else None


def _show(receipt: Receipt, typed: str, *, words: str = "", error: str = "", is_added: bool = False) -> str:
    of = {"response_id": receipt.response_id, "report_id": receipt.report_id}
    session, language = db_session(), page_language()
    heard = heard_of_response(session, receipt.response_id, language=language) if receipt.response_id else []
    return render_template(
        "resident/followed.html",
        read=is_read(session, **of),
        on=received_on(session, **of),
        is_report=receipt.report_id,
        heard=heard,
        places=followed(session, language=language, **of),
        kinds=KINDS,
        sent_to=SENT_TO,
        added=texts_added(session, receipt),
        code=typed,
        words=words,
        error=error,
        is_added=is_added,
        longest=LONGEST_TEXT,
        form_token=new_token(),
        key=new_key(),
    )


def _ask(typed: str, error: str) -> str:
    return render_template("resident/receipt.html", typed=typed, error=error, form_token=new_token(), key=new_key())


def _not_found(typed: str) -> Page:
    return _ask(typed, str(_l("We find nothing with that code. Check the digits and try again."))), 404
