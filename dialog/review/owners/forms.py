"""What administrators fill in about an owner, and reviewers about a copy."""

import re
from urllib.parse import urlsplit

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, StringField
from wtforms.validators import AnyOf, DataRequired, InputRequired, Length, ValidationError

from dialog.review.owners.actions import Contact
from dialog.review.owners.models import HAND, MAIL
from dialog.texts.cleaning import clean_text

LONGEST_NAME, LONGEST_LINE, LONGEST_NOTE = 120, 200, 1_000  # characters
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")


def _clean(raw: str | None) -> str:
    return clean_text(raw or "")


def _line(longest: int) -> Length:
    return Length(max=longest, message=_l("Shorten it to at most %(max)d characters."))


class NewOwnerForm(FlaskForm):
    """Somebody new who can receive reports."""

    name = StringField(
        filters=[_clean],
        validators=[
            DataRequired(_l("Write the name of the owner.")),
            Length(max=LONGEST_NAME, message=_l("Shorten the name to at most %(max)d characters.")),
        ],
    )
    kind = StringField(validators=[InputRequired(_l("Say what kind of owner it is."))])


class OwnerForm(NewOwnerForm):
    """All about one."""

    email = StringField(filters=[_clean], validators=[_line(LONGEST_LINE)])
    phone = StringField(filters=[_clean], validators=[_line(LONGEST_LINE)])
    web = StringField(filters=[_clean], validators=[_line(LONGEST_LINE)])
    note = StringField(filters=[_clean], validators=[_line(LONGEST_NOTE)])
    organisation = BooleanField()
    active = BooleanField()

    def validate_email(self, field: StringField) -> None:
        if field.data and not _EMAIL.fullmatch(field.data):
            raise ValidationError(_l("Write one e-mail address, such as streets@municipality.example."))

    def validate_web(self, field: StringField) -> None:
        if field.data and (urlsplit(field.data).scheme not in ("https", "http") or not urlsplit(field.data).netloc):
            raise ValidationError(_l("Write the whole address, from https:// on."))

    @property
    def contact(self) -> Contact:
        said = {name: str(self[name].data or "") for name in ("email", "phone", "web", "note")}
        return Contact(**said, organisation=bool(self.organisation.data), active=bool(self.active.data))


class CopyForm(FlaskForm):
    """How a copy goes, and whether it says where exactly."""

    way = StringField(validators=[AnyOf((MAIL, HAND), message=_l("Say how it goes."))])
    exact = BooleanField()
