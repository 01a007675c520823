"""What was found in the round that ended, as its edition tells it. Pure."""

from dialog.demo.analysis.others import ASSESSMENT, CRIME, DEPARTMENTS, SAFETY
from dialog.demo.analysis.parts import Found, cell, said, whole
from dialog.demo.analysis.reasons import LIGHT
from dialog.picture.findings.told import (
    DISAGREEMENT,
    GAP,
    MODERATE,
    PROBLEM,
    STRENGTH,
    STRONG,
    TOO_LITTLE,
    WEAK,
)

FINDINGS = (
    Found(
        "norrby",
        PROBLEM,
        said(
            "Norrby känns otryggast på kvällen, och mörkret nämns mest",
            "Norrby feels least safe in the evening, and darkness is named most",
            "نوربي هي الأقل أمانًا في المساء، والظلام هو أكثر ما يُذكر",
        ),
        said(
            "I Norrby är det fler som känner sig otrygga än trygga sent på kvällen. Mörka, skymda och ödsliga platser "
            "är det problem som flest i området kallar stort. Gångvägen bakom skolan är en av de platser som flest "
            "har rapporterat.",
            "In Norrby more people feel unsafe than safe late in the evening. Dark, hidden and desolate places are the "
            "problem that most people there call big. The path behind the school is one of the places that most have "
            "reported.",
            "في نوربي عدد من يشعرون بعدم الأمان في وقت متأخر من المساء أكبر من عدد من يشعرون بالأمان. والأماكن المظلمة "
            "والمحجوبة والمهجورة هي المشكلة التي يصفها أكبر عدد هناك بأنها كبيرة. والممر خلف المدرسة من أكثر الأماكن "
            "التي أُبلغ عنها.",
        ),
        STRONG,
        said(
            "Svar på frågor, rapporterade platser och fritexter säger samma sak, och Norrby är det område som flest "
            "har svarat från. Trygghetsmätningen och gatuenheten säger detsamma.",
            "Answers to questions, reported places and texts say the same, and Norrby is the area with most answers. "
            "The safety survey and the street unit say so too.",
            "الإجابات عن الأسئلة والأماكن المبلَّغ عنها والنصوص تقول الشيء نفسه، ونوربي هي المنطقة التي جاء منها "
            "أكبر عدد من الإجابات. ويقول قياس الأمان ووحدة الشوارع الشيء نفسه.",
        ),
        rests=(
            cell("Q1.b-by-area", "norrby", "group:unsafe"),
            cell("Q1.b-by-area", "norrby", "group:safe"),
            cell("problems", "norrby", "T9"),
            cell("rated", "norrby", "rated"),
            cell("themes-by-area", "norrby", "T9"),
            SAFETY,
            DEPARTMENTS,
        ),
        places=("Gångvägen bakom Norrbyskolan",),
        quotes=(("T9", PROBLEM),),
        causes=LIGHT,
    ),
    Found(
        "trafik",
        PROBLEM,
        said(
            "Trafiken tas upp i nästan alla områden, mest i Östra byarna",
            "Traffic is brought up in nearly all areas, most in Östra byarna",
            "حركة المرور تُذكر في كل المناطق تقريبًا، وأكثرها في القرى الشرقية",
        ),
        said(
            "Trafik och buskörning är det problem som flest kallar stort. I Östra byarna gäller det de flesta som "
            "svarat. Det som beskrivs är höga farter på landsvägen och vid skolvägarna.",
            "Traffic and reckless driving is the problem that most call big. In Östra byarna most of those who "
            "answered do so. What they describe is high speed on the main road and near the ways to school.",
            "حركة المرور والقيادة المتهورة هي المشكلة التي يصفها أكبر عدد بأنها كبيرة. وفي القرى الشرقية يقول ذلك "
            "معظم من أجابوا. وما يصفونه هو السرعة العالية على الطريق الرئيسي وقرب طرق المدارس.",
        ),
        MODERATE,
        said(
            "Många röster från flera områden säger det både i frågorna och i egna ord. Östra byarna har få svar, och "
            "inga farter är uppmätta.",
            "Many voices from several areas say so both in the questions and in their own words. Östra byarna has few "
            "answers, and no speeds have been measured.",
            "أصوات كثيرة من عدة مناطق تقول ذلك في الأسئلة وبكلماتها الخاصة. لكن الإجابات من القرى الشرقية قليلة، ولم "
            "تُقَس أي سرعات.",
        ),
        rests=(
            cell("problems", "all", "T1"),
            cell("problems", "ostra-byarna", "T1"),
            cell("rated", "ostra-byarna", "rated"),
            cell("themes-by-area", "ostra-byarna", "T1"),
        ),
    ),
    Found(
        "centrum",
        PROBLEM,
        said(
            "Centrum störs på kvällar och helger, och vid stationen stjäls cyklar",
            "Centrum is disturbed in evenings and at weekends, and bicycles are stolen at the station",
            "المركز يشهد إزعاجًا في المساء وعطلة نهاية الأسبوع، وتُسرق الدراجات عند المحطة",
        ),
        said(
            "I Centrum är bråk, oljud och stölder det som flest kallar stora problem. Stationen och dess cykelställ "
            "kommer igen både bland platserna och i det som människor skrev.",
            "In Centrum, disorder, noise and theft are what most call big problems. The station and its bicycle racks "
            "return both among the places and in what people wrote.",
            "في المركز يصف أكبر عدد الإزعاج والضوضاء والسرقات بأنها مشكلات كبيرة. وتتكرر المحطة ومواقف الدراجات فيها "
            "بين الأماكن وفي ما كتبه الناس.",
        ),
        MODERATE,
        said(
            "Många svar från Centrum, och de flesta anmälda stölderna sker där. Få rapporter gäller just stationen.",
            "Many answers from Centrum, and most reported thefts happen there. Few reports are about the station "
            "itself.",
            "إجابات كثيرة من المركز، ومعظم السرقات المبلَّغ عنها تحدث هناك. لكن البلاغات عن المحطة نفسها قليلة.",
        ),
        rests=(
            cell("problems", "centrum", "T4"),
            cell("problems", "centrum", "T6"),
            cell("rated", "centrum", "rated"),
            cell("themes-by-area", "centrum", "T6"),
            CRIME,
        ),
        places=("Resecentrum", "Cykelstället vid stationen"),
        quotes=(("T6", PROBLEM),),
    ),
    Found(
        "tunneln",
        STRENGTH,
        said(
            "Ljus gör skillnad: den nya belysningen i tunneln nämns som en styrka",
            "Light makes a difference: the new lamps in the tunnel are named as a strength",
            "الضوء يُحدث فرقًا: تُذكر الإنارة الجديدة في النفق كنقطة قوة",
        ),
        said(
            "God belysning är bland det som oftast nämns när en plats känns trygg. Flera skriver att de vågar gå genom "
            "tunneln igen.",
            "Good lighting is among what is named most often where a place feels safe. Several write that they dare to "
            "walk through the tunnel again.",
            "الإنارة الجيدة من أكثر ما يُذكر عندما يبدو المكان آمنًا. وكتب عدة أشخاص أنهم يجرؤون على المشي في النفق "
            "من جديد.",
        ),
        WEAK,
        said(
            "Få röster, men de säger samma sak. Ingen jämförelse med läget före de nya lamporna är gjord.",
            "Few voices, but they say the same. No comparison with how it was before the new lamps has been made.",
            "أصوات قليلة، لكنها تقول الشيء نفسه. ولم تُجرَ مقارنة بالوضع قبل الإنارة الجديدة.",
        ),
        rests=(cell("strengths", "lighting"), cell("themes", "T9", "strength")),
        quotes=(("T9", STRENGTH),),
    ),
    Found(
        "torsvik",
        GAP,
        said("Om Torsvik vet vi för lite", "Of Torsvik we know too little", "عن تورشفيك نعرف القليل جدًا"),
        said(
            "Så få har svarat från Torsvik att inga siffror kan visas. Det betyder inte att det är tryggt där.",
            "So few have answered from Torsvik that no figures can be shown. That does not mean that it is safe there.",
            "أجاب من تورشفيك عدد قليل جدًا بحيث لا يمكن عرض أي أرقام. وهذا لا يعني أن المكان آمن هناك.",
        ),
        TOO_LITTLE,
        said(
            "Tystnad är inget svar. Nästa omgång behöver ett besök i byn.",
            "Silence is no answer. The next round needs a visit to the village.",
            "الصمت ليس جوابًا. والجولة القادمة تحتاج إلى زيارة القرية.",
        ),
        rests=(whole("area"),),
    ),
    Found(
        "sjovik",
        PROBLEM,
        said(
            "I Sjövik saknas vuxna och någonstans att vara för unga",
            "In Sjövik adults and somewhere for young people to be are missing",
            "في خوفيك ينقص وجود البالغين ومكان للشباب",
        ),
        said(
            "Ungdomar och för få vuxna är det som flest i Sjövik kallar ett stort problem. De unga som skrivit säger "
            "själva att de saknar en plats inomhus på kvällen.",
            "Young people and too few adults is what most in Sjövik call a big problem. The young people who wrote say "
            "themselves that they lack somewhere indoors in the evening.",
            "الشباب وقلة البالغين هو ما يصفه أكبر عدد في خوفيك بأنه مشكلة كبيرة. والشباب الذين كتبوا يقولون هم "
            "أنفسهم إنهم يفتقدون مكانًا داخليًا في المساء.",
        ),
        MODERATE,
        said(
            "Frågor och fritexter säger samma sak. En skolklass har svarat tillsammans, vilket kan väga tungt.",
            "Questions and texts say the same. One school class answered together, which may weigh heavily.",
            "الأسئلة والنصوص تقول الشيء نفسه. وقد أجاب صف مدرسي معًا، وقد يكون لذلك وزن كبير.",
        ),
        rests=(
            cell("problems", "sjovik", "T3"),
            cell("rated", "sjovik", "rated"),
            cell("themes-by-area", "sjovik", "T3"),
        ),
        quotes=(("T3", PROBLEM),),
        in_summary=False,
    ),
    Found(
        "anmalt",
        DISAGREEMENT,
        said(
            "I Sjövik är oron större än det som anmäls, i Hammaren tvärtom",
            "In Sjövik worry is larger than what is reported, in Hammaren the other way round",
            "في خوفيك القلق أكبر مما يُبلَّغ عنه، وفي همّارن بالعكس",
        ),
        said(
            "I Sjövik känner sig många otrygga på kvällen, men få brott anmäls. I Hammaren anmäls många stölder, men "
            "få känner sig otrygga. Det ena förklarar inte det andra: olika människor har svarat på olika frågor.",
            "In Sjövik many feel unsafe in the evening, but few crimes are reported. In Hammaren many thefts are "
            "reported, but few feel unsafe. Neither explains the other: different people answered different questions.",
            "في خوفيك يشعر كثيرون بعدم الأمان في المساء، لكن القليل من الجرائم يُبلَّغ عنه. وفي همّارن يُبلَّغ عن "
            "سرقات كثيرة، لكن القليل يشعرون بعدم الأمان. ولا يفسر أحدهما الآخر: أشخاص مختلفون أجابوا عن أسئلة مختلفة.",
        ),
        MODERATE,
        said(
            "Två källor som räknar olika saker. Allt som sker anmäls inte, och det som oroar är inte alltid brott.",
            "Two sources that count different things. Not all that happens is reported, and what worries people is not "
            "always a crime.",
            "مصدران يحسبان أشياء مختلفة. فليس كل ما يحدث يُبلَّغ عنه، وما يقلق الناس ليس دائمًا جريمة.",
        ),
        rests=(
            cell("Q1.b-by-area", "sjovik", "group:unsafe"),
            cell("Q1.b-by-area", "hammaren", "group:unsafe"),
            CRIME,
        ),
        in_summary=False,
    ),
    Found(
        "polisen",
        DISAGREEMENT,
        said(
            "Polisens bild av Centrum är lugnare än de boendes",
            "The police see a calmer Centrum than its residents do",
            "صورة الشرطة عن المركز أهدأ من صورة سكانه",
        ),
        said(
            "Polisen bedömer att Centrum är lugnare än året innan. De som svarat beskriver fortsatt störningar på "
            "kvällar och helger.",
            "The police judge that Centrum is calmer than the year before. Those who answered still describe disorder "
            "in evenings and at weekends.",
            "ترى الشرطة أن المركز أهدأ من العام السابق. أما من أجابوا فما زالوا يصفون إزعاجًا في المساء وعطلة نهاية "
            "الأسبوع.",
        ),
        WEAK,
        said(
            "En bedömning utan underlag som kan visas. Den får stå i den öppna versionen när vi har talat om den på "
            "samverkansmötet.",
            "A judgement whose grounds can't be shown. It can stand in the public version once we have talked about it "
            "at the cooperation meeting.",
            "تقييم لا يمكن عرض أساسه. ويمكن أن يرد في النسخة العلنية بعد أن نتحدث عنه في اجتماع التعاون.",
        ),
        rests=(
            cell("problems", "centrum", "T4"),
            ASSESSMENT,
        ),
        in_summary=False,
        internal=True,
    ),
)
