"""A small questionnaire whose answers lead from one question to another."""

from dialog.survey.conditions import Chosen
from dialog.survey.questionnaire import Narrowing, Option, Question, Questionnaire, Section


def options(*ids: str) -> tuple[Option, ...]:
    """Options called by their ids; the first letter is the town of a street."""
    return tuple(Option(id, {"sv": id}, {"town": id[:1]}) for id in ids)


OUT = Question("out", "one_of", {"sv": "Går du ut?"}, options=options("yes", "no"), required=True)
WHEN = Question("when", "one_of", {"sv": "När?"}, options=options("day", "night"), show_if=Chosen("out", ("yes",)))
WHY = Question("why", "text", {"sv": "Varför inte?"}, show_if=Chosen("out", ("no",)))
TOWN = Question("town", "one_of", {"sv": "Ort?"}, options=options("a", "b"))
STREET = Question(
    "street", "one_of", {"sv": "Gata?"}, options=options("a1", "b1"), narrowed=(Narrowing("town", "town"),)
)
WALKS = Questionnaire(
    "walks",
    1,
    {"sv": "Ut och gå"},
    (
        Section("first", {"sv": "Först"}, (OUT, WHEN)),
        Section("inside", {"sv": "Inne"}, (WHY,), show_if=Chosen("out", ("no",))),
        Section("where", {"sv": "Var"}, (TOWN, STREET)),
    ),
)
