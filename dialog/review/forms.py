"""What reviewers fill in."""

from datetime import date
from typing import Any
from uuid import UUID

from flask import request
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict
from wtforms import SelectMultipleField, StringField
from wtforms.validators import DataRequired, InputRequired, Length

from dialog.languages import LANGUAGES
from dialog.review.queue import REPORT, TEXT, Filters, Position
from dialog.texts.cleaning import clean_text
from dialog.texts.models import NEW, STATUSES

LONGEST_NAME = 120  # characters
_GREATEST = 2**31 - 1  # whole number in PostgreSQL


def _clean(raw: str | None) -> str:
    return clean_text(raw or "")


class HideForm(FlaskForm):
    """Words to hide, and what they are."""

    words = StringField(filters=[_clean], validators=[DataRequired(_l("Write or select the words to hide."))])
    label = StringField(validators=[InputRequired(_l("Say what the words are."))])


class CodingForm(FlaskForm):
    """Codes, one stance, and the words they are about; none for the whole text."""

    codes = SelectMultipleField(
        validate_choice=False, validators=[DataRequired(_l("Choose at least one code in the codebook."))]
    )
    stance = StringField(validators=[InputRequired(_l("Choose a stance: problem, strength or proposal."))])
    code_words = StringField(filters=[_clean])


class DuplicateForm(FlaskForm):
    """The short id of what it is a duplicate of, chosen or written."""

    chosen = StringField()
    of = StringField(filters=[_clean])

    @property
    def short_id(self) -> str:
        """What was written goes before what was chosen; empty when neither was."""
        return str(self.of.data or self.chosen.data or "")


class OwnerForm(FlaskForm):
    """Somebody new who can receive reports."""

    name = StringField(
        filters=[_clean],
        validators=[
            DataRequired(_l("Write the name of the owner.")),
            Length(max=LONGEST_NAME, message=_l("Shorten the name to at most %(max)d characters.")),
        ],
    )
    kind = StringField(validators=[InputRequired(_l("Say what kind of owner it is."))])


def filters_from(args: MultiDict[str, str]) -> Filters:
    """The filters in an address; whatever makes no sense filters nothing."""
    status, kind, language = (args.get(name, "") for name in ("status", "kind", "language"))
    return Filters(
        status=status if status in STATUSES else NEW,
        kind=kind if kind in (TEXT, REPORT) else "",
        round_id=number_from(args.get("round", "")),
        area_id=number_from(args.get("area", "")),
        language=language if language in LANGUAGES else "",
    )


def filters_in_address(filters: Filters) -> dict[str, Any]:
    """What `filters_from` reads, without what is as usual."""
    named = {
        "status": filters.status if filters.status != NEW else "",
        "kind": filters.kind,
        "round": filters.round_id,
        "area": filters.area_id,
        "language": filters.language,
    }
    return {name: value for name, value in named.items() if value}


def same_filters() -> dict[str, Any]:
    """The filters of this page's address, for the addresses of the next."""
    return filters_in_address(filters_from(request.args))


def position_from(written: str) -> Position | None:
    """A position as `position_in_address` wrote it; None when it is none."""
    on, _, id = written.partition("_")
    try:
        return Position(date.fromisoformat(on), UUID(id))
    except ValueError:
        return None


def position_in_address(position: Position) -> str:
    return f"{position.on}_{position.id}"


def number_from(written: str) -> int | None:
    """A whole number that a database can keep, not below 0; None when it is none."""
    if not (written.isascii() and written.isdigit()) or len(written) > 10:
        return None
    return int(written) if int(written) <= _GREATEST else None
