"""What reviewers fill in."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from flask import request
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import DataRequired, InputRequired

from dialog.accounts.gates import staff_id
from dialog.review.waiting.asked import clean_filters, filters_of, number_from
from dialog.review.waiting.filters import Filters, Position
from dialog.review.waiting.kinds import KINDS
from dialog.texts.cleaning import clean_text

__all__ = ["number_from"]  # said here as well, where other fields are read


def _clean(raw: str | None) -> str:
    return clean_text(raw or "")


class HideForm(FlaskForm):
    """Words to hide, and what they are."""

    words = StringField(filters=[_clean], validators=[DataRequired(_l("Write or select the words to hide."))])
    label = StringField(validators=[InputRequired(_l("Say what the words are."))])


class DuplicateForm(FlaskForm):
    """The short id of what it is a duplicate of, chosen or written."""

    chosen = StringField()
    of = StringField(filters=[_clean])

    @property
    def short_id(self) -> str:
        """What was written goes before what was chosen; empty when neither was."""
        return str(self.of.data or self.chosen.data or "")


def filters_from(args: Mapping[str, str]) -> Filters:
    """The filters in an address, as the one who is signed in means them."""
    return filters_of(clean_filters(args, KINDS), reader=staff_id(), today=date.today())


def same_filters() -> dict[str, Any]:
    """The filters of this page's address, for the addresses of the next."""
    return dict(clean_filters(request.args, KINDS))


def position_from(written: str) -> Position | None:
    """A position as `position_in_address` wrote it; None when it is none."""
    on, _, id = written.partition("_")
    try:
        return Position(date.fromisoformat(on), UUID(id))
    except ValueError:
        return None


def position_in_address(position: Position) -> str:
    return f"{position.on}_{position.id}"
