"""The photo of a report form, and what to say of one that can't be taken."""

from flask import Response, current_app
from flask_babel import gettext as _
from werkzeug.datastructures import FileStorage

from dialog.places.forms import PHOTO, ReportForm
from dialog.texts.photos import BadPhoto, Ready, read_photo
from dialog.web.errors import page

MEGABYTE = 1024 * 1024  # bytes


def read_photo_field(form: ReportForm, file: FileStorage | None, *, megabytes: int) -> Ready | None:
    """The photo, made anew from its pixels; None where there is none, or where the form now says why it can't be."""
    if not file:
        return None
    largest = megabytes * MEGABYTE
    try:
        return read_photo(file.stream.read(largest + 1), largest=largest)
    except BadPhoto as problem:
        form.refuse(PHOTO, sentence(problem.kind, megabytes))
        return None


def sentence(kind: str, megabytes: int) -> str:
    """What to do instead."""
    known = {
        "too_large": _("The photo is too large: choose one of at most %(most)s MB.", most=megabytes),
        "too_many_pixels": _("The photo has too many pixels. Choose a smaller one, or take a new one with the phone."),
        "hides_something": _("The file holds more than a photo. Choose another one, or take a picture of the screen."),
    }
    return known.get(kind) or _("We could not read that as a photo. Choose a file of the kind JPEG, PNG or WebP.")


def too_much() -> Response:
    """The answer to a body so large that it is not read."""
    most = current_app.config["PHOTO_MEGABYTES"]
    what_to_do = _("Go back, and choose a photo of at most %(most)s MB, or write less.", most=most)
    return page(413, _("That was too much at once"), what_to_do)
