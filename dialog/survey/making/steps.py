"""What the buttons of a question's form do besides keeping it. Pure."""

from dialog.survey.editing import drop_part, find_question, moved, set_options, set_rows
from dialog.survey.making.condition_lines import MUST, WHEN
from dialog.survey.making.given import Given
from dialog.survey.making.narrowing_lines import NARROW
from dialog.survey.questionnaire import Questionnaire

LINES = (WHEN, MUST, NARROW)  # what a form says line by line


def step(questionnaire: Questionnaire, id: str, go: str) -> Questionnaire:
    """One option or row up, down or away, or a part of the question away: option_up:never, part_drop:rows.

    Anything else changes nothing. Raises NoSuchPart.
    """
    name, _, part = go.partition(":")
    match name:
        case "option_up" | "option_down":
            options = find_question(questionnaire, id).options
            return set_options(questionnaire, id, moved(options, part, -1 if name == "option_up" else 1))
        case "row_up" | "row_down":
            rows = find_question(questionnaire, id).rows
            return set_rows(questionnaire, id, moved(rows, part, -1 if name == "row_up" else 1))
        case "option_drop":
            left = [one for one in find_question(questionnaire, id).options if one.id != part]
            return set_options(questionnaire, id, left)
        case "row_drop":
            return set_rows(questionnaire, id, [one for one in find_question(questionnaire, id).rows if one.id != part])
        case "part_drop":
            return drop_part(questionnaire, id, part)
    return questionnaire


def without_line(given: Given, go: str) -> Given:
    """The form without the line that a button takes away: when_drop:2, must_drop:1, narrow_drop:1."""
    name, _, number = go.partition(":")
    of = name.removesuffix("_drop")
    if of == name or of not in LINES:
        return given
    return {**given, of: [one for one in given.get(of, ()) if one != number]}
