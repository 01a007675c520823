"""What staff fill in about answers."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField
from wtforms.validators import AnyOf, DataRequired, Length

from dialog.languages import LANGUAGES
from dialog.texts.cleaning import clean_text

LONGEST_TITLE, LONGEST_ANSWER = 100, 2_000  # characters


def _clean(raw: str | None) -> str:
    return clean_text(raw or "")


class AnswerForm(FlaskForm):
    """An answer to those who sent a report; which it corrects, if any."""

    key = StringField()
    own = StringField(
        filters=[_clean],
        validators=[Length(max=LONGEST_ANSWER, message=_l("Shorten your words to at most %(max)d characters."))],
    )
    own_language = StringField(validators=[AnyOf(tuple(LANGUAGES), message=_l("Choose a language in the list."))])
    corrects = StringField()


class StandardForm(FlaskForm):
    """An answer of the library; its words are fields of their own, one a language."""

    title = StringField(
        filters=[_clean],
        validators=[
            DataRequired(_l("Write what staff call the answer.")),
            Length(max=LONGEST_TITLE, message=_l("Shorten the name to at most %(max)d characters.")),
        ],
    )
    active = BooleanField()
