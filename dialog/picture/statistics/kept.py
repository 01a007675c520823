"""What a picture keeps beside its tables: inhabitants, what can be compared, and weighted shares of samples. Pure."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from dialog.picture.statistics.channel_mix import Shift
from dialog.picture.statistics.comparing import Break, Comparison, Line, Then
from dialog.picture.statistics.inhabitants import Inhabitants
from dialog.picture.statistics.weighting import Estimates, Share
from dialog.picture.tables import Cell, State

Document = dict[str, Any]


@dataclass(frozen=True)
class Figures:
    """As they were when the picture was drafted; frozen with it."""

    inhabitants: Inhabitants | None = None
    comparisons: tuple[Comparison, ...] = ()
    estimates: tuple[Estimates, ...] = ()  # empty in an open round: nobody was drawn


def figures_document(figures: Figures) -> Document:
    """As JSON can hold it."""
    people = figures.inhabitants
    return {
        "inhabitants": _people_document(people) if people else None,
        "comparisons": [_comparison_document(one) for one in figures.comparisons],
        "estimates": [_estimates_document(one) for one in figures.estimates],
    }


def figures_from(document: Mapping[str, Any]) -> Figures:
    people = document.get("inhabitants")
    return Figures(
        inhabitants=_people(people) if people else None,
        comparisons=tuple(_comparison(one) for one in document.get("comparisons", ())),
        estimates=tuple(_estimates(one) for one in document.get("estimates", ())),
    )


def _people_document(people: Inhabitants) -> Document:
    persons = [[*key, number] for key, number in people.persons.items()]
    return {"year": people.year, "dimensions": list(people.dimensions), "persons": persons}


def _people(document: Mapping[str, Any]) -> Inhabitants:
    area, age, sex = document["dimensions"]
    persons = {tuple(key): number for *key, number in document["persons"]}
    return Inhabitants(document["year"], (area, age, sex), persons)


def _comparison_document(one: Comparison) -> Document:
    lines = [
        {"table": line.table, "dimension": line.dimension, "within": [list(item) for item in line.within]}
        | {"then": [[then.item, *_cell_document(then.voices), then.base] for then in line.then]}
        for line in one.lines
    ]
    told = {"edition": one.edition, "title": dict(one.title), "period": one.period, "is_same_round": one.is_same_round}
    return told | {
        "voices": _cell_document(one.voices),
        "lines": lines,
        "breaks": [asdict(found) for found in one.breaks],
        "channels": [asdict(shift) for shift in one.channels],
    }


def _comparison(document: Mapping[str, Any]) -> Comparison:
    lines = [
        Line(
            line["table"],
            line["dimension"],
            tuple((dimension, item) for dimension, item in line["within"]),
            tuple(Then(item, _cell(value, state), base) for item, value, state, base in line["then"]),
        )
        for line in document["lines"]
    ]
    parts = {
        "voices": _cell(*document["voices"]),
        "lines": tuple(lines),
        "breaks": tuple(Break(**found) for found in document["breaks"]),
        "channels": tuple(Shift(**shift) for shift in document["channels"]),
    }
    return Comparison(**{**document, **parts})


def _estimates_document(one: Estimates) -> Document:
    shares = [[share.item, share.share, share.low, share.high] for share in one.shares]
    return {**vars(one), "within": [list(item) for item in one.within], "shares": shares}


def _estimates(document: Mapping[str, Any]) -> Estimates:
    within = tuple((dimension, item) for dimension, item in document["within"])
    return Estimates(**{**document, "within": within, "shares": tuple(Share(*share) for share in document["shares"])})


def _cell_document(cell: Cell) -> list[Any]:
    return [cell.value, cell.state.value]


def _cell(value: int | None, state: str) -> Cell:
    return Cell(value, State(state))
