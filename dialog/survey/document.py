"""A questionnaire as one JSON document, and back: what is stored with a round and exchanged between places."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any, cast

from dialog.languages import Words
from dialog.survey.pieces import Piece
from dialog.survey.questionnaire import (
    FEELINGS,
    KINDS,
    MOST_PLACES,
    BadQuestionnaire,
    Kind,
    Option,
    Question,
    Questionnaire,
    Row,
    Section,
)

MOST_VERSIONS = 9999
RESERVED_FIELDS = frozenset({"form_token", "key"})  # of every resident's form
_NEEDED: Mapping[str, frozenset[str]] = {
    "area": frozenset(),
    "one_of": frozenset({"options"}),
    "several_of": frozenset({"options"}),
    "scale": frozenset({"options", "rows"}),
    "matrix": frozenset({"options", "rows"}),
    "text": frozenset(),
    "places": frozenset({"feeling"}),
}
_POSSIBLE: Mapping[str, frozenset[str]] = {
    "area": frozenset({"options"}),
    "one_of": frozenset({"text_label", "text_hint"}),
    "several_of": frozenset({"maximum", "exclusive", "text_label", "text_hint"}),
    "places": frozenset({"maximum"}),
}
_PARTS = frozenset[str]().union(*_NEEDED.values(), *_POSSIBLE.values())


def to_document(questionnaire: Questionnaire) -> dict[str, Any]:
    """The questionnaire as a JSON-able dict; what is empty or false is left out."""
    return cast(dict[str, Any], _plain(questionnaire))


def from_document(document: object) -> Questionnaire:
    """The questionnaire that `to_document` made, or that somebody wrote by hand.

    Raises BadQuestionnaire, with a sentence, unless it is whole: known keys and kinds, ids used once,
    every text in every language of the title.
    """
    piece = Piece.of(document, "The questionnaire", known=_keys(Questionnaire))
    questionnaire = Questionnaire(
        id=piece.id(),
        version=piece.number("version", most=MOST_VERSIONS) or _missing(piece, "version"),
        title=piece.words("title"),
        sections=tuple(_section(item) for item in piece.items("sections")),
    )
    _insist_on_unique_names(questionnaire)
    for name, words in _texts(questionnaire):
        _insist_on_languages(name, words, questionnaire.languages)
    return questionnaire


def _section(item: object) -> Section:
    piece = Piece.of(item, "Section", known=_keys(Section))
    questions = tuple(_question(one) for one in piece.items("questions"))
    return Section(piece.id(), piece.words("title"), questions or _missing(piece, "questions"))


def _question(item: object) -> Question:
    piece = Piece.of(item, "Question", known=_keys(Question))
    question = Question(
        id=piece.id(),
        kind=_kind(piece),
        text=piece.words("text"),
        hint=piece.words_if_any("hint"),
        options=tuple(_option(one, piece) for one in piece.items("options")),
        rows=tuple(_row(one, piece) for one in piece.items("rows")),
        required=piece.flag("required"),
        maximum=piece.number("maximum", most=100),
        exclusive=frozenset(str(one) for one in piece.items("exclusive")),
        text_label=piece.words_if_any("text_label"),
        text_hint=piece.words_if_any("text_hint"),
        feeling=piece.string("feeling"),
        measures=piece.string("measures"),
        background=piece.flag("background"),
    )
    _insist_on_parts(question)
    _insist_on_sense(question)
    return question


def _kind(piece: Piece) -> Kind:
    kind = piece.string("kind")
    if kind not in KINDS:
        raise BadQuestionnaire(f"{piece.name} has an unknown kind; the kinds are {', '.join(KINDS)}.")
    return cast(Kind, kind)


def _option(item: object, question: Piece) -> Option:
    piece = Piece.of(item, f"{question.name}, option", known=_keys(Option))
    return Option(piece.id(), piece.words("text"))


def _row(item: object, question: Piece) -> Row:
    piece = Piece.of(item, f"{question.name}, row", known=_keys(Row))
    return Row(piece.id(), piece.words("text"), piece.string("measures"))


def _missing(piece: Piece, what: str) -> Any:
    raise BadQuestionnaire(f"{piece.name} has no {what}.")


def _insist_on_parts(question: Question) -> None:
    needed = _NEEDED[question.kind]
    for part in sorted(_PARTS):
        present = bool(getattr(question, part))
        if part in needed and not present:
            raise BadQuestionnaire(f"Question {question.id} has no {part}, which kind {question.kind} needs.")
        if present and part not in needed | _POSSIBLE.get(question.kind, frozenset()):
            raise BadQuestionnaire(f"Question {question.id} has {part}, which kind {question.kind} can't have.")


def _insist_on_sense(question: Question) -> None:
    name = f"Question {question.id}"
    _insist_on_unique(name, "option", [option.id for option in question.options])
    _insist_on_unique(name, "row", [row.id for row in question.rows])
    if not question.exclusive <= {option.id for option in question.options}:
        raise BadQuestionnaire(f"{name} has an exclusive option that is none of its options.")
    if question.kind == "places" and question.feeling not in FEELINGS:
        raise BadQuestionnaire(f"{name} asks for places of an unknown feeling; the feelings are {', '.join(FEELINGS)}.")
    if question.kind == "places" and (question.maximum or 0) > MOST_PLACES:
        raise BadQuestionnaire(f"{name} asks for more than {MOST_PLACES} places.")


def _insist_on_unique_names(questionnaire: Questionnaire) -> None:
    """Two fields of one name in the form would mix up two answers."""
    if not questionnaire.sections:
        raise BadQuestionnaire("The questionnaire has no sections.")
    questions = list(questionnaire.questions())
    names = [name for question in questions for name in question.fields]
    _insist_on_unique("The questionnaire", "section", [section.id for section in questionnaire.sections])
    _insist_on_unique("The questionnaire", "question", [question.id for question in questions])
    _insist_on_unique("The questionnaire", "form field", [*names, *RESERVED_FIELDS])
    if sum(question.kind == "area" for question in questions) > 1:
        raise BadQuestionnaire("The questionnaire asks for the area more than once.")


def _insist_on_unique(name: str, what: str, ids: list[str]) -> None:
    twice = [id for id, times in Counter(ids).items() if times > 1]
    if twice:
        raise BadQuestionnaire(f"{name} has more than one {what} called {twice[0]}.")


def _insist_on_languages(name: str, words: Words, tags: Collection[str]) -> None:
    missing = [tag for tag in tags if tag not in words]
    if missing:
        raise BadQuestionnaire(f"{name} has no text in {missing[0]}, a language of the title.")


def _texts(questionnaire: Questionnaire) -> Iterator[tuple[str, Words]]:
    for section in questionnaire.sections:
        yield f"Section {section.id}", section.title
    for question in questionnaire.questions():
        name = f"Question {question.id}"
        asked = (question.text, question.hint, question.text_label, question.text_hint)
        yield from ((name, words) for words in asked if words)
        yield from ((f"{name}, option {option.id}", option.text) for option in question.options)
        yield from ((f"{name}, row {row.id}", row.text) for row in question.rows)


def _keys(kind: type) -> frozenset[str]:
    return frozenset(one.name for one in fields(kind))


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        parts = ((one.name, _plain(getattr(value, one.name))) for one in fields(value))
        return {name: part for name, part in parts if part}
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value
