"""What states, times and verdicts of other sources are called wherever a picture is read. Pure."""

from collections.abc import Mapping

from dialog.languages import N_
from dialog.picture.beside.told import Known
from dialog.picture.statistics.quadrants import Quadrant

STATE_NAMES: Mapping[Known, str] = {
    Known.WITHHELD: N_("not shown"),
    Known.TOO_LITTLE: N_("too little data"),
    Known.UNKNOWN: N_("not known"),
}
TIME_NAMES: Mapping[str, str] = {
    "day": N_("in the daytime"),
    "evening": N_("in the evening"),
    "night": N_("at night"),
}
VERDICT_NAMES: Mapping[str, str] = {
    "agree": N_("agree"),
    "differ": N_("differ"),
    "unknown": N_("unknown"),
}
QUADRANT_NAMES: Mapping[Quadrant, str] = {
    Quadrant.BOTH: N_("Much felt and much recorded"),
    Quadrant.FELT: N_("Much felt, less recorded"),
    Quadrant.RECORDED: N_("Much recorded, less felt"),
    Quadrant.NEITHER: N_("Less of both than elsewhere here"),
    Quadrant.UNKNOWN: N_("Not known"),
}
