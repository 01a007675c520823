"""The questionnaire that colleagues are asked to begin with: what they see in their work, where, when, and what works.

Its units are kinds of workplaces; a municipality writes its own in their place.
"""

from functools import cache

from dialog.languages import Words
from dialog.places.fields import KINDS, TIMES
from dialog.survey.default_experience import PROBLEMS
from dialog.survey.questionnaire import Option, Question, Questionnaire, Row, Section

WORKPLACE = "workplace"  # what the question about the unit measures
LANGUAGES = ("sv", "en")


def _words(*, en: str, sv: str) -> Words:
    return {"en": en, "sv": sv}


def _option(id: str, en: str, sv: str) -> Option:
    return Option(id, _words(en=en, sv=sv))


def _in_both(words: Words) -> Words:
    return {tag: words[tag] for tag in LANGUAGES}


_DONT_KNOW = _option("dont_know", "Don't know", "Vet inte")
_PREFER_NOT = _option("prefer_not", "Prefer not to say", "Vill inte svara")
_SEEN = tuple(Option(one.id, _in_both(one.text)) for one in PROBLEMS)

YOUR_WORK = (
    Question(
        "S1",
        "one_of",
        _words(en="Where do you work?", sv="Var arbetar du?"),
        hint=_words(
            en="Nothing is told of a workplace where fewer than ten have answered.",
            sv="Ingenting redovisas för en arbetsplats där färre än tio har svarat.",
        ),
        options=(
            _option("preschool_school", "Preschool or compulsory school", "Förskola eller grundskola"),
            _option("upper_secondary", "Upper secondary school", "Gymnasieskola"),
            _option("care", "Home care or care home", "Hemtjänst eller särskilt boende"),
            _option("social_services", "Social services", "Socialtjänst"),
            _option("leisure_library", "Leisure, sports or library", "Fritid, idrott eller bibliotek"),
            _option("property_streets", "Property, streets and parks", "Fastighet, gata och park"),
            _option("rescue_service", "Rescue service", "Räddningstjänst"),
            _option("police", "Police", "Polis"),
            _option("other_unit", "Another workplace", "Annan arbetsplats"),
            _PREFER_NOT,
        ),
        required=True,
        measures=WORKPLACE,
        background=True,
    ),
)

WHAT_YOU_SEE = (
    Question(
        "S2",
        "matrix",
        _words(
            en="How big are these problems, as you see them in your work?",
            sv="Hur stora är de här problemen, som du ser dem i ditt arbete?",
        ),
        hint=_words(en="Skip any you do not see.", sv="Hoppa över dem du inte ser något av."),
        rows=tuple(Row(one.id, one.text, f"work_problem.{one.id}") for one in _SEEN),
        options=(
            _option("none", "No problem", "Inget problem"),
            _option("small", "Small", "Litet"),
            _option("fairly_big", "Fairly big", "Ganska stort"),
            _option("very_big", "Very big", "Mycket stort"),
            _DONT_KNOW,
        ),
    ),
    Question(
        "S3",
        "one_of",
        _words(en="Which problem weighs most in your work?", sv="Vilket problem väger tyngst i ditt arbete?"),
        options=_SEEN,
        text_label=_words(en="Tell us about what you see", sv="Berätta om det du ser"),
        text_hint=_words(
            en="What happens, when and how often? Write nothing that points to a person – not to a pupil, a client, "
            "a colleague or yourself.",
            sv="Vad händer, när och hur ofta? Skriv inget som pekar ut en person – varken elev, brukare, kollega eller "
            "dig själv.",
        ),
        measures="work_main_problem",
    ),
    Question(
        "S4",
        "one_of",
        _words(en="How has it become in the past year?", sv="Hur har det blivit det senaste året?"),
        options=(
            _option("better", "Better", "Bättre"),
            _option("same", "About the same", "Ungefär likadant"),
            _option("worse", "Worse", "Sämre"),
            _DONT_KNOW,
        ),
        measures="work_trend",
    ),
)

WHERE_AND_WHEN = (
    Question(
        "S5",
        "several_of",
        _words(en="At what kind of places do you see it?", sv="På vilka slags platser ser du det?"),
        hint=_words(en="Choose at most three.", sv="Välj högst tre."),
        options=tuple(Option(id, _in_both(text)) for id, text in KINDS.items()),
        maximum=3,
        measures="work_places",
    ),
    Question(
        "S6",
        "several_of",
        _words(en="When do you see it?", sv="När ser du det?"),
        hint=_words(en="Choose all that apply.", sv="Välj alla som stämmer."),
        options=tuple(Option(id, _in_both(text)) for id, text in TIMES.items()),
        measures="work_times",
    ),
)

WHAT_YOU_NEED = (
    Question(
        "S7",
        "several_of",
        _words(en="What would you need, to be able to do more?", sv="Vad skulle du behöva för att kunna göra mer?"),
        hint=_words(en="Choose at most three.", sv="Välj högst tre."),
        options=(
            _option("whom_to_call", "Knowing whom to turn to", "Veta vem jag ska vända mig till"),
            _option("quick_answers", "Quicker answers from others", "Snabbare svar från andra"),
            _option("more_adults", "More of us on the spot", "Fler av oss på plats"),
            _option("training", "Training", "Utbildning"),
            _option("routines", "Clear routines", "Tydliga rutiner"),
            _option("joint_work", "Working together across units", "Arbeta ihop över enhetsgränser"),
            _option("place_upkeep", "Lighting and upkeep of places", "Belysning och skötsel av platser"),
            _option("time", "Time for it", "Tid för det"),
            _option("manager", "Support from my manager", "Stöd från min chef"),
        ),
        maximum=3,
        measures="work_needs",
    ),
    Question(
        "S8",
        "one_of",
        _words(
            en="Do you know whom to turn to when you see a problem?",
            sv="Vet du vem du ska vända dig till när du ser ett problem?",
        ),
        options=(_option("yes", "Yes", "Ja"), _option("partly", "Partly", "Delvis"), _option("no", "No", "Nej")),
        measures="work_knows_whom",
    ),
    Question(
        "S9",
        "text",
        _words(en="What works, and should be done more?", sv="Vad fungerar och borde göras mer?"),
        hint=_words(
            en="A way of working, a place, an agreement. Write no names.",
            sv="Ett arbetssätt, en plats, en överenskommelse. Skriv inga namn.",
        ),
    ),
)


@cache
def staff_dialogue() -> Questionnaire:
    """Version 1, in Swedish and English."""
    return Questionnaire(
        id="staff-dialogue",
        version=1,
        title=_words(en="What you see in your work", sv="Det du ser i ditt arbete"),
        spoken=LANGUAGES,
        sections=(
            Section("work", _words(en="Your work", sv="Ditt arbete"), YOUR_WORK),
            Section("see", _words(en="What you see", sv="Det du ser"), WHAT_YOU_SEE),
            Section("where", _words(en="Where and when", sv="Var och när"), WHERE_AND_WHEN),
            Section(
                "need",
                _words(en="What is needed, and what works", sv="Vad som behövs och vad som fungerar"),
                WHAT_YOU_NEED,
            ),
        ),
    )
