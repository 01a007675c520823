"""How far figures could move without a reader noticing: every shown figure and every equation stays as it is.

A move is a change of the true counts to others that a reader must also think possible. Reaching two values of a
figure by moves proves that a reader can't tell them apart, so moves serve both as proof and as a guide to what else
must be withheld. They are found by linear programs, so that they need not be whole numbers: what is proved is how
wide a figure's bounds are for the reader with a linear program, the strongest there is for tables this large.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csr_array, hstack

from dialog.picture.equations import System

Move = NDArray[np.float64]  # a change for each figure of a field

STILL = 1e-6  # what a linear program calls nothing: ten times the feasibility tolerance of HiGHS (1e-7)


@dataclass(frozen=True)
class Field:
    """Some figures of a system, the relations they stand in, all other figures standing still."""

    figures: NDArray[np.int64]
    equal: csr_array  # @ move == 0
    at_most: csr_array  # @ move <= slack
    slack: NDArray[np.float64]

    @cached_property
    def equal_both(self) -> csr_array:
        """For moves taken apart into what goes up and what goes down."""
        return csr_array(hstack([self.equal, -self.equal]))

    @cached_property
    def at_most_both(self) -> csr_array:
        return csr_array(hstack([self.at_most, -self.at_most]))


def field_of(system: System, figures: NDArray[np.int64]) -> Field:
    equal, at_most = system.equal[:, figures], system.at_most[:, figures]
    touched = np.diff(at_most.indptr) > 0
    slack = -(system.at_most @ system.counts)[touched]
    return Field(figures, equal[np.diff(equal.indptr) > 0], at_most[touched], slack.astype(float))


def farthest(field: Field, down: Move, up: Move, pull: Move) -> Move:
    """The move within -down and up that goes farthest along `pull`."""
    return solved(-pull, field.equal, field.at_most, field.slack, -down, up)


def cheapest(field: Field, down: Move, up: Move, prices: Move, wishes: Move, reward: float) -> Move | None:
    """The best bargain: `wishes` fulfilled, each at most as far as it goes, against `prices` for everything that moves.

    Prices and reward are for moving a figure by one, either way; where nothing is wished nothing is rewarded.
    """
    wished = wishes != 0
    costs = np.concatenate([prices - reward * (wishes > 0), prices - reward * (wishes < 0)])
    most = np.concatenate([np.where(wished, np.clip(wishes, 0, up), up), np.where(wished, np.clip(-wishes, 0, down), down)])
    both = solved(costs, field.equal_both, field.at_most_both, field.slack, np.zeros(len(most)), most)
    return None if both is None else both[: len(prices)] - both[len(prices) :]


def solved(costs: Move, equal: csr_array, at_most: csr_array, slack: Move, least: Move, most: Move) -> Move | None:
    """The cheapest point, or None when there is none (or none was found: then nothing is proved)."""
    answer = linprog(
        costs,
        A_eq=equal if equal.shape[0] else None,
        b_eq=np.zeros(equal.shape[0]) if equal.shape[0] else None,
        A_ub=at_most if at_most.shape[0] else None,
        b_ub=slack if at_most.shape[0] else None,
        bounds=np.column_stack([least, most]),
        method="highs-ds",
        options={"presolve": False},
    )
    return answer.x if answer.status == 0 else None
