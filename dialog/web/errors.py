"""Pages for what went wrong, in the page's language; nothing that was typed is lost."""

import logging

from flask import Flask, Response, make_response, render_template, request
from flask_babel import gettext as _
from sqlalchemy.exc import DBAPIError, OperationalError
from werkzeug.exceptions import HTTPException

log = logging.getLogger(__name__)


def add_error_pages(app: Flask) -> None:
    app.register_error_handler(HTTPException, say_what_happened)
    app.register_error_handler(OperationalError, say_try_again)
    app.register_error_handler(DBAPIError, say_try_again)
    app.register_error_handler(Exception, say_our_fault)


def say_what_happened(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < 400:
        return error
    response = page(error.code, *sentences(error.code))
    for name in ("Allow", "Retry-After"):
        if name in (own := error.get_response().headers):
            response.headers[name] = own[name]
    return response


def sentences(code: int) -> tuple[str, str]:
    """(heading, what to do)"""
    known = {
        400: (_("We could not read that"), _("Go back, reload the page and try again.")),
        403: (_("This page is not open to you"), _("Go back, or start from the first page.")),
        404: (_("There is no such page"), _("Check the address, or start from the first page.")),
        405: (_("That can't be done here"), _("Go back, or start from the first page.")),
        413: (_("That was too much at once"), _("Shorten what you wrote and send it again.")),
        429: (_("Too many attempts"), _("Wait a quarter of an hour and try again.")),
        503: (_("We can't save right now"), _("Nothing is lost. Wait a moment and try again.")),
    }
    return known.get(code, known[400] if code < 500 else (_("Something went wrong with us"), _("Try again soon.")))


def say_try_again(error: DBAPIError) -> Response:
    """The database or its disk does not answer: what was sent stands in the page, to be sent again."""
    log.error("database: %s", type(error.orig).__name__)  # never the statement: it holds what people wrote
    resend = list(request.form.items(multi=True)) if request.method == "POST" else []
    response = page(503, *sentences(503), resend=resend)
    response.headers["Retry-After"] = "30"
    return response


def say_our_fault(error: Exception) -> Response:
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    where = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else "?"
    log.error("%s at %s", type(error).__name__, where)  # never the message: it may hold what people wrote
    return page(500, *sentences(500))


def page(code: int, heading: str, sentence: str, **more: object) -> Response:
    return make_response(render_template("errors/error.html", heading=heading, sentence=sentence, **more), code)
