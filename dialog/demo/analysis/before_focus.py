"""The focus areas of the round that ended: what was chosen, what was not, and why. Pure."""

from dialog.demo.analysis.parts import Focus, said
from dialog.picture.findings.told import NOT_CHOSEN, UNDECIDED

FOCUS_AREAS = (
    Focus(
        said("Ljus och sikt i Norrby", "Light and sight in Norrby", "الضوء والرؤية في نوربي"),
        said(
            "Problemet är störst här, orsakerna är kända och både kommunen och bostadsbolaget kan göra något åt dem.",
            "The problem is largest here, its causes are known, and both the municipality and the housing company can "
            "do something about them.",
            "المشكلة هنا هي الأكبر، وأسبابها معروفة، ويمكن للبلدية ولشركة السكن معًا معالجتها.",
        ),
        ("norrby", "tunneln"),
        ("lyktor", "buskar"),
        reference="Kommunstyrelsen § 41, dnr KS 112",
    ),
    Focus(
        said(
            "Lugnare trafik vid skolor och genom byarna",
            "Calmer traffic near schools and through the villages",
            "حركة مرور أهدأ قرب المدارس وعبر القرى",
        ),
        said(
            "Nästan alla områden tar upp trafiken. Farterna ska mätas först, så att åtgärderna hamnar rätt.",
            "Nearly all areas bring up traffic. Speeds are to be measured first, so that measures are put in the right "
            "places.",
            "كل المناطق تقريبًا تذكر حركة المرور. وستُقاس السرعات أولًا لكي توضع الإجراءات في الأماكن الصحيحة.",
        ),
        ("trafik",),
        reference="Kommunstyrelsen § 41, dnr KS 112",
    ),
    Focus(
        said("Cykelstölder vid stationen", "Bicycle theft at the station", "سرقة الدراجات عند المحطة"),
        said(
            "Stationsområdet byggs om nästa år och får då låsbara ställ. Vi väntar med egna åtgärder till dess.",
            "The station is rebuilt next year and then gets racks that lock. We wait with measures of our own until "
            "then.",
            "ستُعاد بناء منطقة المحطة في العام القادم وستحصل على مواقف تُقفل. وننتظر بإجراءاتنا الخاصة حتى ذلك الحين.",
        ),
        ("centrum",),
        decision=NOT_CHOSEN,
        reference="Kommunstyrelsen § 42, dnr KS 112",
    ),
    Focus(
        said("Någonstans att vara i Sjövik", "Somewhere to be in Sjövik", "مكان للشباب في خوفيك"),
        said(
            "Väntar på kultur- och fritidsnämndens budget.",
            "Waits for the budget of the leisure committee.",
            "ينتظر ميزانية لجنة الثقافة والترفيه.",
        ),
        ("sjovik",),
        decision=UNDECIDED,
    ),
)
