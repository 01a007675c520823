"""A workbook's rows, with every text in its language. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dialog.languages import MAIN
from dialog.survey.xlsform.grids import Grid, Grids, NoForm
from dialog.survey.xlsform.headings import TEXTS, Heading, heading_in, heading_of, tag_of
from dialog.survey.xlsform.lines import Line
from dialog.survey.xlsform.losses import Losses

_NOTHING = Grid("", (), ())


@dataclass(frozen=True)
class Book:
    """What an XLSForm says. `own` are the lines of the sheet that Dialog itself has written, if it has."""

    survey: tuple[Line, ...]
    choices: tuple[Line, ...]
    settings: Line
    own: tuple[Line, ...]
    main: str
    languages: tuple[str, ...]  # tags, the main one first


def read_book(grids: Grids, losses: Losses, *, main: str | None = None) -> Book:
    """`main` is the language of texts of which the workbook does not say it. Raises NoForm."""
    if "survey" not in grids:
        raise NoForm("The workbook has no sheet called survey, so it is no XLSForm.")
    survey, choices = grids["survey"], grids.get("choices", _NOTHING)
    headings = {grid.name: [heading_of(one) for one in grid.headings] for grid in (survey, choices)}
    if not {"type", "name"} <= {one.part for one in headings[survey.name]}:
        raise NoForm("The sheet survey has no columns called type and name, so the workbook is no XLSForm.")
    tags = {one.language: tag_of(one.language) for found in headings.values() for one in found if one.language}
    settings = next(_plain_lines(grids.get("settings", _NOTHING)), Line("settings", 1))
    known = [tag for tag in tags.values() if tag]
    chosen = tag_of(settings["default_language"]) or (MAIN if MAIN in known else next(iter(known), main or ""))
    named = chosen or MAIN
    _tell_language(losses, survey, headings, tags, chosen)
    read = [tuple(_lines(grid, headings[grid.name], tags, named)) for grid in (survey, choices)]
    languages = tuple(dict.fromkeys((named, *known)))
    own = tuple(_plain_lines(grids.get("dialog", _NOTHING)))
    return Book(read[0], read[1], settings, own, named, languages)


def _tell_language(
    losses: Losses, survey: Grid, headings: Mapping[str, list[Heading]], tags: Mapping[str, str], chosen: str
) -> None:
    for sheet, found in headings.items():
        for one in found:
            if one.language and not tags[one.language]:
                written = f"{one.part}::{one.language}"
                losses.add(Line(sheet, 1, headings={"label": written}), "label", "language")
    if not chosen:
        line = Line(survey.name, survey.heading_row, headings={"label": "label"})
        losses.add(line, "label", "main_language", language=heading_in(MAIN))


def _lines(grid: Grid, headings: list[Heading], tags: Mapping[str, str], main: str) -> Iterator[Line]:
    """A column that says its language goes before one that does not."""
    written = {one.part: grid.headings[place] for place, one in reversed(list(enumerate(headings))) if one.part}
    written |= grid.written
    spoken = [(one.part, tags[one.language] if one.language else main) for one in headings]
    named = [place for place, one in enumerate(headings) if one.part in TEXTS and spoken[place][1]]
    named.sort(key=lambda place: bool(headings[place].language))
    plain = [place for place, one in reversed(list(enumerate(headings))) if one.part not in (*TEXTS, "")]
    for row, values in grid.rows:
        texts: dict[str, dict[str, str]] = {}
        for place in named:
            if place < len(values) and values[place]:
                part, tag = spoken[place]
                texts.setdefault(part, {})[tag] = values[place]
        cells = {headings[place].part: values[place] for place in plain if place < len(values) and values[place]}
        yield Line(grid.name, row, cells, texts, written)


def _plain_lines(grid: Grid) -> Iterator[Line]:
    parts = ["_".join(one.casefold().split()) for one in grid.headings]
    written = dict(zip(parts, grid.headings, strict=True))
    for row, values in grid.rows:
        cells = {part: value for part, value in zip(parts, values, strict=False) if part and value}
        yield Line(grid.name, row, cells, headings=written)


def unused(lines: Iterable[Line], used: Iterable[str]) -> Iterator[tuple[Line, str, int]]:
    """The columns with something in them that nobody has looked at: the first line, the part, how many cells."""
    first: dict[str, tuple[Line, int]] = {}
    for line in lines:
        for part in line.cells:
            if part not in used:
                known = first.get(part, (line, 0))
                first[part] = (known[0], known[1] + 1)
    yield from ((line, part, number) for part, (line, number) in first.items())
