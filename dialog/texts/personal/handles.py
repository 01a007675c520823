"""What people are called in social media: @names, addresses of profiles, names after the name of an app. Pure."""

import re
from collections.abc import Iterator

from dialog.texts.personal.found import HANDLE, Found

_AT = re.compile(r"(?<![\w@./])@(?=[\w.]{0,29}[^\W\d_])[\w.]{1,29}\w")
_PROFILE = re.compile(
    r"(?<![\w.])(?:https?://)?(?:www\.|m\.)?"
    r"(?:(?:instagram|facebook|tiktok|snapchat|twitter|linkedin|youtube|threads|x)\.(?:com|net)|t\.me|fb\.com)"
    r"/[@\w./-]{1,80}(?<=\w)",
    re.IGNORECASE,
)
_APP = re.compile(
    r"(?<!\w)(?:snap(?:chat)?|insta(?:gram\w{0,5})?|tik ?tok|telegram|discord|kik|facebook|fb|whatsapp"
    r"|سناب(?: شات)?|انستغرام|انستقرام|إنستغرام|انستا|تيك توك|تلغرام|اسنپ(?: چت)?|اینستا(?:گرام)?|تیک ?تاک|تلگرام"
    r"|снепчат|інстаграм|инстаграм|инста|тікток|тикток|телеграм|ኢንስታግራም|ቲክቶክ)(?!\w)",
    re.IGNORECASE,
)
_APPS = (  # one of these is in whatever _APP finds
    *(
        "snap",
        "insta",
        "tik",
        "telegram",
        "discord",
        "kik",
        "facebook",
        "fb",
        "whatsapp",
        "سناب",
        "انست",
        "تيك",
        "اسنپ",
    ),
    *("ینستا", "تیک", "لغرام", "لگرام", "снепч", "стаграм", "инста", "ток", "телеграм", "ኢንስታ", "ቲክቶክ"),
)
_REACH = 36  # characters from the name of the app to that of the person
_MADE_UP = re.compile(r"(?<![\w.@])(?=[\w.]{0,29}[\d_]|\w{1,20}\.\w)[^\W\d_][\w.]{1,28}\w(?!\w)")
_AFTER_COLON = re.compile(r" ?: ?([^\W\d_][\w.]{1,28}\w)")
_PUBLIC = re.compile(r"polis|kommun|police|region|räddning|bibliotek|poliisi|municipality|1177|krisinfo", re.IGNORECASE)
_NO_HANDLE = re.compile(
    r"\w{0,30}\.(?:com|se|net|org|nu)$|[\d.]+$|(?:19|20)\d\d$|[^\W\d_]\d{1,3}[^\W\d_]?$", re.IGNORECASE
)


def find_handles(folded: str) -> Iterator[Found]:
    """In a text whose signs are folded; those of authorities are left out."""
    if "@" in folded:
        yield from _each(_AT, folded)
    if "/" in folded:
        yield from _each(_PROFILE, folded)
    lowered = folded.lower()
    for app in _APP.finditer(folded) if any(part in lowered for part in _APPS) else ():
        yield from _named_near(folded, app)


def _each(form: re.Pattern[str], folded: str) -> Iterator[Found]:
    return (Found(*match.span(), HANDLE) for match in form.finditer(folded) if not _PUBLIC.search(match[0]))


def _named_near(folded: str, app: re.Match[str]) -> Iterator[Found]:
    """After a colon any word; else the nearest that looks made up, with digits, underscores or dots within."""
    if told := _AFTER_COLON.match(folded, app.end()):
        yield Found(*told.span(1), HANDLE)
        return
    for match in _MADE_UP.finditer(folded, app.end(), min(app.end() + _REACH, len(folded))):
        if not (_NO_HANDLE.match(match[0]) or _PUBLIC.search(match[0])):
            whole = _MADE_UP.match(folded, match.start()) or match
            yield Found(*whole.span(), HANDLE, sure=False)
            return
