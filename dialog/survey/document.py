"""A questionnaire as one JSON document, and back: what is stored with a round and exchanged between places. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from dialog.languages import MAIN
from dialog.survey.condition_document import condition_document, read_condition
from dialog.survey.conditions import AllOf, Answered, AnyOf, Chosen, Compared, Condition, Counted, Not
from dialog.survey.pieces import Piece
from dialog.survey.questionnaire import (
    KINDS,
    STATES,
    BadQuestionnaire,
    Kind,
    Mark,
    Narrowing,
    Option,
    Question,
    Questionnaire,
    Row,
    Section,
)
from dialog.survey.soundness import MOST_OPTIONS, faults

MOST_VERSIONS = 9999


def to_document(questionnaire: Questionnaire) -> dict[str, Any]:
    """The questionnaire as a JSON-able dict; what is empty, false or as usual is left out."""
    return cast(dict[str, Any], _plain(questionnaire))


def from_document(document: object) -> Questionnaire:
    """The questionnaire that `to_document` made, or that somebody wrote by hand.

    Raises BadQuestionnaire, with a sentence, unless it is whole: known keys and kinds, ids used once, every text in
    the main language, conditions that look at earlier questions.
    """
    questionnaire = read_draft(document)
    for fault in faults(questionnaire):
        raise BadQuestionnaire(str(fault))
    return questionnaire


def read_draft(document: object) -> Questionnaire:
    """A questionnaire in the making, which may still lack parts. Raises BadQuestionnaire for what is none at all."""
    piece = Piece.of(document, "The questionnaire", known=_keys(Questionnaire))
    title = piece.words("title")
    main = piece.string("main") or (MAIN if MAIN in title else next(iter(sorted(title))))
    spoken = tuple(dict.fromkeys(piece.strings("spoken")))
    return Questionnaire(
        id=piece.id(),
        version=piece.number("version", most=MOST_VERSIONS) or _missing(piece, "version"),
        title=title,
        sections=tuple(_section(item) for item in piece.items("sections")),
        main=main,
        spoken=spoken,
        marks=_marks(piece),
    )


def _section(item: object) -> Section:
    piece = Piece.of(item, "Section", known=_keys(Section))
    questions = tuple(_question(one) for one in piece.items("questions"))
    return Section(piece.id(), piece.words("title"), questions, _condition(piece, "show_if"))


def _question(item: object) -> Question:
    piece = Piece.of(item, "Question", known=_keys(Question))
    return Question(
        id=piece.id(),
        kind=_kind(piece),
        text=piece.words("text"),
        hint=piece.words_if_any("hint"),
        options=tuple(_option(one, piece) for one in piece.items("options")),
        rows=tuple(_row(one, piece) for one in piece.items("rows")),
        required=piece.flag("required"),
        maximum=piece.number("maximum", most=MOST_OPTIONS),
        exclusive=frozenset(piece.strings("exclusive")),
        text_label=piece.words_if_any("text_label"),
        text_hint=piece.words_if_any("text_hint"),
        feeling=piece.string("feeling"),
        measures=piece.string("measures"),
        background=piece.flag("background"),
        show_if=_condition(piece, "show_if"),
        shuffle=piece.flag("shuffle"),
        narrowed=tuple(_narrowing(one, piece) for one in piece.items("narrowed")),
        least=piece.value("least"),
        most=piece.value("most"),
        whole=piece.flag("whole"),
        must=_condition(piece, "must"),
        must_text=piece.words_if_any("must_text"),
    )


def _kind(piece: Piece) -> Kind:
    kind = piece.string("kind")
    if kind not in KINDS:
        raise BadQuestionnaire(f"{piece.name} has an unknown kind; the kinds are {', '.join(KINDS)}.")
    return cast(Kind, kind)


def _condition(piece: Piece, key: str) -> Condition | None:
    return read_condition(piece.values[key], piece.name) if key in piece.values else None


def _option(item: object, question: Piece) -> Option:
    piece = Piece.of(item, f"{question.name}, option", known=_keys(Option))
    return Option(piece.id(), piece.words("text"), piece.names("tags"))


def _row(item: object, question: Piece) -> Row:
    piece = Piece.of(item, f"{question.name}, row", known=_keys(Row))
    return Row(piece.id(), piece.words("text"), piece.string("measures"))


def _narrowing(item: object, question: Piece) -> Narrowing:
    piece = Piece.of(item, f"{question.name}, narrowing", known=_keys(Narrowing))
    return Narrowing(piece.string("tag"), piece.string("question"), not piece.flag("different"))


def _marks(questionnaire: Piece) -> dict[str, dict[str, Mark]]:
    """{path: {language: [state, checksum of its source]}}"""
    found = questionnaire.values.get("marks", {})
    if not isinstance(found, dict):
        raise BadQuestionnaire("The questionnaire has marks that are not an object.")
    return {str(path): {str(tag): _mark(path, mark) for tag, mark in _items(path, one)} for path, one in found.items()}


def _items(path: object, marks: object) -> Iterable[tuple[object, object]]:
    if not isinstance(marks, dict):
        raise BadQuestionnaire(f"The marks of {str(path)[:60]} are not an object.")
    return marks.items()


def _mark(path: object, mark: object) -> Mark:
    match mark:
        case [str(state), str(source)] if state in STATES:
            return Mark(state, source)
    raise BadQuestionnaire(f"A mark of {str(path)[:60]} is not one of {', '.join(STATES)} with a checksum.")


def _missing(piece: Piece, what: str) -> Any:
    raise BadQuestionnaire(f"{piece.name} has no {what}.")


def _keys(kind: type) -> frozenset[str]:
    if kind is Narrowing:
        return frozenset({"tag", "question", "different"})
    return frozenset(one.name for one in fields(kind))


def _plain(value: Any) -> Any:
    match value:
        case Mark(state, source):
            return [state, source]
        case Narrowing(tag, question, same):
            return {"tag": tag, "question": question, **({} if same else {"different": True})}
        case AllOf() | AnyOf() | Not() | Chosen() | Answered() | Counted() | Compared():
            return condition_document(value)
        case Mapping():
            return {key: _plain(one) for key, one in value.items()}
        case frozenset():
            return sorted(value)
        case tuple():
            return [_plain(one) for one in value]
    if is_dataclass(value):
        value = replace(value, main="") if isinstance(value, Questionnaire) and value.main == MAIN else value
        parts = ((one.name, _plain(getattr(value, one.name))) for one in fields(value))
        return {name: part for name, part in parts if part or type(part) in (int, float)}
    return value
