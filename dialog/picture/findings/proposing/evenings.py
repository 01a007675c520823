"""Where the evening feels less safe than the day. Pure."""

from collections.abc import Iterator

from dialog.languages import N_
from dialog.picture.content import Picture
from dialog.picture.findings.proposing.phrases import number
from dialog.picture.findings.proposing.proposal import Proposal, Setting
from dialog.picture.findings.proposing.shares import Share, areas, cited, share, value_at
from dialog.picture.findings.proposing.weighing import weigh
from dialog.picture.findings.told import PROBLEM, STRENGTH, Evidence
from dialog.picture.groups import SAFE, UNSAFE
from dialog.picture.ids import AREA
from dialog.picture.tables import ALL, Item
from dialog.picture.wording import filled, words

DAY, EVENING = "safety_day", "safety_evening"  # what the two questions measure, in the bank
MORE = 15  # design decision: of 100, how much larger the part that feels unsafe must be
MOST_AREAS = 2
MOSTLY = 70  # of 100: from then on most feel safe
DARK_TIMES = ("evening", "night", "dark")


def evenings(setting: Setting) -> Iterator[Proposal]:
    """For all areas together, and the areas where evening and day lie furthest apart."""
    everywhere = _pair(setting, ALL)
    if everywhere and _lie_apart(*everywhere):
        yield _proposal(setting, None, *everywhere)
    pairs = [(area, pair) for area in areas(setting.picture) if (pair := _pair(setting, area.id)) and _lie_apart(*pair)]
    pairs.sort(key=lambda one: one[1][1].of_100 - one[1][0].of_100)
    yield from (_proposal(setting, area, *pair) for area, pair in pairs[:MOST_AREAS])


def calm_evenings(setting: Setting) -> Iterator[Proposal]:
    """Areas where most feel safe late in the evening, which is a strength to keep."""
    for area in areas(setting.picture):
        safe = _felt(setting, EVENING, area.id, SAFE)
        if safe and safe.of_100 >= MOSTLY:
            weight = weigh(setting, safe.part, safe.cells)
            yield Proposal(
                key=f"calm:{area.id}",
                kind=STRENGTH,
                title=filled(N_("%(area)s: most feel safe late in the evening too"), area=area.label),
                statement=filled(
                    N_(
                        "In %(area)s, %(part)s of the %(whole)s voices that said safe or unsafe feel safe late in the "
                        "evening."
                    ),
                    area=area.label,
                    part=number(safe.part),
                    whole=number(safe.whole),
                ),
                evidence=safe.cells,
                strength=weight.strength,
                reason=weight.reason,
            )


def _pair(setting: Setting, area: str) -> tuple[Share, Share] | None:
    """Who feels unsafe in the evening, and in the daytime."""
    evening, day = (_felt(setting, measure, area, UNSAFE) for measure in (EVENING, DAY))
    return (evening, day) if evening and day else None


def _felt(setting: Setting, measure: str, area: str, group: str) -> Share | None:
    """Of those who said safe or unsafe."""
    column = setting.measures.get(measure, "")
    table = setting.picture.table(f"{column}-by-area")
    if table is None:
        return None
    question = table.dimensions[1].id
    said = [(table, {AREA: area, question: one}) for one in (SAFE, UNSAFE)]
    return share((table, {AREA: area, question: group}), *said)


def _lie_apart(evening: Share, day: Share) -> bool:
    return evening.of_100 >= day.of_100 + MORE


def _proposal(setting: Setting, area: Item | None, evening: Share, day: Share) -> Proposal:
    evidence = (*evening.cells, *day.cells, *(_dark_times(setting.picture) if area is None else ()))
    weight = weigh(setting, evening.part, evidence)
    figures = {
        "evening": number(evening.part),
        "answered": number(evening.whole),
        "day": number(day.part),
        "asked": number(day.whole),
    }
    compared = N_(
        "Late in the evening %(evening)s of the %(answered)s voices that said safe or unsafe feel unsafe. In the "
        "daytime it is %(day)s of %(asked)s."
    )
    here = N_("%(area)s: more feel unsafe late in the evening than in the daytime")
    everywhere = words(N_("More feel unsafe late in the evening than in the daytime"))
    return Proposal(
        key=f"evening:{area.id if area else ALL}",
        kind=PROBLEM,
        title=filled(here, area=area.label) if area else everywhere,
        statement=filled(compared, **figures),
        evidence=evidence,
        strength=weight.strength,
        reason=weight.reason,
    )


def _dark_times(picture: Picture) -> list[Evidence]:
    """When reported places are like that: the figures of the dark part of the day that are shown."""
    table = picture.table("times")
    asked = [{"time": time} for time in DARK_TIMES] if table else []
    return [cited(table, items) for items in asked if table and value_at(table, items)]
