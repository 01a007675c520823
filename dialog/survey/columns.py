"""Which column of a file answers which question. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dialog.languages import Words
from dialog.rows.headings import plain
from dialog.rows.mapping import BadMap, ColumnMap, recognise
from dialog.survey.questionnaire import Question, Questionnaire

META: Mapping[str, Sequence[str]] = {
    "language": ("language", "lang", "sprak"),
    "channel": ("channel", "kanal"),
    "received_on": ("received_on", "received", "date", "datum", "inkom"),
    "group_size": ("group_size", "gruppstorlek", "antal_i_gruppen"),
    "weight": ("weight", "vikt", "kalibrerad_vikt", "design_weight"),
}
_AREA = ("area", "area_code", "omrade", "omradeskod")


def recognise_columns(questionnaire: Questionnaire, columns: Sequence[str], told: ColumnMap) -> ColumnMap:
    """Which column is which field of the questionnaire's form, or of META.

    A column is called by the id of the question or column (Q6, Q1.a, Q9_text), or by its words in any language.
    Raises BadMap when a question that must be answered has no column, or what was told does not fit.
    """
    usual = {**dict(_usual_names(questionnaire)), **META}
    found = recognise(columns, usual, _with_fields(told))
    for field in required_fields(questionnaire):
        if field not in found.columns and field not in found.fixed:
            raise BadMap(f"The file has no column for {field}, which must be answered: name it with --column.")
    if not (found.columns.keys() | found.fixed.keys()) - META.keys():
        raise BadMap("No column of the file answers a question of the round.")
    return found


def required_fields(questionnaire: Questionnaire) -> list[str]:
    """The fields that no response may leave empty."""
    asked = [one for one in questionnaire.questions() if one.required and one.kind != "places"]
    return [field for question in asked for field in question.fields if field != f"{question.id}_text"]


def _usual_names(questionnaire: Questionnaire) -> Iterator[tuple[str, list[str]]]:
    """Each field, and what its column may be called; words that two fields share call neither."""
    called = {field: list(names) for question in questionnaire.questions() for field, names in _called(question)}
    shared = {name for name, times in Counter(name for names in called.values() for name in names).items() if times > 1}
    for field, names in called.items():
        yield field, [name for name in names if name not in shared]


def _called(question: Question) -> Iterator[tuple[str, Iterable[str]]]:
    if question.kind == "area":
        yield question.id, _names([question.id], [question.text], *_AREA)
    for column in question.columns():
        yield column.field, _names([column.id], [column.title, column.text])
    if question.text_field:
        ids = [f"{question.id}_text"] + ([question.id] if question.kind == "text" else [])
        label = question.text if question.kind == "text" else question.text_label
        yield question.text_field, _names(ids, [label])


def _names(ids: Sequence[str], labels: Sequence[Words], *more: str) -> Iterable[str]:
    words = [text for label in labels for text in label.values()]
    numbered = [f"{id} {text}" for id in ids for text in words]
    return dict.fromkeys([*map(plain, [*ids, *words, *numbered]), *more])


def _with_fields(told: ColumnMap) -> ColumnMap:
    """Whoever maps may write Q1.a for Q1_a."""
    return ColumnMap(
        {name.replace(".", "_"): column for name, column in told.columns.items()},
        {name.replace(".", "_"): values for name, values in told.values.items()},
        {name.replace(".", "_"): value for name, value in told.fixed.items()},
    )
