"""What works, as residents tell it: what makes places safe, and what they write of as a strength. Pure."""

from collections.abc import Iterator

from dialog.languages import N_
from dialog.picture.findings.proposing.largest import quotes_about
from dialog.picture.findings.proposing.phrases import number
from dialog.picture.findings.proposing.proposal import Proposal, Setting
from dialog.picture.findings.proposing.shares import cited, value_at
from dialog.picture.findings.proposing.weighing import weigh
from dialog.picture.findings.told import STRENGTH
from dialog.picture.ids import CODE, STANCE, is_silent
from dialog.picture.tables import ALL, Item, SafeTable
from dialog.picture.wording import filled
from dialog.review.codebook.book import is_topic

MOST = 2  # of each sort


def strengths(setting: Setting) -> Iterator[Proposal]:
    """Those with most voices that are shown."""
    told, themes = setting.picture.table("strengths"), setting.picture.table("themes")
    if told:
        items = [item for item in told.dimension("strength").items if item.id != ALL and not is_silent(item.id)]
        yield from _most(setting, told, "strength", items, {}, N_("What makes places safe: %(what)s"))
    if themes:
        topics = [item for item in themes.dimension(CODE).items if is_topic(item.id)]
        yield from _most(setting, themes, CODE, topics, {STANCE: STRENGTH}, N_("Told of as a strength: %(what)s"))


def _most(
    setting: Setting, table: SafeTable, dimension: str, items: list[Item], beside: dict[str, str], title: str
) -> Iterator[Proposal]:
    found = [(item, voices) for item in items if (voices := value_at(table, {**beside, dimension: item.id}))]
    for item, voices in sorted(found, key=lambda one: -one[1])[:MOST]:
        evidence = (cited(table, {**beside, dimension: item.id}), *quotes_about(setting.picture, item.id, STRENGTH))
        weight = weigh(setting, voices, evidence)
        yield Proposal(
            key=f"strength:{dimension}:{item.id}",
            kind=STRENGTH,
            title=filled(title, what=item.label),
            statement=filled(N_("Voices that say so: %(number)s."), number=number(voices)),
            evidence=evidence,
            strength=weight.strength,
            reason=weight.reason,
        )
