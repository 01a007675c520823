"""Suggestions in the words of a page, and how good they are."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from flask import current_app
from flask_babel import format_percent
from flask_babel import gettext as _

from dialog.review.codebook.showing import code_words, codebook, topic_of
from dialog.review.masking import masked_text
from dialog.review.suggesting.model import Model, Suggestion
from dialog.review.suggesting.store import current_model
from dialog.texts.models import Text


def installation() -> Path:
    return Path(current_app.config["INSTANCE"])


def suggested(text: Text, *, besides: Collection[str] = ()) -> list[dict[str, str]]:
    """Codes that the text may have, read without what is hidden in it; nothing where there is no model."""
    model = current_model(installation())
    if model is None:
        return []
    usable = {code.id for code in codebook().in_use().codes} - set(besides)
    found = model.suggestions(masked_text(text.original, text.masks, say=lambda _label: ""))
    return [_shown(one, model) for one in found if one.code in usable]


def _shown(one: Suggestion, model: Model) -> dict[str, str]:
    return {
        "code": one.code,
        "topic": topic_of(one.code),
        "words": code_words(one.code),
        "confidence": _confidence(one, model),
    }


def _confidence(one: Suggestion, model: Model) -> str:
    """A number only where codings were held back to find it out."""
    if not model.is_measured:
        return _("possible, from the words of the codebook")
    share = format_percent(round(min(one.probability, 0.99), 2))
    return _("likely, %(share)s", share=share) if one.is_likely else _("possible, %(share)s", share=share)


def measured(model: Model) -> dict[str, Any]:
    """What held-back codings said of the model."""
    report = model.report
    return {
        "texts": report.get("measured", 0),
        "macro_f1": report.get("macro_f1"),
        "bands": [
            (
                _("likely") if name == "likely" else _("possible"),
                right,
                all,
                format_percent(right / all) if all else "–",
            )
            for name, (right, all) in report.get("bands", {}).items()
        ],
        "rows": [_row(one) for one in report.get("codes", [])],
    }


def _row(one: dict[str, Any]) -> dict[str, Any]:
    suggested, texts, right = one["suggested"], one["texts"], one["right"]
    return {
        "topic": topic_of(one["code"]),
        "words": code_words(one["code"]),
        "texts": texts,
        "suggested": suggested,
        "precision": format_percent(right / suggested) if suggested else "–",
        "recall": format_percent(right / texts) if texts else "–",
    }
