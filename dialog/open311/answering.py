"""How Dialog answers other systems: in JSON or XML, with a list of errors where something is wrong."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, request
from sqlalchemy.exc import DBAPIError
from werkzeug.exceptions import HTTPException

from dialog.open311.georeport import Problem, errors_document
from dialog.open311.to_xml import to_json, to_xml
from dialog.web.errors import say_our_fault, say_try_again
from dialog.web.requests import page_language

KINDS = {"json": "application/json", "xml": "text/xml"}


class Refused(Exception):
    """The answer is a list of errors."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = problems


def not_found(what: str) -> Refused:
    return Refused([(404, f"{what} was not found.")])


def answer(name: str, content: Any, format: str) -> Response:
    """A document whose outermost element in XML is `name`, in the language that was asked for."""
    text = to_xml(name, content) if format == "xml" else to_json(content)
    response = Response(text, content_type=f"{KINDS[format]}; charset=utf-8")
    response.content_language.add(page_language())
    response.vary.add("Accept-Language")
    return response


def add_error_answers(bp: Blueprint) -> None:
    bp.register_error_handler(Refused, _refuse)
    bp.register_error_handler(HTTPException, _say_what_happened)
    bp.register_error_handler(DBAPIError, _say_try_again)
    bp.register_error_handler(Exception, _say_our_fault)


def _refuse(refused: Refused) -> Response:
    return _errors(refused.problems, min(code for code, _ in refused.problems))


def _say_what_happened(error: HTTPException) -> Response | HTTPException:
    if error.code is None or error.code < 400:
        return error
    return _errors([(error.code, f"{error.name}.")], error.code)


def _say_try_again(error: DBAPIError) -> Response:
    page = say_try_again(error)
    response = _errors([(page.status_code, "The database does not answer. Send it again in a moment.")], 503)
    response.headers["Retry-After"] = page.headers["Retry-After"]
    return response


def _say_our_fault(error: Exception) -> Response:
    page = say_our_fault(error)
    return _errors([(page.status_code, "Something went wrong here. Try again soon.")], page.status_code)


def _errors(problems: Sequence[Problem], status: int) -> Response:
    """The standard's own format where an address names none."""
    response = answer("errors", errors_document(problems), "json" if request.path.endswith(".json") else "xml")
    response.status_code = status
    return response
