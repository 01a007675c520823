"""What staff fill in to sign in, and about themselves and others."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, EmailField, PasswordField, RadioField, SelectMultipleField, StringField
from wtforms.validators import InputRequired, Length

from dialog.accounts.models import ROLES
from dialog.accounts.visibility import AUTHORITIES

WRITE_PASSWORD = _l("Write your password.")


class SignInForm(FlaskForm):
    email = EmailField(_l("E-mail address"), [InputRequired(_l("Write your e-mail address.")), Length(max=254)])
    password = PasswordField(_l("Password"), [InputRequired(WRITE_PASSWORD), Length(max=200)])


class CodeForm(FlaskForm):
    code = StringField(_l("Code"), [InputRequired(_l("Write the code.")), Length(max=40)])


class NewPasswordForm(FlaskForm):
    password = PasswordField(_l("New password"), [InputRequired(_l("Write a password."))])
    again = PasswordField(_l("The same password again"), [InputRequired(_l("Write the password once more."))])


class ChangePasswordForm(NewPasswordForm):
    current = PasswordField(_l("Your password now"), [InputRequired(WRITE_PASSWORD), Length(max=200)])


class PersonForm(FlaskForm):
    name = StringField(_l("Name"), [InputRequired(_l("Write a name.")), Length(max=100)])
    authority = RadioField(
        _l("Works for"),
        [InputRequired(_l("Choose for whom the person works."))],
        choices=list(AUTHORITIES),
    )
    roles = SelectMultipleField(_l("Roles"), [InputRequired(_l("Choose at least one role."))], choices=list(ROLES))


class NewPersonForm(PersonForm):
    email = EmailField(_l("E-mail address"), [InputRequired(_l("Write an e-mail address.")), Length(max=254)])


class KnownPersonForm(PersonForm):
    active = BooleanField(_l("May sign in"))
