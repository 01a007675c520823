"""What the departments of Åkersta and its police say in words, for the picture of each round. Pure."""

from dataclasses import dataclass

BEFORE, NOW = 0, 1  # the two rounds


@dataclass(frozen=True)
class Telling:
    """One text, free of persons: what was written of them was taken out before it was sent."""

    source: str  # name of the register
    round: int  # for whose picture it was written
    heading: str
    words: str


DEPARTMENTS, POLICE = "Förvaltningarnas egna lägesbilder", "Polisens lägesbild"

TELLINGS = (
    Telling(
        DEPARTMENTS,
        BEFORE,
        "Gatuenheten",
        "Flest felanmälningar gäller släckta lampor i Norrby, de flesta på gångvägen bakom skolan. Halva tiden går åt "
        "till att ta reda på vem som äger stolpen. I de andra områdena är det främst hål i vägen och sen snöröjning.",
    ),
    Telling(
        DEPARTMENTS,
        BEFORE,
        "Kultur och fritid",
        "Fritidsgården i Sjövik har haft stängt på helger under hösten. Fältarna möter fler unga vid macken än förut, "
        "men ser sällan något allvarligt.",
    ),
    Telling(
        DEPARTMENTS,
        NOW,
        "Gatuenheten",
        "Belysningen i tunneln är bytt. Lamporna bakom skolan lagades i våras, men flera har gått sönder igen; vi "
        "misstänker kabeln. Antalet felanmälningar från Östra byarna har fördubblats och gäller hastigheter, som vi "
        "inte har mätt än.",
    ),
    Telling(
        DEPARTMENTS,
        NOW,
        "Kultur och fritid",
        "Gården i Sjövik har nu öppet på fredagar. Besöken har ökat med en tredjedel. Grannar klagar fortfarande på "
        "ljud vid bryggan på sommaren.",
    ),
    Telling(
        DEPARTMENTS,
        NOW,
        "Socialtjänsten",
        "Orosanmälningar om unga har ökat något i Norrby och är oförändrade i övriga områden. Vi saknar underlag om "
        "Torsvik, där få känner till oss.",
    ),
    Telling(
        POLICE,
        BEFORE,
        "Bedömning inför medborgarlöftet",
        "Centrum är lugnare än året innan, även om stölderna vid stationen fortsätter. I Norrby ökar skadegörelsen. I "
        "Hammaren sker stölder av verktyg och drivmedel på natten, av tillresta. Sjövik har få anmälda brott.",
    ),
    Telling(
        POLICE,
        NOW,
        "Bedömning inför medborgarlöftet",
        "Anmälda brott minskar i Centrum och ökar i Norrby och Hammaren. Det som oroar i Sjövik är sällan brott. Få "
        "anmäler i Norrby det som de berättar om vid möten; siffrorna därifrån är troligen för låga. Vi har inte "
        "mätt hastigheter i Östra byarna.",
    ),
)
