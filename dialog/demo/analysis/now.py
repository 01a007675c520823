"""The analysis of the round that is open, in the making. Pure."""

from dialog.demo.analysis.others import CRIME
from dialog.demo.analysis.parts import Behind, Focus, Found, cell, said, whole
from dialog.picture.findings.told import (
    GAP,
    MODERATE,
    PROBLEM,
    SITUATIONAL,
    SPOT,
    STRENGTH,
    TOO_LITTLE,
    UNDECIDED,
    WEAK,
)

FINDINGS = (
    Found(
        "norrby",
        PROBLEM,
        said(
            "Norrby är hittills otryggast på kvällen, även i år",
            "Norrby is again the least safe in the evening, so far",
            "نوربي هي حتى الآن الأقل أمانًا في المساء هذا العام أيضًا",
        ),
        said(
            "Hittills känner sig fler otrygga än trygga sent på kvällen i Norrby. Gångvägen bakom skolan är åter bland "
            "de platser som flest rapporterar.",
            "So far, more people in Norrby feel unsafe than safe late in the evening. The path behind the school is "
            "again among the places that most report.",
            "حتى الآن يشعر عدد أكبر في نوربي بعدم الأمان في وقت متأخر من المساء مقارنة بمن يشعرون بالأمان. والممر خلف "
            "المدرسة هو مجددًا من أكثر الأماكن المبلَّغ عنها.",
        ),
        MODERATE,
        said(
            "Frågor och rapporter säger samma sak, och de anmälda brotten ökar. Men omgången pågår och siffrorna kan "
            "ändras.",
            "Questions and reports say the same, and reported crimes increase. But the round is open and the figures "
            "may change.",
            "الأسئلة والبلاغات تقول الشيء نفسه، والجرائم المبلَّغ عنها تزداد. لكن الجولة مستمرة وقد تتغير الأرقام.",
        ),
        rests=(
            cell("Q1.b-by-area", "norrby", "group:unsafe"),
            cell("Q1.b-by-area", "norrby", "group:safe"),
            cell("problems", "norrby", "T9"),
            cell("rated", "norrby", "rated"),
            CRIME,
        ),
        places=("Gångvägen bakom Norrbyskolan",),
        causes=(
            Behind(
                said(
                    "Lyktorna som lagades i våras har gått sönder igen",
                    "The lamps that were mended in spring have broken again",
                    "المصابيح التي أُصلحت في الربيع تعطلت من جديد",
                ),
                SITUATIONAL,
                SPOT,
            ),
        ),
    ),
    Found(
        "trafik",
        PROBLEM,
        said(
            "Trafiken är hittills det som flest tar upp",
            "Traffic is what most have brought up so far",
            "حركة المرور هي أكثر ما ذُكر حتى الآن",
        ),
        said(
            "Som i förra omgången är trafik och buskörning det problem som flest kallar stort, och Östra byarna "
            "skiljer ut sig.",
            "As in the round before, traffic and reckless driving is the problem that most call big, and Östra byarna "
            "stands out.",
            "كما في الجولة السابقة، حركة المرور والقيادة المتهورة هي المشكلة التي يصفها أكبر عدد بأنها كبيرة، والقرى "
            "الشرقية تبرز بينها.",
        ),
        MODERATE,
        said(
            "Många röster. Omgången pågår, och många fritexter är inte lästa än.",
            "Many voices. The round is open, and many texts have not been read yet.",
            "أصوات كثيرة. الجولة مستمرة، ونصوص كثيرة لم تُقرأ بعد.",
        ),
        rests=(cell("problems", "all", "T1"), cell("rated", "all", "rated"), cell("problems", "ostra-byarna", "T1")),
    ),
    Found(
        "vuxna",
        STRENGTH,
        said(
            "Vuxna som syns nämns som en styrka",
            "Adults who are seen are named as a strength",
            "وجود بالغين ظاهرين يُذكر كنقطة قوة",
        ),
        said(
            "Flera skriver att föräldravandrarna och andra vuxna ute på kvällen gör skillnad.",
            "Several write that parents on patrol and other adults out in the evening make a difference.",
            "يكتب عدة أشخاص أن دوريات الأهل والبالغين الآخرين في المساء تُحدث فرقًا.",
        ),
        WEAK,
        said("Få röster hittills.", "Few voices so far.", "أصوات قليلة حتى الآن."),
        rests=(cell("themes", "T12", "strength"),),
        quotes=(("T12", STRENGTH),),
        in_summary=False,
    ),
    Found(
        "torsvik",
        GAP,
        said(
            "Om Torsvik vet vi fortfarande för lite",
            "Of Torsvik we still know too little",
            "عن تورشفيك ما زلنا نعرف القليل جدًا",
        ),
        said(
            "Än så länge har så få svarat från Torsvik att inga siffror kan visas. Det finns tid att åka dit.",
            "So far, so few have answered from Torsvik that no figures can be shown. There is time to go there.",
            "حتى الآن أجاب من تورشفيك عدد قليل جدًا بحيث لا يمكن عرض أي أرقام. وما زال هناك وقت للذهاب إلى هناك.",
        ),
        TOO_LITTLE,
        said("Tystnad är inget svar.", "Silence is no answer.", "الصمت ليس جوابًا."),
        rests=(whole("area"),),
    ),
)

FOCUS_AREAS = (
    Focus(
        said(
            "Ljus och sikt i Norrby, fortsättning",
            "Light and sight in Norrby, continued",
            "الضوء والرؤية في نوربي، تتمة",
        ),
        said("", "", ""),
        ("norrby",),
        decision=UNDECIDED,
    ),
)
