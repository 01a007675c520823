"""What must be mended before a questionnaire can be published, in words for those who make it."""

from dataclasses import dataclass

from flask_babel import gettext as _

from dialog.survey.making.kinds import PART_NAMES
from dialog.survey.making.naming import answer_called, language_called, question_called, section_called
from dialog.survey.questionnaire import MOST_PLACES, Questionnaire
from dialog.survey.soundness import Fault


@dataclass(frozen=True)
class Told:
    """A sentence, and the question or section it is about."""

    sentence: str
    question: str = ""
    section: str = ""


def told(fault: Fault, questionnaire: Questionnaire) -> Told:
    question, section = fault.params.get("question", ""), fault.params.get("section", "")
    return Told(_sentence(fault, questionnaire), question, section)


def _sentence(fault: Fault, questionnaire: Questionnaire) -> str:
    asked = question_called(questionnaire, fault.params.get("question", ""))
    if fault.what in ("needs", "cannot_have", "feeling", "exclusive", "too_many_places", "bound", "bounds_crossed"):
        return _of_question(fault, asked)
    if fault.what == "no_sections":
        return _("There is no section yet: add one.")
    if fault.what == "no_questions":
        called = section_called(questionnaire, fault.params["section"])
        return _("The section “%(section)s” has no questions: add one, or remove the section.", section=called)
    if fault.what == "areas_twice":
        return _("The area is asked for more than once.")
    if fault.what == "not_before":
        return _not_before(fault, questionnaire)
    if fault.what == "no_text":
        return _no_text(fault, questionnaire)
    return _("The id %(id)s is used more than once.", id=fault.params["id"])


def _of_question(fault: Fault, asked: str) -> str:
    part = str(PART_NAMES.get(fault.params.get("part", ""), ""))
    sentences = {
        "cannot_have": _("“%(question)s” has %(part)s left from another kind of question.", question=asked, part=part),
        "exclusive": _("In “%(question)s” an option rules out all others, but it is not there.", question=asked),
        "too_many_places": _("“%(question)s” asks for more than %(most)s places.", question=asked, most=MOST_PLACES),
        "bound": _("In “%(question)s” the least or the highest value can't be read.", question=asked),
        "bounds_crossed": _("In “%(question)s” the least value is above the highest.", question=asked),
        "feeling": _("“%(question)s” does not say whether it asks for safe or unsafe places.", question=asked),
    }
    if fault.what == "needs" and fault.params["part"] == "feeling":
        return sentences["feeling"]
    if fault.what == "needs" and fault.params["part"] == "rows":
        return _("“%(question)s” has no rows: write what the options are asked for.", question=asked)
    return sentences.get(fault.what) or _("“%(question)s” has no options to choose among.", question=asked)


def _not_before(fault: Fault, questionnaire: Questionnaire) -> str:
    asked = answer_called(questionnaire, fault.params["id"])
    if "question" in fault.params:
        name = question_called(questionnaire, fault.params["question"])
        return _(
            "“%(question)s” depends on the answer to “%(earlier)s”, which is not asked before it.",
            question=name,
            earlier=asked,
        )
    name = section_called(questionnaire, fault.params["section"])
    return _(
        "The section “%(section)s” depends on the answer to “%(earlier)s”, which is not asked before it.",
        section=name,
        earlier=asked,
    )


def _no_text(fault: Fault, questionnaire: Questionnaire) -> str:
    language = language_called(fault.params["id"])
    if "question" in fault.params:
        name = question_called(questionnaire, fault.params["question"])
        return _("In “%(question)s” a text is missing in %(language)s.", question=name, language=language)
    if "section" in fault.params:
        name = section_called(questionnaire, fault.params["section"])
        return _("The section “%(section)s” has no title in %(language)s.", section=name, language=language)
    return _("The questionnaire has no title in %(language)s.", language=language)
