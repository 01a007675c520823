"""Drafting and releasing situation pictures. Raw counts are born and end in this module."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from dialog.areas.queries import area_tree, areas_in, outlines_geojson
from dialog.audit.actions import record
from dialog.picture.area_items import AreaItems
from dialog.picture.asked import insist_on_residents
from dialog.picture.beside.drafting import Around, beside_of, is_outdated
from dialog.picture.content import Outline, Picture, Quote, checksum, from_document, to_document
from dialog.picture.counting import count
from dialog.picture.crosstab.copying import keep_copy
from dialog.picture.disclosure import Rule, is_small_gathering, protect
from dialog.picture.documents.actions import ask_for_edition_files
from dialog.picture.documents.blocks import public_part
from dialog.picture.documents.blocks import to_document as paper_document
from dialog.picture.documents.queries import paper_of
from dialog.picture.figures import figures_of
from dialog.picture.findings.freezing import with_analysis
from dialog.picture.gathering import Proposal, Terms, proposals, shown
from dialog.picture.heard import Heard
from dialog.picture.ids import ELSEWHERE, VOICES
from dialog.picture.ledger import ever_left, rounding_before
from dialog.picture.models import Draft, Release
from dialog.picture.periods import period_of
from dialog.picture.place_rows import publish_places
from dialog.picture.plan import Plan
from dialog.picture.queries import edition_of_draft, released_pictures
from dialog.picture.quotes import chosen_quotes, still_cleared
from dialog.picture.rounding import OtherMethodBefore, surely_at_least
from dialog.picture.staff_dialogue.actions import staff_quotes, staff_tables
from dialog.picture.staff_dialogue.register import staff_register
from dialog.picture.summaries.queries import number_left
from dialog.picture.tables import RawTable, SafeTable
from dialog.picture.universes import Frame, universes
from dialog.picture.voices import categories, hear
from dialog.picture.wording import in_shipped, words
from dialog.review.codebook.queries import codebook_in_force
from dialog.review.queries import quotable_texts
from dialog.survey.models import Round
from dialog.survey.queries import questionnaire_of, staff_rounds_of

INHABITANTS = 50  # as Config.CELL_INHABITANTS has it unless it is set
ATTEMPTS = 6  # to find places that can all be told; the last is without any
STEPS = 4  # of drafting, that are told of: read, places looked for, protected, put together


class AlreadyReleased(Exception):
    """The draft has become an edition, which never changes."""


class DraftTooOld(Exception):
    """An edition or a summary left after the draft was made, which was not protected against it: of its round, or of a
    round that tells of the same protected source.
    """


def silent(_done: int, _steps: int) -> None:
    """Nobody waits to be told how far drafting is."""


def draft_picture(
    session: Session,
    *,
    round: Round,
    rule: Rule,
    on: date,
    by: int | None = None,
    inhabitants: int = INHABITANTS,
    progress: Callable[[int, int], None] = silent,
) -> Draft:
    """Count a round as it stands, protect the figures against each other and earlier editions, and keep the draft.

    The middle of a place is told as a cell in which at least `inhabitants` people live. `progress` is told of so many
    STEPS; nothing is written before the last, since whoever writes holds up all others. Raises OtherMethodBefore or
    AsksStaff.
    """
    insist_on_residents(round)
    left = number_left(session, round.id)
    picture, heard = _picture(session, round, rule, on=on, inhabitants=inhabitants, progress=progress)
    progress(STEPS, STEPS)
    keep_copy(session, round.id, heard, on=on)
    draft = Draft(round_id=round.id, made_on=on, content=to_document(picture), left_before=left)
    session.add(draft)
    session.flush()
    record(session, "picture drafted", f"draft {draft.id}", by=by, round=round.slug)
    return draft


def release_picture(session: Session, draft: Draft, *, on: date, by: int | None = None) -> Release:
    """Freeze a draft as the next edition, with the findings of its round, and publish its places.

    Quotes that are no longer cleared stay behind. Raises AlreadyReleased, DraftTooOld or RestsOnWithheld.
    """
    picture = from_document(draft.content)
    if edition_of_draft(session, draft.id):
        raise AlreadyReleased(draft.id)
    if [edition for edition, _ in released_pictures(session, draft.round_id)] != list(picture.follows):
        raise DraftTooOld(draft.id)
    if number_left(session, draft.round_id) != draft.left_before:
        raise DraftTooOld(draft.id)
    if picture.beside and is_outdated(session, picture.beside):
        raise DraftTooOld(draft.id)
    quotes, of_staff = _still_cleared(session, draft.round_id, picture)
    edition = (session.scalar(select(func.max(Release.edition))) or 0) + 1
    places = publish_places(session, picture, _area_ids(session, draft.round_id), edition=edition)
    told = with_analysis(session, draft.round_id, replace(picture, quotes=quotes, staff_quotes=of_staff, places=places))
    paper, _revision = paper_of(session, draft, picture)
    content = to_document(replace(told, document=paper_document(public_part(paper))))
    release = Release(
        edition=edition,
        round_id=draft.round_id,
        draft_id=draft.id,
        released_on=on,
        content=content,
        checksum=checksum(content),
    )
    session.add(release)
    session.flush()
    record(session, "picture released", f"edition {release.edition}", by=by, draft=draft.id)
    ask_for_edition_files(session, edition, at=datetime.now(UTC).replace(tzinfo=None, microsecond=0), by=by)
    return release


def _picture(
    session: Session, round: Round, rule: Rule, *, on: date, inhabitants: int, progress: Callable[[int, int], None]
) -> tuple[Picture, Heard]:
    earlier, areas = released_pictures(session, round.id), _area_items(session, round)
    if rounding_before(session, round.id) not in (None, rule.rounding):
        raise OtherMethodBefore(round.slug)
    questions = [one for one in questionnaire_of(round).columns() if one.is_counted]
    progress(0, STEPS)
    heard = hear(session, round.id, questions, on=on)
    progress(1, STEPS)
    period = period_of(round.opens_on, round.closes_on, heard.reports["month"].values)
    before = [picture for _, picture in earlier]
    imported = categories(session, heard.reports["imported"].values)
    codebook = codebook_in_force(session)
    frame = Frame(areas, questions, imported, codebook)
    counted = _Count(round, period, heard, frame, rule, ever_left(session, round.id))
    terms = Terms(round.id, round.area_id, rule.minimum, inhabitants)
    proposed = proposals(session, heard, areas, terms, earlier=before)
    progress(2, STEPS)
    safe, places = counted.protected(proposed)
    progress(3, STEPS)
    picture = Picture(
        round=round.slug,
        title=in_shipped(round.title),
        purpose=in_shipped(round.purpose),
        period=period,
        method=words(rule.method),
        minimum=rule.minimum,
        group_minimum=rule.group_minimum,
        rounding=rule.rounding,
        questionnaire=f"{round.questionnaire.key} {round.questionnaire.version}",
        codebook=codebook.version,
        follows=tuple(edition for edition, _ in earlier),
        tables=tuple(safe),
        quotes=_quotes(session, round, safe, areas, rule),
        outlines=_outlines(session, round, areas),
        places=tuple(one.place for one in places),
    )
    figures = figures_of(session, round, picture, heard, counted.frame)
    staff = staff_tables(session, round, on=on, before=counted.before, rule=rule)
    around = Around(areas, questions, codebook, rule)
    beside = beside_of(session, round, picture, around, own=staff, also=tuple(staff_register(staff)))
    said = staff_quotes(session, round, on=on)
    return replace(picture, figures=figures, beside=beside, staff_quotes=said), heard


def _still_cleared(session: Session, round_id: int, picture: Picture) -> tuple[tuple[Quote, ...], tuple[Quote, ...]]:
    """Words of residents and of colleagues that nobody has taken back since."""
    asked = staff_rounds_of(session, session.get_one(Round, round_id))
    of_staff = [text for one in asked for text in quotable_texts(session, one.id)]
    return (
        still_cleared(picture.quotes, quotable_texts(session, round_id)),
        still_cleared(picture.staff_quotes, of_staff),
    )


@dataclass(frozen=True)
class _Count:
    """What was heard, on its way to safe tables."""

    round: Round
    period: str
    heard: Heard
    frame: Frame
    rule: Rule
    before: Sequence[SafeTable]  # all that ever left of the round

    def protected(self, proposed: Sequence[Proposal]) -> tuple[list[SafeTable], list[Proposal]]:
        """The tables as they may leave, and the places whose figure they show.

        A place whose figure would have to be withheld is not told of at all: its voices count among the rest of its
        area, as if it had not been found.
        """
        for attempt in range(ATTEMPTS):
            told = list(proposed) if attempt < ATTEMPTS - 1 else []
            safe = protect(self.raw(told), rule=self.rule, before=self.before)
            proposed = shown(told, safe)
            if len(proposed) == len(told):
                break
        return safe, list(proposed)

    def raw(self, proposed: Sequence[Proposal]) -> list[RawTable]:
        observed = universes(self.heard, replace(self.frame, places=tuple(one.item for one in proposed)))
        plan = Plan(self.round.slug, self.period, self.frame.questions, observed)
        shapes = plan.shapes(small=is_small_gathering(observed[VOICES].size))
        return [count(one.heading, one.dimensions, observed[one.universe], one.columns) for one in shapes]


def _area_items(session: Session, round: Round) -> AreaItems:
    parents = area_tree(session).parents
    areas = areas_in(session, round.area_id, round.division)
    return AreaItems(areas, parents, root_id=round.area_id, kind=round.area_kind)


def _area_ids(session: Session, round_id: int) -> dict[str, int]:
    """The area of each item."""
    round = session.get_one(Round, round_id)
    return {item: id for id, item in _area_items(session, round).ids.items()}


def _quotes(
    session: Session, round: Round, safe: Sequence[SafeTable], areas: AreaItems, rule: Rule
) -> tuple[Quote, ...]:
    def area_of(area_id: int | None) -> str:
        return areas.item_of((area_id, ELSEWHERE))

    tables = {table.heading.id: table for table in safe}
    least = surely_at_least(rule.minimum, rule.rounding)
    return chosen_quotes(quotable_texts(session, round.id), tables, area_of, least=least)


def _outlines(session: Session, round: Round, areas: AreaItems) -> tuple[Outline, ...]:
    features = outlines_geojson(session, round.area_id, round.area_kind, round.division)["features"]
    drawn = {feature["properties"]["id"]: feature["geometry"] for feature in features}
    return tuple(Outline(areas.ids[one.id], in_shipped(one.names), drawn.get(one.id)) for one in areas.areas)
