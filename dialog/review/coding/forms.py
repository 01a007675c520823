"""What coders fill in."""

from datetime import datetime

from flask import request
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from wtforms import SelectMultipleField, StringField
from wtforms.validators import DataRequired, InputRequired, Length

from dialog.review.coding.actions import add_codes, remove_code
from dialog.review.coding.spans import WHOLE, joined, read_spans
from dialog.review.masking import Span, find_spans
from dialog.texts.cleaning import clean_text
from dialog.texts.models import Text

LONGEST_NOTE = 1_000  # characters


def _clean(raw: str | None) -> str:
    return clean_text(raw or "")


class CodingForm(FlaskForm):
    """Codes, one stance, what they are about, and a note.

    What they are about is a stretch that script found, sentences that were ticked, words that were written, or, with
    none of these, the whole text.
    """

    codes = SelectMultipleField(
        validate_choice=False, validators=[DataRequired(_l("Choose at least one code in the codebook."))]
    )
    stance = StringField(validators=[InputRequired(_l("Choose a stance: problem, strength or proposal."))])
    code_span = StringField()
    code_parts = SelectMultipleField(validate_choice=False)
    code_words = StringField(filters=[_clean])
    note = StringField(
        filters=[_clean],
        validators=[Length(max=LONGEST_NOTE, message=_l("Shorten the note to at most %(max)d characters."))],
    )

    def add_to(self, session: Session, text: Text, *, by: int, at: datetime) -> None:
        """Raises what `add_codes` raises, or NoSuchWords."""
        codes, stance, note = list(self.codes.data or ()), str(self.stance.data), str(self.note.data)
        add_codes(session, text, codes=codes, stance=stance, spans=self._spans(text), note=note, by=by, at=at)

    def _spans(self, text: Text) -> list[Span]:
        if exact := read_spans([self.code_span.data or ""], text.original):
            return exact
        if ticked := read_spans(self.code_parts.data or (), text.original):
            return joined(ticked, text.original)
        words = str(self.code_words.data or "")
        return find_spans(text.original, words)[:1] if words else [WHOLE]


class UncodingForm(FlaskForm):
    """Which of one's own codes to take off."""

    code = StringField(filters=[_clean])
    stance = StringField(filters=[_clean])

    def take_from(self, session: Session, text: Text, *, by: int, at: datetime) -> None:
        """Raises NoSuchCoding."""
        start, end = (_number(request.form.get(name, "")) for name in ("start", "end"))
        code, stance = str(self.code.data), str(self.stance.data)
        remove_code(session, text, code=code, stance=stance, start=start, end=end, by=by, at=at)


def _number(written: str) -> int:
    """0 where it is none, or one that no text is long enough for."""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0
