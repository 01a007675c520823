"""What an administrator fills in before records are exported."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, IntegerField, SelectMultipleField, StringField
from wtforms.validators import AnyOf, InputRequired, Length, Optional, ValidationError

from dialog.upkeep.records.asked import KINDS, LEFT_OUT, Selection

XLSX, JSON = "xlsx", "json"


class RecordsForm(FlaskForm):
    number = StringField(
        _l("Number of the request"), [InputRequired(_l("Write the number of the request.")), Length(max=60)]
    )
    round = IntegerField(_l("Round"), [Optional()])
    area = IntegerField(_l("Area"), [Optional()])
    first = DateField(_l("From this day"), [Optional()])
    last = DateField(_l("To this day"), [Optional()])
    words = StringField(_l("With these words"), [Length(max=200)])
    kinds = SelectMultipleField(_l("What"), validate_choice=False)
    format = StringField(_l("File"), [AnyOf((XLSX, JSON))])

    def validate_kinds(self, field: SelectMultipleField) -> None:
        if not field.data or not set(field.data) <= KINDS.keys():
            raise ValidationError(_l("Choose at least one."))

    def selection(self) -> Selection:
        return Selection(
            kinds=tuple(kind for kind in KINDS if kind in (self.kinds.data or ())),
            round_id=self.round.data,
            area_id=self.area.data,
            first=self.first.data,
            last=self.last.data,
            words=str(self.words.data or "").strip(),
        )


def grounds(form: dict[str, str]) -> dict[str, str]:
    """On what ground each thing is left out, as the official wrote it."""
    return {what: form.get(f"ground-{what}", "").strip()[:300] for what in LEFT_OUT}
