"""What a line of the queue, and the head of a text or a report, say of it: never who sent it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from dialog.areas.models import Area
from dialog.languages import Words
from dialog.places.fields import FEELINGS, KINDS
from dialog.places.models import Report
from dialog.review.duplicates import short_id
from dialog.review.masking import masked_text
from dialog.review.queue import REPORT, TEXT, Waiting, areas_of, rounds_of
from dialog.review.sentences import REPORT_TEXTS
from dialog.survey.models import Round
from dialog.survey.queries import questionnaire_of
from dialog.texts.models import Text
from dialog.web.pages import lang_of, say

LONGEST_EXCERPT = 240  # characters of a text that a list shows


@dataclass(frozen=True)
class Label:
    """Words, and the lang attribute they need: None when they are in the page's language."""

    words: str
    lang: str | None = None


@dataclass(frozen=True)
class Line:
    kind: str  # TEXT or REPORT
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


def lines_of(session: Session, items: Sequence[Waiting]) -> list[Line]:
    """A line for each, with one query for all their rounds and one for all their areas."""
    rounds, areas = rounds_of(session, items), areas_of(session, items)
    return [_line_of(item, rounds, areas) for item in items]


def _line_of(item: Waiting, rounds: Mapping[int, Round], areas: Mapping[int, Area]) -> Line:
    round = rounds[item.round_id]
    area = areas.get(item.area_id) if item.area_id else None
    return Line(
        kind=TEXT if isinstance(item, Text) else REPORT,
        id=item.id,
        number=short_id(item.id),
        status=item.status,
        subject=_question(item, round) if isinstance(item, Text) else _place(item),
        excerpt=_excerpt(item) if isinstance(item, Text) else "",
        area=_label(area.names) if area else None,
        round=_label(round.title),
        language=item.language,
        channel=item.channel,
        on=item.received_on,
    )


def _question(text: Text, round: Round) -> Label:
    if text.report_id:
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
