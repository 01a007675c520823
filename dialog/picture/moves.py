"""How far figures could move without a reader noticing: every shown figure and every equation stays as it is.

A move is a change of the true counts to others that a reader must also think possible. Reaching two values of a
figure by moves proves that a reader can't tell them apart, so moves serve both as proof and as a guide to what else
must be withheld. They are found by linear programs, so they need not be whole numbers: what is proved is how wide
a figure's bounds are for a reader with a linear program, the usual test of suppression in tables (tau-Argus, CONFID).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csc_array, csr_array, hstack

from dialog.picture.equations import System

Amounts = NDArray[np.float64]  # a number for each figure of a field: of voices, or a price

STILL = 1e-6  # what counts as nothing: ten times the feasibility tolerance of HiGHS (1e-7)


@dataclass(frozen=True)
class Field:
    """Some figures of a system and the relations they stand in, all other figures standing still."""

    figures: NDArray[np.int64]
    equal: csr_array  # @ move == 0
    at_most: csr_array  # @ move <= slack
    slack: Amounts

    @cached_property
    def equal_apart(self) -> csc_array:
        """For moves taken apart into what goes up and what goes down."""
        return csc_array(hstack([self.equal, -self.equal]))

    @cached_property
    def at_most_apart(self) -> csc_array:
        return csc_array(hstack([self.at_most, -self.at_most]))


@dataclass(frozen=True)
class Room:
    """How far down and up each figure of a field may go, and what that costs for each step."""

    down: Amounts
    up: Amounts
    prices: Amounts

    def cost(self, move: Amounts) -> float:
        return float(self.prices @ np.abs(move))


def field_of(system: System, figures: NDArray[np.int64]) -> Field:
    equal, at_most = system.equal[:, figures], system.at_most[:, figures]
    bound = np.diff(at_most.indptr) > 0
    slack = -(system.at_most @ system.counts)[bound]
    return Field(figures, equal[np.diff(equal.indptr) > 0], at_most[bound], slack.astype(float))


def bargain(field: Field, room: Room, *, wishes: Amounts, reward: float) -> Amounts | None:
    """The move that fulfils most of the wishes for its price, each wish at most as far as it goes.

    A wish is how far a figure should move, down if negative; the reward is for each step towards it.
    """
    wished = wishes != 0
    up = np.where(wished, np.clip(wishes, 0, room.up), room.up)
    down = np.where(wished, np.clip(-wishes, 0, room.down), room.down)
    costs = np.concatenate([room.prices - reward * (wishes > 0), room.prices - reward * (wishes < 0)])
    most = np.concatenate([up, down])
    return together(solved(field, costs, np.zeros_like(most), most))


def forced(field: Field, room: Room, *, place: int, step: float) -> Amounts | None:
    """The cheapest move in which one figure takes a given step; None when there is none."""
    if step > room.up[place] + STILL or -step > room.down[place] + STILL:
        return None
    most = np.concatenate([room.up, room.down])
    least = np.zeros_like(most)
    ways = [place, place + len(room.prices)]
    least[ways] = most[ways] = max(step, 0), max(-step, 0)
    return together(solved(field, np.concatenate([room.prices, room.prices]), least, most))


def farthest(field: Field, room: Room, *, place: int, sign: int) -> float:
    """How far one figure can go up (sign 1) or down (-1), whatever that costs; 0 when nothing is found."""
    costs = np.zeros(2 * len(room.prices))
    costs[[place, place + len(room.prices)]] = -sign, sign
    move = together(solved(field, costs, np.zeros_like(costs), np.concatenate([room.up, room.down])))
    return 0.0 if move is None else float(abs(move[place]))


def together(apart: Amounts | None) -> Amounts | None:
    return None if apart is None else apart[: len(apart) // 2] - apart[len(apart) // 2 :]


def solved(field: Field, costs: Amounts, least: Amounts, most: Amounts) -> Amounts | None:
    """The cheapest move, taken apart, between least and most; None when there is none, or none was found.

    Not to move at all is nearly always possible and near the answer: presolving takes longer than solving.
    """
    free = np.flatnonzero(most > 0)
    equalities, bounds = field.equal.shape[0], field.at_most.shape[0]
    answer = linprog(
        costs[free],
        A_eq=field.equal_apart[:, free] if equalities else None,
        b_eq=np.zeros(equalities) if equalities else None,
        A_ub=field.at_most_apart[:, free] if bounds else None,
        b_ub=field.slack if bounds else None,
        bounds=np.column_stack([least, most])[free],
        method="highs-ds",
        options={"presolve": False},
    )
    if answer.status != 0:
        return None
    move = np.zeros_like(most)
    move[free] = answer.x
    return move
