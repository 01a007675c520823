"""Leaving for the sign-on service, and coming back from it."""

import logging

from flask import abort, current_app, flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from dialog.accounts.elsewhere import cookie
from dialog.accounts.elsewhere.matching import NobodyHere, staff_for
from dialog.accounts.elsewhere.provider import NotBelieved, Person, Provider, provider
from dialog.accounts.factor.installation import needs_more
from dialog.accounts.gates import now
from dialog.accounts.signing.actions import start
from dialog.accounts.signing.browser import coarsely
from dialog.accounts.signing.entering import asked_page, let_in
from dialog.web.requests import db_session

log = logging.getLogger(__name__)


def leave() -> Response:
    """To the service. A link, since the content policy lets no form of ours end at another host."""
    service = _service()
    try:
        asked = service.ask(_back())
    except NotBelieved as problem:
        return _refuse(_("The sign-on service does not answer. Sign in with your password, or try again."), problem)
    response = redirect(asked.pop("url"))
    cookie.keep(response, asked | {"next": asked_page()})
    return response


def come_back() -> Response:
    """From the service, with a code that is good once. The state in the cookie takes the place of a form's token."""
    service, asked = _service(), cookie.kept()
    if asked is None:
        return _refuse(_("That took too long, or began in another browser. Try again."))
    config, session = current_app.config, db_session()
    try:
        person = service.answer(
            request.args,
            asked=asked,
            back=_back(),
            groups_claim=config["OIDC_GROUPS_CLAIM"],
            trust_email=config["OIDC_TRUST_EMAIL"],
        )
        staff = staff_for(session, person, mapping=config["OIDC_ROLES"], create=config["OIDC_CREATE"])
    except NotBelieved as problem:
        return _refuse(_("The sign-on service did not let you in. Try again."), problem)
    except NobodyHere:
        return _refuse(_("You have no account here. Ask an administrator for one."))
    whole = _is_strong(person) or not needs_more(staff)
    started = start(session, staff, now=now(), browser=coarsely(request.user_agent.string), whole=whole)
    response = let_in(session, started, asked=asked["next"])
    cookie.forget(response)
    return response


def _service() -> Provider:
    config = current_app.config
    if not config["OIDC_ISSUER"]:
        abort(404)
    return provider(config["OIDC_ISSUER"], config["OIDC_CLIENT_ID"], config["OIDC_CLIENT_SECRET"])


def _back() -> str:
    return url_for("staff_door.back_from_elsewhere", _external=True)


def _is_strong(person: Person) -> bool:
    """Whether the service has seen to the second factor, as far as this installation believes it."""
    whose = current_app.config["OIDC_SECOND_FACTOR"]
    return whose == "provider" or (whose == "amr" and person.strong)


def _refuse(sentence: str, problem: NotBelieved | None = None) -> Response:
    if problem:
        log.warning("sign-on service: %s", problem)
    flash(sentence, "error")
    response = redirect(url_for("staff_door.sign_in"))
    cookie.forget(response)
    return response
