"""Sending mail, where a mail server is configured; plain text, to staff only."""

import smtplib
import ssl
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from urllib.parse import SplitResult, unquote, urlsplit

from flask import current_app

SECONDS = 15  # how long the server may take
PORTS = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}


class NotSent(Exception):
    """The mail server did not take it, or there is none."""


def can_send_mail() -> bool:
    """Whether a mail server is configured."""
    return bool(current_app.config["SMTP_URL"])


def send_mail(*, to: str, subject: str, text: str) -> None:
    """Hand one letter to the mail server. Raises NotSent."""
    if not can_send_mail():
        raise NotSent("no mail server is configured")
    message = EmailMessage()
    try:
        message["From"], message["To"], message["Subject"] = current_app.config["MAIL_FROM"], to, subject
        message["Date"], message["Message-ID"] = formatdate(), make_msgid(domain="dialog.invalid")
        message.set_content(text)
        with _connection(urlsplit(current_app.config["SMTP_URL"])) as server:
            server.send_message(message)
    except (OSError, ValueError, smtplib.SMTPException) as problem:
        raise NotSent(type(problem).__name__) from problem


def _connection(server: SplitResult) -> smtplib.SMTP:
    """smtps is encrypted from the start, smtp+starttls from the first command, smtp not at all."""
    address = (server.hostname or "", server.port or PORTS[server.scheme])
    if server.scheme == "smtps":
        made: smtplib.SMTP = smtplib.SMTP_SSL(*address, timeout=SECONDS, context=ssl.create_default_context())
    else:
        made = smtplib.SMTP(*address, timeout=SECONDS)
    try:
        if server.scheme == "smtp+starttls":
            made.starttls(context=ssl.create_default_context())
        if server.username:
            made.login(unquote(server.username), unquote(server.password or ""))
    except (OSError, smtplib.SMTPException):
        made.close()
        raise
    return made
