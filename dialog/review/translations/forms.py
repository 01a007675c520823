"""What reviewers fill in about a translation."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField
from wtforms.validators import AnyOf, Length

from dialog.languages import LANGUAGES
from dialog.texts.cleaning import clean_text

LONGEST_TRANSLATION = 6_000  # characters: three times the longest text


class IntoForm(FlaskForm):
    """The language of a translation."""

    into = StringField(validators=[AnyOf(tuple(LANGUAGES), message=_l("Choose a language in the list."))])


class TranslationForm(IntoForm):
    """A translation by a person."""

    body = StringField(
        filters=[lambda raw: clean_text(raw or "")],
        validators=[
            Length(max=LONGEST_TRANSLATION, message=_l("Shorten the translation to at most %(max)d characters."))
        ],
    )
    checked = BooleanField()
