"""Conditions put together, and what is left when parts of them always or never hold. Pure."""

from collections.abc import Sequence

from dialog.survey.conditions import AllOf, AnyOf, Chosen, Condition, Not

ALWAYS, NEVER = AllOf(()), AnyOf(())


def joined_all(found: Sequence[Condition]) -> Condition:
    """All of them; what always holds says nothing."""
    if NEVER in found:
        return NEVER
    kept = tuple(one for one in found if one != ALWAYS)
    return kept[0] if len(kept) == 1 else AllOf(kept)


def joined_any(found: Sequence[Condition]) -> Condition:
    """Options of one question that are joined by or are one condition."""
    if ALWAYS in found:
        return ALWAYS
    kept = [one for one in found if one != NEVER]
    first = kept[0] if kept else NEVER
    if len(kept) > 1 and isinstance(first, Chosen):
        same = [one for one in kept if isinstance(one, Chosen) and one.question == first.question]
        if len(same) == len(kept):
            return Chosen(first.question, tuple(dict.fromkeys(option for one in same for option in one.options)))
    return first if len(kept) <= 1 else AnyOf(tuple(kept))


def implies(premise: Condition, conclusion: Condition) -> bool:
    """Whether the second is plainly a part of the first; False also where nobody can tell at once."""
    match conclusion:
        case AllOf(parts):
            return all(implies(premise, one) for one in parts)
        case AnyOf(parts) if any(implies(premise, one) for one in parts):
            return True
    given = premise.conditions if isinstance(premise, AllOf) else (premise,)
    return any(one == conclusion or _is_narrower(one, conclusion) for one in given)


def _is_narrower(one: Condition, other: Condition) -> bool:
    """Fewer options of the same question."""
    match one, other:
        case Chosen(question, options), Chosen(asked, more):
            return question == asked and set(options) <= set(more)
    return False


def negated(condition: Condition) -> Condition:
    return NEVER if condition == ALWAYS else ALWAYS if condition == NEVER else Not(condition)


def depth_of(condition: Condition) -> int:
    """How many conditions stand inside each other."""
    match condition:
        case AllOf(conditions) | AnyOf(conditions):
            return 1 + max(map(depth_of, conditions), default=0)
        case Not(inner):
            return 1 + depth_of(inner)
    return 1


def together(conditions: Sequence[Condition]) -> Condition:
    """All of them on one level; ALWAYS when there are none."""
    flat = [part for one in conditions for part in (one.conditions if isinstance(one, AllOf) else [one])]
    return joined_all(flat)
