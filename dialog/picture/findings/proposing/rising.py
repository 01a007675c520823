"""What a larger or a smaller part than in the round before calls big, where that may be compared at all. Pure."""

from collections.abc import Iterator

from dialog.languages import N_, Words
from dialog.picture.content import Picture
from dialog.picture.findings.proposing.asked import problems
from dialog.picture.findings.proposing.phrases import number
from dialog.picture.findings.proposing.proposal import Before, Proposal, Setting
from dialog.picture.findings.proposing.shares import Share, areas, problem_share, share
from dialog.picture.findings.proposing.weighing import weigh
from dialog.picture.findings.told import MODERATE, NOTE, PROBLEM, STRENGTH, STRONG, TABLE, Evidence
from dialog.picture.ids import CODE
from dialog.picture.tables import ALL, Item, SafeTable, State
from dialog.picture.wording import filled, words

CHANGED = 5  # design decision: of 100; smaller changes of an open dialogue are not told of
CHANGED_IN_AREA = 10
OTHER_MIX = 15  # of 100: from then on the channels differ so much that they may be what has changed
MOST, MOST_AREAS = 3, 3


def rising(setting: Setting) -> Iterator[Proposal]:
    """Overall, then in areas: risen first, then fallen, which is a strength."""
    if setting.before is None:
        return
    whole = _changes(setting, setting.before)
    yield from (_proposal(setting, setting.before, *one) for one in whole if abs(_step(one)) >= CHANGED)
    local = _changes_in_areas(setting, setting.before)
    yield from (_proposal(setting, setting.before, *one) for one in local)


def breaks(setting: Setting) -> list[Words]:
    """Why something can't be compared, in whole sentences."""
    before = setting.before
    if before is None:
        return [words(N_("No edition of an earlier round has been released, so nothing can be said of change."))]
    broken = [item.label for item in problems(setting.picture) if not _is_kept(setting.picture, before, item.id)]
    sentence = N_("%(problem)s: asked in another way than before, so it can't be compared.")
    found = [filled(sentence, problem=label) for label in broken]
    if not before.same_areas:
        found.append(words(N_("The areas have changed since the edition before, so areas can't be compared.")))
    if _has_other_mix(setting.picture, before.picture):
        found.append(words(MIX))
    return found


MIX = N_("The answers came in other ways than before, which may be all that has changed.")
Changed = tuple[Item, Item | None, Share, Share]  # the problem, the area, now, then


def _changes(setting: Setting, before: Before) -> list[Changed]:
    """Every problem that may be compared, the most risen first."""
    kept = [item for item in problems(setting.picture) if _is_kept(setting.picture, before, item.id)]
    found: list[Changed] = [
        (item, None, now, then)
        for item in kept
        if (now := _rated(setting.picture, item.id)) and (then := _rated(before.picture, item.id))
    ]
    return _furthest(found, MOST)


def _changes_in_areas(setting: Setting, before: Before) -> list[Changed]:
    """The same in areas. There the whole is who rated any problem, so that every one of them must be comparable."""
    asked = problems(setting.picture)
    if not before.same_areas or not all(_is_kept(setting.picture, before, item.id) for item in asked):
        return []
    found: list[Changed] = [
        (item, area, now, then)
        for item in asked
        for area in areas(setting.picture)
        if (now := problem_share(setting.picture, item.id, area.id))
        and (then := problem_share(before.picture, item.id, area.id))
    ]
    return [one for one in _furthest(found, MOST_AREAS) if abs(_step(one)) >= CHANGED_IN_AREA]


def _furthest(found: list[Changed], most: int) -> list[Changed]:
    """Those that have risen most, then those that have fallen most."""
    ordered = sorted(found, key=lambda one: -_step(one))
    risen = [one for one in ordered if _step(one) > 0][:most]
    return risen + [one for one in reversed(ordered) if _step(one) < 0][:most]


def _step(changed: Changed) -> float:
    return changed[2].of_100 - changed[3].of_100


def _rated(picture: Picture, code: str) -> Share | None:
    """Who calls it big, of those who said how big it is, from the table of its own question."""
    table = _own_table(picture, code)
    rated = f"{code}:rated"
    if table is None or not any(item.id == rated for item in table.dimensions[0].items):
        return None
    return share((table, {CODE: code}), (table, {CODE: rated}))


def _own_table(picture: Picture, code: str) -> SafeTable | None:
    """The table of the question that asks how big the problem is; its id is that of the column, such as Q2.T1."""
    return next((one for one in picture.tables if _asks(one, code)), None)


def _asks(table: SafeTable, code: str) -> bool:
    alone = len(table.dimensions) == 1 and table.dimensions[0].id == CODE
    return alone and table.heading.id.rpartition(".")[2] == code


def _is_kept(picture: Picture, before: Before, code: str) -> bool:
    """Whether the question is one that measures the same as then."""
    now, then = _own_table(picture, code), _own_table(before.picture, code)
    return bool(now and then) and before.kept.get(now.heading.id if now else "") == (then.heading.id if then else None)


def _proposal(setting: Setting, before: Before, item: Item, area: Item | None, now: Share, then: Share) -> Proposal:
    risen = now.of_100 > then.of_100
    mixed = _has_other_mix(setting.picture, before.picture)
    cautions = [words(MIX)] if mixed else []
    evidence = (*now.cells, Evidence(NOTE, words=_then(before, then)))
    if mixed:
        evidence += (Evidence(TABLE, table="channel"),)
    weight = weigh(setting, now.part, evidence)
    strength = MODERATE if weight.strength == STRONG and cautions else weight.strength
    return Proposal(
        key=f"{'rising' if risen else 'falling'}:{item.id}:{area.id if area else ALL}",
        kind=PROBLEM if risen else STRENGTH,
        title=_title(item, area, risen=risen),
        statement=_statement(setting, now, then),
        evidence=evidence,
        strength=strength,
        reason={tag: " ".join([text, *(one[tag] for one in cautions)]) for tag, text in weight.reason.items()},
    )


def _title(item: Item, area: Item | None, *, risen: bool) -> Words:
    if area is None:
        more = N_("%(problem)s: called big by a larger part than before")
        fewer = N_("%(problem)s: called big by a smaller part than before")
        return filled(more if risen else fewer, problem=item.label)
    more = N_("%(area)s: a larger part than before calls this big: %(problem)s")
    fewer = N_("%(area)s: a smaller part than before calls this big: %(problem)s")
    return filled(more if risen else fewer, problem=item.label, area=area.label)


def _statement(setting: Setting, now: Share, then: Share) -> Words:
    """Of an open round: so far."""
    figures = {
        "part": number(now.part),
        "whole": number(now.whole),
        "was": number(then.part),
        "base": number(then.whole),
    }
    so_far = N_(
        "So far, %(part)s of the %(whole)s voices that answered call it fairly or very big. In the round before it was "
        "%(was)s of %(base)s. The round is still open."
    )
    done = N_(
        "%(part)s of the %(whole)s voices that answered call it fairly or very big. In the round before it was "
        "%(was)s of %(base)s."
    )
    return filled(so_far if setting.is_open else done, **figures)


def _then(before: Before, then: Share) -> Words:
    return filled(
        N_("Edition %(edition)s: %(part)s of %(whole)s voices."),
        edition=number(before.edition),
        part=number(then.part),
        whole=number(then.whole),
    )


def _has_other_mix(now: Picture, before: Picture) -> bool:
    """Whether a channel that both show has another part of the voices than before, by OTHER_MIX of 100 or more."""
    parts = [_channels(picture) for picture in (now, before)]
    return any(abs(parts[0][one] - parts[1][one]) >= OTHER_MIX for one in parts[0].keys() & parts[1].keys())


def _channels(picture: Picture) -> dict[str, float]:
    """Of 100 voices, how many came by each channel, where that is shown."""
    table = picture.table("channel")
    whole = table[(ALL,)].value if table else None
    if table is None or not whole:
        return {}
    shown = {key[0]: cell.value for key, cell in table.cells.items() if cell.state is State.SHOWN and key != (ALL,)}
    return {item: 100 * (value or 0) / whole for item, value in shown.items()}
