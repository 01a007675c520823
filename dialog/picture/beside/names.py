"""What lanes, units and states of other sources are called wherever a picture is read. Pure."""

from collections.abc import Mapping

from dialog.languages import N_
from dialog.picture.beside.told import Known
from dialog.picture.statistics.quadrants import Quadrant
from dialog.sources.lanes import (
    ASSESSMENT,
    DEPARTMENTS,
    DIALOGUE,
    NATIONAL_SURVEY,
    REPORTED_CRIME,
    REPORTS,
    SAFETY_SURVEY,
    STAFF,
    STATISTICS,
    WORKSHOPS,
)
from dialog.sources.understanding.units import COUNT, INDEX, PER_1000, PER_10000, PER_100000, PERCENT, UNKNOWN

LANE_NAMES: Mapping[str, str] = {
    DIALOGUE: N_("Resident dialogue"),
    REPORTS: N_("Reports of places"),
    WORKSHOPS: N_("Workshops and walks"),
    STAFF: N_("Staff dialogue"),
    DEPARTMENTS: N_("The departments’ own pictures"),
    SAFETY_SURVEY: N_("Safety survey of the police"),
    REPORTED_CRIME: N_("Reported crime"),
    NATIONAL_SURVEY: N_("National survey"),
    ASSESSMENT: N_("Assessment of the police"),
    STATISTICS: N_("Other statistics"),
}
UNIT_NAMES: Mapping[str, str] = {
    COUNT: N_("number"),
    PER_1000: N_("per 1,000 inhabitants"),
    PER_10000: N_("per 10,000 inhabitants"),
    PER_100000: N_("per 100,000 inhabitants"),
    PERCENT: N_("per cent"),
    INDEX: N_("index"),
    UNKNOWN: N_("unit not told"),
}
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
