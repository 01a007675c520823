"""Which reviewed words stand in a picture, and how much is said of where they come from. Pure."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol
from uuid import UUID

from dialog.picture.content import Quote
from dialog.picture.ids import is_area
from dialog.picture.tables import SafeTable, State
from dialog.review.codebook.book import topic_id, topic_number

MOST_QUOTES = 3  # under one theme


class Cleared(Protocol):
    """What is needed of a text that may be quoted."""

    @property
    def text_id(self) -> UUID: ...
    @property
    def words(self) -> str: ...
    @property
    def language(self) -> str: ...
    @property
    def area_id(self) -> int | None: ...
    @property
    def codes(self) -> tuple[tuple[str, str], ...]: ...


def chosen_quotes(
    cleared: Sequence[Cleared],
    tables: Mapping[str, SafeTable],
    area_of: Callable[[int | None], str],
    *,
    least: int = 1,
) -> tuple[Quote, ...]:
    """Each text once, under a theme whose figure is shown, and in a language whose figure is shown.

    The area stands beside it only where the figure of that theme in that area is shown. `least` is what a figure must
    be for that, where figures are rounded.
    """
    if "themes" not in tables:
        return ()
    under: Counter[str] = Counter()
    chosen = []
    for text in cleared:
        for code, stance in text.codes:
            topic = topic_id(code)
            is_told = _is_shown(tables, least, "themes", topic, stance) and _speaks(tables, least, text)
            if under[topic] < MOST_QUOTES and is_told:
                area = area_of(text.area_id)
                place = area if is_area(area) and _is_shown(tables, least, "themes-by-area", area, topic) else None
                chosen.append(Quote(str(text.text_id), text.words, text.language, topic, stance, place))
                under[topic] += 1
                break
    return tuple(sorted(chosen, key=lambda quote: topic_number(quote.code)))


def still_cleared(quotes: Sequence[Quote], cleared: Sequence[Cleared]) -> tuple[Quote, ...]:
    """Without those that a reviewer has taken back, or hidden more of, since they were chosen."""
    words = {str(text.text_id): text.words for text in cleared}
    return tuple(quote for quote in quotes if words.get(quote.text) == quote.words)


def _speaks(tables: Mapping[str, SafeTable], least: int, text: Cleared) -> bool:
    """Whether so many answered in the language that a quote points to nobody."""
    return _is_shown(tables, least, "language", text.language)


def _is_shown(tables: Mapping[str, SafeTable], least: int, table: str, *key: str) -> bool:
    cell = tables[table].cells.get(key) if table in tables else None
    return cell is not None and cell.state is State.SHOWN and (cell.value or 0) >= least
