"""Which words of colleagues stand in a picture: never with a workplace or an area. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dialog.picture.content import Quote
from dialog.picture.quotes import MOST_QUOTES, Cleared
from dialog.picture.tables import Key
from dialog.review.codebook.book import topic_id, topic_number

LEAST = 10  # colleagues in a figure, and behind a theme or a language that a quote shows: who works where is known


def colleagues_quotes(
    cleared: Sequence[Cleared], themes: Mapping[Key, int], languages: Mapping[Key, int]
) -> tuple[Quote, ...]:
    """Each text once, under a theme of LEAST colleagues, and in a language of as many.

    `themes` counts voices by topic and stance, `languages` by language; neither is told.
    """
    under: Counter[str] = Counter()
    chosen = []
    for text in cleared:
        told = (topic for topic in _told(text, themes) if under[topic[0]] < MOST_QUOTES)
        topic, stance = next(told, ("", ""))
        if topic and languages.get((text.language,), 0) >= LEAST:
            chosen.append(Quote(str(text.text_id), text.words, text.language, topic, stance, area=None))
            under[topic] += 1
    return tuple(sorted(chosen, key=lambda quote: topic_number(quote.code)))


def _told(text: Cleared, themes: Mapping[Key, int]) -> Iterator[tuple[str, str]]:
    topics = ((topic_id(code), stance) for code, stance in text.codes)
    yield from (one for one in topics if themes.get(one, 0) >= LEAST)
