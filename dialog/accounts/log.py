"""The log in words that administrators read."""

from flask_babel import gettext as _


def what(action: str) -> str:
    """What was done; an action that nobody has found words for yet is shown as it is kept."""
    return {
        "answer added": _("added an answer to the library"),
        "answer changed": _("changed an answer of the library"),
        "areas loaded": _("loaded areas"),
        "clearance taken back": _("took a report back from other systems"),
        "codebook begun": _("began a version of the codebook"),
        "codebook given up": _("gave up a draft of the codebook"),
        "codebook published": _("published a version of the codebook"),
        "codes settled": _("settled the codes of a text"),
        "codes unsettled": _("took a settlement of codes back"),
        "exact point seen": _("saw where exactly a report is about"),
        "figures loaded": _("loaded figures of a source"),
        "held text released": _("released a text that was held back"),
        "held text seen first": _("was the first to accept a text that is held back"),
        "link made": _("made a link to choose a password with"),
        "log purged": _("destroyed lines of the log whose term was over"),
        "log taken out": _("took the log out as a file"),
        "log verified": _("looked whether the log is whole"),
        "names forgotten": _("forgot names of places"),
        "names loaded": _("loaded names of places"),
        "note removed": _("removed an internal note"),
        "note written": _("wrote an internal note"),
        "owner added": _("added an owner"),
        "owner changed": _("changed an owner"),
        "password changed": _("changed a password"),
        "photo accepted": _("accepted a photo"),
        "photo blurred": _("blurred more of a photo"),
        "photo original seen": _("saw a photo before it was blurred"),
        "photo reopened": _("put a photo back in the queue"),
        "photo set aside": _("set a photo aside"),
        "photo unblurred": _("took a blur off a photo"),
        "picture drafted": _("drafted a picture"),
        "picture released": _("released a picture"),
        "population loaded": _("loaded population"),
        "questionnaire loaded": _("loaded a questionnaire"),
        "recovery code used": _("signed in with a recovery code"),
        "recovery codes renewed": _("renewed the recovery codes"),
        "report cleared": _("let other systems read a report"),
        "report answered": _("answered those who sent a report"),
        "report sent on": _("sent a masked copy of a report"),
        "reports loaded": _("loaded reports"),
        "responses loaded": _("loaded responses"),
        "round changed": _("changed a round"),
        "round ended": _("ended a round"),
        "round opened": _("opened a round"),
        "round planned": _("planned a round"),
        "sample drawn": _("drew texts for a second coder"),
        "second factor reset": _("took away a second factor"),
        "second factor set up": _("set up a second factor"),
        "sign-in ended": _("ended a sign-in"),
        "sign-ins ended": _("ended sign-ins"),
        "sign-on linked": _("was recognised by the sign-on service"),
        "signed in": _("signed in"),
        "source changed": _("changed what is told of a source"),
        "source figures seen": _("looked at figures of a source that have not been protected"),
        "source file sent": _("sent a file of figures to look it through"),
        "source registered": _("registered a source"),
        "source text kept": _("kept words of a source"),
        "source text removed": _("took words of a source away"),
        "staff added": _("added somebody to the staff"),
        "staff changed": _("changed somebody's account"),
        "suggestions trained": _("had the suggested codes made anew"),
        "system added": _("let another system send reports"),
        "system removed": _("took back another system's key"),
        "text answered": _("answered those who sent a text"),
        "text held back": _("held a text back"),
        "text sent to translator": _("sent a masked text to a translator"),
        "text seen": _("saw a text before it was masked"),
        "texts listed": _("saw a list of texts before they were masked"),
        "translation removed": _("removed a translation"),
        "unlocked": _("let somebody sign in again"),
        "backup made": _("made a backup"),
        "backup restored": _("restored a backup"),
        "backup tried": _("tried to restore a backup"),
        "destroying proposed": _("proposed to destroy something"),
        "destroying turned down": _("turned down that something is destroyed"),
        "digest sent": _("sent somebody what waits"),
        "erasures applied": _("erased again what had been erased before a restore"),
        "photo destroyed": _("destroyed a photo"),
        "point destroyed": _("destroyed an exact point"),
        "purged": _("erased what was due"),
        "quote redacted": _("took a quote out of an edition"),
        "records exported": _("exported records for a request"),
        "retention decided": _("recorded how long something is kept"),
        "setting changed": _("changed a setting"),
        "text destroyed": _("destroyed words of a text"),
    }.get(action, action)


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
