"""Where other sources say the same of areas as residents do, and where they differ. Pure."""

from collections.abc import Iterator

from dialog.languages import N_, Words
from dialog.picture.beside.verdicts import AGREE, DIFFER, Outside, compare_areas
from dialog.picture.findings.proposing.asked import problems
from dialog.picture.findings.proposing.phrases import listed
from dialog.picture.findings.proposing.proposal import Proposal, Setting
from dialog.picture.findings.proposing.shares import once, problem_share
from dialog.picture.findings.proposing.weighing import weigh
from dialog.picture.findings.told import DISAGREEMENT, PROBLEM, SOURCE, Evidence
from dialog.picture.tables import Item
from dialog.picture.wording import filled


def sources(setting: Setting) -> Iterator[Proposal]:
    """For each figure of another source: areas where both say more, and areas where they differ."""
    labels = {item.id: item.label for item in problems(setting.picture)}
    for outside in setting.others:
        if outside.code not in labels:
            continue
        found = compare_areas(setting.picture, outside)
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
    key = f"{verdict}:{outside.key}:{outside.code}"
    return Proposal(key, kind, title, statement, evidence, weight.strength, weight.reason)


def _names(some: list[Item]) -> Words:
    return listed([area.label for area in some])
