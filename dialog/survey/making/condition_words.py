"""A condition as a sentence."""

from flask_babel import gettext as _

from dialog.survey.conditions import AllOf, Answered, AnyOf, Chosen, Compared, Condition, Counted, Not
from dialog.survey.making.naming import answer_called, both, either, said
from dialog.survey.questionnaire import Questionnaire

SIGN_SHOWN = {"=": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}


def in_words(condition: Condition, questionnaire: Questionnaire) -> str:
    """Such as: the answer to “How often?” is “Often” or “Always”."""
    match condition:
        case AllOf(conditions):
            return both([_inside(one, questionnaire) for one in conditions]) if conditions else ""
        case AnyOf(conditions):
            return either([_inside(one, questionnaire) for one in conditions]) if conditions else ""
        case Not(Chosen(question, options)):
            asked, chosen = answer_called(questionnaire, question), _options(question, options, questionnaire)
            return _("the answer to “%(question)s” is not %(options)s", question=asked, options=chosen)
        case Not(Answered(question)):
            return _("“%(question)s” has not been answered", question=answer_called(questionnaire, question))
        case Not(inner):
            return _("it is not so that %(condition)s", condition=_inside(inner, questionnaire))
    return _simple(condition, questionnaire)


def _simple(condition: Chosen | Answered | Compared | Counted, questionnaire: Questionnaire) -> str:
    asked = answer_called(questionnaire, condition.question)
    match condition:
        case Chosen(question, options):
            chosen = _options(question, options, questionnaire)
            return _("the answer to “%(question)s” is %(options)s", question=asked, options=chosen)
        case Answered():
            return _("“%(question)s” has been answered", question=asked)
        case Counted(_q, sign, value):
            shown = SIGN_SHOWN[sign]
            return _(
                "the number of options chosen in “%(question)s” %(sign)s %(value)s",
                question=asked,
                sign=shown,
                value=value,
            )
        case Compared(_q, sign, value, other):
            shown = SIGN_SHOWN[sign]
            than = f"“{answer_called(questionnaire, other)}”" if other else value
            return _("the answer to “%(question)s” %(sign)s %(value)s", question=asked, sign=shown, value=than)


def _inside(condition: Condition, questionnaire: Questionnaire) -> str:
    words = in_words(condition, questionnaire)
    return f"({words})" if isinstance(condition, AllOf | AnyOf) else words


def _options(question: str, options: tuple[str, ...], questionnaire: Questionnaire) -> str:
    column = next((one for one in questionnaire.columns() if one.id == question), None)
    asked = next((one.options for one in questionnaire.questions() if one.id == question), ())
    texts = {one.id: said(one.text, questionnaire.main) for one in (column.options if column else asked)}
    return either([f"“{texts.get(one, one)}”" for one in options])
