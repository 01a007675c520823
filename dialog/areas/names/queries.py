"""Reading names of spots: searching them, finding one, and where they came from."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import String, case, cast, func, select
from sqlalchemy.orm import Session

from dialog.areas.models import Area, PlaceName
from dialog.areas.names.folding import fold
from dialog.areas.names.joining import ADDRESS, LANDMARK, NEIGHBOURHOOD, SETTLEMENT, STREET, Spot, is_same_spot
from dialog.areas.names.search import Hit, Mask, Name, NameIndex
from dialog.areas.names.sorts import sort_of
from dialog.areas.queries import area_tree
from dialog.areas.tree import AreaTree
from dialog.geography.points import Point
from dialog.languages import MAIN, Words, pick

DRAWN = (SETTLEMENT, NEIGHBOURHOOD, LANDMARK, STREET)  # kinds of name on a map, the most telling first
MOST_DRAWN = 300  # as many as a phone draws without a stutter
_LARGEST_ID = 2**31 - 1
_SPARE = 3  # times as many are looked for as are shown: some are the same in two files

_Marks = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name as it is shown: the area tells namesakes apart, and is empty where there is none."""

    id: int
    name: Words
    kind: str
    area: Words
    lat: float
    lon: float
    written: str  # the spelling that was found

    @property
    def sort(self) -> Words:
        """What sort of thing it is, in words."""
        return sort_of(self.kind)

    def also(self, shown: str) -> str:
        """How it was found, where that is another name than the one shown: an old one, or one in another language."""
        return self.written if fold(self.written) != fold(shown) else ""


@dataclass(frozen=True)
class _Kept:
    """What one state of the names was made into."""

    marks: _Marks
    tree: AreaTree
    index: NameIndex
    inside: dict[int, Mask] = field(default_factory=dict)  # by root

    def first(self, root_id: int | None) -> Mask | None:
        """Which names lie in a root."""
        if root_id is not None and root_id not in self.inside:
            self.inside[root_id] = self.index.inside({root_id, *self.tree.descendants(root_id)})
        return self.inside.get(root_id) if root_id is not None else None


_kept: dict[str, _Kept] = {}  # one process serves one database


def search_names(session: Session, query: str, *, root_id: int | None, limit: int = 8) -> list[FoundName]:
    """The names most like what was asked, best first; of equals those in the area `root_id` first."""
    if not query.strip():
        return []
    kept = _ready(session)
    hits = kept.index.search(query, first=kept.first(root_id), limit=limit * _SPARE)
    return _shown(session, kept.tree, [(name, hit.spelling) for hit, name in _apart(session, hits)[:limit]])


def find_name(session: Session, id: int) -> PlaceName | None:
    """The name with an id; None when there is none, perhaps no longer."""
    return session.get(PlaceName, id) if 0 < id <= _LARGEST_ID else None


def found_name(session: Session, id: int) -> FoundName | None:
    """The name with an id, as a search shows it."""
    name = find_name(session, id)
    return _shown(session, _ready(session).tree, [(name, pick(name.names, MAIN)[0])])[0] if name else None


def names_to_draw(session: Session, *, root_id: int, most: int = MOST_DRAWN) -> list[PlaceName]:
    """Names in an area for a map without a base map, what tells where one is first; of addresses none."""
    inside = [root_id, *area_tree(session).descendants(root_id)]
    order = case({kind: place for place, kind in enumerate(DRAWN)}, value=PlaceName.kind)
    chosen = select(PlaceName).where(PlaceName.kind.in_(DRAWN), PlaceName.area_id.in_(inside))
    return list(session.scalars(chosen.order_by(order, PlaceName.id).limit(most)))


def name_sources(session: Session) -> Sequence[tuple[str, str, int]]:
    """How many names of each kind came from each file: (source, kind, number)."""
    chosen = select(PlaceName.source, PlaceName.kind, func.count()).group_by(PlaceName.source, PlaceName.kind)
    return [(source, kind, number) for source, kind, number in session.execute(chosen.order_by("source", "kind"))]


def _apart(session: Session, hits: Sequence[Hit]) -> list[tuple[Hit, PlaceName]]:
    """The names that were found; what two files call the same stands once."""
    chosen = select(PlaceName).where(PlaceName.id.in_([hit.id for hit in hits]))
    found = {name.id: name for name in session.scalars(chosen)} if hits else {}
    apart: list[tuple[Hit, PlaceName]] = []
    for hit in hits:
        name = found.get(hit.id)
        if name and not any(is_same_spot(_spot(name), _spot(other)) for _, other in apart):
            apart.append((hit, name))
    return apart


def _spot(name: PlaceName) -> Spot:
    return Spot(name.kind, name.names, name.others, Point(name.lat, name.lon), name.area_id)


def _shown(session: Session, tree: AreaTree, names: Sequence[tuple[PlaceName, str]]) -> list[FoundName]:
    """Each name with the spelling that was found and the nearest area that people have a name for."""
    chains = {name.id: _chain(tree, name.area_id) for name, _ in names}
    called = _called(session, {area for chain in chains.values() for area in chain})
    areas = {id: next((called[area] for area in chain if area in called), {}) for id, chain in chains.items()}
    return [
        FoundName(name.id, name.names, name.kind, areas[name.id], name.lat, name.lon, written)
        for name, written in names
    ]


def _chain(tree: AreaTree, area_id: int | None) -> list[int]:
    """An area and those around it, but not what holds everything."""
    return [one for one in (area_id, *tree.ancestors(area_id)) if tree.parents.get(one)] if area_id else []


def _called(session: Session, ids: Collection[int]) -> dict[int, Words]:
    """What areas are called; those that only have a code are left out."""
    rows = session.execute(select(Area.id, Area.code, Area.names).where(Area.id.in_(ids))) if ids else ()
    return {id: names for id, code, names in rows if pick(names, MAIN)[0] != code}


def _ready(session: Session) -> _Kept:
    """The index of the names as they are now; made anew when they have changed."""
    marks = _marks(session)
    kept = _kept.get("now")
    if kept is None or kept.marks != marks:
        tree = area_tree(session)
        kept = _kept["now"] = _Kept(marks, tree, NameIndex(_names(session), _words_around(session, tree)))
    return kept


def _words_around(session: Session, tree: AreaTree) -> dict[int, list[str]]:
    """Every name of each area and of those around it."""
    rows = session.execute(select(Area.id, Area.code, Area.names).order_by(Area.id)).all()
    own = {row.id: [text for text in row.names.values() if text != row.code] for row in rows}
    return {id: [text for one in (id, *tree.ancestors(id)) for text in own.get(one, ())] for id in own}


def _names(session: Session) -> Iterator[Name]:
    columns = (PlaceName.id, PlaceName.names, PlaceName.others, PlaceName.area_id, PlaceName.kind)
    for id, names, others, area_id, kind in session.execute(select(*columns).order_by(PlaceName.id)):
        yield Name(id, [*names.values(), *others], area_id, is_detail=kind == ADDRESS)


def _marks(session: Session) -> _Marks:
    """What tells one state of the names and areas from another, in one small query: ids of names are never reused."""
    last = select(cast(PlaceName.names, String)).order_by(PlaceName.id.desc()).limit(1)
    of_areas = (func.count(Area.id), func.max(Area.id), func.sum(Area.parent_id))
    of_names = (select(func.count()).select_from(PlaceName), select(func.max(PlaceName.id)), last)
    return tuple(session.execute(select(*(one.scalar_subquery() for one in of_names), *of_areas)).one())
