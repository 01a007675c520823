"""The words in which staff read of what is destroyed."""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

from dialog.review.photos import NoSuchPhoto
from dialog.review.queries import NoSuchReport, NoSuchText
from dialog.upkeep.destroying.actions import AlreadyProposed, NeedsAnother, NothingToDestroy
from dialog.upkeep.destroying.emptying import MASKED, NOTHING
from dialog.upkeep.destroying.queries import PHOTO, POINT, TEXT

KIND_WORDS = {TEXT: _l("Text"), PHOTO: _l("Photo"), POINT: _l("Exact point of a report")}
LENGTH_WORDS = {TEXT: _l("characters"), PHOTO: _l("bytes"), POINT: ""}
LEAVES_WORDS = {NOTHING: _l("nothing"), MASKED: _l("the text without what was hidden in it")}
GONE = (NoSuchText, NoSuchReport, NoSuchPhoto)
PROBLEMS: Mapping[type[Exception], object] = {
    NothingToDestroy: _l("There is nothing to destroy any more."),
    AlreadyProposed: _l("Somebody has proposed it already. A second person has to agree."),
    NeedsAnother: _l("You proposed it yourself. Somebody else has to agree."),
}
