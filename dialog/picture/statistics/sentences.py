"""What comparisons and coverage say in words, the same on every page and in every file. Pure."""

from collections.abc import Mapping

from dialog.languages import N_
from dialog.picture.statistics.comparing import Reason
from dialog.picture.statistics.coverage import Verdict

REASONS: Mapping[Reason, str] = {  # why something can't be compared
    "reworded": N_("Asked in other words than then."),
    "options": N_("Asked with other options than then."),
    "new": N_("Not asked then."),
    "gone": N_("Asked then, and not any more."),
    "own": N_("A question of this questionnaire alone: it measures nothing that is followed over the years."),
    "areas": N_("The areas have other borders than then, although they may be called the same."),
    "codebook": N_("The codebook has changed: only themes that both have stand side by side."),
}
VERDICTS: Mapping[Verdict, str] = {
    Verdict.UNDER: N_("Under half of the share expected"),
    Verdict.AS_EXPECTED: N_("At least half of the share expected"),
    Verdict.TOO_LITTLE: N_("too little data"),
    Verdict.UNKNOWN: N_("Too few to expect anything"),
}
