"""The staff dialogue as the story asks it: Dialog's questionnaire with the municipality's own workplaces. Pure."""

from dataclasses import replace
from functools import cache

from dialog.demo.colleagues.words import CARE, LEISURE, SCHOOL, STREETS
from dialog.survey.default_staff_dialogue import WORKPLACE, staff_dialogue
from dialog.survey.questionnaire import Option, Question, Questionnaire

UNITS = (
    Option(SCHOOL, {"sv": "Åkersta förskolor och skolor", "en": "Åkersta preschools and schools"}),
    Option(CARE, {"sv": "Hemtjänsten och äldreboendena", "en": "Home care and care homes"}),
    Option(STREETS, {"sv": "Gatuenheten och parkenheten", "en": "The street and park units"}),
    Option(LEISURE, {"sv": "Kultur och fritid", "en": "Culture and leisure"}),
    Option("police", {"sv": "Polisen i Åkersta", "en": "The police in Åkersta"}),
    Option("social_services", {"sv": "Socialtjänsten", "en": "Social services"}),
)


@cache
def akersta_asks() -> Questionnaire:
    """Version 2: what is asked is the same, of workplaces that colleagues know by name."""
    asked = staff_dialogue()
    sections = tuple(
        replace(section, questions=tuple(map(_with_units, section.questions))) for section in asked.sections
    )
    return replace(asked, version=2, sections=sections)


def _with_units(question: Question) -> Question:
    return replace(question, options=UNITS) if question.measures == WORKPLACE else question
