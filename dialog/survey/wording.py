"""Words that the default questionnaire uses again and again, in every language it comes in."""

from dialog.languages import Words
from dialog.survey.questionnaire import Option


def words(*, en: str, sv: str, ar: str) -> Words:
    """One text in every language the default questionnaire comes in."""
    return {"en": en, "sv": sv, "ar": ar}


def option(id: str, en: str, sv: str, ar: str) -> Option:
    return Option(id, words(en=en, sv=sv, ar=ar))


CHOOSE_ALL = words(en="Choose all that apply.", sv="Välj alla som stämmer.", ar="اختر كل ما ينطبق.")
DONT_KNOW = option("dont_know", "Don't know", "Vet inte", "لا أعرف")
PREFER_NOT = option("prefer_not", "Prefer not to say", "Vill inte svara", "أفضّل عدم الإجابة")
YES = option("yes", "Yes", "Ja", "نعم")
PARTLY = option("partly", "Partly", "Delvis", "جزئيًا")
NO = option("no", "No", "Nej", "لا")
