"""A document put together: which blocks, in which language, what it says of itself. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from dialog.languages import MAIN, N_, Words
from dialog.picture.content import Picture
from dialog.picture.documents.about import figure_of
from dialog.picture.documents.blocks import EASY, EASY_TAG, FULL, SHORT, TEXT, Block, Paper
from dialog.picture.documents.drawn import Drawn
from dialog.picture.documents.headings import HEADINGS
from dialog.picture.documents.live import live_pieces
from dialog.picture.documents.marks import parts
from dialog.picture.documents.pieces import Bars, Chapter, Facts, Grid, MapPiece, Piece, Prompt, Prose, View
from dialog.picture.documents.teller import Teller
from dialog.picture.ids import VOICES
from dialog.picture.periods import days_of
from dialog.picture.presentation import voices_in

KINDS_OF_TITLE = {
    FULL: N_("Situation picture"),
    SHORT: N_("Situation picture, short version"),
    EASY: N_("Situation picture in easy language"),
}
INTERNAL = N_("Internal: for those who work with the situation picture. Not to be published.")
SUPERSEDED = N_("This edition is wrong and has been superseded since %(day)s. Do not use its figures.")
REPLACED_BY = N_("Read edition %(number)s instead.")


@dataclass(frozen=True)
class Stamp:
    """What a picture is besides its content: a draft, or an edition that may have been superseded."""

    day: date
    draft: int | None = None
    edition: int | None = None
    checksum: str = ""
    superseded_on: date | None = None
    superseded_by: int | None = None
    why: Words | None = None


@dataclass(frozen=True)
class Wanted:
    """Which document of a draft or an edition; a version in easy Swedish is always in the main language."""

    version: str = FULL
    internal: bool = False
    language: str = MAIN

    @property
    def tag(self) -> str:
        return MAIN if self.version == EASY else self.language


def view_of(
    picture: Picture,
    paper: Paper,
    stamp: Stamp,
    wanted: Wanted,
    *,
    prompts: bool = False,
) -> View:
    """`prompts`: also texts that nobody has written."""
    teller = Teller(wanted.tag)
    drawn = Drawn(picture, teller, wanted.internal, whole=wanted.version == FULL)
    chapters, tables = _numbered(list(_chapters(drawn, paper, wanted, prompts)))
    return View(
        language=teller.language,
        direction=teller.direction,
        title=teller.say(picture.title),
        kicker=_kicker(teller, stamp, wanted),
        warnings=tuple(_warnings(teller, stamp, wanted)),
        facts=Facts(tuple(_facts(teller, picture, stamp))),
        chapters=chapters,
        tables=tables if wanted.version == FULL else (),
        tables_heading=teller.tell(N_("The figures behind the charts")),
        contents_heading=teller.tell(N_("Contents")),
        footer=_footer(teller, picture, stamp),
    )


def _chapters(drawn: Drawn, paper: Paper, wanted: Wanted, prompts: bool) -> Iterator[Chapter]:
    number = 0
    for section in paper.sections:
        blocks = [block for block in section.blocks if block.is_in(wanted.version, internal=wanted.internal)]
        pieces = [piece for block in blocks for piece in _pieces(drawn, block, section.id, wanted, prompts)]
        if pieces:
            number += 1
            yield Chapter(section.id, number, drawn.teller.tell(HEADINGS[section.id]), tuple(pieces))


def _pieces(drawn: Drawn, block: Block, section: str, wanted: Wanted, prompts: bool) -> Iterator[Piece]:
    if block.kind != TEXT:
        yield from live_pieces(drawn, block.kind, block.of)
        return
    said = _written(block, wanted, drawn.teller)
    if said is not None:
        yield said
    elif prompts:
        yield Prompt(section)


def _written(block: Block, wanted: Wanted, teller: Teller) -> Prose | None:
    """The text in the language asked for, else in the main one; in easy Swedish or not at all."""
    words = dict(block.words or {})
    if wanted.version == EASY:
        return Prose(parts(words[EASY_TAG])) if words.get(EASY_TAG) else None
    words.pop(EASY_TAG, None)
    said = teller.say(words)
    return Prose(parts(said.text), said.lang) if said.text else None


def _numbered(chapters: list[Chapter]) -> tuple[tuple[Chapter, ...], tuple[tuple[int, Grid], ...]]:
    """Drawings are numbered through the whole document, so that their tables can be found."""
    number, tables, done = 0, [], []
    for chapter in chapters:
        pieces: list[Piece] = []
        for piece in chapter.pieces:
            if isinstance(piece, Bars | MapPiece):
                number += 1
                piece = replace(piece, number=number)
            if isinstance(piece, Bars):
                tables.append((number, piece.grid))
            pieces.append(piece)
        done.append(replace(chapter, pieces=tuple(pieces)))
    return tuple(done), tuple(tables)


def _kicker(teller: Teller, stamp: Stamp, wanted: Wanted) -> str:
    kind = teller.tell(KINDS_OF_TITLE[wanted.version])
    day = teller.day(stamp.day)
    if stamp.edition is None:
        return teller.tell(N_("%(kind)s · draft %(number)s · made on %(day)s"), kind=kind, number=stamp.draft, day=day)
    return teller.tell(
        N_("%(kind)s · edition %(number)s · released on %(day)s"), kind=kind, number=stamp.edition, day=day
    )


def _warnings(teller: Teller, stamp: Stamp, wanted: Wanted) -> Iterator[str]:
    if stamp.superseded_on:
        said = [teller.tell(SUPERSEDED, day=teller.day(stamp.superseded_on))]
        if stamp.superseded_by:
            said.append(teller.tell(REPLACED_BY, number=stamp.superseded_by))
        if stamp.why:
            said.append(teller.say(stamp.why).text)
        yield " ".join(said)
    if wanted.internal:
        yield teller.tell(INTERNAL)


def _facts(teller: Teller, picture: Picture, stamp: Stamp) -> Iterator[tuple[str, str]]:
    """What every file must say of itself: round, period, how many, the rule, and which version of everything."""
    first, last = days_of(picture.period)
    rule = N_("at least %(number)s voices in a figure, %(group)s in an area and background group")
    yield teller.tell(N_("Round")), picture.round
    yield teller.tell(N_("Period")), f"{teller.day(first)} – {teller.day(last)}"
    yield teller.tell(N_("Voices")), figure_of(teller, voices_in(picture, VOICES)).text
    yield teller.tell(N_("Threshold")), teller.tell(rule, number=picture.minimum, group=picture.group_minimum)
    yield teller.tell(N_("Questionnaire")), picture.questionnaire
    yield teller.tell(N_("Codebook, version")), teller.number(picture.codebook)
    if stamp.checksum:
        yield teller.tell(N_("Checksum of the edition")), stamp.checksum


def _footer(teller: Teller, picture: Picture, stamp: Stamp) -> str:
    which = (
        teller.tell(N_("Draft %(number)s"), number=stamp.draft)
        if stamp.edition is None
        else teller.tell(N_("Edition %(number)s"), number=stamp.edition)
    )
    return f"{teller.say(picture.title).text} · {which}"
