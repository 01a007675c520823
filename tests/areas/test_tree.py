"""Which area lies in which."""

from dialog.areas.tree import AreaTree

TREE = AreaTree({1: None, 2: 1, 3: 1, 4: 2, 5: 4, 6: None, 7: 99})


def test_ancestors_go_from_the_nearest_to_the_root():
    assert TREE.ancestors(5) == [4, 2, 1]
    assert TREE.ancestors(1) == []


def test_descendants_go_level_by_level_without_the_area_itself():
    assert TREE.descendants(1) == [2, 3, 4, 5]
    assert TREE.descendants(5) == []


def test_an_area_whose_parent_is_unknown_is_a_root():
    assert TREE.roots == [1, 6, 7]


def test_levels_begin_with_the_roots():
    assert TREE.levels() == [[1, 6, 7], [2, 3], [4], [5]]
    assert TREE.level(5) == 3


def test_a_circle_ends():
    circle = AreaTree({1: 2, 2: 3, 3: 1})
    assert circle.ancestors(1) == [2, 3]
    assert circle.descendants(1) == [3, 2]
