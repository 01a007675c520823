"""The sources of Åkersta as they are registered: who published them, how, and what they can't say. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dialog.demo.sources import national, safety
from dialog.demo.sources.telling import DEPARTMENTS, POLICE
from dialog.sources import lanes
from dialog.sources.facts import PUBLISHED, Facts

CRIME, WITHHELD = "Anmälda brott", "Våld i nära relation"
SAFETY, NATIONAL = "Trygghetsmätning", "Nationell trygghetsundersökning"
_INVENTED = "Påhittat för demonstrationen."
_FREE = f"{_INVENTED} Får användas fritt."
_POLICE = "Polisen, lokalpolisområde Åkersta"


@dataclass(frozen=True)
class Registered:
    """A source; what is registered of it changes with each round."""

    name: str
    lane: str
    facts: Facts

    def at(self, round: int, year: int) -> Facts:
        """As it is known before the first (0) or second (1) round, the latest of its years being `year`."""
        period = self.facts.period.format(first=year - 2 - round, last=year)
        if self.name != SAFETY:
            return replace(self.facts, period=period)
        answers = safety.answers(round)
        return replace(self.facts, period=period, answers=answers, response_rate=_per_cent(answers, safety.SENT))


def _per_cent(some: int, of: int) -> float:
    return round(100 * some / of, 1)


REGISTER: Mapping[str, Registered] = {
    one.name: one
    for one in (
        Registered(
            CRIME,
            lanes.REPORTED_CRIME,
            Facts(
                publisher=_POLICE,
                method="Alla anmälda brott, efter det område där de ska ha skett och det år då de anmäldes.",
                period="{first}–{last}",
                limits="Säger vad som anmäls, inte vad som sker: allt anmäls inte, och olika mycket i olika områden. "
                "Hur mycket som anmäls beror också på hur mycket polisen själv letar efter. Det senaste årets siffror "
                "är preliminära.",
                licence=_FREE,
                disclosure=PUBLISHED,
            ),
        ),
        Registered(
            WITHHELD,
            lanes.REPORTED_CRIME,
            Facts(
                publisher=_POLICE,
                method="Anmälda brott mellan närstående, lämnade till kommunen på begäran.",
                period="{first}–{last}",
                limits="Inte offentliga för så små områden: små tal skyddas. Få fall anmäls.",
                licence=f"{_INVENTED} Får inte lämnas vidare utan skydd.",
            ),
        ),
        Registered(
            SAFETY,
            lanes.SAFETY_SURVEY,
            Facts(
                publisher=_POLICE,
                method="Enkät på papper till ett slumpmässigt urval mellan 16 och 85 år. Index från 0 (nästan inget "
                "problem) till 6 (alarmerande), uträknat av polisen.",
                period="Oktober–november {last}",
                limits="Ingen under 16 år är tillfrågad. Bara på svenska. Från Torsvik kom för få svar för att räknas.",
                licence=_FREE,
                disclosure=PUBLISHED,
            ),
        ),
        Registered(
            NATIONAL,
            lanes.NATIONAL_SURVEY,
            Facts(
                publisher="Statistikverket i Mittbygd",
                method="Enkät på webben och papper till ett slumpmässigt urval, vägd efter kön och ålder.",
                period="{first}–{last}",
                answers=national.ANSWERS,
                response_rate=39.5,
                limits="För få svar från Åkersta för att jämföra år med varandra. Inget om enskilda områden.",
                licence=_FREE,
                disclosure=PUBLISHED,
            ),
        ),
        Registered(
            DEPARTMENTS,
            lanes.DEPARTMENTS,
            Facts(
                publisher="Åkersta kommun",
                method="Varje förvaltning skriver en halv sida efter samtal bland dem som arbetar i områdena.",
                period="Hösten {last}",
                limits="Personalens erfarenheter, inte räknade. Skolorna har inte lämnat någon bild.",
                licence=_FREE,
            ),
        ),
        Registered(
            POLICE,
            lanes.ASSESSMENT,
            Facts(
                publisher=_POLICE,
                method="Polisens samlade bedömning. Uppgifter om personer och om pågående arbete är borttagna.",
                period="Hösten {last}",
                limits="En bedömning. Underlaget kan inte visas.",
                licence=_FREE,
            ),
        ),
    )
}
