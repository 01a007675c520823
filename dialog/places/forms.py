"""What a resident says of a place."""

from typing import Any

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import SelectField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, ValidationError

from dialog.geography.points import BadPoint, Point, read_point
from dialog.places.fields import AFFECTED, CAUSES, FEELINGS, FREQUENCIES, KINDS, STRENGTHS, TIMES, Choices
from dialog.places.models import AREA, PIN, WORDS
from dialog.texts.cleaning import LONGEST_TEXT, clean_text
from dialog.web.tokens import ResidentForm

NOT_ON_THE_MAP = _l("The pin is not on the map. Put it again, or choose an area.")
TEXTS = {"words": "place", "what": "what", "help": "help"}  # field -> the question its text answers


def _one(choices: Choices) -> SelectField:
    return SelectField(choices=["", *choices], validate_choice=False, validators=[_among(choices)])


def _several(choices: Choices) -> SelectMultipleField:
    return SelectMultipleField(choices=list(choices), validate_choice=False, validators=[_among(choices)])


class _among:
    """Only options that were offered."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices

    def __call__(self, _form: ResidentForm, given: SelectField) -> None:
        chosen = given.data if isinstance(given.data, list) else [given.data or ""]
        if any(option and option not in self.choices for option in chosen):
            raise ValidationError(_l("Choose among the options shown."))


class ReportForm(ResidentForm):
    """One report. The place is said by a pin, by an area, in words, or by several of them."""

    feeling = SelectField(
        choices=list(FEELINGS),
        validate_choice=False,
        validators=[InputRequired(_l("Choose how the place feels.")), _among(FEELINGS)],
    )
    area = StringField()
    lat = StringField()
    lon = StringField()
    words = StringField(filters=[lambda text: clean_text(text or "")])
    kind = _one(KINDS)
    causes = _several(CAUSES)
    strengths = _several(STRENGTHS)
    times = _several(TIMES)
    frequency = _one(FREQUENCIES)
    affected = _several(AFFECTED)
    what = StringField(filters=[lambda text: clean_text(text or "")])
    help = StringField(filters=[lambda text: clean_text(text or "")])

    def __init__(self, formdata: MultiDict[str, str] | None, area_codes: set[str]) -> None:
        super().__init__(formdata)
        self.area_codes = area_codes
        self.point: Point | None = None

    def validate_area(self, given: StringField) -> None:
        if given.data and given.data not in self.area_codes:
            raise ValidationError(_l("Choose an area in the list."))

    def validate_lat(self, _given: StringField) -> None:
        if not (self.lat.data or self.lon.data):
            return
        try:
            self.point = read_point(self.lat.data, self.lon.data)
        except BadPoint:
            raise ValidationError(NOT_ON_THE_MAP) from None

    def validate_words(self, given: StringField) -> None:
        if not (given.data or self.area.data or self.lat.data or self.lon.data):
            raise ValidationError(_l("Say where the place is: on the map, in the list or in words."))
        _not_too_long(given)

    def validate_what(self, given: StringField) -> None:
        _not_too_long(given)

    def validate_help(self, given: StringField) -> None:
        _not_too_long(given)

    def refuse_pin(self) -> None:
        """Say that the pin can't be where it is."""
        self.lat.errors = [NOT_ON_THE_MAP]

    @property
    def placed_by(self) -> str:
        return PIN if self.point else AREA if self.area.data else WORDS

    @property
    def answers(self) -> dict[str, Any]:
        """The closed answers, without what was left out."""
        names = ("feeling", "kind", "causes", "strengths", "times", "frequency", "affected")
        given = {name: self[name].data for name in names}
        return {
            name: sorted(set(value)) if isinstance(value, list) else value for name, value in given.items() if value
        }

    @property
    def texts(self) -> dict[str, str]:
        """The free texts by the question they answer, without what was left out."""
        return {question: self[name].data for name, question in TEXTS.items() if self[name].data}


def _not_too_long(given: StringField) -> None:
    if len(given.data or "") > LONGEST_TEXT:
        raise ValidationError(_l("Shorten the text to at most %(most)s characters.", most=LONGEST_TEXT))
