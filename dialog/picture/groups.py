"""Options that belong together, so that they can be counted as one. Pure."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from dialog.languages import N_

BIG, SAFE, UNSAFE = "group:big", "group:safe", "group:unsafe"
REST = "group:rest"  # whoever is in no group, where only groups are told apart
REST_LABEL = N_("Another answer, or none")


@dataclass(frozen=True)
class Group:
    """Members are options, or groups that stand before this one."""

    id: str
    label: str
    members: frozenset[str]


GROUPS = (
    Group(SAFE, N_("Very or fairly safe"), frozenset({"very_safe", "fairly_safe"})),
    Group(UNSAFE, N_("Fairly or very unsafe"), frozenset({"fairly_unsafe", "very_unsafe"})),
    Group("group:not_big", N_("No problem or a small one"), frozenset({"none", "small"})),
    Group(BIG, N_("A fairly or very big problem"), frozenset({"fairly_big", "very_big"})),
    Group("group:rated", N_("Said how big the problem is"), frozenset({"group:not_big", BIG})),
    Group("group:victim", N_("Yes, reported or not"), frozenset({"yes_reported", "yes_unreported"})),
)


def groups_among(options: Collection[str]) -> Mapping[str, Group]:
    """The group that each of these options is directly in, and each of those groups in turn."""
    known, found = set(options), {}
    for group in GROUPS:
        if group.members <= known:
            known.add(group.id)
            found.update(dict.fromkeys(group.members, group))
    return found


def above(member: str, groups: Mapping[str, Group]) -> Iterator[Group]:
    """The groups around an option, the outermost first."""
    if (group := groups.get(member)) is not None:
        yield from above(group.id, groups)
        yield group
