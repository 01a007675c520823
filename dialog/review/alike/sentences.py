"""The words in which staff read about what is alike: the status log, joint steps, and what went wrong."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

from dialog.review.alike.actions import NotTogether
from dialog.review.alike.groups import NoSuchGroup
from dialog.review.alike.joint import ACCEPT, ASIDE, CODE, MOST_AT_ONCE, VOICES_ASIDE, TooMany
from dialog.review.alike.selecting import ANSWERS, DAY, TEXTS, WORDS
from dialog.review.alike.undoing import NoSuchStep

ALIKE_PROBLEMS: Mapping[type[Exception], object] = {
    NotTogether: _l("Choose at least two, all of the same round."),
    NoSuchGroup: _l("These are not kept together any more."),
    NoSuchStep: _l("That has been undone already."),
    TooMany: _l("At most %(number)d can be changed at once.", number=MOST_AT_ONCE),
}
JOINT_WORDS: Mapping[str, object] = {
    ACCEPT: _l("Accepted together"),
    ASIDE: _l("Set aside together"),
    CODE: _l("Coded together"),
    VOICES_ASIDE: _l("Voices set aside as spam"),
}
BURST_WORDS: Mapping[str, object] = {
    DAY: _l("Many on one day"),
    TEXTS: _l("Nearly the same words"),
    WORDS: _l("The same few words"),
    ANSWERS: _l("The same answers to everything"),
}
