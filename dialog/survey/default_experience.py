"""The part of the default questionnaire about problems, worry and crime."""

from dialog.survey.questionnaire import Question, Row
from dialog.survey.wording import CHOOSE_ALL, DONT_KNOW, NO, PREFER_NOT, option, words

PROBLEMS = (  # the ids are those of the codebook's first ten topics
    option("T1", "Traffic and reckless driving", "Trafik och buskörning", "المرور والقيادة المتهورة"),
    option("T2", "Drugs and alcohol", "Narkotika och alkohol", "المخدرات والكحول"),
    option(
        "T3",
        "Young people: trouble and too few adults",
        "Ungdomar: bråk och för få vuxna",
        "الشباب: شجارات وقلة البالغين",
    ),
    option("T4", "Disorderly gatherings and noise", "Störande samlingar och oljud", "تجمّعات مزعجة وضوضاء"),
    option("T5", "Vandalism and arson", "Skadegörelse och anlagda bränder", "التخريب وإشعال الحرائق"),
    option("T6", "Theft, burglary and fraud", "Stöld, inbrott och bedrägeri", "السرقة والسطو والاحتيال"),
    option("T7", "Violence and threats", "Våld och hot", "العنف والتهديد"),
    option("T8", "Gangs and organised crime", "Gäng och organiserad brottslighet", "العصابات والجريمة المنظمة"),
    option(
        "T9",
        "Dark, hidden or desolate places",
        "Mörka, skymda eller ödsliga platser",
        "أماكن مظلمة أو محجوبة أو مهجورة",
    ),
    option("T10", "Litter and poor upkeep", "Nedskräpning och dålig skötsel", "القمامة وسوء الصيانة"),
)

YOUR_EXPERIENCE = (
    Question(
        "Q2",
        "matrix",
        words(
            en="How big are these problems where you live?",
            sv="Hur stora är de här problemen där du bor?",
            ar="ما حجم هذه المشكلات حيث تسكن؟",
        ),
        hint=words(en="Skip any you like.", sv="Hoppa över dem du vill.", ar="تخطَّ منها ما تشاء."),
        rows=tuple(Row(problem.id, problem.text, f"problem_size.{problem.id}") for problem in PROBLEMS),
        options=(
            option("none", "No problem", "Inget problem", "ليست مشكلة"),
            option("small", "Small", "Litet", "صغيرة"),
            option("fairly_big", "Fairly big", "Ganska stort", "كبيرة إلى حد ما"),
            option("very_big", "Very big", "Mycket stort", "كبيرة جدًا"),
            DONT_KNOW,
        ),
    ),
    Question(
        "Q3",
        "one_of",
        words(
            en="Which problem do you think is the most important?",
            sv="Vilket är det viktigaste problemet, tycker du?",
            ar="ما أهم مشكلة في رأيك؟",
        ),
        options=PROBLEMS,
        text_label=words(en="Tell us about the problem", sv="Berätta om problemet", ar="أخبرنا عن المشكلة"),
        text_hint=words(
            en="What happens, when and how often? Write no names, addresses or anything else that points to a person – "
            "not to yourself either.",
            sv="Vad händer, när och hur ofta? Skriv inga namn, adresser eller annat som pekar ut en person – "
            "inte dig själv heller.",
            ar="ماذا يحدث، ومتى، وكم مرة؟ لا تكتب أسماء أو عناوين أو أي شيء يدل على شخص – ولا على نفسك أيضًا.",
        ),
        measures="main_problem",
    ),
    Question(
        "Q6",
        "one_of",
        words(
            en="In the past year, have you avoided places or activities because you felt unsafe?",
            sv="Har du det senaste året undvikit platser eller aktiviteter för att du känt dig otrygg?",
            ar="هل تجنّبت في السنة الأخيرة أماكن أو أنشطة لأنك شعرت بعدم الأمان؟",
        ),
        options=(
            option("never", "Never", "Aldrig", "أبدًا"),
            option("sometimes", "Sometimes", "Någon gång", "أحيانًا"),
            option("often", "Often", "Ofta", "كثيرًا"),
        ),
        measures="avoidance",
    ),
    Question(
        "Q7",
        "several_of",
        words(
            en="Do you worry that any of this will happen to you?",
            sv="Oroar du dig för att utsättas för något av det här?",
            ar="هل تقلق من أن تتعرّض لشيء مما يلي؟",
        ),
        hint=CHOOSE_ALL,
        options=(
            option("burglary", "Burglary", "Inbrott", "السطو على المنزل"),
            option("violence_robbery", "Violence or robbery", "Våld eller rån", "العنف أو السلب"),
            option("sexual_harassment", "Sexual harassment", "Sexuellt ofredande", "التحرش الجنسي"),
            option("fraud", "Fraud", "Bedrägeri", "الاحتيال"),
            option("vandalism", "Vandalism", "Skadegörelse", "تخريب الممتلكات"),
            option("theft", "Theft", "Stöld", "السرقة"),
            option("nothing", "None of these", "Inget av det här", "لا شيء مما سبق"),
        ),
        exclusive=frozenset({"nothing"}),
        measures="worry",
    ),
    Question(
        "Q8",
        "one_of",
        words(
            en="Have you been the victim of a crime here in the past 12 months?",
            sv="Har du utsatts för brott här de senaste 12 månaderna?",
            ar="هل تعرّضت لجريمة هنا خلال الأشهر الاثني عشر الأخيرة؟",
        ),
        hint=words(en="We don't ask what happened.", sv="Vi frågar inte vad som hände.", ar="لا نسأل عمّا حدث."),
        options=(
            option("yes_reported", "Yes, and it was reported", "Ja, och det är anmält", "نعم، وتم الإبلاغ عنها"),
            option(
                "yes_unreported",
                "Yes, but it was not reported",
                "Ja, men det är inte anmält",
                "نعم، ولم يتم الإبلاغ عنها",
            ),
            NO,
            PREFER_NOT,
        ),
        measures="victimisation",
    ),
)
