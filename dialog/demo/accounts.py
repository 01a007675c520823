"""What people report of spots: where, how it feels, and a few words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dialog.demo.chance import Chance
from dialog.demo.chapters import Chapter, day_of
from dialog.demo.placing import UNDECIDED, Placing, place_in_form, place_on_paper, place_on_walk
from dialog.demo.spots import Spot
from dialog.demo.spots_around import SPOTS as AROUND
from dialog.demo.spots_town import SPOTS as IN_TOWN
from dialog.demo.tellers import Teller
from dialog.demo.temper import TEMPERS
from dialog.demo.ticking import ticked
from dialog.demo.voices.sayings import Saying

_GATHERING = 1.6  # how much more is said of what is said most

SPOTS: Mapping[str, Spot] = {spot.id: spot for spot in (*IN_TOWN, *AROUND)}


@dataclass
class Account:
    """One report in the making."""

    spot: Spot
    language: str
    sayings: dict[str, Saying] = field(default_factory=dict)  # by question: what, help
    teller: Teller | None = None  # whose response it is part of
    channel: str = "web"
    on: date = date.min
    placing: Placing = UNDECIDED
    answers: dict[str, Any] = field(default_factory=dict)


def accounts(
    chance: Chance, chapter: Chapter, sayings: Sequence[Saying], often: Sequence[Saying], tellers: Sequence[Teller]
) -> list[Account]:
    """Every report of a round, in no order; some are part of a response."""
    told = _seat(chance, sayings)
    told += [_another(chance, often) for _ in range(chapter.reports - len(told))]
    _put_into_responses(chance, told, tellers, chapter.reports_inside)
    for account in told:
        _arrive(chance, account, chapter)
        account.placing = _place(chance, account)
        account.answers = _closed_answers(chance, account)
    return chance.shuffled(told)


def _seat(chance: Chance, sayings: Sequence[Saying]) -> list[Account]:
    """One report for each saying; what would help is said where somebody said what happens, if it can be."""
    seated: list[Account] = []
    for saying in sorted((saying for saying in sayings if saying.spot), key=lambda saying: saying.question != "what"):
        alike = [one for one in seated if one.spot.id == saying.spot and one.language == saying.language]
        free = [one for one in alike if saying.question not in one.sayings]
        if saying.question == "help" and free:
            chance.one(free).sayings["help"] = saying
        else:
            seated.append(Account(SPOTS[saying.spot], saying.language, {saying.question: saying}))
    return seated


def _another(chance: Chance, often: Sequence[Saying]) -> Account:
    """A report with few words, if any."""
    spot = chance.weighted({spot: spot.often**_GATHERING for spot in SPOTS.values()})
    language = chance.weighted(TEMPERS[spot.area].languages)
    account = Account(spot, language if spot.names(language) else "sv")
    known = [saying for saying in often if saying.language == account.language and _fits(saying, spot)]
    if known and chance.happens(0.45):
        account.sayings["what"] = chance.one(known)
    return account


_MEANT: Mapping[str, str] = {  # cause -> the topic of what people write
    "lighting": "T9.lighting", "hidden": "T9.greenery_sight", "desolate": "T9.desolate", "upkeep": "T9.upkeep_ice",
    "gathering": "T3.rowdy_groups", "intoxication": "T2.intoxication", "drugs": "T2.dealing", "litter": "T10.litter",
    "vandalism": "T5.graffiti", "threats": "T7.threats", "traffic": "T1.speeding", "other": "T6.bike_vehicle",
}  # fmt: skip


def _fits(saying: Saying, spot: Spot) -> bool:
    """Whether these few words can be about the spot, and not only about a whole district."""
    main = max(spot.causes, key=lambda cause: spot.causes[cause], default="")
    return saying.question == "Q3" and bool(main) and (_MEANT.get(main), "problem") in saying.codes


def _put_into_responses(chance: Chance, told: Sequence[Account], tellers: Sequence[Teller], number: int) -> None:
    """Let people tell of places inside their response."""
    willing = [one for one in tellers if one.group_size == 1 and not one.is_spam]
    for account in chance.shuffled(told):
        alike = [one for one in willing if (one.area, one.language) == (account.spot.area, account.language)]
        if number and alike:
            account.teller = chance.one(alike)
            willing.remove(account.teller)
            number -= 1


def _arrive(chance: Chance, account: Account, chapter: Chapter) -> None:
    if account.teller:
        account.channel, account.on = account.teller.channel, account.teller.on
    else:
        account.channel = chance.weighted({"web": 78, "walk": 14, "paper": 4, "stand": 4})
        account.on = day_of(chance, chapter, account.channel)


def _place(chance: Chance, account: Account) -> Placing:
    if account.channel == "walk":
        return place_on_walk(chance, account.spot, account.language)
    if account.teller or account.channel != "web":
        return place_on_paper(chance, account.spot, account.language)
    return place_in_form(chance, account.spot, account.language, tuple(SPOTS.values()))


def _closed_answers(chance: Chance, account: Account) -> dict[str, Any]:
    feeling = _feeling(chance, account)
    answers = {"feeling": feeling, "kind": account.spot.kind}
    return answers if account.teller else answers | ticked(chance, account.spot, feeling)  # the dialogue asks no more


def _feeling(chance: Chance, account: Account) -> str:
    """As the words say it; without words, as the spot mostly is."""
    stances = {stance for saying in account.sayings.values() for _, stance in saying.codes}
    if stances == {"strength"}:
        return "safe"
    spot = account.spot
    if not account.sayings:
        return chance.weighted({"safe": spot.safe, "both": spot.both, "unsafe": max(1 - spot.safe - spot.both, 0)})
    return "both" if chance.happens(spot.both) else "unsafe"
