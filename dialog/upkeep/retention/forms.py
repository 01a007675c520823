"""A decision on how long a kind of record is kept, as it is filled in."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, IntegerField, StringField
from wtforms.validators import AnyOf, InputRequired, Length, NumberRange, Optional

from dialog.upkeep.retention.kinds import DAYS, LONGEST, MONTHS, Term

FOR_GOOD = "good"
_INT_WORDS = _l("Write a whole number.")


class DecisionForm(FlaskForm):
    keep = StringField(_l("How long it is kept"), [AnyOf((DAYS, MONTHS, FOR_GOOD), _l("Choose how long it is kept."))])
    term = IntegerField(_l("Number of days or months"), [Optional(), NumberRange(1, LONGEST[DAYS], _INT_WORDS)])
    event = StringField(_l("Counted from"), [InputRequired(_l("Choose from when it counts."))])
    reference = StringField(
        _l("Where the decision is registered"), [InputRequired(_l("Write its number.")), Length(max=120)]
    )
    decided_on = DateField(_l("Day of the decision"), [InputRequired(_l("Write the day of the decision."))])
    decided_by = StringField(_l("Who decided"), [InputRequired(_l("Write who decided.")), Length(max=200)])

    def asked(self) -> Term:
        """The term that was filled in; without a number one that nothing fits."""
        if self.keep.data == FOR_GOOD:
            return Term(None, DAYS, str(self.event.data))
        return Term(self.term.data or 0, str(self.keep.data), str(self.event.data))
