"""What people read when a password can't be taken."""

from flask_babel import gettext as _

from dialog.accounts.passwords.rule import COMMON, LONG, LONGEST, OWN, SHORT, SHORTEST, fault_of


def problem_with(password: str, *, again: str, email: str) -> str:
    """One sentence; "" when the password is good and was written twice alike."""
    if fault := fault_of(password, email=email):
        return {
            SHORT: _("Choose a password of at least %(number)s characters.", number=SHORTEST),
            LONG: _("Choose a password of at most %(number)s characters.", number=LONGEST),
            COMMON: _("This is one of the passwords that are guessed first. Choose another one."),
            OWN: _("The password may not contain your e-mail address."),
        }[fault]
    return "" if password == again else _("The two passwords are not the same.")
