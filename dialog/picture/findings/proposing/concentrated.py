"""Problems that stand out in one area, and places that many tell of. Pure."""

from collections.abc import Iterator, Sequence

from dialog.languages import N_, Words
from dialog.picture.findings.proposing.asked import problems
from dialog.picture.findings.proposing.phrases import listed, number, sentences
from dialog.picture.findings.proposing.proposal import Proposal, Setting
from dialog.picture.findings.proposing.shares import Share, areas, cited, problem_share
from dialog.picture.findings.proposing.weighing import weigh
from dialog.picture.findings.told import PLACE, PROBLEM, STRENGTH, Evidence
from dialog.picture.ids import AREA
from dialog.picture.place_lines import PlaceLine, place_lines
from dialog.picture.presentation import Figure
from dialog.picture.tables import Item
from dialog.picture.wording import filled

MOST_AREAS, MOST_PLACES = 5, 3
TIMES, MORE = 1.4, 12  # design decision: so many times the share of all, and so many of 100 above it
MOST_NAMED = 3  # causes and times of a place


def concentrated(setting: Setting) -> Iterator[Proposal]:
    """Where a problem is called big by a much larger part than in all areas together, the widest gap first."""
    found = [
        (area, item, here, everywhere)
        for item in problems(setting.picture)
        if (everywhere := problem_share(setting.picture, item.id))
        for area in areas(setting.picture)
        if (here := problem_share(setting.picture, item.id, area.id)) and _stands_out(here, everywhere)
    ]
    found.sort(key=lambda one: one[3].of_100 - one[2].of_100)
    yield from (_in_area(setting, *one) for one in found[:MOST_AREAS])


def places(setting: Setting) -> Iterator[Proposal]:
    """The places with most voices that are shown."""
    yield from (_place(setting, line) for line in place_lines(setting.picture)[:MOST_PLACES])


def _stands_out(here: Share, everywhere: Share) -> bool:
    return here.of_100 >= TIMES * everywhere.of_100 and here.of_100 >= everywhere.of_100 + MORE


def _in_area(setting: Setting, area: Item, item: Item, here: Share, everywhere: Share) -> Proposal:
    evidence = (*here.cells, *everywhere.cells)
    weight = weigh(setting, here.part, evidence)
    statement = filled(
        N_(
            "In %(area)s, %(part)s of the %(whole)s voices that said how big problems are call it fairly or very big. "
            "In all areas together it is %(all)s of %(everybody)s."
        ),
        area=area.label,
        part=number(here.part),
        whole=number(here.whole),
        all=number(everywhere.part),
        everybody=number(everywhere.whole),
    )
    title = filled(N_("%(area)s: this stands out – %(problem)s"), area=area.label, problem=item.label)
    key = f"concentrated:{item.id}:{area.id}"
    return Proposal(key, PROBLEM, title, statement, evidence, weight.strength, weight.reason)


def _place(setting: Setting, line: PlaceLine) -> Proposal:
    voices, item = line.voices.value or 0, line.place.item
    table = setting.picture.table("places")
    assert table is not None, "places are told of without their table"
    evidence = [Evidence(PLACE, place=line.place.key), cited(table, {AREA: item})]
    said = [filled(N_("Voices that reported the place: %(number)s."), number=number(voices))]
    for id, dimension, figures, sentence in (
        ("places-by-cause", "cause", line.causes, N_("What makes it unsafe, most often: %(names)s.")),
        ("places-by-time", "time", line.times, N_("When it is like that, most often: %(names)s.")),
    ):
        shown = setting.picture.table(id)
        if figures and shown:
            said.append(filled(sentence, names=_named(figures)))
            evidence += [cited(shown, {AREA: item, dimension: one.item}) for one in figures[:MOST_NAMED]]
    weight = weigh(setting, voices, evidence)
    safe = bool(line.feelings) and line.feelings[0].item == "safe"
    return Proposal(
        key=f"place:{line.place.key}",
        kind=STRENGTH if safe else PROBLEM,
        title=filled(N_("%(place)s: a place that many tell of"), place=line.place.names),
        statement=sentences(*said),
        evidence=tuple(evidence),
        strength=weight.strength,
        reason=weight.reason,
    )


def _named(figures: Sequence[Figure]) -> Words:
    return listed([one.label for one in figures[:MOST_NAMED]])
