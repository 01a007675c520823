"""What a resident says of a place."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import SelectField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, ValidationError

from dialog.places import fields
from dialog.places.fields import Choices
from dialog.places.where import Problem, Where, read_where
from dialog.texts.cleaning import LONGEST_TEXT, clean_text
from dialog.web.tokens import ResidentForm

ANSWERS = (
    "feeling", "kind", "causes", "strengths", "times", "seasons", "frequency", "affected", "consequences", "remedies",
)  # fmt: skip
PHOTO = "photo"
TEXTS = ("what", "help")  # the questions that are answered in free words, beside where the place is
NO_FEELING = _l("Choose how the place feels.")
NO_PLACE = _l("Say where the place is: on the map, by name, in the list or in words.")
NO_START = _l("Say where the way begins: on the map, by name, in the list or in words.")
NO_END = _l("Say where the way ends: on the map, by name, in the list or in words.")
TOO_LONG = _l("Shorten the text to at most %(most)s characters.", most=LONGEST_TEXT)
Sentence: TypeAlias = str | LazyString
REASONS: dict[str, LazyString] = {
    "no_place": NO_PLACE,
    "no_start": NO_START,
    "no_end": NO_END,
    "not_on_map": _l("The pin is not on the map. Put it again, or choose an area."),
    "no_such_area": _l("Choose an area in the list."),
    "no_such_name": _l("Search again, and choose among the names that are found."),
    "too_long": TOO_LONG,
}


class _among:
    """Only options that were offered."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices

    def __call__(self, _form: ResidentForm, given: SelectField) -> None:
        chosen = given.data if isinstance(given.data, list) else [given.data or ""]
        if any(option and option not in self.choices for option in chosen):
            raise ValidationError(_l("Choose among the options shown."))


def _one(choices: Choices, *validators: Any) -> SelectField:
    return SelectField(choices=["", *choices], validate_choice=False, validators=[*validators, _among(choices)])


def _several(choices: Choices) -> SelectMultipleField:
    return SelectMultipleField(choices=list(choices), validate_choice=False, validators=[_among(choices)])


def _not_too_long(_form: ResidentForm, given: StringField) -> None:
    if len(given.data or "") > LONGEST_TEXT:
        raise ValidationError(TOO_LONG)


def _text() -> StringField:
    return StringField(filters=[lambda text: clean_text(text or "")], validators=[_not_too_long])


class ReportForm(ResidentForm):
    """One report: where it is, and what it is like there. The fields stand in the order of the page."""

    feeling = _one(fields.FEELINGS, InputRequired(NO_FEELING))
    kind = _one(fields.KINDS)
    causes = _several(fields.CAUSES)
    strengths = _several(fields.STRENGTHS)
    times = _several(fields.TIMES)
    seasons = _several(fields.SEASONS)
    frequency = _one(fields.FREQUENCIES)
    affected = _several(fields.AFFECTED)
    consequences = _several(fields.CONSEQUENCES)
    what = _text()
    remedies = _several(fields.REMEDIES)
    help = _text()

    def __init__(self, formdata: MultiDict[str, str] | None, areas: Mapping[str, str] = MappingProxyType({})) -> None:
        """`areas`: those that can be chosen, value -> what it is called on the page."""
        super().__init__(formdata)
        self.where: Where = read_where(formdata if formdata is not None else {}, areas)
        self._areas = areas
        self._refused: dict[str, Sentence] = {}

    def validate(self, extra_validators: Any = None) -> bool:
        valid = super().validate(extra_validators)
        for problem in self.where.problems:
            self.refuse_place(problem)
        return valid and not self.where.problems

    def refuse_place(self, problem: Problem) -> None:
        self.refuse(problem.field, REASONS[problem.reason])

    def refuse(self, field: str, sentence: Sentence) -> None:
        """Say of a field what only the page could find out."""
        self._refused.setdefault(field, sentence)

    @property
    def sentences(self) -> dict[str, str]:
        """What to do about each field that was found to be wrong, in the order of the page."""
        answers = {name: errors[0] for name, errors in self.errors.items() if name not in ("form_token", "key")}
        places = {name: sentence for name, sentence in self._refused.items() if name != PHOTO}
        return {name: str(sentence) for name, sentence in {**places, **answers, **self._refused}.items()}

    @property
    def answers(self) -> dict[str, Any]:
        """The closed answers, without what was left out."""
        given = {name: self[name].data for name in ANSWERS}
        return {
            name: sorted(set(value)) if isinstance(value, list) else value for name, value in given.items() if value
        }

    @property
    def texts(self) -> dict[str, str]:
        """The free texts by the question they answer, without what was left out."""
        given = {"place": self.where.words(self._areas), **{name: self[name].data for name in TEXTS}}
        return {question: text for question, text in given.items() if text}
