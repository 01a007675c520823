"""All proposals of a draft. Pure: the same safe tables give the same proposals."""

from dialog.picture.findings.proposing.concentrated import concentrated, places
from dialog.picture.findings.proposing.evenings import calm_evenings, evenings
from dialog.picture.findings.proposing.gaps import proposed_gaps
from dialog.picture.findings.proposing.largest import largest
from dialog.picture.findings.proposing.proposal import Proposal, Setting
from dialog.picture.findings.proposing.rising import rising
from dialog.picture.findings.proposing.sources import sources
from dialog.picture.findings.proposing.strengths import strengths

EACH = (largest, rising, concentrated, places, evenings, sources, calm_evenings, strengths, proposed_gaps)


def propose(setting: Setting) -> list[Proposal]:
    """What the figures suggest: problems first, then where sources stand, then strengths, then gaps."""
    return [proposal for each in EACH for proposal in each(setting)]
