"""What a line of the queue, and the head of a text or a report, say of it: never who sent it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dialog.accounts.gates import now
from dialog.areas.models import Area
from dialog.audit.looks import saw
from dialog.languages import Words
from dialog.places.fields import FEELINGS, KINDS
from dialog.places.models import Report
from dialog.review.adding import ADDED
from dialog.review.duplicates import short_id
from dialog.review.masking import masked_text
from dialog.review.sentences import REPORT_TEXTS
from dialog.review.waiting.assigning import assignees
from dialog.review.waiting.kinds import TEXT, Waiting, kind_of
from dialog.review.waiting.named import areas_of, reports_of, rounds_of
from dialog.review.waiting.taking import Holder, holders
from dialog.survey.models import Round
from dialog.survey.queries import questionnaire_of
from dialog.texts.models import NEW, Photo, Text
from dialog.web.pages import lang_of, say

LONGEST_EXCERPT = 240  # characters of a text that a list shows


@dataclass(frozen=True)
class Label:
    """Words, and the lang attribute they need: None when they are in the page's language."""

    words: str
    lang: str | None = None


@dataclass(frozen=True)
class Line:
    kind: str  # an id of KINDS
    endpoint: str  # of its page
    parameters: Mapping[str, UUID]  # of its address
    id: UUID
    number: str  # its short id
    status: str
    subject: Label  # the question that a text answers; feeling and kind of place of a report
    excerpt: str  # what the text says, with hidden words left out; nothing for a report
    area: Label | None
    round: Label
    language: str
    channel: str
    on: date
    suspicion: str = ""
    is_held: bool = False
    holder: Holder | None = None  # who is at work on it
    task_of: tuple[int, str] | None = None  # (id, name) of whose task it is
    is_of_staff: bool = False  # written by a colleague, not by a resident


def lines_of(session: Session, items: Sequence[Waiting]) -> list[Line]:
    """A line for each, with one query for all their rounds, one for all their areas, and so on."""
    if not items:
        return []
    of_photos = reports_of(session, [item for item in items if isinstance(item, Photo)])
    about = [of_photos[item.report_id] if isinstance(item, Photo) else item for item in items]
    rounds, areas = rounds_of(session, about), areas_of(session, about)
    ids = [item.id for item in items]
    saw(session, TEXT, [item.id for item in items if isinstance(item, Text) and item.status == NEW])
    taken, tasks = holders(session, ids, at=now()), assignees(session, ids)
    lines = [_line_of(item, one, rounds, areas) for item, one in zip(items, about, strict=True)]
    return [replace(line, holder=taken.get(line.id), task_of=tasks.get(line.id)) for line in lines]


def _line_of(item: Waiting, about: Text | Report, rounds: Mapping[int, Round], areas: Mapping[int, Area]) -> Line:
    """What is said of a text or a report, or of a photo, which is about what its report is about."""
    round, kind = rounds[about.round_id], kind_of(item)
    area = areas.get(about.area_id) if about.area_id else None
    return Line(
        kind=kind.id,
        endpoint=kind.endpoint,
        parameters={f"{kind.id}_id": item.id},
        id=item.id,
        number=short_id(item.id),
        status=item.status,
        subject=_question(about, round) if isinstance(about, Text) else _place(about),
        excerpt=_excerpt(item) if isinstance(item, Text) else "",
        area=_label(area.names) if area else None,
        round=_label(round.title),
        language=(item.written_in if isinstance(item, Text) else None) or about.language,
        channel=about.channel,
        on=item.received_on,
        suspicion=(item.suspicion or "") if isinstance(item, Text) else "",
        is_held=isinstance(item, Text) and item.held,
        is_of_staff=round.is_of_staff,
    )


def _question(text: Text, round: Round) -> Label:
    if text.report_id or text.question == ADDED:
        return Label(str(REPORT_TEXTS.get(text.question, text.question)))
    asked = questionnaire_of(round).text_labels().get(text.question)
    return _label(asked) if asked else Label(text.question)


def _place(report: Report) -> Label:
    told = (FEELINGS.get(report.answers.get("feeling", "")), KINDS.get(report.answers.get("kind", "")))
    return Label(" · ".join(say(words) for words in told if words) or _("A place"))


def _excerpt(text: Text) -> str:
    whole = masked_text(text.original, text.masks, say=_)
    return shorten(whole, LONGEST_EXCERPT)


def shorten(words: str, longest: int) -> str:
    """At most so many characters, cut between words where there are any."""
    if len(words) <= longest:
        return words
    whole_words = words[:longest].rpartition(" ")[0].rstrip()
    return f"{whole_words or words[:longest]}…"


def _label(words: Words) -> Label:
    return Label(say(words), lang_of(words))
