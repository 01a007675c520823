"""A small questionnaire that asks for places on its second page, and how to fill them in."""

from dataclasses import replace

from dialog.survey.conditions import Chosen
from dialog.survey.questionnaire import Option, Question, Questionnaire, Section

YES_NO = (Option("yes", {"sv": "Ja"}), Option("no", {"sv": "Nej"}))
OUT = Question("out", "one_of", {"sv": "Går du ut?"}, options=YES_NO)
SPOTS = Question("spots", "places", {"sv": "Var känns det otryggt?"}, maximum=3, feeling="unsafe")
WHY = Question("why", "text", {"sv": "Varför?"}, show_if=Chosen("out", ("yes",)))
OUTINGS = Questionnaire(
    "outings",
    1,
    {"sv": "Platser", "ar": "أماكن"},
    (
        Section("first", {"sv": "Först"}, (OUT,)),
        Section("where", {"sv": "Var"}, (SPOTS,)),
        Section("last", {"sv": "Sist"}, (Question("more", "text", {"sv": "Mer?"}), WHY)),
    ),
)
LED_TO = Questionnaire(
    "led",
    1,
    {"sv": "Följdfråga"},
    (Section("first", {"sv": "Först"}, (OUT, replace(SPOTS, maximum=1, show_if=Chosen("out", ("yes",))))),),
)


def place(number: int, question: str = "spots", **parts: str) -> dict[str, str]:
    """The fields of one place: place(2, area="north")."""
    return {f"{question}_{number}_{part}": value for part, value in parts.items()}
