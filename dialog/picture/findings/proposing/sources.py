"""Whether other sources say the same of areas as residents do: agree, differ, or unknown. Never one score. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dialog.languages import N_, Words
from dialog.picture.findings.proposing.phrases import listed
from dialog.picture.findings.proposing.proposal import Outside, Proposal, Setting
from dialog.picture.findings.proposing.shares import areas, once, problem_share, problems
from dialog.picture.findings.proposing.weighing import weigh
from dialog.picture.findings.told import DISAGREEMENT, PROBLEM, SOURCE, Evidence
from dialog.picture.tables import ALL, Item
from dialog.picture.wording import filled

AGREE, DIFFER, UNKNOWN = "agree", "differ", "unknown"
Verdict = Literal["agree", "differ", "unknown"]


@dataclass(frozen=True)
class Beside:
    """What the dialogue and one figure of another source say of one area; `above` is of the dialogue."""

    area: Item
    verdict: Verdict
    above: bool = False


def beside(setting: Setting, outside: Outside) -> list[Beside]:
    """Area by area: both above the whole, or both not, agree. Unknown where either can't be told."""
    everywhere, whole = problem_share(setting.picture, outside.code), outside.areas.get(ALL)
    found = []
    for area in areas(setting.picture):
        here, there = problem_share(setting.picture, outside.code, area.id), outside.areas.get(area.id)
        if everywhere is None or here is None or whole is None or there is None:
            found.append(Beside(area, "unknown"))
            continue
        above = here.of_100 > everywhere.of_100
        found.append(Beside(area, "agree" if above == (there > whole) else "differ", above))
    return found


def sources(setting: Setting) -> Iterator[Proposal]:
    """For each figure of another source: areas where both say more, and areas where they differ."""
    labels = {item.id: item.label for item in problems(setting.picture)}
    for outside in setting.others:
        if outside.code not in labels:
            continue
        found = beside(setting, outside)
        both = [one.area for one in found if one.verdict == AGREE and one.above]
        heard = [one.area for one in found if one.verdict == DIFFER and one.above]
        counted = [one.area for one in found if one.verdict == DIFFER and not one.above]
        if both:
            yield _agreeing(setting, outside, labels[outside.code], both)
        if heard or counted:
            yield _differing(setting, outside, labels[outside.code], heard, counted)


def _agreeing(setting: Setting, outside: Outside, problem: Words, both: list[Item]) -> Proposal:
    title = N_("%(problem)s: the dialogue and another source say the same")
    statement = N_("Both the dialogue and this source are above the whole in: %(areas)s. Source: %(source)s.")
    said = filled(statement, areas=_names(both), source=outside.title)
    return _proposal(setting, outside, "agree", PROBLEM, filled(title, problem=problem), said, both)


def _differing(setting: Setting, outside: Outside, problem: Words, heard: list[Item], counted: list[Item]) -> Proposal:
    parts = {"source": outside.title, "heard": _names(heard), "counted": _names(counted)}
    more_heard = N_("Above the whole in the dialogue, but not in this source: %(heard)s. Source: %(source)s.")
    more_counted = N_("Above the whole in this source, but not in the dialogue: %(counted)s. Source: %(source)s.")
    either_way = N_(
        "Above the whole in the dialogue, but not in this source: %(heard)s. Above it in this source, but not in the "
        "dialogue: %(counted)s. Source: %(source)s."
    )
    statement = either_way if heard and counted else more_heard if heard else more_counted
    title = filled(N_("%(problem)s: the dialogue and another source differ"), problem=problem)
    said = filled(statement, **parts)
    return _proposal(setting, outside, "differ", DISAGREEMENT, title, said, [*heard, *counted])


def _proposal(
    setting: Setting, outside: Outside, verdict: str, kind: str, title: Words, statement: Words, where: list[Item]
) -> Proposal:
    """`where`: the areas whose figures it rests on."""
    shares = [found for area in where if (found := problem_share(setting.picture, outside.code, area.id))]
    evidence = (*once([cell for one in shares for cell in one.cells]), Evidence(SOURCE, words=outside.title))
    also = [outside.title] if verdict == AGREE else []
    weight = weigh(setting, sum(one.part for one in shares), evidence, also=also)
    key = f"{verdict}:{outside.source}:{outside.code}"
    return Proposal(key, kind, title, statement, evidence, weight.strength, weight.reason)


def _names(some: list[Item]) -> Words:
    return listed([area.label for area in some])
