"""What a colleague's form carries instead of the phrase: signed by this installation, good for a day, kept nowhere."""

from typing import Literal

from flask import current_app
from itsdangerous import BadData, SignatureExpired, URLSafeTimedSerializer

from dialog.survey.models import StaffDialogue
from dialog.web.tokens import keyed_hash

FIELD, PHRASE_FIELD = "way_in", "phrase"
VALID_SECONDS = 24 * 3600  # WCAG 2.2.1: who needs time has it; after that the phrase is asked for again

Standing = Literal["good", "old", "none"]


def new_way_in(asked: StaffDialogue) -> str:
    return str(_signer().dumps(_of(asked)))


def standing(way_in: str, asked: StaffDialogue) -> Standing:
    """`old`: it was good once, for this round, before its time was up or the phrase was changed."""
    try:
        said = _signer().loads(way_in, max_age=VALID_SECONDS)
    except SignatureExpired as problem:
        said = None if problem.payload is None else _signer().load_payload(problem.payload)
        return "old" if _is_of_round(said, asked) else "none"
    except BadData:
        return "none"
    if said == _of(asked):
        return "good"
    return "old" if _is_of_round(said, asked) else "none"


def attempts_at(asked_round_id: int) -> str:
    """Under what attempts at the phrase of a round are counted: of who tries, it tells nothing."""
    return keyed_hash("phrase of colleagues", str(asked_round_id))


def _of(asked: StaffDialogue) -> list[int | str]:
    return [asked.round_id, keyed_hash("way in of colleagues", asked.phrase_hash)[:20]]


def _is_of_round(said: object, asked: StaffDialogue) -> bool:
    return isinstance(said, list) and said[:1] == [asked.round_id]


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="colleagues")
