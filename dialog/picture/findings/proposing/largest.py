"""The problems that most voices call big. Pure."""

from collections.abc import Iterator

from dialog.languages import N_
from dialog.picture.content import Picture
from dialog.picture.findings.proposing.asked import problems
from dialog.picture.findings.proposing.phrases import number, sentences
from dialog.picture.findings.proposing.proposal import Proposal, Setting
from dialog.picture.findings.proposing.shares import Share, cited, problem_share, value_at
from dialog.picture.findings.proposing.weighing import weigh
from dialog.picture.findings.told import PROBLEM, QUOTE, Evidence
from dialog.picture.ids import CODE, STANCE
from dialog.picture.tables import Item
from dialog.picture.wording import filled

MOST = 3
MOST_QUOTES = 2  # under one proposal


def largest(setting: Setting) -> Iterator[Proposal]:
    """One for each of the MOST problems with most voices; where several have as many, in the order asked."""
    found = [(item, share) for item in problems(setting.picture) if (share := problem_share(setting.picture, item.id))]
    found.sort(key=lambda one: -one[1].part)
    yield from (_proposal(setting, item, share) for item, share in found[:MOST] if share.part)


def _proposal(setting: Setting, item: Item, share: Share) -> Proposal:
    written = texts_about(setting.picture, item.id)
    evidence = (*share.cells, *(cell for _voices, cell in written), *quotes_about(setting.picture, item.id, PROBLEM))
    weight = weigh(setting, share.part, evidence)
    said = [
        filled(
            N_("%(part)s of the %(whole)s voices that said how big problems are call it fairly or very big."),
            part=number(share.part),
            whole=number(share.whole),
        )
    ]
    for voices, _cell in written:
        said.append(filled(N_("Voices that wrote about it as a problem: %(number)s."), number=number(voices)))
    title = filled(N_("%(problem)s: among the problems that most call big"), problem=item.label)
    return Proposal(f"largest:{item.id}", PROBLEM, title, sentences(*said), evidence, weight.strength, weight.reason)


def texts_about(picture: Picture, code: str) -> list[tuple[int, Evidence]]:
    """How many wrote of it as a problem, and the cell; at most one, none where that is not shown."""
    themes = picture.table("themes")
    items = {CODE: code, STANCE: PROBLEM}
    voices = value_at(themes, items) if themes else None
    return [(voices, cited(themes, items))] if themes and voices else []


def quotes_about(picture: Picture, code: str, stance: str) -> tuple[Evidence, ...]:
    """Some of what was written about it and cleared."""
    chosen = [quote.text for quote in picture.quotes if (quote.code, quote.stance) == (code, stance)]
    return tuple(Evidence(QUOTE, text=text) for text in chosen[:MOST_QUOTES])
