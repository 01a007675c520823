"""What a finding rests on, as lines of a document: figures of its own tables, places, sources, and quotes. Pure."""

from collections.abc import Iterable, Iterator, Mapping

from dialog.languages import N_
from dialog.picture.documents.about import figure_of
from dialog.picture.documents.teller import Said, Teller
from dialog.picture.findings.resting import Resting
from dialog.picture.findings.told import PLACE, SOURCE, TABLE

BEFORE: Mapping[str, str] = {PLACE: N_("The place:"), TABLE: N_("The table:"), SOURCE: N_("Source:")}


def evidence_lines(teller: Teller, evidence: Iterable[Resting]) -> Iterator[Said]:
    """A line for each; quotes in their own language."""
    for one in evidence:
        if one.quote is None:
            yield Said(_told(teller, one))
        else:
            tag = one.quote.language
            yield Said(f"”{one.quote.words}”", None if tag == teller.language else tag)


def _told(teller: Teller, one: Resting) -> str:
    """What it is of, the items, and the figure."""
    before = f"{teller.tell(BEFORE[one.evidence.kind])} " if one.evidence.kind in BEFORE else ""
    named = " · ".join(teller.say(words).text for words in (one.title, *one.items))
    return f"{before}{named}" + (f": {figure_of(teller, one.cell).text}" if one.cell else "")
