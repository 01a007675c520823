"""Giving every saying a voice that says it, and every district as many voices as it should have. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence

from dialog.demo.chance import Chance
from dialog.demo.chapters import ELSEWHERE, Chapter
from dialog.demo.tellers import Teller, introduce
from dialog.demo.temper import TEMPERS
from dialog.demo.voices.sayings import ANYWHERE, Saying

FIRST_SHARE = 0.56  # of the sayings are heard in the first round, the others in the second
_QUIET = ("torsvik", ELSEWHERE)  # nothing general is heard from there


def divide(chance: Chance, sayings: Sequence[Saying]) -> dict[str, list[Saying]]:
    """The sayings of each round, of every language in the same proportion; what was sent twice stands there twice."""
    divided: dict[str, list[Saying]] = {"r1": [], "r2": []}
    for language in sorted({saying.language for saying in sayings}):
        spoken = chance.shuffled([saying for saying in sayings if saying.language == language])
        for place, saying in enumerate(spoken):
            by_chance = "r1" if place < FIRST_SHARE * len(spoken) else "r2"
            flagged = next((flag for flag in divided if flag in saying.flags), "")
            divided[flagged or by_chance] += [saying] * (2 if "again" in saying.flags else 1)
    return divided


def tellers(chance: Chance, chapter: Chapter, sayings: Sequence[Saying], often: Sequence[Saying]) -> list[Teller]:
    """Everybody who answers in a round, in no order."""
    seated = _seat(chance, chapter, [saying for saying in sayings if not saying.spot])
    there = Counter(teller.area for teller in seated)
    for area, number in chapter.responses.items():
        seated += [_another(chance, area, often) for _ in range(number - there[area])]
    for teller in seated:
        introduce(chance, teller, chapter)
    return chance.shuffled(seated)


def _seat(chance: Chance, chapter: Chapter, sayings: Iterable[Saying]) -> list[Teller]:
    """One voice for each saying; now and then the same voice for two questions."""
    busy = {area: number for area, number in chapter.responses.items() if area not in _QUIET}
    seated: list[Teller] = []
    for saying in sorted(sayings, key=lambda saying: saying.question):
        area = chance.weighted(busy) if saying.area == ANYWHERE else saying.area
        free = [one for one in seated if _may_add(one, saying, area)]
        if free and chance.happens(0.6):
            chance.one(free).sayings[saying.question] = saying
        else:
            seated.append(Teller(area, saying.language, {saying.question: saying}))
    return seated


def _may_add(teller: Teller, saying: Saying, area: str) -> bool:
    alike = teller.area == area and teller.language == saying.language
    apart = teller.group_size > 1 or teller.is_spam or teller.is_of_wave or "wave" in saying.flags
    return alike and not apart and saying.question not in teller.sayings


def _another(chance: Chance, area: str, often: Sequence[Saying]) -> Teller:
    """Somebody who writes a few words, if anything."""
    teller = Teller(area, chance.weighted(TEMPERS[area].languages))
    for question, share in (("Q3", 0.5), ("Q9", 0.12)):
        known = [saying for saying in often if saying.language == teller.language and saying.question == question]
        if known and area not in _QUIET and chance.happens(share):
            teller.sayings[question] = chance.weighted({saying: _weight(area, saying) for saying in known})
    return teller


def _weight(area: str, saying: Saying) -> float:
    """How likely it is to be heard there."""
    problems = TEMPERS[area].problems
    return sum(problems.get(code.split(".")[0], 0.8) for code, _ in saying.codes)
