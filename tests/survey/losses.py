"""What a questionnaire lost on the way."""

from collections.abc import Mapping

from dialog.languages import Words
from dialog.survey.questionnaire import Questionnaire
from dialog.survey.texts import texts


def lost_texts(before: Questionnaire, after: Questionnaire) -> Mapping[str, Words]:
    """Texts that were there and are not any more, by path: what an edit or an import must never cause unasked."""
    now = texts(after)
    gone = {
        path: {tag: text for tag, text in words.items() if not now.get(path, {}).get(tag)}
        for path, words in texts(before).items()
    }
    return {path: words for path, words in gone.items() if words}
