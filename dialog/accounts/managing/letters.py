"""What stands in the mail that brings somebody a link; it says nothing of what is in the house."""

from flask_babel import gettext as _

from dialog.accounts.models import Staff
from dialog.web.mail import NotSent, can_send_mail, send_mail


def send_link(staff: Staff, link: str) -> str:
    """sent, not sent, or none where no mail server is configured."""
    if not can_send_mail():
        return "none"
    lines = (
        _("Hello %(name)s,", name=staff.name),
        _("choose a password for Dialog here:"),
        link,
        _("The link is good for three days and can be used once."),
        _("If you did not expect this letter, tell your administrator."),
    )
    try:
        send_mail(to=staff.email, subject=_("Your sign-in to Dialog"), text="\n\n".join(lines))
    except NotSent:
        return "not sent"
    return "sent"
