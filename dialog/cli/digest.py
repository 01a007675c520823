"""flask digest"""

from datetime import UTC, date, datetime

import click
from flask import current_app
from flask.cli import with_appcontext
from flask_babel import force_locale
from flask_babel import gettext as _

from dialog.cli.ending import Refusal, batches
from dialog.languages import MAIN
from dialog.settings.queries import settings_in_force
from dialog.upkeep.notices.actions import send_digests
from dialog.upkeep.notices.sentences import sentence
from dialog.upkeep.notices.waiting import Notice
from dialog.web.mail import NotSent, can_send_mail, send_mail


@click.command()
@with_appcontext
def digest() -> None:
    """Send everybody who wishes, once a day, how much waits for them. Run it every morning."""
    if not can_send_mail():
        raise Refusal("No mail server is set up: set DIALOG_SMTP_URL.")
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    with batches() as session:
        if not settings_in_force(session, current_app.config).digest:
            raise Refusal("An administrator has to switch letters on first, on the page of settings.")
        sent = []
        for one in send_digests(session, _send, now=now, today=date.today()):
            session.commit()
            sent.append(one)
    click.echo(f"{sum(sent)} sent, {len(sent) - sum(sent)} not taken by the mail server.")
    if not all(sent):
        raise SystemExit(1)


def _send(to: str, found: list[Notice]) -> bool:
    with force_locale(MAIN):
        subject = _("Dialog: something waits for you")
        text = "\n".join(
            [*(sentence(one) for one in found), "", _("Sign in to see it. You get at most one letter a day.")]
        )
    try:
        send_mail(to=to, subject=subject, text=text)
    except NotSent:
        return False
    return True
