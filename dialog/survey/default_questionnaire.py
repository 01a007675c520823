"""The questionnaire a municipality starts from: five minutes, and only the area and the first question compulsory."""

from functools import cache

from dialog.places.fields import REMEDIES
from dialog.survey.default_experience import YOUR_EXPERIENCE
from dialog.survey.questionnaire import ELSEWHERE, Option, Question, Questionnaire, Row, Section
from dialog.survey.wording import CHOOSE_ALL, DONT_KNOW, NO, PARTLY, PREFER_NOT, YES, option, words

WHERE_YOU_LIVE = (
    Question(
        "Q0",
        "area",
        words(
            en="Where do you live, or spend most of your time?",
            sv="Var bor du, eller var är du mest?",
            ar="أين تسكن، أو تقضي معظم وقتك؟",
        ),
        hint=words(
            en="Choose one area. We never ask for your address.",
            sv="Välj ett område. Vi frågar aldrig efter din adress.",
            ar="اختر منطقة واحدة. لا نسأل أبدًا عن عنوانك.",
        ),
        options=(option(ELSEWHERE, "Somewhere else", "Annan ort", "مكان آخر"),),
        required=True,
        measures="area",
    ),
    Question(
        "Q1",
        "scale",
        words(
            en="How safe do you feel where you live?",
            sv="Hur trygg känner du dig där du bor?",
            ar="ما مدى شعورك بالأمان حيث تسكن؟",
        ),
        hint=words(en="Think of the past year.", sv="Tänk på det senaste året.", ar="فكّر في السنة الأخيرة."),
        rows=(
            Row("a", words(en="In the daytime", sv="På dagen", ar="في النهار"), "safety_day"),
            Row(
                "b",
                words(en="Late in the evening", sv="Sent på kvällen", ar="في وقت متأخر من المساء"),
                "safety_evening",
            ),
        ),
        options=(
            option("very_safe", "Very safe", "Mycket trygg", "آمن جدًا"),
            option("fairly_safe", "Fairly safe", "Ganska trygg", "آمن إلى حد ما"),
            option("fairly_unsafe", "Fairly unsafe", "Ganska otrygg", "غير آمن إلى حد ما"),
            option("very_unsafe", "Very unsafe", "Mycket otrygg", "غير آمن إطلاقًا"),
            option("stay_in", "I don't go out", "Går inte ut", "لا أخرج"),
            DONT_KNOW,
        ),
        required=True,
    ),
)

PLACES = (
    Question(
        "Q4",
        "places",
        words(
            en="Is there a place where you feel unsafe?",
            sv="Finns det en plats där du känner dig otrygg?",
            ar="هل يوجد مكان تشعر فيه بعدم الأمان؟",
        ),
        hint=words(
            en="You can tell us about up to three.",
            sv="Du kan berätta om högst tre.",
            ar="يمكنك أن تخبرنا عن ثلاثة أماكن على الأكثر.",
        ),
        maximum=3,
        feeling="unsafe",
        measures="unsafe_places",
    ),
    Question(
        "Q5",
        "places",
        words(
            en="Is there a place where you feel safe – and why?",
            sv="Finns det en plats där du känner dig trygg – och varför?",
            ar="هل يوجد مكان تشعر فيه بالأمان – ولماذا؟",
        ),
        hint=words(
            en="What works is just as good to know.",
            sv="Det som fungerar är lika viktigt att veta.",
            ar="معرفة ما ينجح مهمة بالقدر نفسه.",
        ),
        maximum=1,
        feeling="safe",
        measures="safe_places",
    ),
)

WHAT_WOULD_HELP = (
    Question(
        "Q9",
        "several_of",
        words(en="What would make it safer?", sv="Vad skulle göra det tryggare?", ar="ما الذي يجعل المكان أكثر أمانًا؟"),
        hint=words(en="Choose at most three.", sv="Välj högst tre.", ar="اختر ثلاثة على الأكثر."),
        options=tuple(Option(id, text) for id, text in REMEDIES.items()),
        maximum=3,
        text_label=words(en="Something else – what?", sv="Något annat – vad?", ar="شيء آخر – ما هو؟"),
        text_hint=words(en="Write no names.", sv="Skriv inga namn.", ar="لا تكتب أسماء."),
        measures="would_help",
    ),
    Question(
        "Q10",
        "one_of",
        words(
            en="Do you know about the citizen pledge?",
            sv="Känner du till medborgarlöftet?",
            ar="هل تعرف وعد المواطنين؟",
        ),
        hint=words(
            en="What the municipality and the police have promised to do for safety here.",
            sv="Det som kommunen och polisen har lovat att göra för tryggheten här.",
            ar="ما وعدت البلدية والشرطة بفعله من أجل الأمان هنا.",
        ),
        options=(YES, PARTLY, NO),
        measures="pledge_awareness",
    ),
    Question(
        "Q11",
        "scale",
        words(
            en="Do the police and the municipality care about the problems where you live?",
            sv="Bryr sig polisen och kommunen om problemen där du bor?",
            ar="هل تهتم الشرطة والبلدية بالمشكلات حيث تسكن؟",
        ),
        rows=(
            Row("police", words(en="The police", sv="Polisen", ar="الشرطة"), "police_cares"),
            Row("municipality", words(en="The municipality", sv="Kommunen", ar="البلدية"), "municipality_cares"),
        ),
        options=(YES, PARTLY, NO, DONT_KNOW),
    ),
    Question(
        "Q12",
        "several_of",
        words(
            en="How would you like to hear what came of it?",
            sv="Hur vill du få veta vad det ledde till?",
            ar="كيف تريد أن تعرف ما الذي تحقق؟",
        ),
        hint=CHOOSE_ALL,
        options=(
            option("web", "On this website", "På den här webbplatsen", "في هذا الموقع"),
            option("notice", "On notice boards", "På anslagstavlor", "على لوحات الإعلان"),
            option("meeting", "At a meeting", "På ett möte", "في لقاء"),
            option(
                "association", "Through school or an association", "Genom skola eller förening", "عبر المدرسة أو جمعية"
            ),
            option("follow_code", "With a code of my own", "Med en egen kod", "برمز خاص بي"),
        ),
        measures="feedback_channel",
    ),
)

ABOUT_YOU = (
    Question(
        "B1",
        "one_of",
        words(en="How old are you?", sv="Hur gammal är du?", ar="كم عمرك؟"),
        options=(
            option("0-15", "15 or younger", "15 år eller yngre", "15 سنة أو أقل"),
            option("16-24", "16–24", "16–24 år", "من 16 إلى 24 سنة"),
            option("25-44", "25–44", "25–44 år", "من 25 إلى 44 سنة"),
            option("45-64", "45–64", "45–64 år", "من 45 إلى 64 سنة"),
            option("65-84", "65–84", "65–84 år", "من 65 إلى 84 سنة"),
            option("85-plus", "85 or older", "85 år eller äldre", "85 سنة أو أكثر"),
            PREFER_NOT,
        ),
        measures="age",
        background=True,
    ),
    Question(
        "B2",
        "one_of",
        words(en="What is your gender?", sv="Vilket kön har du?", ar="ما جنسك؟"),
        options=(
            option("woman", "Woman", "Kvinna", "امرأة"),
            option("man", "Man", "Man", "رجل"),
            option("nonbinary_other", "Non-binary or other", "Icke-binär eller annat", "غير ثنائي أو غير ذلك"),
            PREFER_NOT,
        ),
        measures="gender",
        background=True,
    ),
    Question(
        "B3",
        "several_of",
        words(en="What do you do here?", sv="Vad gör du här?", ar="ما علاقتك بالمنطقة؟"),
        hint=CHOOSE_ALL,
        options=(
            option("live", "I live here", "Jag bor här", "أسكن هنا"),
            option("work", "I work here", "Jag arbetar här", "أعمل هنا"),
            option("study", "I study here", "Jag studerar här", "أدرس هنا"),
            option("visit", "I visit", "Jag besöker platsen", "أزور المكان"),
            option("business", "I have a business here", "Jag har företag här", "لديّ عمل تجاري هنا"),
        ),
        measures="relation",
        background=True,
    ),
)


@cache
def default_questionnaire() -> Questionnaire:
    """Version 1, in Swedish, English and Arabic."""
    return Questionnaire(
        id="trygghet",
        version=1,
        title=words(en="Safety where you live", sv="Trygghet där du bor", ar="الأمان حيث تسكن"),
        spoken=("sv", "en", "ar"),
        sections=(
            Section("home", words(en="Where you live", sv="Där du bor", ar="حيث تسكن"), WHERE_YOU_LIVE),
            Section("experience", words(en="Your experience", sv="Din upplevelse", ar="تجربتك"), YOUR_EXPERIENCE),
            Section("places", words(en="Places", sv="Platser", ar="الأماكن"), PLACES),
            Section(
                "help", words(en="What would help", sv="Vad som skulle hjälpa", ar="ما الذي يساعد"), WHAT_WOULD_HELP
            ),
            Section("about", words(en="About you", sv="Om dig", ar="معلومات عنك"), ABOUT_YOU),
        ),
    )
