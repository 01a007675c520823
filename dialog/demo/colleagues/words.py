"""What colleagues wrote: workplace, question, how it is understood, and the words. All of it is invented. Pure."""

from typing import NamedTuple

SCHOOL, CARE, STREETS, LEISURE = "preschool_school", "care", "property_streets", "leisure_library"
SEEN, WORKS = "S3", "S9"


class Written(NamedTuple):
    """One text of one colleague; without a code nobody has read it yet."""

    unit: str
    question: str
    code: str
    words: str
    language: str = "sv"
    may_be_quoted: bool = False


WRITTEN = (
    Written(
        SCHOOL,
        SEEN,
        "T3.few_adults",
        "Efter halv fyra är det få vuxna kvar, och då börjar det stöka vid cykelstället.",
        may_be_quoted=True,
    ),
    Written(SCHOOL, SEEN, "T3.rowdy_groups", "Ett gäng som inte går här kommer in på gården varje eftermiddag."),
    Written(SCHOOL, SEEN, "T3.bullying", "Bråken från helgen följer med in på måndagen."),
    Written(SCHOOL, SEEN, "T3.few_adults", "Rasterna har blivit längre än vad vi är vuxna till.", may_be_quoted=True),
    Written(SCHOOL, SEEN, "T3.risk_setting", "De äldre eleverna drar med sig de yngre till garagen."),
    Written(
        SCHOOL,
        SEEN,
        "T3.no_meeting_places",
        "När fritidsgården har stängt har de ingenstans att vara, så de stannar hos oss.",
    ),
    Written(
        SCHOOL,
        SEEN,
        "T3.rowdy_groups",
        "Det är samma handfull som förstör för alla, och vi vet inte vem som tar över efter oss.",
    ),
    Written(SCHOOL, SEEN, "T1.unsafe_crossing", "Lämningen på morgonen är kaos. Barnen går mellan bilarna."),
    Written(SCHOOL, SEEN, "T1.reckless_driving", "A-traktorer på gångvägen precis när skolan slutar."),
    Written(SCHOOL, SEEN, "T9.lighting", "Halva skolgården är mörk från november och framåt."),
    Written(SCHOOL, SEEN, "T9.greenery_sight", "Häcken mot parkeringen gör att vi inte ser vilka som står där."),
    Written(
        SCHOOL,
        WORKS,
        "T12.hosts",
        "När vi var ute två och två på rasterna blev det lugnare på en vecka.",
        may_be_quoted=True,
    ),
    Written(SCHOOL, WORKS, "T12.feedback", "Att samma person på gatuenheten svarar varje gång."),
    Written(SCHOOL, WORKS, "", "Trygghetsteamet med elever fungerar. Ge dem tid."),
    Written(
        CARE,
        SEEN,
        "T9.lighting",
        "Vi går mellan portarna på kvällen och lampan på gården har varit trasig sedan i höstas.",
        may_be_quoted=True,
    ),
    Written(CARE, SEEN, "T9.lighting", "Mörkt vid alla trapphus på baksidan. Kollegor går hellre omvägen."),
    Written(CARE, SEEN, "T9.desolate", "Sista turen är man ensam på hela stigen."),
    Written(CARE, SEEN, "T9.upkeep_ice", "Halkan är det farligaste vi har, och den kommer tillbaka varje år."),
    Written(CARE, SEEN, "T9.lighting", "Det är svårt att se husnumren, och man vill inte stå still och leta."),
    Written(
        CARE,
        SEEN,
        "T6.fraud_elderly",
        "Flera av dem vi besöker har blivit uppringda av bedragare i år.",
        may_be_quoted=True,
    ),
    Written(CARE, SEEN, "T6.fraud_elderly", "De skäms och vill inte att vi berättar för någon."),
    Written(CARE, SEEN, "T11.fear_outdoors", "De gamla slutar gå till affären när det blir mörkt."),
    Written(CARE, SEEN, "T9.greenery_sight", "Buskarna har växt igen runt entrén, man ser inte vem som står där."),
    Written(CARE, WORKS, "T12.police", "Att polisen kom till vårt arbetsplatsmöte. Nu vet vi vem vi ringer."),
    Written(CARE, WORKS, "", "Vi ringer varandra när vi går in och när vi går ut."),
    Written(CARE, SEEN, "T9.lighting", "The path behind the care home is pitch dark after five.", "en"),
    Written(STREETS, SEEN, "T9.lighting", "Samma tre stolpar går sönder om och om igen, någon är inne i skåpet."),
    Written(
        STREETS,
        SEEN,
        "T9.greenery_sight",
        "Vi röjer en gång om året. Det räcker inte längs tunneln.",
        may_be_quoted=True,
    ),
    Written(STREETS, SEEN, "T10.dumping", "Soffor och hushållssopor vid återvinningen varje måndag."),
    Written(STREETS, SEEN, "T5.graffiti", "Klottret är borta inom ett dygn, men det kommer tillbaka samma natt."),
    Written(STREETS, SEEN, "T9.upkeep_ice", "Ansvaret är delat mellan oss och bostadsbolaget mitt på gångvägen."),
    Written(STREETS, SEEN, "T3.rowdy_groups", "Personalen vill inte laga bänkarna när gänget sitter där."),
    Written(STREETS, WORKS, "T12.feedback", "När skolan mejlar oss direkt med en bild åtgärdar vi det samma vecka."),
    Written(
        LEISURE,
        SEEN,
        "T3.no_meeting_places",
        "Vi stänger klockan åtta. Halv nio sitter de i busskuren.",
        may_be_quoted=True,
    ),
    Written(LEISURE, SEEN, "T3.few_adults", "Två i personalen på sextio ungdomar en fredag."),
    Written(LEISURE, SEEN, "T3.risk_setting", "Vi ser när någon ny och äldre börjar hämta de yngre utanför."),
    Written(LEISURE, SEEN, "T3.no_meeting_places", "Tjejerna har slutat komma, och vi vet inte vart de tog vägen."),
    Written(LEISURE, SEEN, "T3.rowdy_groups", "It is calm inside and restless just outside our doors.", "en"),
    Written(LEISURE, SEEN, "T2.dealing", "Det säljs på toaletterna i biblioteket, det är vi ganska säkra på."),
    Written(
        LEISURE, WORKS, "T12.leisure_access", "Lovöppet till elva. Det märktes på hela torget.", may_be_quoted=True
    ),
)
