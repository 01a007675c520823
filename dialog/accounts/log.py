"""The log in words that administrators read."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

_WHAT = {
    "answer added": _l("added an answer to the library"),
    "answer changed": _l("changed an answer of the library"),
    "areas loaded": _l("loaded areas"),
    "clearance taken back": _l("took a report back from other systems"),
    "codebook begun": _l("began a version of the codebook"),
    "codebook given up": _l("gave up a draft of the codebook"),
    "codebook published": _l("published a version of the codebook"),
    "codes settled": _l("settled the codes of a text"),
    "codes unsettled": _l("took a settlement of codes back"),
    "exact point seen": _l("saw where exactly a report is about"),
    "figures loaded": _l("loaded figures of a source"),
    "held text released": _l("released a text that was held back"),
    "held text seen first": _l("was the first to accept a text that is held back"),
    "link made": _l("made a link to choose a password with"),
    "log purged": _l("destroyed lines of the log whose term was over"),
    "log taken out": _l("took the log out as a file"),
    "log verified": _l("looked whether the log is whole"),
    "names forgotten": _l("forgot names of places"),
    "names loaded": _l("loaded names of places"),
    "note removed": _l("removed an internal note"),
    "note written": _l("wrote an internal note"),
    "owner added": _l("added an owner"),
    "owner changed": _l("changed an owner"),
    "password changed": _l("changed a password"),
    "photo accepted": _l("accepted a photo"),
    "photo blurred": _l("blurred more of a photo"),
    "photo original seen": _l("saw a photo before it was blurred"),
    "photo reopened": _l("put a photo back in the queue"),
    "photo set aside": _l("set a photo aside"),
    "photo unblurred": _l("took a blur off a photo"),
    "picture drafted": _l("drafted a picture"),
    "picture released": _l("released a picture"),
    "population loaded": _l("loaded population"),
    "questionnaire loaded": _l("loaded a questionnaire"),
    "recovery code used": _l("signed in with a recovery code"),
    "recovery codes renewed": _l("renewed the recovery codes"),
    "report cleared": _l("let other systems read a report"),
    "report answered": _l("answered those who sent a report"),
    "report sent on": _l("sent a masked copy of a report"),
    "reports loaded": _l("loaded reports"),
    "responses loaded": _l("loaded responses"),
    "round changed": _l("changed a round"),
    "round ended": _l("ended a round"),
    "round opened": _l("opened a round"),
    "round planned": _l("planned a round"),
    "sample drawn": _l("drew texts for a second coder"),
    "second factor reset": _l("took away a second factor"),
    "second factor set up": _l("set up a second factor"),
    "sign-in ended": _l("ended a sign-in"),
    "sign-ins ended": _l("ended sign-ins"),
    "sign-on linked": _l("was recognised by the sign-on service"),
    "signed in": _l("signed in"),
    "source changed": _l("changed what is told of a source"),
    "source figures seen": _l("looked at figures of a source that have not been protected"),
    "source file sent": _l("sent a file of figures to look it through"),
    "source registered": _l("registered a source"),
    "source text kept": _l("kept words of a source"),
    "source text removed": _l("took words of a source away"),
    "staff added": _l("added somebody to the staff"),
    "staff changed": _l("changed somebody's account"),
    "suggestions trained": _l("had the suggested codes made anew"),
    "system added": _l("let another system send reports"),
    "system removed": _l("took back another system's key"),
    "text answered": _l("answered those who sent a text"),
    "text held back": _l("held a text back"),
    "text sent to translator": _l("sent a masked text to a translator"),
    "text seen": _l("saw a text before it was masked"),
    "texts listed": _l("saw a list of texts before they were masked"),
    "translation removed": _l("removed a translation"),
    "unlocked": _l("let somebody sign in again"),
    "backup made": _l("made a backup"),
    "backup restored": _l("restored a backup"),
    "backup tried": _l("tried to restore a backup"),
    "destroying proposed": _l("proposed to destroy something"),
    "destroying turned down": _l("turned down that something is destroyed"),
    "digest sent": _l("sent somebody what waits"),
    "erasures applied": _l("erased again what had been erased before a restore"),
    "photo destroyed": _l("destroyed a photo"),
    "point destroyed": _l("destroyed an exact point"),
    "purged": _l("erased what was due"),
    "quote redacted": _l("took a quote out of an edition"),
    "records exported": _l("exported records for a request"),
    "retention decided": _l("recorded how long something is kept"),
    "setting changed": _l("changed a setting"),
    "text destroyed": _l("destroyed words of a text"),
}


def what(action: str) -> str:
    """What was done; an action that nobody has found words for yet is shown as it is kept."""
    return str(_WHAT.get(action, action))


def of_what(subject: str) -> str:
    """Of what it was done: `report 1c9e…` as kind and number."""
    kind, number = parts_of(subject)
    return f"{kind_names().get(kind, kind)} {number}".strip()


def parts_of(subject: str) -> tuple[str, str]:
    """Kind and number; a kind may be more than a word, and so may what a number stands for."""
    known = [kind for kind in kind_names() if f"{subject} ".startswith(f"{kind} ")]
    kind = max(known, key=len) if known else subject.partition(" ")[0]
    return kind, subject.removeprefix(kind).strip()


def kind_names() -> dict[str, str]:
    """The kinds of things that the log tells of, as it keeps them and as people call them."""
    return {
        "codebook": _("codebook"),
        "answer": _("answer"),
        "division": _("division"),
        "draft": _("draft"),
        "edition": _("edition"),
        "exact point": _("exact point of report"),
        "line": _("line"),
        "log": _("log"),
        "owner": _("owner"),
        "photo": _("photo"),
        "questionnaire": _("questionnaire"),
        "report": _("report"),
        "round": _("round"),
        "sample": _("sample"),
        "source": _("source"),
        "staff": _("staff"),
        "suggestions": _("suggestions"),
        "system": _("system"),
        "text": _("text"),
        "texts": _("texts"),
        "backup": _("backup"),
        "certificate": _("certificate"),
        "file": _("file"),
        "point": _("exact point of report"),
        "request": _("request"),
        "retention": _("kind of record"),
        "setting": _("setting"),
    }
