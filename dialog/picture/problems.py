"""How big residents say that known problems are: row by row, and all problems in one matrix. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from dialog.languages import N_
from dialog.picture.dimensions import everybody, question_dimension, silent
from dialog.picture.groups import BIG, groups_among
from dialog.picture.ids import CODE, NO_ANSWER, NONE_OF_THEM, RATED
from dialog.picture.observations import Placed, members
from dialog.picture.tables import ALL, Dimension, Item
from dialog.picture.wording import in_shipped, words
from dialog.review.codebook.book import is_topic
from dialog.survey.questionnaire import Column


def problem_dimension(column: Column) -> Dimension:
    """A row that asks how big a problem is, as part of the dimension of codes: its code is who calls it big.

    The figures that the matrix of all problems shows then are the very ones that this table has.
    """
    code = problem_code(column)
    asked = question_dimension(column)

    def renamed(id: str | None) -> str | None:
        return id if id in (None, ALL) else code if id == BIG else f"{code}:{id.removeprefix('group:')}"

    items = tuple(replace(item, id=renamed(item.id) or ALL, parent=renamed(item.parent)) for item in asked.items)
    return replace(asked, id=CODE, items=items)


def problems_dimension(columns: Iterable[Column]) -> Dimension:
    """All problems: who calls each of them big. A voice can name several."""
    named = [Item(problem_code(column), in_shipped(column.text)) for column in columns]
    none = Item(NONE_OF_THEM, words(N_("No problem called big, or no answer")))
    return Dimension(CODE, words(N_("Problem")), (everybody(), *named, none), additive=False)


def is_problem(column: Column) -> bool:
    """Whether it asks how big one problem is, and that problem has the id of a topic."""
    sized = BIG in (group.id for group in groups_among([option.id for option in column.options]).values())
    return sized and not column.several and is_topic(problem_code(column))


def problem_code(column: Column) -> str:
    return column.id.rpartition(".")[2]


def problems_observed(rows: Sequence[tuple[Column, Placed]]) -> dict[str, Placed]:
    """From the answers to each row: how big each problem is (`code:Q2.T1`), and all that are called big (`code`)."""
    if not rows:
        return {}
    placed = {f"code:{column.id}": replace(row, dimension=problem_dimension(column)) for column, row in rows}
    matrix = problems_dimension(column for column, _ in rows)
    bits = [_calls_big(row).astype(np.int64) << place for place, row in enumerate(placed.values())]
    together, codes = np.unique(sum(bits), return_inverse=True)
    member = members(matrix, [_named(rows, one) for one in together])
    return placed | {CODE: Placed(matrix, codes.astype(np.int32), member), RATED: _rated(list(placed.values()))}


def rated_dimension() -> Dimension:
    """Who said of any problem how big it is: what shares of the matrix are taken of."""
    said = Item(RATED, words(N_("Said of a problem how big it is")))
    return Dimension(RATED, words(N_("Asked about problems")), (everybody(), said, silent()))


def _rated(rows: Sequence[Placed]) -> Placed:
    dimension = rated_dimension()
    anybody = np.any([_is_in(row, "rated") for row in rows], axis=0)
    return Placed(dimension, anybody.astype(np.int8), members(dimension, [[NO_ANSWER], [RATED]]))


def _is_in(row: Placed, group: str) -> NDArray[np.bool_]:
    place = next(place for place, item in enumerate(row.dimension.items) if item.id.endswith(f":{group}"))
    inside: NDArray[np.bool_] = row.member[:, place][row.codes]
    return inside


def _calls_big(row: Placed) -> NDArray[np.bool_]:
    """Which voices call the problem of a row big."""
    place = next(place for place, item in enumerate(row.dimension.items) if is_topic(item.id))
    big: NDArray[np.bool_] = row.member[:, place][row.codes]
    return big


def _named(rows: Sequence[tuple[Column, Placed]], bits: int) -> list[str]:
    return [problem_code(column) for place, (column, _) in enumerate(rows) if bits >> place & 1] or [NONE_OF_THEM]
