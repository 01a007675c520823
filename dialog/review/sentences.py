"""The words in which staff read about the review: names of things, the status log, and what went wrong."""

from collections.abc import Callable, Mapping
from uuid import UUID

from flask_babel import get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dialog.languages import LANGUAGES
from dialog.review import steps
from dialog.review.actions import NotADuplicate, NotPossible, NotReviewed
from dialog.review.clearance import NotClearable
from dialog.review.codebook import CODEBOOK, STANCES, UnknownCode
from dialog.review.coding import NoSuchCoding, UnknownStance
from dialog.review.duplicates import short_id
from dialog.review.masking import LABELS, NoSuchMask, NoSuchWords, UnknownLabel
from dialog.review.photo_sentences import PHOTO_STEPS
from dialog.review.queries import NoSuchReport, NoSuchText, Step
from dialog.review.queue import REPORT, TEXT
from dialog.review.routing import NoExactPoint, NoSuchOwner, UnknownKind
from dialog.review.voices import VoiceNotSetAside, VoiceSetAside
from dialog.texts.models import ACCEPTED, DUPLICATE, NEW, SET_ASIDE
from dialog.web.pages import say

STATUS_WORDS = {
    NEW: _l("Waiting"),
    ACCEPTED: _l("Accepted"),
    SET_ASIDE: _l("Set aside"),
    DUPLICATE: _l("Duplicate"),
}
STATUS_LOOKS = {NEW: "new", ACCEPTED: "done", SET_ASIDE: "stopped", DUPLICATE: "going"}
KIND_WORDS = {TEXT: _l("Text"), REPORT: _l("Report")}
CHANNEL_WORDS = {
    "web": _l("on the web"),
    "paper": _l("on paper"),
    "stand": _l("at a stand"),
    "meeting": _l("at a meeting"),
    "school": _l("at a school"),
    "walk": _l("on a safety walk"),
    "file": _l("from a file"),
}
REPORT_TEXTS = {
    "place": _l("Where it is, in words"),
    "what": _l("What happens there"),
    "help": _l("What would help there"),
}
OWNER_WORDS = {
    "municipality": _l("A municipal unit"),
    "police": _l("The police"),
    "property": _l("A property owner"),
    "road": _l("A road authority"),
    "other": _l("Somebody else"),
}
PROBLEMS: Mapping[type[Exception], object] = {
    NoSuchWords: _l("These words do not stand in the text. Select them there, or write them just as they stand."),
    NoSuchMask: _l("Nothing is hidden there any more."),
    UnknownLabel: _l("Say what the words are."),
    UnknownCode: _l("The codebook has no such code. Choose one in the list."),
    UnknownStance: _l("Choose a stance: problem, strength or proposal."),
    NoSuchCoding: _l("You have no such code on this text any more."),
    NotReviewed: _l("Only a text that has been accepted can be coded or quoted. Put it back in the queue first."),
    NotPossible: _l("That can't be done now. Somebody may have been quicker: look at what has happened."),
    NotADuplicate: _l("It can't be a duplicate of itself, of its own duplicate or of something in another round."),
    VoiceSetAside: _l("The whole voice is set aside as spam. Restore it first."),
    VoiceNotSetAside: _l("The voice is not set aside any more."),
    NoSuchText: _l("There is no text of this round with that number. Write at least its first eight characters."),
    NoSuchReport: _l("There is no report of this round with that number. Write at least its first eight characters."),
    NoSuchOwner: _l("Choose an owner in the list, or add a new one."),
    UnknownKind: _l("Say what kind of owner it is."),
    NotClearable: _l("Only an accepted report can be read by others, when each of its texts has been reviewed."),
    NoExactPoint: _l("There is no exact point. It is erased when its time is up."),
}

FIELDS: Mapping[type[Exception], str] = {  # the ids of those at fault, where it is always the same
    UnknownLabel: "label",
    UnknownCode: "codes",
    UnknownStance: "stance",
    NoSuchText: "of",
    NoSuchReport: "of",
    NotADuplicate: "of",
    NoSuchOwner: "owner",
    UnknownKind: "kind",
}


def channel_name(channel: str) -> str:
    return str(CHANNEL_WORDS.get(channel, channel))


def language_name(tag: str) -> str:
    """The name of a language in the page's own."""
    locale = get_locale()
    name = locale.languages.get(tag.replace("-", "_")) if locale else None
    return str(name or (LANGUAGES[tag].endonym if tag in LANGUAGES else tag))


def label_name(label: str) -> str:
    """What is hidden, in the page's language."""
    return _(LABELS.get(label, label))


def code_words(code: str) -> str:
    """What a code means; the code itself where the codebook no longer holds it."""
    try:
        return say(CODEBOOK.code(code).text)
    except UnknownCode:
        return code


def topic_of(code: str) -> str:
    """T1 for T1.speeding."""
    return code.partition(".")[0]


def stance_words(stance: str) -> str:
    return say(STANCES[stance]) if stance in STANCES else stance


def what_happened(step: Step, *, reader: int, owners: Mapping[int, str]) -> str:
    """One line of the status log. Codes that another coder used are not named to this reader."""
    change = step.change
    if change.action in (steps.CODED, steps.CODE_REMOVED) and change.staff_id != reader:
        return _("%(name)s coded the text", name=step.name)
    if change.action in PHOTO_STEPS:
        return str(PHOTO_STEPS[change.action]) % {"name": step.name}
    if change.action not in _SENTENCES:
        return f"{step.name}: {change.action}"
    return _SENTENCES[change.action](step.name, change.became or change.was, owners)


def _coding(became: str) -> dict[str, str]:
    code, _space, stance = became.partition(" ")
    return {"code": f"{topic_of(code)} {code_words(code)}", "stance": stance_words(stance).lower()}


Sentence = Callable[[str, str, Mapping[int, str]], str]
_SENTENCES: Mapping[str, Sentence] = {  # from who, what it became or was, and the owners' names
    steps.ACCEPTED: lambda name, _x, _o: _("%(name)s accepted it", name=name),
    steps.SET_ASIDE: lambda name, _x, _o: _("%(name)s set it aside", name=name),
    steps.REOPENED: lambda name, _x, _o: _("%(name)s put it back in the queue", name=name),
    steps.DUPLICATE: lambda name, of, _o: _(
        "%(name)s marked it as a duplicate of %(number)s", name=name, number=short_id(UUID(of))
    ),
    steps.WITH_VOICE: lambda name, _x, _o: _("%(name)s set it aside with the whole voice", name=name),
    steps.BACK_WITH_VOICE: lambda name, _x, _o: _("%(name)s restored it with the whole voice", name=name),
    steps.VOICE_SET_ASIDE: lambda name, _x, _o: _("%(name)s set the whole voice aside as spam", name=name),
    steps.VOICE_RESTORED: lambda name, _x, _o: _("%(name)s restored the voice", name=name),
    steps.MASKED: lambda name, label, _o: _("%(name)s hid words: %(label)s", name=name, label=label_name(label)),
    steps.UNMASKED: lambda name, label, _o: _(
        "%(name)s showed hidden words again: %(label)s", name=name, label=label_name(label)
    ),
    steps.CLEARED: lambda name, _x, _o: _("%(name)s cleared it for quoting", name=name),
    steps.CLEARANCE_WITHDRAWN: lambda name, _x, _o: _("%(name)s withdrew the clearance for quoting", name=name),
    steps.CODED: lambda name, coding, _o: _(
        "%(name)s added the code %(code)s, %(stance)s", name=name, **_coding(coding)
    ),
    steps.CODE_REMOVED: lambda name, coding, _o: _(
        "%(name)s removed the code %(code)s, %(stance)s", name=name, **_coding(coding)
    ),
    steps.OPENED: lambda name, _x, _o: _("%(name)s let other systems read it", name=name),
    steps.CLOSED: lambda name, _x, _o: _("%(name)s took it back from other systems", name=name),
    steps.ROUTED: lambda name, owner, owners: _(
        "%(name)s sent it on to %(owner)s", name=name, owner=owners.get(int(owner), "?")
    ),
}
