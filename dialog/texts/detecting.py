"""Which language a text is written in, as far as it can be told without asking anybody. Pure; works offline.

What a resident chose to read is where we begin: many write in another language than the page's.
"""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

FEWEST_LETTERS = 20  # below, the model guesses: "bra" and "mer belysning tack" fool it
LEAST_SURE = 0.9  # of the model's own probability
SPOKEN = (  # the languages that are told apart: the more there are, the more short texts go astray
    *("ar", "bs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "hr", "it", "ku", "lt", "lv", "nl", "no"),
    *("pl", "ps", "pt", "ro", "ru", "so", "sq", "sr", "sv", "sw", "th", "tr", "uk", "ur", "vi", "zh"),
)
ALIKE = ({"bs", "hr", "sr"}, {"nb", "no", "da"}, {"fa", "prs"})  # written so nearly the same that the model can't say
ETHIOPIC = range(0x1200, 0x13A0)  # Tigrinya and Amharic, which the model does not tell apart well


def detect(text: str, *, chosen: str) -> str | None:
    """The language a text is written in, as BCP 47 tag; None where it can't be told from the one that was chosen."""
    letters = sum(character.isalpha() for character in text)
    if letters < FEWEST_LETTERS:
        return None
    if 2 * sum(ord(character) in ETHIOPIC for character in text) > letters:
        found = "am" if chosen == "am" else "ti"
    else:
        found, sure = _identifier().classify(text)
        if sure < LEAST_SURE:
            return None
    return None if _is_same(found, chosen) else found


def _is_same(found: str, chosen: str) -> bool:
    plain = chosen.split("-")[0]  # easy Swedish is Swedish
    return found == plain or any(found in group and plain in group for group in ALIKE)


@cache
def _identifier() -> LanguageIdentifier:
    """The model, read at the first text: about a second, once a process."""
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([tag for tag in SPOKEN if tag in identifier.labels])
    return identifier
