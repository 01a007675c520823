"""What a picture keeps beside its tables: inhabitants, what can be compared, and weighted shares of samples. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dialog.picture.statistics.inhabitants import Inhabitants

Document = dict[str, Any]


@dataclass(frozen=True)
class Figures:
    """As they were when the picture was drafted; frozen with it."""

    inhabitants: Inhabitants | None = None


def figures_document(figures: Figures) -> Document:
    """As JSON can hold it."""
    people = figures.inhabitants
    return {"inhabitants": _people_document(people) if people else None}


def figures_from(document: Mapping[str, Any]) -> Figures:
    people = document.get("inhabitants")
    return Figures(inhabitants=_people(people) if people else None)


def _people_document(people: Inhabitants) -> Document:
    persons = [[*key, number] for key, number in people.persons.items()]
    return {"year": people.year, "dimensions": list(people.dimensions), "persons": persons}


def _people(document: Mapping[str, Any]) -> Inhabitants:
    area, age, sex = document["dimensions"]
    persons = {tuple(key): number for *key, number in document["persons"]}
    return Inhabitants(document["year"], (area, age, sex), persons)
