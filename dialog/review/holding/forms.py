"""What a reviewer fills in to hold a text back."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import InputRequired


class HoldForm(FlaskForm):
    """The id of a reason."""

    reason = StringField(validators=[InputRequired(_l("Say why somebody else should see it."))])
