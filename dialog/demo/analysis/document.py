"""What the analyst has written in the document of each round, section by section. Pure."""

from collections.abc import Mapping

from dialog.demo.analysis.parts import said
from dialog.languages import Words
from dialog.picture.documents.blocks import EASY_TAG


def _easy(words: Words, easy: str) -> Words:
    return {**words, EASY_TAG: easy}


BEFORE: Mapping[str, Words] = {  # section -> its text
    "summary": _easy(
        said(
            "Flest tar upp trafiken, och otryggheten är störst i Norrby sent på kvällen. Där sammanfaller det som "
            "boende säger med det som gatuenheten ser. I Centrum är det kvällar och helger vid stationen. **Från "
            "Torsvik vet vi för lite** för att säga något alls.",
            "Traffic is what most people bring up, and people feel least safe in Norrby late in the evening. What "
            "residents say there is also what the street unit sees. In Centrum it is evenings and weekends near the "
            "station. **Of Torsvik we know too little** to say anything at all.",
            "حركة المرور هي أكثر ما يذكره الناس، وأقل شعور بالأمان هو في نوربي في وقت متأخر من المساء. وما يقوله "
            "السكان هناك تراه وحدة الشوارع أيضًا. وفي المركز يتعلق الأمر بالأمسيات وعطلات نهاية الأسبوع قرب المحطة. "
            "**أما تورشفيك فنعرف عنها أقل** من أن نقول شيئًا.",
        ),
        "Vi har frågat vad människor i Åkersta tycker om tryggheten.\n\n"
        "Det här säger många:\n\n"
        "- I **Norrby** är det mörkt på kvällen. Många känner sig otrygga där.\n"
        "- Många bilar och mopeder kör för fort.\n"
        "- I **Centrum** är det bråk på kvällar och helger.\n"
        "- Det nya ljuset i tunneln är bra.\n\n"
        "Få personer i **Torsvik** har svarat. Därför vet vi för lite om Torsvik.",
    ),
    "about": _easy(
        said(
            "Lägesbilden är gjord av kommunens trygghetssamordnare och kommunpolisen. Den är underlag för "
            "medborgarlöftet och för åtgärdsplanen enligt lagen om kommuners ansvar för brottsförebyggande arbete. "
            "Den säger vad människor har berättat och vad andra källor visar, sida vid sida. Den rangordnar inte "
            "områden.",
            "This picture was made by the safety coordinator of the municipality and the local police. It is what the "
            "citizen pledge and the plan of measures rest on, as the law on municipal crime prevention asks. It says "
            "what people have told us and what other sources show, side by side. It does not rank areas.",
            "أعدّ صورة الوضع هذه منسّق الأمان في البلدية والشرطة المحلية. وعليها يقوم وعد المواطنين وخطة الإجراءات وفق "
            "قانون مسؤولية البلديات عن منع الجريمة. وهي تقول ما رواه الناس وما تُظهره المصادر الأخرى، جنبًا إلى جنب. وهي "
            "لا ترتّب المناطق.",
        ),
        "Kommunen och polisen har gjort den här lägesbilden tillsammans.\n\n"
        "Den visar vad människor har svarat. Den visar inte vad alla i Åkersta tycker.\n\n"
        "Kommunen och polisen ska använda den när de bestämmer vad de lovar att göra.",
    ),
    "who": said(
        "Flera grupper hördes mindre än de borde: de som är under 16 och de som bor i Torsvik. Skolorna var med sent i "
        "omgången, och mötet i Torsvik ställdes in. Läs därför inte siffrorna som att de gäller alla som bor här.",
        "Several groups were heard less than they should be: those under 16 and those who live in Torsvik. The schools "
        "joined late, and the meeting in Torsvik was cancelled. So do not read the figures as if they were about "
        "everybody who lives here.",
        "سُمع صوت عدة مجموعات أقل مما ينبغي: من هم دون 16 عامًا ومن يسكنون في تورشفيك. فقد انضمت المدارس متأخرة وأُلغي "
        "اللقاء في تورشفيك. فلا تقرأ الأرقام كأنها تخص كل من يسكن هنا.",
    ),
    "problems": said(
        "Trafiken nämns i nästan alla områden. Att den nämns av flest betyder inte att den är farligast, bara att "
        "flest ser den varje dag.",
        "Nearly every area brings up traffic. That most people name it does not mean that it is the most dangerous, "
        "only that most people see it every day.",
        "تُذكر حركة المرور في كل المناطق تقريبًا. وكونها الأكثر ذكرًا لا يعني أنها الأخطر، بل أن أكثر الناس "
        "يرونها كل يوم.",
    ),
    "places": said(
        "Tre saker återkommer på de rapporterade platserna: trasig eller svag belysning, buskar som skymmer, och få "
        "människor. De går att göra något åt och de flesta ligger på kommunens egen mark.",
        "Three things come again and again in reports of places: broken or weak lights, bushes that hide the view, and "
        "few people. Something can be done about them, and most of the places are on the municipality's own ground.",
        "ثلاثة أمور تتكرر في الأماكن المبلَّغ عنها: إنارة معطلة أو ضعيفة، وشجيرات تحجب الرؤية، وقلة الناس. ويمكن فعل شيء "
        "حيالها، ومعظم هذه الأماكن تقع على أرض البلدية.",
    ),
    "beside": said(
        "Dialogen, trygghetsmätningen och gatuenheten pekar åt samma håll om Norrby. I Centrum anmäls mer än vad som "
        "märks i svaren. Ingen av källorna förklarar någon annan.",
        "About Norrby the dialogue, the safety survey and the street unit point the same way. In Centrum more is "
        "reported to the police than shows in the answers. None of the sources explains another.",
        "بشأن نوربي يشير الحوار وقياس الأمان ووحدة الشوارع إلى الاتجاه نفسه. وفي المركز يُبلَّغ الشرطة بأكثر مما يظهر في "
        "الإجابات. ولا يفسّر أيّ من المصادر مصدرًا آخر.",
    ),
    "strengths": said(
        "Ny belysning märks: människor skriver att de går vägar de undvek förut. Det vill vi behålla och göra mer av.",
        "New lights are noticed: people write that they walk ways that they used to avoid. We want to keep that and do "
        "more of it.",
        "الإنارة الجديدة ملحوظة: يكتب الناس أنهم صاروا يسلكون طرقًا كانوا يتجنبونها. نريد الحفاظ على ذلك والمزيد منه.",
    ),
    "gaps": said(
        "Före nästa lägesbild:\n\n- ett möte i Torsvik, på en tid som de boende väljer\n- skolorna med från början\n"
        "- mätta farter på landsvägen genom Östra byarna",
        "Before the next picture:\n\n- a meeting in Torsvik, at a time that those who live there choose\n- the schools "
        "with us from the beginning\n- measured speeds on the road through Östra byarna",
        "قبل صورة الوضع القادمة:\n\n- لقاء في تورشفيك في وقت يختاره سكانها\n- مشاركة المدارس من البداية\n"
        "- قياس السرعات على الطريق عبر القرى الشرقية",
    ),
}

NOW: Mapping[str, Words] = {
    "summary": said(
        "Omgången pågår. Hittills säger svaren samma sak som förra året om Norrby, och fler från Torsvik har hört av "
        "sig, men ännu för få.",
        "The round is still open. So far the answers say the same of Norrby as last year. More people from Torsvik "
        "have answered, but still too few.",
        "ما زالت الجولة جارية. وحتى الآن تقول الإجابات عن نوربي ما قالته في العام الماضي، وقد أجاب عدد أكبر من "
        "تورشفيك، لكنه ما زال قليلًا.",
    ),
    "change": said(
        "Belysningen vid gångvägen bakom Norrbyskolan byttes i mars. Om det märks går att säga först när omgången är "
        "slut.",
        "The lights along the path behind the school in Norrby were changed in March. Whether that is noticed can only "
        "be said when the round has ended.",
        "استُبدلت الإنارة على الممر خلف مدرسة نوربي في مارس. ولا يمكن القول إن كان ذلك ملحوظًا إلا بعد انتهاء الجولة.",
    ),
}
