"""The photos sent with a dialogue: each is of a place that is told of inside it."""

from flask import current_app, request
from werkzeug.datastructures import MultiDict

from dialog.places.photo_field import MEGABYTE
from dialog.survey.answers import Problem
from dialog.survey.forms import Filled
from dialog.survey.paging import photos_asked
from dialog.survey.questionnaire import Questionnaire
from dialog.texts.photos import BadPhoto, Ready, read_photo


def has_photo(questionnaire: Questionnaire) -> bool:
    return any(question.kind == "photo" for question in questionnaire.questions())


def form_with_photos(questionnaire: Questionnaire) -> MultiDict[str, str]:
    """What was filled in; where photos are asked for, the body may be larger. Raises RequestEntityTooLarge."""
    asked = sum(question.kind == "photo" for question in questionnaire.questions())
    if asked and request.mimetype == "multipart/form-data":
        config = current_app.config
        request.max_content_length = config["MAX_CONTENT_LENGTH"] + asked * config["PHOTO_MEGABYTES"] * MEGABYTE
    return request.form


def read_photos(questionnaire: Questionnaire, answers: Filled) -> dict[str, Ready]:
    """The photos of the questions that were asked, by id; what is wrong with one joins the other problems."""
    ready: dict[str, Ready] = {}
    largest = current_app.config["PHOTO_MEGABYTES"] * MEGABYTE
    for question in photos_asked(questionnaire, answers.checked):
        file = request.files.get(question.id)
        if not file:
            continue
        try:
            ready[question.id] = read_photo(file.stream.read(largest + 1), largest=largest)
        except BadPhoto as problem:
            answers.problems.append(Problem(question.id, "photo", {"kind": problem.kind}))
    return ready
