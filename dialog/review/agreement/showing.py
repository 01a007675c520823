"""Agreement as pages tell it: rows of a table, numbers and words for them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from flask_babel import format_decimal
from flask_babel import gettext as _

from dialog.languages import Words
from dialog.review.agreement.alpha import Alpha, alphas, counted, is_reliable, is_tentative
from dialog.review.agreement.queries import Compared
from dialog.review.codebook.book import topic_id, topic_number
from dialog.review.codebook.showing import code_text
from dialog.review.masking import masked_text
from dialog.texts.models import Text

FEW = 30  # texts, below which an alpha says little


@dataclass(frozen=True)
class Row:
    """A code, how many texts anybody used it on, and the agreement."""

    topic: str
    label: Words
    texts: int
    figure: str
    verdict: str


def agreement_of(found: Sequence[Compared]) -> dict[str, Any]:
    """What the page of agreement tells of texts that several have coded."""
    topic_rows, of_topics = _table(_readings(found, lambda code, _stance: topic_id(code)))
    code_rows, of_codes = _table(_readings(found, lambda code, _stance: code))
    _stance_rows, of_stances = _table(_readings(found, lambda code, stance: f"{topic_id(code)} {stance}"))
    overall = ((_("Topics"), of_topics), (_("Topics and subcodes"), of_codes), (_("Topics and stances"), of_stances))
    return {
        "texts": len(found),
        "is_few": len(found) < FEW,
        "overall": [(label, figure(alpha), verdict(alpha)) for label, alpha in overall],
        "topic_rows": topic_rows,
        "code_rows": code_rows,
    }


def figure(alpha: Alpha) -> str:
    """0.83 (0.71–0.92), as the page writes numbers."""
    if alpha.value is None:
        return _("can't be told")
    if alpha.low is None or alpha.high is None:
        return _number(alpha.value)
    value, low, high = (_number(one) for one in (alpha.value, alpha.low, alpha.high))
    return _("%(alpha)s (%(low)s–%(high)s)", alpha=value, low=low, high=high)


def verdict(alpha: Alpha) -> str:
    if alpha.value is None:
        return "–"
    if is_reliable(alpha):
        return _("reliable")
    return _("tentative") if is_tentative(alpha) else _("not reliable")


def masked(text: Text) -> str:
    """The words as whoever settles reads them, with [name] for what is hidden."""
    return masked_text(text.original, text.masks, say=lambda label: _(label))


def _number(value: float) -> str:
    return str(format_decimal(round(value, 2), format="0.00"))


def _readings(found: Sequence[Compared], name: Callable[[str, str], str]) -> list[list[frozenset[str]]]:
    """What each coder of each text used, called by `name`."""
    return [[frozenset(name(*one) for one in used) for used in text.used.values()] for text in found]


def _table(readings: Sequence[Sequence[frozenset[str]]]) -> tuple[list[Row], Alpha]:
    used = {code for reading in readings for codes in reading for code in codes}
    codes = sorted(used, key=lambda code: (topic_number(code.partition(" ")[0]), code))
    ones, coders = counted(readings, codes)
    each, overall = alphas(ones, coders)
    texts = np.count_nonzero(ones, axis=0).tolist()
    rows = [
        Row(topic_id(code), code_text(code), n, figure(alpha), verdict(alpha))
        for code, n, alpha in zip(codes, texts, each, strict=True)
    ]
    return rows, overall
