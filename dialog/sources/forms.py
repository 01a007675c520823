"""What analysts fill in about a source, and the words that it speaks in."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField
from wtforms.validators import AnyOf, DataRequired, Length, ValidationError

from dialog.rows.cells import number_of
from dialog.sources.facts import PROTECT, PUBLISHED, Facts
from dialog.sources.lanes import LANES
from dialog.texts.cleaning import LONGEST_TEXT, clean_text

LONGEST_LINE, LONGEST_NOTE = 200, 1_000  # characters
MOST_ANSWERS = 100_000_000


def _clean(raw: str | None) -> str:
    return clean_text(raw or "")


def _line(longest: int = LONGEST_LINE) -> Length:
    return Length(max=longest, message=_l("Shorten it to at most %(max)d characters."))


class SourceForm(FlaskForm):
    """All that is told of a source."""

    name = StringField(filters=[_clean], validators=[DataRequired(_l("Write what the source is called.")), _line()])
    lane = StringField(validators=[AnyOf(tuple(LANES), message=_l("Choose what kind of source it is."))])
    publisher = StringField(filters=[_clean], validators=[_line()])
    method = StringField(filters=[_clean], validators=[_line(LONGEST_NOTE)])
    period = StringField(filters=[_clean], validators=[_line()])
    answers = StringField(filters=[_clean])
    response_rate = StringField(filters=[_clean])
    limits = StringField(filters=[_clean], validators=[_line(LONGEST_NOTE)])
    licence = StringField(filters=[_clean], validators=[_line()])
    published = BooleanField()

    def validate_answers(self, field: StringField) -> None:
        if field.data and not (field.data.isdecimal() and int(field.data) <= MOST_ANSWERS):
            raise ValidationError(_l("Write a whole number, such as 1219."))

    def validate_response_rate(self, field: StringField) -> None:
        if (field.data and (rate := _rate(field.data)) is None) or (field.data and not 0 <= (rate or 0) <= 100):
            raise ValidationError(_l("Write per cent, from 0 to 100."))

    @property
    def facts(self) -> Facts:
        said = {one: str(self[one].data or "") for one in ("publisher", "method", "period", "limits", "licence")}
        return Facts(
            **said,
            answers=int(self.answers.data) if self.answers.data else None,
            response_rate=_rate(self.response_rate.data) if self.response_rate.data else None,
            disclosure=PUBLISHED if self.published.data else PROTECT,
        )


class WordsForm(FlaskForm):
    """What a source says in words."""

    heading = StringField(filters=[_clean], validators=[DataRequired(_l("Write a heading.")), _line()])
    period = StringField(filters=[_clean], validators=[_line()])
    words = StringField(filters=[_clean], validators=[DataRequired(_l("Write the text.")), _line(10 * LONGEST_TEXT)])
    sure = BooleanField()


def _rate(text: str) -> float | None:
    try:
        return number_of(text.removesuffix("%").strip())
    except ValueError:
        return None
