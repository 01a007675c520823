"""The words in which staff read about the review: names of things, the status log, and what went wrong."""

from collections.abc import Callable, Mapping
from uuid import UUID

from flask_babel import get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dialog.languages import LANGUAGES
from dialog.review import steps
from dialog.review.actions import NotADuplicate, NotPossible, NotReviewed
from dialog.review.adding import ADDED
from dialog.review.alike.log_words import ALIKE_STEPS
from dialog.review.answering.actions import NothingSaid
from dialog.review.answering.filling import NothingToFillIn, UnknownPlaceholder
from dialog.review.answering.queries import NoSuchAnswer
from dialog.review.clearance import NotClearable
from dialog.review.codebook.book import RetiredCode, UnknownCode
from dialog.review.codebook.showing import code_words, stance_words, topic_of
from dialog.review.coding.actions import NoSuchCoding, UnknownStance
from dialog.review.duplicates import short_id
from dialog.review.exact import NoExactPoint
from dialog.review.holding.actions import HeldBack, NoLook, NotHoldable, SamePerson
from dialog.review.holding.reasons import REASONS, UnknownReason
from dialog.review.masking import LABELS, NoSuchMask, NoSuchWords, UnknownLabel
from dialog.review.notes.actions import NoSuchNote
from dialog.review.owners.actions import NoAddress, NotAccepted, UnknownKind
from dialog.review.owners.queries import NoSuchOwner
from dialog.review.photo_sentences import PHOTO_STEPS
from dialog.review.queries import NoSuchReport, NoSuchText, Step
from dialog.review.translations.actions import NothingWritten, Outdated, SameLanguage
from dialog.review.translations.libretranslate import NotTranslated
from dialog.review.translations.queries import NoSuchTranslation
from dialog.review.voices import VoiceNotSetAside, VoiceSetAside
from dialog.review.waiting.assigning import NoSuchReviewer
from dialog.review.waiting.carrying import NotNow
from dialog.review.waiting.kinds import PHOTO, REPORT, TEXT
from dialog.review.waiting.selecting import NothingSelected
from dialog.review.waiting.taking import TakenByAnother
from dialog.review.waiting.undoing import ChangedSince, NothingToUndo
from dialog.review.waiting.views import TooManyViews
from dialog.texts.models import ACCEPTED, ACCUSATION, CRIME, DUPLICATE, NEW, PERSONAL, SET_ASIDE
from dialog.web.mail import NotSent

STATUS_WORDS = {
    NEW: _l("Waiting"),
    ACCEPTED: _l("Accepted"),
    SET_ASIDE: _l("Set aside"),
    DUPLICATE: _l("Duplicate"),
}
STATUS_LOOKS = {NEW: "new", ACCEPTED: "done", SET_ASIDE: "stopped", DUPLICATE: "going"}
KIND_WORDS = {TEXT: _l("Text"), REPORT: _l("Report"), PHOTO: _l("Photo")}
SUSPICION_WORDS = {
    PERSONAL: _l("Personal details"),
    ACCUSATION: _l("Accusation"),
    CRIME: _l("Suspicion of a crime"),
}
CHANNEL_WORDS = {
    "web": _l("on the web"),
    "paper": _l("on paper"),
    "stand": _l("at a stand"),
    "meeting": _l("at a meeting"),
    "school": _l("at a school"),
    "walk": _l("on a safety walk"),
    "file": _l("from a file"),
    "import": _l("from a file of another system"),
    "open311": _l("from another system"),
}
REPORT_TEXTS = {
    "place": _l("Where it is, in words"),
    "what": _l("What happens there"),
    "help": _l("What would help there"),
    ADDED: _l("What was added behind the code"),
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
    RetiredCode: _l("That code is not used any more. Choose another one."),
    UnknownStance: _l("Choose a stance: problem, strength or proposal."),
    NoSuchCoding: _l("You have no such code on this text any more."),
    NotReviewed: _l("Only a text that has been accepted can be coded or quoted. Put it back in the queue first."),
    HeldBack: _l("It is held back: somebody else has to accept it first."),
    SamePerson: _l("You have seen it already. Somebody else has to accept it too."),
    NotHoldable: _l("Only a text that waits or is accepted, and is not held back yet, can be held back."),
    NoLook: _l("It is not you who accepted it first, or it is released already."),
    UnknownReason: _l("Say why somebody else should see it."),
    NotPossible: _l("That can't be done now. Somebody may have been quicker: look at what has happened."),
    NotADuplicate: _l("It can't be a duplicate of itself, of its own duplicate or of something in another round."),
    VoiceSetAside: _l("The whole voice is set aside as spam. Restore it first."),
    VoiceNotSetAside: _l("The voice is not set aside any more."),
    NoSuchText: _l("There is no text of this round with that number. Write at least its first eight characters."),
    NoSuchReport: _l("There is no report of this round with that number. Write at least its first eight characters."),
    NoSuchOwner: _l("Choose an owner in the list, or add a new one."),
    UnknownKind: _l("Say what kind of owner it is."),
    NotAccepted: _l("Only a report that has been accepted can be sent on. Accept it first."),
    NoAddress: _l("There is no e-mail address of this owner. An administrator can add it."),
    NotSent: _l("The mail server did not take it. Try again later, or print it."),
    NothingSaid: _l("Choose an answer, write one, or both."),
    NoSuchAnswer: _l("That answer is not there any more. Look at what has happened."),
    NothingToFillIn: _l("That answer names the area or the owner, and this report has none to name. Choose another."),
    UnknownPlaceholder: _l("Only {area} and {owner} can be left open in an answer."),
    NoSuchNote: _l("There is no such note of yours any more."),
    NothingWritten: _l("Write the translation."),
    SameLanguage: _l("It is written in that language already."),
    Outdated: _l("What is hidden has changed since. Write the translation anew first."),
    NotTranslated: _l("The translator did not answer as it should. Try again later, or write the translation."),
    NoSuchTranslation: _l("There is no such translation any more."),
    NotClearable: _l("Only an accepted report can be read by others, when each of its texts has been reviewed."),
    NoExactPoint: _l("There is no exact point. It is erased when its time is up."),
    TakenByAnother: _l("A colleague is working on this just now. You can read it, and decide when it is free again."),
    NothingToUndo: _l("There is nothing of yours to undo."),
    ChangedSince: _l("It has been changed since, so that it can't be undone. Look at what has happened."),
    NoSuchReviewer: _l("Choose somebody in the list."),
    NothingSelected: _l("There is nothing here that this can be done to."),
    NotNow: _l("That is done already."),
    TooManyViews: _l("You have as many saved views as there is room for. Remove one first."),
}

FIELDS: Mapping[type[Exception], str] = {  # the ids of those at fault, where it is always the same
    UnknownLabel: "label",
    UnknownCode: "codes",
    RetiredCode: "codes",
    UnknownStance: "stance",
    UnknownReason: "reason",
    NoSuchText: "of",
    NoSuchReport: "of",
    NotADuplicate: "of",
    NoSuchOwner: "owner",
    NothingSaid: "own",
    NothingToFillIn: "key",
    NothingWritten: "body",
    SameLanguage: "into",
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


def what_happened(step: Step, *, reader: int, owners: Mapping[int, str]) -> str:
    """One line of the status log. Codes that another coder used are not named to this reader."""
    change = step.change
    if change.action in (steps.CODED, steps.CODE_REMOVED) and change.staff_id != reader:
        return _("%(name)s coded the text", name=step.name)
    if said := PHOTO_STEPS.get(change.action) or ALIKE_STEPS.get(change.action):
        return str(said) % {"name": step.name}
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
    steps.HELD: lambda name, reason, _o: _(
        "%(name)s held it back: %(reason)s", name=name, reason=_(REASONS.get(reason, reason))
    ),
    steps.FIRST_LOOK: lambda name, _x, _o: _(
        "%(name)s accepted it first; somebody else has to accept it too", name=name
    ),
    steps.LOOK_TAKEN_BACK: lambda name, _x, _o: _("%(name)s took back having accepted it first", name=name),
    steps.RELEASED: lambda name, _x, _o: _("%(name)s released it as the second person", name=name),
    steps.OPENED: lambda name, _x, _o: _("%(name)s let other systems read it", name=name),
    steps.CLOSED: lambda name, _x, _o: _("%(name)s took it back from other systems", name=name),
    steps.SETTLED: lambda name, _x, _o: _("%(name)s settled its codes", name=name),
    steps.UNSETTLED: lambda name, _x, _o: _("%(name)s took the settlement of its codes back", name=name),
    steps.DESTROYED: lambda name, _x, _o: _("%(name)s destroyed words of it", name=name),
    steps.ROUTED: lambda name, owner, owners: _(
        "%(name)s made it the task of %(owner)s", name=name, owner=owners.get(int(owner), "?")
    ),
    steps.COPY_SENT: lambda name, owner, owners: _(
        "%(name)s sent a masked copy to %(owner)s", name=name, owner=owners.get(int(owner), "?")
    ),
    steps.COPY_SENT_EXACTLY: lambda name, owner, owners: _(
        "%(name)s sent a masked copy with the exact point to %(owner)s", name=name, owner=owners.get(int(owner), "?")
    ),
    steps.ANSWERED: lambda name, _x, _o: _("%(name)s answered those who sent it", name=name),
    steps.ANSWER_CORRECTED: lambda name, _x, _o: _("%(name)s corrected an answer", name=name),
    steps.DONE: lambda name, _x, _o: _("%(name)s marked it as done", name=name),
    steps.NOT_DONE: lambda name, _x, _o: _("%(name)s took back that it is done", name=name),
    steps.TRANSLATED: lambda name, tag, _o: _(
        "%(name)s had it translated into %(language)s", name=name, language=language_name(tag)
    ),
    steps.TRANSLATION_CHECKED: lambda name, tag, _o: _(
        "%(name)s checked the translation into %(language)s", name=name, language=language_name(tag)
    ),
}
