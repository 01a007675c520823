"""Every voice has exactly one place in the tree of areas."""

from dataclasses import dataclass, field

from dialog.languages import Words
from dialog.picture.area_items import AreaItems
from dialog.picture.ids import ELSEWHERE, IN_WORDS, OUTSIDE, is_area
from dialog.picture.tables import ALL


@dataclass(frozen=True)
class Place:
    id: int
    code: str
    kind: str
    names: Words = field(default_factory=lambda: {"sv": "Plats"})


AREAS = [
    Place(1, "town", "municipality"),
    Place(2, "north", "district"),
    Place(3, "south", "district"),
    Place(4, "n1", "village"),
    Place(5, "n2", "village"),
    Place(6, "block", "block"),
]
PARENTS = {1: None, 2: 1, 3: 1, 4: 2, 5: 2, 6: 4, 9: None}


def items(kind: str) -> AreaItems:
    return AreaItems(AREAS, PARENTS, root_id=1, kind=kind)


def test_an_area_finer_than_those_asked_for_counts_in_the_one_around_it():
    assert items("district").item_of((6, OUTSIDE)) == "north"


def test_areas_between_the_whole_and_those_asked_for_are_items_too():
    parents = {item.id: item.parent for item in items("village").dimension.items}
    assert parents["n1"] == "north"
    assert parents["north"] == ALL


def test_who_is_in_a_divided_area_but_in_none_of_its_parts_is_in_its_other_parts():
    assert items("village").item_of((2, OUTSIDE)) == "north:other"
    assert items("district").item_of((1, OUTSIDE)) == "town:other"
    assert items("village").item_of((3, OUTSIDE)) == "town:other"


def test_who_is_in_no_area_is_where_the_answer_says():
    for fallback in (ELSEWHERE, OUTSIDE, IN_WORDS):
        assert items("district").item_of((None, fallback)) == fallback
    assert items("district").item_of((9, OUTSIDE)) == OUTSIDE


def test_every_item_has_its_parent_among_the_items():
    for kind in ("municipality", "district", "village", "block"):
        found = items(kind).dimension.items
        assert {item.parent for item in found} - {None} <= {item.id for item in found}


def test_a_code_that_means_something_else_or_comes_twice_gets_another_id():
    areas = [
        Place(1, "town", "municipality"),
        Place(2, ALL, "district"),
        Place(3, "x", "district"),
        Place(4, "x", "district"),
    ]
    found = AreaItems(areas, {1: None, 2: 1, 3: 1, 4: 1}, root_id=1, kind="district")
    ids = [item.id for item in found.dimension.items]
    assert len(ids) == len(set(ids))
    assert all(is_area(found.item_of((area, OUTSIDE))) for area in (2, 3, 4))
