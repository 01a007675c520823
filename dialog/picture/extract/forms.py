"""What is filled in to ask for an extract."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import SelectField, TextAreaField
from wtforms.validators import DataRequired, Length


class ExtractForm(FlaskForm):
    round = SelectField(_l("Round"), coerce=int)
    purpose = TextAreaField(_l("What for"), [DataRequired(_l("Say what the answers are needed for.")), Length(max=500)])
