"""What is filled in before something is destroyed."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField, TextAreaField
from wtforms.validators import AnyOf, InputRequired, Length

from dialog.upkeep.destroying.emptying import MASKED, NOTHING


class DestroyForm(FlaskForm):
    why = TextAreaField(_l("Why"), [InputRequired(_l("Say why it is destroyed.")), Length(max=500)])
    basis = StringField(
        _l("Legal basis or decision"), [InputRequired(_l("Name the decision or the law.")), Length(max=200)]
    )


class DestroyTextForm(DestroyForm):
    leaves = StringField(_l("What is left"), [AnyOf((MASKED, NOTHING), _l("Choose what is left of the text."))])


LEAVES = (
    (MASKED, _l("The text without what is hidden in it")),
    (NOTHING, _l("Nothing: all the words go")),
)
