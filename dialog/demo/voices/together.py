"""What groups say: classes, associations, a language café."""

from dialog.demo.voices.sayings import read_sayings

SAYINGS = (
    *read_sayings(
        "sv",
        """
[sjovik Q3 r1 group24 T3.no_meeting_places T12.leisure_access quote]
Vi är en åttondeklass. Vi röstade, och det viktigaste är att det inte finns någonstans att vara efter klockan åtta.

[ekhagen Q3 r1 group18 T6.fraud_elderly T9.upkeep_ice]
Vi i pensionärsföreningen pratade om två saker: bedragare som ringer, och osandade gångvägar.

[norrby Q3 r2 group21 T9.lighting T3.rowdy_groups]
Klass 6: Vi gillar inte gångvägen för den är mörk och de stora killarna vid kiosken knuffas.

[ostra-byarna Q3 r2 group16 T1.speeding T12.police]
Byalaget hade möte. Alla sexton tycker att farten genom byn är värst. Näst värst är att det tar en timme för polisen.
""",
    ),
    *read_sayings(
        "ar",
        """
[norrby Q3 r1 group14 T3.few_adults T9.lighting]
نحن أربع عشرة أمًّا في مقهى اللغة. أكثر ما يقلقنا ظلام الممر وغياب الكبار في المساء.
""",
    ),
    *read_sayings(
        "fi",
        """
[hammaren Q3 r2 group9 T9.upkeep_ice T12.transit]
Eläkeläiskerho, yhdeksän henkeä: liukkaat tiet ja harvat bussit pitävät meidät kotona.
""",
    ),
)
